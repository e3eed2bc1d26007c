// Making elements. Text from people only ever becomes textContent; `html` is made by Python from checklists.
const el = (tag, props = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'text') node.textContent = value;
    else if (name === 'html') node.innerHTML = value;
    else if (name === 'on') for (const [event, handler] of Object.entries(value)) node.addEventListener(event, handler);
    else if (name in node && !name.startsWith('aria') && name !== 'role' && name !== 'list') node[name] = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
};

// A wording is words, or parts of which those in another language are {words, lang}: elements, and words where none fit.
const worded = (wording) => [wording ?? ''].flat().map((part) => (part.lang ? el('span', { lang: part.lang, text: part.words }) : part));
const inWords = (wording) => [wording ?? ''].flat().map((part) => (part.lang ? `${part.words} [${part.lang}]` : part)).join('');
const selectable = ({ id, label }) => el('option', { value: id, text: inWords(label), lang: label[0]?.lang });

const fill = (template, params) => template.replace(/\{(\w+)\}/g, (whole, name) => (name in params ? String(params[name]) : whole));

// Equality of JSON values that does not mind the order of keys nor absent nulls.
const canonical = (value) => {
  if (Array.isArray(value)) return value.map(canonical);
  if (value && typeof value === 'object') {
    const names = Object.keys(value).filter((name) => value[name] !== undefined && value[name] !== null).sort();
    return Object.fromEntries(names.map((name) => [name, canonical(value[name])]));
  }
  return value === undefined ? null : value;
};
const same = (a, b) => JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));

const random = (length) => {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  return Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => letters[byte % letters.length]).join('');
};

let idCount = 0;
const newId = (prefix) => `${prefix}-${(idCount += 1)}`;

const foldable = (title, body, open = false, className = 'fold') =>
  el('details', { className, open }, el('summary', {}, el('span', { text: title })), body);

// Guidance folds open below the row of its titles, so that the titles stay where they were.
const guidanceOf = (guidance) => {
  if (!guidance?.length) return null;
  const parts = guidance.map((part) => {
    const id = newId('guidance');
    const panel = el('div', { id, className: 'prose', html: part.html, hidden: !part.open });
    const button = el('button', { type: 'button', className: 'quiet fold-button', text: part.title, 'aria-expanded': String(Boolean(part.open)), 'aria-controls': id });
    button.addEventListener('click', () => {
      panel.hidden = !panel.hidden;
      button.setAttribute('aria-expanded', String(!panel.hidden));
    });
    return { panel, button };
  });
  return el('div', { className: 'guidance' }, el('div', { className: 'guidance-titles' }, ...parts.map((part) => part.button)), ...parts.map((part) => part.panel));
};

const fillMessages = (box, messages, words) => {
  const lines = (messages ?? []).map((message) =>
    el('li', { className: message.severity }, el('strong', { text: words[`severity_${message.severity}`] }), ` ${message.text}`));
  box.replaceChildren(...lines);
  box.hidden = !lines.length;
};

// An option drawn as one segment of a row: a native radio button fills it, the sign is for the eye.
const segment = (name, value, label, sign, className = '') => {
  const input = el('input', { type: 'radio', name, value, 'aria-label': label });
  return el('label', { className: `segment ${className}`, title: label }, input, el('span', { text: sign, 'aria-hidden': 'true' }));
};

// A radio group, or one box to tick, that is cleared by pressing the chosen option again or with Delete; `changed` gets the value or null.
const clearable = (group, changed, canClear = true) => {
  let current = null;
  const radios = () => [...group.querySelectorAll('input')];
  const write = (value) => {
    current = value === null || value === undefined ? null : String(value);
    radios().forEach((radio) => { radio.checked = radio.value === current; });
  };
  const choose = (value) => { write(value); changed(current); };
  group.addEventListener('click', (event) => {
    if (canClear && event.target.type === 'radio' && event.target.value === current) choose(null);
  });
  group.addEventListener('change', (event) => {
    event.stopPropagation();
    choose(event.target.checked ? event.target.value : null);
  });
  group.addEventListener('keydown', (event) => {
    if (canClear && (event.key === 'Delete' || event.key === 'Backspace') && current !== null) {
      event.preventDefault();
      choose(null);
    }
  });
  return { write, choose, read: () => current, radios };
};
