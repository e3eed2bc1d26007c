// The fields that hold one value: words, numbers, days, choices. Each returns {box, sync(block)}.
const fieldBox = (sheet, block, { legend = false, forId = null } = {}) => {
  const { words } = sheet;
  const helpId = newId('help');
  const title = [el('span', {}, ...worded(block.label)), block.required ? el('span', { className: 'required', text: ` ${words.required}` }) : null];
  const label = legend ? el('legend', { className: 'label' }, ...title) : el('label', { className: 'label', htmlFor: forId }, ...title);
  const messages = el('ul', { className: 'messages', hidden: true });
  const box = el(legend ? 'fieldset' : 'div', { className: `field ${block.type}`, disabled: legend && block.readonly ? true : null }, label,
    block.help ? el('p', { className: 'help', id: helpId, text: block.help }) : null, guidanceOf(block.guidance));
  return { box, messages, helpId: block.help ? helpId : '' };
};

// How far a question is, in the corner of its card.
const statusChip = () => {
  const box = el('span', { className: 'chip', hidden: true });
  return { box, sync: ({ status, status_text: text }) => {
    box.textContent = text ?? '';
    box.className = `chip ${status ?? ''}`;
    box.hidden = !text;
  } };
};

// Why a question was answered so: a field for who wants to say it, and wherever somebody has.
const reasonOf = (sheet, block, about) => {
  const { words } = sheet;
  const written = textField(sheet, { type: 'text', label: words.rationale, lines: 2, readonly: block.readonly }, block.rationale.path);
  Object.assign(written.control, { label: `${about}: ${words.rationale}`, about });
  let wanted = false;
  written.box.addEventListener('input', () => { wanted = true; });
  const ask = el('button', { type: 'button', className: 'quiet why', text: words.add_rationale, on: { click: () => { wanted = true; show(); written.box.querySelector('textarea').focus(); } } });
  const show = (status) => {
    const open = wanted || Boolean(written.control.shown || sheet.outbox.entry(block.rationale.path));
    written.box.hidden = !open;
    ask.hidden = open || Boolean(block.readonly) || status === 'unanswered';
  };
  return { box: el('div', { className: 'reason' }, ask, written.box), sync: (now) => { written.sync(now.rationale); show(now.status); } };
};

// The sources of an answer: folded away until one is named, for they may be many and are named seldom.
const sourcesOf = (sheet, { sources }) => {
  const field = multiChoiceField(sheet, sources, sources.path);
  field.box.firstChild.classList.add('sr');
  const fold = el('details', { className: 'fold sources', open: Boolean(sources.value?.length) }, el('summary', {}, el('span', { text: inWords(sources.label) })), field.box);
  return { box: fold, sync: field.sync };
};

// The card of a question that is no impact question: how far it is, and why it was answered so.
const asQuestion = (sheet, block, box, about) => {
  const chip = statusChip();
  const reason = block.rationale ? reasonOf(sheet, block, about) : null;
  const sources = block.sources ? sourcesOf(sheet, block) : null;
  box.classList.add('asked');
  box.firstChild.after(chip.box);
  box.append(...[reason, sources].filter(Boolean).map((each) => each.box));
  return (now) => { chip.sync(now); reason?.sync(now); sources?.sync(now.sources); };
};

const finish = (control, messages, sheet, block) => {
  control.box.append(messages);
  const asked = block.status_text ? asQuestion(sheet, block, control.box, inWords(block.label)) : null;
  return {
    box: control.box,
    control,
    sync: (now) => {
      control.sync(now.value, now.version);
      control.showNotice();
      fillMessages(messages, now.messages, sheet.words);
      asked?.(now);
    },
  };
};

const grow = (area) => {
  if (CSS.supports('field-sizing', 'content')) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
};

// More than any report can carry, and less than a connection refuses to transport.
const LONGEST = 1_000_000;

const textField = (sheet, block, path) => {
  const id = newId('text');
  const { box, messages, helpId } = fieldBox(sheet, block, { forId: id });
  const long = (block.lines ?? 1) > 1;
  const input = el(long ? 'textarea' : 'input', { id, type: long ? null : 'text', rows: long ? block.lines : null, autocomplete: 'off',
    lang: block.lang || sheet.writtenIn || null, readOnly: block.readonly ? true : null, 'aria-describedby': helpId || null, 'aria-required': block.required ? 'true' : null, className: 'input' });
  if (long) input.style.setProperty('--lines', block.lines);
  box.append(input);
  const control = new Control(sheet, path, block.label, { box, write: (value) => { if (input.value !== (value ?? '')) input.value = value ?? ''; if (long) grow(input); } });
  input.addEventListener('input', () => {
    if (long) grow(input);
    if (input.value.length > LONGEST) control.invalid(input.value, sheet.words.too_long);
    else control.changed(input.value === '' ? null : input.value, 450);
    control.showNotice();
  });
  input.addEventListener('blur', () => sheet.outbox.flush());
  return finish(control, messages, sheet, block);
};

