// The ratings of one question: rows are groups, everyone first; columns are the alternatives.
const GATES = ['none', 'effects', 'unknown'];
const EVERYONE = 'everyone';

const isRated = (cell) => cell?.impact !== undefined && cell.impact !== null;

// A row that was only added is not stored: it waits on the page for its first rating.
const rated = (value) => value && { ...value, rows: (value.rows ?? []).filter((row) => Object.keys(row.cells ?? {}).length) };

class Matrix {
  constructor(sheet, block, path) {
    Object.assign(this, { sheet, words: sheet.words, block, frame: sheet.frames[block.frame] });
    this.rows = [];
    this.removed = new Map();
    this.gate = null;
    this.gated = [];
    this.buildGate();
    this.body = el('tbody', { role: 'rowgroup' });
    const { columns } = this.frame;
    const head = el('tr', { role: 'row' }, el('td', { role: 'cell', text: '' }),
      ...columns.map((column) => el('th', { role: 'columnheader', scope: 'col' }, el('span', { text: column.label }), column.title ? el('small', {}, ...worded(column.title)) : null)));
    this.table = el('table', { role: 'table', 'aria-label': `${inWords(block.title)}: ${this.words.change}`, className: 'ratings' }, el('thead', { role: 'rowgroup' }, head), this.body);
    this.adder = this.buildAdder();
    this.hint = el('p', { className: 'hint' });
    this.effects = el('div', { className: 'effects', hidden: true, 'data-columns': columns.length }, this.hint, this.table, this.adder.box);
    this.box = el('div', { className: 'matrix' }, this.gateBox, this.uncovered, this.effects);
    this.control = new Control(sheet, path, block.title, { box: this.box, write: (value) => this.write(value), same: (a, b) => same(rated(a), rated(b)),
      typing: (active) => this.table.contains(active) || this.adder.box.contains(active) });
    this.control.describe = (value, other) => this.describe(value, other);
  }

  buildGate() {
    const { words } = this;
    const name = newId('gate');
    const options = GATES.map((gate) => el('label', { className: 'gate-option', 'data-gate': gate }, el('input', { type: 'radio', name, value: gate }), el('span', { text: words[`gate_${gate}`] })));
    const line = el('div', { className: 'gate-options' }, ...options);
    this.gateBox = el('fieldset', { className: 'gate' }, el('legend', { text: words.gate }), line);
    this.gateRadios = clearable(line, (gate) => { this.gate = gate; this.gated = this.frame.columns.map((column) => column.id); this.showGate(); this.emit(); });
    this.uncovered = el('div', { className: 'uncovered', hidden: true });
  }

  // The row of everyone stands open before the gate is answered: the first rating says that there are effects.
  // Ratings that a cleared gate holds back are not shown, since they do not count.
  showGate() {
    const before = this.gate === null && !this.block.readonly;
    if ((before || this.gate === 'effects') && !this.rows.length) this.fillRows([]);
    this.effects.hidden = this.gate !== 'effects' && !(before && this.rows.every((row) => !Object.keys(row.cells).length));
    this.hint.replaceChildren(before ? this.words.matrix_open : this.words.matrix_hint, el('span', { className: 'keys', text: ` ${this.words.keys_hint}` }));
    this.adder.box.hidden = this.gate !== 'effects';
    this.onGate?.(this.gate);
    const missing = this.frame.columns.filter((column) => !this.gated.includes(column.id));
    const closed = this.gate === 'none' || this.gate === 'unknown';
    this.uncovered.hidden = !(closed && missing.length);
    if (this.uncovered.hidden) return;
    const names = missing.map((column) => column.label).join(', ');
    this.uncovered.replaceChildren(el('p', { text: fill(this.words.uncovered, { names }) }),
      el('button', { type: 'button', text: fill(this.words.cover, { names }), on: { click: () => {
        this.gated = this.frame.columns.map((column) => column.id);
        this.showGate();
        this.emit();
        this.gateBox.querySelector('input:checked').focus();
      } } }));
  }

