// One cell of the matrix: the rating of one alternative for one group, as a native radio group named "row, column".
const signOf = (id) => (id === 'unknown' ? '?' : Number(id) > 0 ? `+${id}` : String(id).replace('-', '−'));
const tone = (id) => (id === 'unknown' ? 'unknown' : Number(id) < 0 ? `harm h${-id}` : Number(id) > 0 ? `benefit b${id}` : 'zero');
const impactOf = (id) => (id === null || id === 'unknown' ? id : Number(id));
const strong = (impact) => typeof impact === 'number' && Math.abs(impact) >= 2;

const scaleOf = (name, scale) => scale.map((step) => segment(name, step.id, `${signOf(step.id)}, ${inWords(step.label)}`, signOf(step.id), tone(step.id)));

// One key rates: 0–3 are benefits, with Shift or after a minus they are harms, ? or u is unknown.
const ratingKeys = (radios) => {
  let minus = false;
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = /^(?:Digit|Numpad)([0-3])$/.exec(event.code)?.[1] ?? (/^[0-3]$/.test(event.key) ? event.key : null);
    let value = null;
    if (event.key === '?' || event.key === 'u' || event.key === 'U') value = 'unknown';
    else if (digit !== null) value = (minus || event.shiftKey) && digit !== '0' ? `-${digit}` : digit;
    else if (/^[-−–]$/.test(event.key)) { minus = true; event.preventDefault(); return; }
    if (!['Shift'].includes(event.key)) minus = false;
    if (value === null) return;
    event.preventDefault();
    const radio = radios.radios().find((one) => one.value === value);
    if (!radio) return;
    if (radios.read() !== value) radios.choose(value);
    radio.focus();
  };
};

const ratingCell = (matrix, row, column) => {
  const { frame } = matrix;
  const caption = el('div', { className: 'caption', id: newId('caption'), 'aria-hidden': 'true' });
  const scale = el('div', { className: 'scale' }, ...scaleOf(newId('cell'), frame.scale));
  const name = el('div', {}, el('span', { className: 'sr' }, ...worded(matrix.rowWording(row)), ', '), el('span', { text: column.label }), column.title ? el('small', {}, ...worded(column.title)) : null);
  const group = el('fieldset', { className: 'cell' }, el('legend', {}, name), scale, caption);
  const given = () => {
    const impact = row.cells[column.id]?.impact;
    return impact === undefined || impact === null ? null : String(impact);
  };
  const say = () => {
    const id = given();
    const step = frame.scale.find((one) => one.id === id);
    const signs = step ? '' : matrix.inherited(row, column.id);
    const taken = signs ? fill(matrix.words.as_everyone, { sign: signs }) : '';
    caption.replaceChildren(...(step ? [`${signOf(id)} `, ...worded(step.label)] : [taken]));
    caption.className = `caption ${step ? tone(id) : 'taken'}`;
    if (taken) group.setAttribute('aria-describedby', caption.id); else group.removeAttribute('aria-describedby');
  };
  const radios = clearable(scale, (id) => { matrix.rated(row, column.id, impactOf(id)); say(); });
  scale.addEventListener('keydown', ratingKeys(radios));
  const write = () => {
    radios.write(given());
    say();
  };
  write();
  return { box: el('td', { role: 'cell' }, group), write, say };
};

// The details of one row, folded: the horizon of the row, and for each strong rating how likely and how reversible it is.
const rowDetails = (matrix, row) => {
  const { frame, words } = matrix;
  const lines = new Map();
  const count = el('span', { className: 'count' });
  const body = el('div', { className: 'details-body' });
  const fold = el('details', { className: 'fold row-details' }, el('summary', {}, el('span', { text: words.details }), count), body);
  const pills = (legend, name, options, read, save, hint) => {
    const box = el('div', { className: 'pills' }, ...options.map((option) => {
      const input = el('input', { type: 'radio', name, value: option.id });
      return el('label', { className: 'pill' }, input, el('span', {}, ...worded(option.label)));
    }));
    const radios = clearable(box, (id) => { save(id); refresh(); });
    const group = el('fieldset', { className: 'detail' }, el('legend', {}, el('span', { className: 'sr' }, ...worded(hint), ', '), legend), box);
    return { group, write: () => radios.write(read()), open: () => read() === null };
  };
  const cellParts = (column) => {
    const cell = () => (row.cells[column.id] ??= {});
    const hint = [...matrix.rowWording(row), `, ${column.label}`];
    const part = (field, legend, options) => pills(legend, newId(field), options, () => row.cells[column.id]?.[field] ?? null,
      (id) => { if (id === null) delete cell()[field]; else cell()[field] = id; matrix.emit(); }, hint);
    const parts = [];
    if (frame.likelihoods?.length) parts.push(part('likelihood', words.likelihood, frame.likelihoods));
    if (frame.reversibilities?.length) parts.push(part('reversibility', words.reversibility, frame.reversibilities));
    const extra = [];
    if (frame.measures?.length) {
      extra.push(part('measure', words.measure, frame.measures));
      const scale = el('div', { className: 'scale' }, ...scaleOf(newId('residual'), frame.scale));
      const radios = clearable(scale, (id) => { if (id === null) delete cell().residual; else cell().residual = impactOf(id); matrix.emit(); });
      scale.addEventListener('keydown', ratingKeys(radios));
      const group = el('fieldset', { className: 'detail' }, el('legend', {}, el('span', { className: 'sr' }, ...worded(hint), ', '), words.residual), scale);
      extra.push({ group, write: () => radios.write(row.cells[column.id]?.residual ?? null), open: () => false });
    }
    const name = el('strong', {});
    const box = el('div', { className: 'detail-line' }, el('div', { className: 'detail-name' }, el('span', { text: column.label }), ' ', name), ...[...parts, ...extra].map((one) => one.group));
    return { box, name, parts, extra };
  };
  const horizon = frame.horizons?.length
    ? pills(words.horizon, newId('horizon'), frame.horizons, () => row.horizon ?? null, (id) => matrix.setHorizon(row, id), matrix.rowWording(row)) : null;
  if (horizon) body.append(horizon.group);
  const refresh = () => {
    let open = 0;
    let any = false;
    let demanded = false;
    for (const column of frame.columns) {
      const cell = row.cells[column.id];
      const wanted = cell && ((strong(cell.impact)) || matrix.asked(row, column.id) || ['likelihood', 'reversibility', 'residual', 'measure'].some((field) => cell[field] !== undefined));
      if (wanted && !lines.has(column.id)) { lines.set(column.id, cellParts(column)); body.append(lines.get(column.id).box); }
      const line = lines.get(column.id);
      if (!line) continue;
      line.box.hidden = !wanted;
      if (!wanted) continue;
      any = true;
      line.name.textContent = cell.impact === undefined ? '' : signOf(String(cell.impact));
      [...line.parts, ...line.extra].forEach((part) => part.write());
      const mitigated = cell.impact < 0 || cell.measure !== undefined || cell.residual !== undefined;
      line.extra.forEach((part) => { part.group.hidden = !mitigated; });
      if (!strong(cell.impact)) continue;
      demanded = true;
      open += line.parts.filter((part) => part.open()).length;
    }
    horizon?.write();
    if (demanded && horizon?.open()) open += 1;
    fold.hidden = !(any || row.horizon);
    count.textContent = open ? fill(words.details_open, { n: open }) : demanded ? words.details_done : '';
    count.classList.toggle('done', demanded && !open);
  };
  refresh();
  return { box: fold, refresh };
};