// A field whose words must be understood before they are sent: `parse` gives the value, null for empty, undefined for neither.
const parsedField = (sheet, block, path, { parse, format, hint, problem, unit, inputMode }) => {
  const id = newId('parsed');
  const hintId = newId('hint');
  const { box, messages, helpId } = fieldBox(sheet, block, { forId: id });
  const input = el('input', { id, type: 'text', inputMode, autocomplete: 'off', readOnly: block.readonly ? true : null, className: 'input',
    'aria-describedby': [helpId, hintId].filter(Boolean).join(' '), 'aria-required': block.required ? 'true' : null });
  box.append(el('div', { className: 'with-unit' }, input, unit ? el('span', { className: 'unit' }, ...worded(unit)) : null), el('p', { className: 'hint', id: hintId, text: hint }));
  const shown = (value) => (value === null ? '' : parse(value) === undefined ? value : format(value));
  const control = new Control(sheet, path, block.label, { box, write: (value) => { if (parse(input.value) !== value || value === null) input.value = shown(value); } });
  control.fallback = problem;
  control.describe = (value) => (value === null ? sheet.words.empty : shown(value));
  const take = (final) => {
    const value = parse(input.value);
    if (value !== undefined) {
      if (!same(value, control.shown) || sheet.outbox.entry(path)) control.changed(value, 450);
      control.problem = null;
    } else if (final) control.invalid(input.value, problem);
    control.showNotice();
  };
  input.addEventListener('input', () => take(Boolean(control.problem)));
  input.addEventListener('change', () => take(true));
  input.addEventListener('blur', () => { take(parse(input.value) === undefined); if (parse(input.value)) input.value = format(parse(input.value)); sheet.outbox.flush(); });
  return finish(control, messages, sheet, block);
};

const parseNumber = (decimals, money) => (raw) => {
  const written = raw.replace(/[\s\u00a0\u202f]/g, '');
  const plain = (money ? written.replace(/(?:€|euroa?)$/i, '').replace(/,[-–]$/, '') : written).replace(/[−–]/g, '-').replace(',', '.').replace(/^\+/, '');
  if (plain === '') return null;
  const match = /^(-?)0*(\d+)(?:\.(\d+))?$/.exec(plain.replace(/^(-?)\./, '$10.'));
  if (!match || (match[3] ?? '').length > decimals || match[2].length > 15) return undefined; // `32,000` and `32.000` are not 32
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  const digits = fraction ? `${match[2]}.${fraction}` : match[2];
  return /^[0.]+$/.test(digits) ? '0' : match[1] + digits;
};

const formatNumber = (lang) => (value) => {
  const [, sign, whole, fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(parseNumber(20)(value));
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return (sign ? '−' : '') + grouped + (fraction ? (lang === 'en' ? '.' : ',') + fraction : '');
};

const numberField = (sheet, block, path) => parsedField(sheet, block, path, {
  parse: parseNumber(block.decimals ?? 2, inWords(block.unit).includes('€')), format: formatNumber(sheet.words.lang), unit: block.unit, inputMode: 'decimal',
  hint: sheet.words.number_hint, problem: sheet.words.number_problem,
});

const parseDate = (raw) => {
  const text = raw.trim();
  if (text === '') return null;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const finnish = /^(\d{1,2})[./]\s*(\d{1,2})[./]\s*(\d{4})$/.exec(text);
  if (!iso && !finnish) return undefined;
  const [year, month, day] = (iso ? iso.slice(1) : finnish.slice(1).reverse()).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
};

const dateField = (sheet, block, path) => parsedField(sheet, block, path, {
  parse: parseDate, format: (value) => { const [year, month, day] = parseDate(value).split('-').map(Number); return `${day}.${month}.${year}`; },
  inputMode: 'text', hint: sheet.words.date_hint, problem: sheet.words.date_problem,
});

const optionLabel = (input, option) =>
  el('label', { className: 'option' }, input, el('span', { className: 'option-text' }, el('span', {}, ...worded(option.label)), option.help ? el('small', {}, ...worded(option.help)) : null));

const choiceField = (sheet, block, path) => {
  const { box, messages, helpId } = fieldBox(sheet, block, { legend: true });
  const name = newId('choice');
  const type = block.options.length > 1 ? 'radio' : 'checkbox';
  const group = el('div', { className: 'options' }, ...block.options.map((option) => optionLabel(el('input', { type, name, value: option.id }), option)));
  if (helpId) box.setAttribute('aria-describedby', helpId);
  box.append(group);
  const control = new Control(sheet, path, block.label, { box, write: (value) => radios.write(value) });
  const radios = clearable(group, (value) => control.changed(value), block.clearable !== false);
  control.describe = (value) => inWords(block.options.find((option) => option.id === value)?.label ?? sheet.words.empty);
  return finish(control, messages, sheet, block);
};

const NONE = '\u0000none';

const multiChoiceField = (sheet, block, path) => {
  const { box, messages, helpId } = fieldBox(sheet, block, { legend: true });
  const options = block.allow_none ? [...block.options, { id: NONE, label: sheet.words.none_of_these, exclusive: true }] : block.options;
  const group = el('div', { className: 'options' }, ...options.map((option) => optionLabel(el('input', { type: 'checkbox', value: option.id }), option)));
  if (helpId) box.setAttribute('aria-describedby', helpId);
  box.append(group);
  const inputs = [...group.querySelectorAll('input')];
  const write = (value) => inputs.forEach((input) => { input.checked = input.value === NONE ? same(value, []) : Boolean(value?.includes(input.value)); });
  const control = new Control(sheet, path, block.label, { box, write });
  control.describe = (value) => options.filter((option) => (same(value, []) ? option.id === NONE : value?.includes(option.id))).map((option) => inWords(option.label)).join('\n') || sheet.words.empty;
  group.addEventListener('change', (event) => {
    const exclusive = new Set(options.filter((option) => option.exclusive).map((option) => option.id));
    if (event.target.checked) inputs.forEach((input) => { if (input !== event.target && (exclusive.has(event.target.value) || exclusive.has(input.value))) input.checked = false; });
    const ticked = inputs.filter((input) => input.checked).map((input) => input.value);
    control.changed(ticked.includes(NONE) ? [] : ticked.length ? ticked : null);
  });
  return finish(control, messages, sheet, block);
};

const FIELDS = { text: textField, number: numberField, date: dateField, choice: choiceField, multi_choice: multiChoiceField };