  groupWording(id) { return [this.frame.groups.find((group) => group.id === id)?.label ?? id].flat(); }

  groupLabel(id) { return inWords(this.groupWording(id)); }

  rowWording(row) {
    const groups = row.groups.flatMap((id, place) => [...(place ? [` ${this.words.and_also} `] : []), ...this.groupWording(id)]);
    const horizon = row.horizon && this.rows.filter((one) => one.groups.join() === row.groups.join()).length > 1
      ? this.frame.horizons?.find((option) => option.id === row.horizon)?.label : null;
    return horizon ? [...groups, ' (', ...[horizon].flat(), ')'] : groups;
  }

  rowLabel(row) { return inWords(this.rowWording(row)); }

  asked(row, column) { return (this.block.ask ?? []).some(([group, alternative]) => row.groups.includes(group) && alternative === column); }

  read() {
    if (this.gate === null) return null;
    if (this.gate !== 'effects') return { gate: this.gate, gated: this.gated, rows: [] };
    const rows = this.rows.map((row) => ({
      ...(row.groups.length > 1 ? { groups: row.groups } : { group: row.groups[0] }),
      ...(row.horizon ? { horizon: row.horizon } : {}),
      cells: Object.fromEntries(Object.entries(row.cells).filter(([, cell]) => cell.impact !== undefined && cell.impact !== null).map(([column, cell]) => [column, { ...cell }])),
    }));
    return rated({ gate: 'effects', rows });
  }

  emit() {
    this.control.changed(this.read());
    this.control.showNotice();
  }

  write(value) {
    this.gate = value?.gate ?? null;
    this.gated = value?.gated ?? [];
    this.gateRadios.write(this.gate);
    if (this.gate === 'effects' || value === null) this.fillRows(value?.rows ?? []);
    this.showGate();
  }

  fillRows(rows) {
    const given = rows.map((row) => ({ groups: row.groups ?? [row.group], horizon: row.horizon ?? null, cells: structuredClone(row.cells ?? {}) }));
    if (!given.some((row) => row.groups[0] === EVERYONE)) given.unshift({ groups: [EVERYONE], horizon: null, cells: {} });
    const keyOf = (row) => `${row.groups.join('+')}|${row.horizon}`;
    const held = new Set(given.map(keyOf));
    given.push(...this.rows.filter((row) => !Object.keys(row.cells).length && !held.has(keyOf(row))).map(({ groups, horizon }) => ({ groups, horizon, cells: {} })));
    given.sort((a, b) => (b.groups[0] === EVERYONE) - (a.groups[0] === EVERYONE));
    const keys = (list) => list.map(keyOf).join();
    if (keys(given) === keys(this.rows) && this.body.children.length) {
      this.rows.forEach((row, place) => { row.cells = given[place].cells; row.write(); });
    } else {
      this.body.replaceChildren();
      this.rows = given;
      this.rows.forEach((row) => this.drawRow(row));
    }
    this.adder.refresh();
  }

