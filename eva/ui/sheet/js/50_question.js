// One impact question: title, guidance, gate and matrix, then one rationale and the grade of evidence for all of it.
const evidenceField = (sheet, question, frame) => {
  const { words } = sheet;
  const name = newId('evidence');
  const options = frame.evidence.map((option) => el('label', { className: 'pill', title: option.help ? inWords(option.help) : null }, el('input', { type: 'radio', name, value: option.id }),
    el('span', {}, el('strong', { text: option.id, 'aria-hidden': 'true' }), ' ', ...worded(option.label))));
  const line = el('div', { className: 'pills' }, ...options);
  const box = el('fieldset', { className: 'evidence' }, el('legend', { text: words.evidence }), line);
  const control = new Control(sheet, question.evidence.path, `${inWords(question.title)}: ${words.evidence}`, { box, write: (value) => radios.write(value) });
  const radios = clearable(line, (value) => control.changed(value));
  control.describe = (value) => inWords(frame.evidence.find((option) => option.id === value)?.label ?? words.empty);
  return { box, sync: (field) => { control.sync(field.value, field.version); control.showNotice(); } };
};

// One thing said of two questions is written once: the last two rationales further up can be taken over, and changed.
const repeats = (sheet, control) => {
  const box = el('div', { className: 'repeats', hidden: true });
  const earlier = () => {
    const found = new Map();
    for (const { dataset } of control.box.getRootNode().querySelectorAll('[data-path$="/rationale"]')) {
      if (dataset.path === control.path) break;
      const other = sheet.controls.get(dataset.path);
      if (other?.shown) { found.delete(other.shown); found.set(other.shown, other); }
    }
    return [...found.values()].slice(-2).reverse();
  };
  const take = ({ shown }) => {
    control.show(shown);
    control.changed(shown);
    box.hidden = true;
    focusOn(control.box);
  };
  const refresh = () => {
    const found = control.shown ? [] : earlier();
    box.hidden = !found.length;
    box.replaceChildren(...found.map((other) => el('button', { type: 'button', className: 'quiet', text: fill(sheet.words.repeat, { title: other.about }), on: { click: () => take(other) } })));
  };
  return { box, refresh };
};

const questionBlock = (sheet, block) => {
  const { words } = sheet;
  const titleId = newId('title');
  const chip = statusChip();
  const messages = el('ul', { className: 'messages', hidden: true });
  const matrix = new Matrix(sheet, block, block.matrix.path);
  const rationale = block.rationale
    ? textField(sheet, { type: 'text', label: words.rationale, help: words.rationale_help, lines: 3 }, block.rationale.path) : null;
  if (rationale) Object.assign(rationale.control, { label: `${inWords(block.title)}: ${words.rationale}`, about: inWords(block.title) });
  const repeated = rationale && !block.readonly ? repeats(sheet, rationale.control) : null;
  const evidence = block.evidence ? evidenceField(sheet, block, matrix.frame) : null;
  const apart = el('div', { className: 'apart' });
  const own = blockArea(sheet, apart);
  const sources = block.sources ? sourcesOf(sheet, block) : null;
  const below = el('div', { className: 'below' }, rationale?.box, repeated?.box, apart, sources?.box, evidence?.box);
  const why = el('button', { type: 'button', className: 'quiet why', text: words.add_rationale, hidden: true, on: { click: () => { wanted = true; show(); below.querySelector('textarea')?.focus(); } } });
  let wanted = false;
  rationale?.box.addEventListener('input', () => { wanted = true; });
  const filled = () => Boolean(rationale?.control.shown || sheet.outbox.entry(block.rationale?.path));
  const show = () => {
    const open = matrix.gate === 'effects' || wanted || filled();
    below.hidden = !open;
    if (open) repeated?.refresh();
    why.hidden = open || !matrix.gate || !rationale;
  };
  matrix.onGate = show;
  const box = el('section', { className: 'question', 'aria-labelledby': titleId },
    el('header', {}, el('h3', { id: titleId }, el('span', {}, ...worded(block.title))), chip.box),
    guidanceOf(block.guidance), el('fieldset', { className: 'answer', disabled: block.readonly ? true : null }, matrix.box, why, below), messages);
  return {
    box,
    sync: (now) => {
      matrix.block = { ...block, ask: now.ask };
      matrix.control.sync(now.matrix.value, now.matrix.version);
      matrix.control.showNotice();
      matrix.rows.forEach((row) => row.refresh());
      rationale?.sync({ ...now.rationale, messages: [] });
      evidence?.sync(now.evidence);
      own(now.blocks ?? []);
      sources?.sync(now.sources);
      chip.sync(now);
      fillMessages(messages, now.messages, words);
      show();
    },
  };
};
