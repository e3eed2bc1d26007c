/* The form in which a viewer says what matters: radios and numbers of the browser's own, told as one line of choices. */
const SIGNS = { more: '+', same: '', less: '-' };

function element(name, keys = {}, ...inside) {
  const made = Object.assign(document.createElement(name), keys);
  made.append(...inside);
  return made;
}

function row({ id, title }, words) {
  const radios = Object.keys(SIGNS).map((level) =>
    element('label', {}, element('input', { type: 'radio', name: `importance-${id}`, value: level }), element('span', { textContent: words[level] })),
  );
  return element('fieldset', {}, element('legend', { textContent: title }), element('div', { className: 'levels' }, ...radios));
}

function ends({ id, title }, words) {
  const number = (end) =>
    element('label', {}, element('span', { textContent: words[end] }), element('input', { type: 'number', name: `${end}-${id}`, min: 0, max: 100, step: 1, inputMode: 'numeric' }), element('span', { textContent: '%', ariaHidden: 'true' }));
  return element('fieldset', { className: 'ends' }, element('legend', { textContent: title }), number('least'), number('most'));
}

function build(form, data) {
  const { words, perspectives } = data;
  const known = element('label', { className: 'known' }, element('input', { type: 'checkbox', name: 'known', disabled: !data.open }), element('span', { textContent: words.known }));
  const fold = element('details', {}, element('summary', { textContent: words.ends }), element('p', { className: 'hint', textContent: words.ends_help }), ...perspectives.map((each) => ends(each, words)));
  form.replaceChildren(
    ...perspectives.map((each) => row(each, words)),
    fold,
    known,
    element('button', { type: 'button', textContent: words.reset }),
  );
  form.setAttribute('aria-label', words.form);
}

/* Writes what was chosen into the form; a field in which somebody types is left alone. */
function fill(form, data) {
  for (const { id } of data.perspectives) {
    const level = data.importance[id] ?? 'same';
    form.elements[`importance-${id}`].value = level;
    ['least', 'most'].forEach((end, at) => {
      const field = form.elements[`${end}-${id}`];
      if (field !== document.activeElement) field.value = data.ends[id]?.[at] ?? '';
    });
    if (data.ends[id]) form.querySelector('details').open = true;
  }
  form.elements.known.checked = data.known;
}

const percent = (field, otherwise) => (field.value === '' ? otherwise : Math.min(100, Math.max(0, Math.round(Number(field.value)))));

function said(form, perspectives) {
  const told = [];
  for (const { id } of perspectives) {
    const sign = SIGNS[form.elements[`importance-${id}`].value];
    if (sign) told.push(`${id}${sign}`);
    const [least, most] = [percent(form.elements[`least-${id}`], 0), percent(form.elements[`most-${id}`], 100)];
    if (least > 0 || most < 100) told.push(`${id}=${least}..${most}`);
  }
  if (form.elements.known.checked) told.push('known');
  return told.join(';');
}

export default function ({ data, parentElement, setTriggerValue }) {
  const form = parentElement.querySelector('form');
  const status = parentElement.querySelector('[role=status]');
  const shape = JSON.stringify([data.words, data.perspectives, data.open]);
  if (form.shape !== shape) {
    form.shape = shape;
    build(form, data);
  }
  fill(form, data);
  if (form.waiting) status.textContent = data.told;
  form.onsubmit = (event) => event.preventDefault();
  form.onchange = () => { form.waiting = true; setTriggerValue('chosen', said(form, data.perspectives) || '-'); };
  form.querySelector('button').onclick = () => { form.waiting = true; setTriggerValue('chosen', '-'); };
}