  drawRow(row) {
    const label = el('span', { className: 'group-name' });
    const removable = row.groups[0] !== EVERYONE || this.rows.indexOf(row) > 0;
    const remove = removable ? el('button', { type: 'button', className: 'quiet', text: this.words.remove, on: { click: () => this.removeRow(row) } }) : null;
    const rest = row.groups[0] === EVERYONE
      ? el('button', { type: 'button', className: 'quiet rest', text: this.words.rest_zero, 'aria-label': `${this.words.rest_zero} (${this.words.rest_means})`, hidden: true, on: { click: () => row.focus(this.rateRest(row)) } }) : null;
    const head = el('th', { role: 'rowheader', scope: 'row', rowSpan: 2 }, label, remove, rest);
    const cells = this.frame.columns.map((column) => ratingCell(this, row, column));
    const details = rowDetails(this, row);
    row.line = el('tr', { role: 'row', className: 'rating-row' }, head, ...cells.map((cell) => cell.box));
    row.more = el('tr', { role: 'row', className: 'more-row' }, el('td', { role: 'cell', colSpan: this.frame.columns.length }, details.box));
    row.focus = (place = 0) => (cells[place].box.querySelector('input:checked') ?? cells[place].box.querySelector('input')).focus();
    row.name = () => { label.replaceChildren(...worded(this.rowWording(row))); remove?.setAttribute('aria-label', fill(this.words.remove_row, { name: this.rowLabel(row) })); };
    row.refresh = () => {
      details.refresh();
      row.more.hidden = details.box.hidden;
      head.rowSpan = row.more.hidden ? 1 : 2;
      if (rest) rest.hidden = !this.frame.columns.some(({ id }) => isRated(row.cells[id])) || this.frame.columns.every(({ id }) => isRated(row.cells[id]));
    };
    row.inherit = () => cells.forEach((cell) => cell.say());
    row.write = () => { cells.forEach((cell) => cell.write()); row.refresh(); };
    row.name();
    row.refresh();
    this.body.append(row.line, row.more);
  }

  rated(row, column, impact) {
    const cell = { ...(row.cells[column] ?? {}) };
    if (impact === null) delete row.cells[column];
    else row.cells[column] = { ...cell, impact };
    if (this.gate !== 'effects') {
      this.gate = 'effects';
      this.gateRadios.write(this.gate);
      this.showGate();
      this.sheet.announce(this.words.gate_effects);
    }
    row.refresh();
    this.rows.forEach((one) => one.inherit());
    this.emit();
  }

  // Rates what a row leaves open as no effect; the place of the first cell that was open.
  rateRest(row) {
    const open = this.frame.columns.filter(({ id }) => !isRated(row.cells[id]));
    open.forEach(({ id }) => { row.cells[id] = { ...(row.cells[id] ?? {}), impact: 0 }; });
    row.write();
    this.rows.forEach((one) => one.inherit());
    this.emit();
    this.sheet.announce(`${open.map((column) => column.label).join(', ')}: ${this.words.rest_means}`);
    return this.frame.columns.indexOf(open[0]);
  }

  // The signs that an empty cell of a group takes from everyone; none for everyone, for combinations, and where another row
  // of the group has a rating.
  inherited(row, column) {
    if (row.groups.length > 1 || row.groups[0] === EVERYONE) return '';
    const signs = (group) => this.rows.filter((one) => one.groups.join() === group && isRated(one.cells[column])).map((one) => signOf(String(one.cells[column].impact)));
    return signs(row.groups[0]).length ? '' : signs(EVERYONE).join(', ');
  }

  setHorizon(row, horizon) {
    row.horizon = horizon;
    this.rows.forEach((one) => one.name());
    this.emit();
  }

  addRow(groups, horizon = null) {
    const key = groups.join('+');
    const row = { groups, horizon, cells: horizon ? {} : this.removed.get(key) ?? {} };
    this.rows.push(row);
    this.drawRow(row);
    this.rows.forEach((one) => one.name());
    this.adder.refresh();
    if (Object.keys(row.cells).length) this.emit();
    row.focus();
  }

  removeRow(row) {
    this.removed.set(row.groups.join('+'), row.cells);
    this.rows = this.rows.filter((one) => one !== row);
    row.line.remove();
    row.more.remove();
    this.rows.forEach((one) => one.name());
    this.adder.refresh();
    this.emit();
    this.adder.focus(row.groups);
    this.sheet.announce(fill(this.words.row_removed, { name: row.groups.map((id) => this.groupLabel(id)).join(', ') }));
  }

