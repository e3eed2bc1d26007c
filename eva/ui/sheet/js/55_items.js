// A list of records: each field has its own path, adding and removing are edits of the record's path, order has its own.
const itemsBlock = (sheet, block) => {
  const { words } = sheet;
  const titleId = newId('items');
  const level = block.level ?? 3;
  const list = el('ol', { className: 'items' });
  const undo = el('div', { className: 'undo', role: 'status', hidden: true });
  const records = new Map();
  let nextId = block.next_id ?? '';
  let orderSeen = block.order_version ?? '';
  const at = (id, name) => `${block.path}/${id}${name ? `/${name}` : ''}`;
  const makeId = () => {
    if (!nextId) return `${block.id_prefix ?? 'r'}_${random(6)}`;
    const id = nextId;
    nextId = id.replace(/\d+$/, (digits) => String(Number(digits) + 1));
    return id;
  };
  const number = () => {
    const drawn = [...list.children];
    drawn.forEach((line, place) => {
      const record = records.get(line.dataset.id);
      record.name(record.label || fill(block.item_label, { n: place + 1 }));
      record.up.disabled = place === 0 || records.get(drawn[place - 1].dataset.id).fixed;
      record.down.disabled = place === drawn.length - 1 || records.get(drawn[place + 1].dataset.id).fixed;
    });
  };
  const order = () => [...list.children].map((line) => line.dataset.id);
  const move = (record, step) => {
    const other = step < 0 ? record.box.previousElementSibling : record.box.nextElementSibling;
    if (step < 0) other.before(record.box); else other.after(record.box);
    number();
    sheet.outbox.put(`${block.path}/order`, order(), orderSeen, block.title, 150);
    const button = step < 0 ? record.up : record.down;
    (button.disabled ? (step < 0 ? record.down : record.up) : button).focus();
    sheet.announce(fill(words.moved, { name: record.title, n: order().indexOf(record.id) + 1 }));
  };
  const draw = (id, item) => {
    const heading = el(`h${level + 1}`, { tabIndex: -1 });
    const button = (text, act) => el('button', { type: 'button', className: text.length > 1 ? 'quiet' : 'quiet icon', text, on: { click: act } });
    const record = { id, label: item.label, fixed: Boolean(item.fixed), version: item.version ?? '' };
    record.up = button('↑', () => move(record, -1));
    record.down = button('↓', () => move(record, 1));
    record.remove = button(words.remove, () => remove(record));
    const tools = el('div', { className: 'tools' }, ...(record.fixed || block.readonly ? [] : [...(block.reorder !== false ? [record.up, record.down] : []), record.remove]));
    record.name = (title) => {
      record.title = title;
      heading.textContent = title;
      record.up.setAttribute('aria-label', fill(words.move_up, { name: title }));
      record.down.setAttribute('aria-label', fill(words.move_down, { name: title }));
      record.remove.setAttribute('aria-label', fill(words.remove_row, { name: title }));
    };
    record.fields = block.template.map((field) => {
      const own = item.values?.[field.path] ?? {};
      const drawn = { ...field, lang: own.lang ?? field.lang, readonly: field.readonly || block.readonly || own.readonly };
      return [field.path, FIELDS[field.type](sheet, drawn, at(id, field.path))];
    });
    const controls = Object.fromEntries(record.fields.map(([name, view]) => [name, view.control]));
    block.template.filter((field) => field.when).forEach(({ path, when: [other, value] }) => {
      const settle = () => { controls[path].box.hidden = controls[path].shown === null && controls[other].shown !== value; };
      [controls[path], controls[other]].forEach((control) => { control.follow = settle; });
      settle();
    });
    record.box = el('li', { className: 'item' }, el('header', {}, heading, tools), el('div', { className: 'item-fields' }, ...record.fields.map(([, view]) => view.box)));
    record.box.dataset.id = id;
    record.box.dataset.path = at(id);
    record.heading = heading;
    record.sync = (now) => {
      record.version = now.version ?? record.version;
      record.fields.forEach(([name, view]) => view.sync({ ...(now.values?.[name] ?? {}), messages: now.messages?.[name] }));
    };
    records.set(id, record);
    list.append(record.box);
    return record;
  };
  const erase = (record) => {
    records.delete(record.id);
    record.fields.forEach(([name]) => sheet.controls.delete(at(record.id, name)));
    record.box.remove();
    number();
  };
  const remove = (record) => {
    const values = Object.fromEntries(record.fields.map(([name, view]) => [name, view.control.shown]).filter(([, value]) => value !== null));
    record.fields.forEach(([name]) => { if (sheet.outbox.entry(at(record.id, name))) sheet.outbox.drop(at(record.id, name)); });
    erase(record);
    sheet.outbox.put(at(record.id), null, record.version, record.title, 0);
    const back = el('button', { type: 'button', text: words.undo, on: { click: () => {
      undo.replaceChildren(block.back_note ? fill(block.back_note, { what: record.title }) : '');
      undo.hidden = !block.back_note;
      const again = draw(record.id, { ...record, values });
      again.fields.forEach(([name, view]) => view.sync({ value: values[name] ?? null }));
      sheet.outbox.put(at(record.id), values, '', record.title, 0);
      number();
      again.heading.focus();
    } } });
    undo.replaceChildren(el('span', { text: fill(words.removed, { name: record.title }) }), ' ', back);
    undo.hidden = false;
    back.focus();
  };
  const add = el('button', { type: 'button', className: 'add-item', text: block.add_label, on: { click: () => {
    const record = draw(makeId(), {});
    record.sync({});
    number();
    sheet.outbox.put(at(record.id), {}, '', record.title, 0);
    focusOn(record.fields[0][1].box);
  } } });
  const box = el('section', { className: 'items-block', 'aria-labelledby': titleId }, el(`h${level}`, { id: titleId, text: block.title }),
    block.help ? el('p', { className: 'help', text: block.help }) : null, list, undo, block.readonly ? null : add);
  box.dataset.path = block.path;
  return {
    box,
    sync: (now) => {
      orderSeen = now.order_version ?? '';
      if (!sheet.outbox.unsent()) nextId = now.next_id ?? '';
      const pending = (id) => sheet.outbox.pending(at(id));
      const wanted = (now.items ?? []).filter((item) => pending(item.id) !== null);
      const ids = new Set(wanted.map((item) => item.id));
      for (const record of [...records.values()]) if (!ids.has(record.id) && !pending(record.id) && !record.box.contains(record.box.getRootNode().activeElement)) erase(record);
      for (const [path, entry] of sheet.outbox.entries) {
        const id = path.startsWith(`${block.path}/`) ? path.slice(block.path.length + 1) : '/';
        if (!id.includes('/') && id !== 'order' && !ids.has(id) && !records.has(id) && pending(id)) draw(id, entry).sync({ values: Object.fromEntries(Object.entries(pending(id)).map(([name, value]) => [name, { value }])) });
      }
      wanted.forEach((item) => (records.get(item.id) ?? draw(item.id, item)).sync(item));
      if (!sheet.outbox.entry(`${block.path}/order`) && !same(order().filter((id) => ids.has(id)), [...ids]) && !list.contains(list.getRootNode().activeElement)) {
        [...ids].reverse().forEach((id) => list.prepend(records.get(id).box));
      }
      number();
    },
  };
};
