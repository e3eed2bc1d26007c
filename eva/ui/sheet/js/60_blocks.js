// The blocks that are only read, the group, and the table from which every block is built.
const headingBlock = (sheet, block) => {
  const box = el(`h${block.level ?? 2}`, { className: 'heading' });
  return { box, sync: (now) => box.replaceChildren(...worded(now.text)) };
};

const noteBlock = (sheet, block) => {
  const box = el('div', { className: `note prose ${block.kind ?? 'plain'}` });
  let html = null;
  return { box, sync: (now) => { if (now.html !== html) { html = now.html; box.innerHTML = html; } } };
};

const statusBlock = (sheet) => {
  const title = el('span', { className: 'status-title' });
  const text = el('span', { className: 'status-text' });
  const bar = el('div', { className: 'bar', 'aria-hidden': 'true' }, el('div', {}));
  const messages = el('ul', { className: 'messages', hidden: true });
  const box = el('div', { className: 'section-status' }, el('p', {}, title, ' ', text), bar, messages);
  return { box, sync: (now) => {
    title.textContent = now.title;
    text.textContent = now.text;
    bar.firstChild.style.inlineSize = `${now.total ? (100 * (now.done ?? 0)) / now.total : 0}%`;
    bar.classList.toggle('full', now.total > 0 && now.done === now.total);
    fillMessages(messages, now.messages, sheet.words);
  } };
};

const safeAddress = (href) => (/^(https?:|mailto:|[/?#.]|[\w-]+$)/i.test(href) ? href : '#');

const linksBlock = (sheet, block) => {
  const list = el('ul', {});
  const box = el('nav', { className: 'links', 'aria-label': block.title || sheet.words.links }, block.title ? el('p', { className: 'links-title', text: block.title }) : null, list);
  return { box, sync: (now) => {
    if (same(now.links, box.links)) return;
    box.links = now.links;
    list.replaceChildren(...now.links.map((link) => {
      const href = safeAddress(link.href);
      const jump = href.startsWith('#') ? (event) => { event.preventDefault(); sheet.go(href.slice(1)); } : null;
      return el('li', {}, el('a', { href, target: '_self', on: jump ? { click: jump } : {} }, ...worded(link.label)), link.note ? el('span', { className: 'link-note' }, ' ', ...worded(link.note)) : null);
    }));
  } };
};

const groupBlock = (sheet, block) => {
  const inner = el('div', { className: `group-blocks side-${Math.min(block.columns ?? 1, 4)}` });
  const area = blockArea(sheet, inner);
  const box = el('fieldset', { className: 'group' }, el('legend', {}, ...worded(block.title)), block.help ? el('p', { className: 'help', text: block.help }) : null, guidanceOf(block.guidance), inner);
  const asked = block.status_text ? asQuestion(sheet, block, box, inWords(block.title)) : null;
  return { box, sync: (now) => { area(now.blocks ?? []); asked?.(now); } };
};

const single = (build) => (sheet, block) => build(sheet, block, block.path);

const BUILDERS = {
  heading: headingBlock, note: noteBlock, section_status: statusBlock, links: linksBlock, group: groupBlock, question: questionBlock, items: itemsBlock,
  ...Object.fromEntries(Object.entries(FIELDS).map(([type, build]) => [type, single(build)])),
};

// What a block is made of, without what changes while people answer: when this stays, the block is not built again.
const CHANGING = new Set(['value', 'version', 'messages', 'status', 'status_text', 'items', 'next_id', 'order_version', 'done', 'total', 'text', 'html', 'links', 'ask', 'blocks']);
const structure = (block, sheet) => JSON.stringify(
  [sheet.words.lang, block.type === 'question' ? sheet.frames[block.frame] : null, block],
  (name, value) => (CHANGING.has(name) ? undefined : value));

const nameOf = (block, place) => `${block.type}:${block.id ?? block.path ?? block.matrix?.path ?? `at ${place}`}`;

// Words that somebody empties to write others: what stands within a
// question only while it says something must not go from under the hand.
const isBeingWritten = (box) => box.matches('.field.text') && box.contains(box.getRootNode().activeElement);

// Keeps a row of drawn blocks equal to the wanted ones; what is already there stays where it is, focus and caret too.
const blockArea = (sheet, holder) => {
  const drawn = new Map();
  return (blocks) => {
    const names = new Set();
    const boxes = [];
    blocks.forEach((block, place) => {
      const name = nameOf(block, place);
      names.add(name);
      const made = structure(block, sheet);
      if (drawn.get(name)?.made !== made) {
        const old = drawn.get(name);
        const view = BUILDERS[block.type](sheet, block);
        const place = sheet.keepsHistory ? historyPlace(block) : null;
        if (place) withHistory(sheet, place, view.box);
        view.box.dataset.block = block.id ?? block.path ?? '';
        drawn.set(name, { view, made });
        if (old) sheet.keepingFocus(old.view.box, view.box, () => { view.sync(block); old.view.box.replaceWith(view.box); });
      }
      const { view } = drawn.get(name);
      view.sync(block);
      boxes.push(view.box);
    });
    for (const [name, { view }] of drawn) {
      if (names.has(name) || (holder !== sheet.area && isBeingWritten(view.box))) continue;
      view.box.remove();
      drawn.delete(name);
      for (const [path, control] of sheet.controls) if (view.box.contains(control.box)) sheet.controls.delete(path);
    }
    boxes.forEach((box, place) => { if (holder.children[place] !== box) holder.insertBefore(box, holder.children[place] ?? null); });
  };
};