  buildAdder() {
    const { words, frame, block } = this;
    const groups = frame.groups.filter((group) => group.id !== EVERYONE);
    const proposed = groups.filter((group) => (block.proposed ?? []).includes(group.id));
    const buttons = new Map(proposed.map((group) => [group.id, el('button', { type: 'button', className: 'add', on: { click: () => this.addRow([group.id]) } }, '+ ', ...worded(group.label))]));
    const options = (blank) => [el('option', { value: '', text: blank }), ...groups.map(selectable)];
    const [firstId, secondId] = [newId('group'), newId('group')];
    const first = el('select', { id: firstId }, ...options(words.choose));
    const second = el('select', { id: secondId }, ...options(words.no_second));
    const horizons = frame.horizons?.length ? el('select', { id: newId('when') }, el('option', { value: '', text: words.any_time }), ...frame.horizons.map(selectable)) : null;
    const add = el('button', { type: 'button', text: words.add_row, on: { click: () => {
      if (!first.value) { first.focus(); return; }
      const chosen = [...new Set([first.value, second.value].filter(Boolean))].sort();
      const taken = this.rows.some((row) => row.groups.join('+') === chosen.join('+') && (row.horizon ?? '') === (horizons?.value ?? ''));
      if (taken) { this.sheet.announce(words.row_exists); note.textContent = words.row_exists; return; }
      note.textContent = '';
      const horizon = horizons?.value || null;
      [first, second, horizons].forEach((select) => { if (select) select.value = ''; });
      other.open = false;
      this.addRow(chosen, horizon);
    } } });
    const note = el('p', { className: 'hint' });
    const pair = (id, label, select) => el('div', {}, el('label', { htmlFor: id, text: label }), select);
    const everyoneToo = selectable({ id: EVERYONE, label: this.groupWording(EVERYONE) });
    first.append(everyoneToo);
    const other = foldable(words.other_group, el('div', { className: 'pick' }, pair(firstId, words.group, first), pair(secondId, words.second_group, second),
      horizons ? pair(horizons.id, words.horizon, horizons) : null, add, note), false, 'fold other');
    const refresh = () => {
      const shown = new Set(this.rows.filter((row) => row.groups.length === 1).map((row) => row.groups[0]));
      buttons.forEach((button, id) => { button.hidden = shown.has(id); });
    };
    const focus = (gone) => { const button = gone.length === 1 ? buttons.get(gone[0]) : null; (button ?? other.querySelector('summary')).focus(); };
    const box = el('div', { className: 'adder' }, el('p', { className: 'adder-title', text: words.add_groups }), el('div', { className: 'proposed' }, ...buttons.values(), other));
    return { box, refresh, focus };
  }

  lines(value) {
    const lines = [value?.gate ? this.words[`gate_${value.gate}`] : this.words.empty];
    for (const row of value?.rows ?? []) {
      const name = (row.groups ?? [row.group]).map((id) => this.groupLabel(id)).join(` ${this.words.and_also} `);
      for (const column of this.frame.columns) {
        const cell = row.cells?.[column.id];
        if (!cell) continue;
        const details = ['likelihood', 'reversibility', 'measure', 'residual'].filter((field) => cell[field] !== undefined).map((field) => this.detailLabel(field, cell[field]));
        lines.push(`${name}, ${column.label}: ${[signOf(String(cell.impact)), ...details].join(', ')}`);
      }
    }
    return lines;
  }

  detailLabel(field, value) {
    const lists = { likelihood: this.frame.likelihoods, reversibility: this.frame.reversibilities, measure: this.frame.measures };
    return field === 'residual' ? `${this.words.residual} ${signOf(String(value))}` : inWords(lists[field]?.find((option) => option.id === value)?.label ?? value);
  }

  // Only what differs, after the gate: twenty equal ratings would hide the one to decide about.
  describe(value, other) {
    const [gate, ...lines] = this.lines(value);
    const others = new Set(this.lines(other));
    return [gate, ...lines.filter((line) => !others.has(line))].join('\n');
  }
}
