const isTyping = (active) => active.matches('textarea, input[type=text]');

// A control ties one path to its input: which value it shows, which version of it the person last saw, what is wrong.
class Control {
  // `same` may overlook what is not stored; `typing` tells whether a hand is on an input that must not change now.
  constructor(sheet, path, label, { box, write, same: equal = same, typing = isTyping }) {
    Object.assign(this, { sheet, path, label: inWords(label), box, write, equal, typing, shown: null, seen: '', waiting: null });
    this.notice = el('div', { className: 'notice', hidden: true, id: newId('notice') });
    box.append(this.notice);
    this.typed().forEach((input) => input.setAttribute('aria-describedby', `${input.getAttribute('aria-describedby') ?? ''} ${this.notice.id}`.trim()));
    box.dataset.path = path;
    box.addEventListener('focusout', () => setTimeout(() => this.settle(), 0));
    sheet.controls.set(path, this);
  }

  typed() { return this.box.querySelectorAll('input[type=text], textarea'); }

  // Its label, after the heading of the record that it stands in.
  name() {
    const record = this.box.closest('.item')?.querySelector('header > :first-child');
    return record ? `${record.textContent}: ${this.label}` : this.label;
  }

  // A person's new value; `follow` hears of every value that is shown.
  changed(value, wait = 150) {
    this.shown = value;
    this.follow?.();
    this.sheet.outbox.put(this.path, value, this.seen, this.label, wait);
  }

  // What cannot be sent as it stands: shown with its remedy, kept in the browser.
  invalid(raw, message) {
    this.sheet.outbox.hold(this.path, raw, this.seen, this.label);
    this.problem = message;
    this.showNotice();
  }

  stored(value, version) {
    this.seen = version;
    this.waiting = null;
    if (!this.sheet.outbox.entry(this.path)) this.shown = value;
  }

  // Python's value and version: shown unless this browser has something newer, or a hand is on the input.
  sync(value, version) {
    const mine = this.sheet.outbox.pending(this.path);
    const value_ = value ?? null;
    if (mine !== undefined) {
      if (!this.synced) this.show(mine);
      this.showNotice();
    } else if (this.equal(value_, this.shown)) {
      if (!this.synced) this.show(value_);
      this.seen = version ?? '';
      this.waiting = null;
    } else if (this.synced && this.hasFocus()) {
      this.waiting = { value: value_, version: version ?? '' };
    } else {
      this.show(value_);
      this.seen = version ?? '';
      this.waiting = null;
    }
    this.synced = true;
  }

  settle() {
    if (!this.waiting || this.hasFocus() || this.sheet.outbox.entry(this.path)) return;
    this.show(this.waiting.value);
    this.seen = this.waiting.version;
    this.waiting = null;
  }

  show(value) {
    this.shown = value ?? null;
    this.write(this.shown);
    this.follow?.();
  }

  showPending() {
    const mine = this.sheet.outbox.pending(this.path);
    if (mine !== undefined && !same(mine, this.shown)) this.show(mine);
    this.showNotice();
  }

  hasFocus() {
    const active = this.box.getRootNode().activeElement;
    return Boolean(active && this.box.contains(active) && this.typing(active));
  }

  showNotice() {
    const entry = this.sheet.outbox.entry(this.path);
    const key = JSON.stringify([entry?.conflict?.version, entry?.conflict?.value, entry?.refused?.message, entry?.refused?.local && this.problem, this.sheet.words.lang]);
    if (key === this.noticeKey) return;
    this.noticeKey = key;
    this.notice.hidden = !(entry?.conflict || entry?.refused);
    const invalid = Boolean(entry?.refused);
    this.typed().forEach((input) => input.setAttribute('aria-invalid', String(invalid)));
    if (entry?.conflict) this.notice.replaceChildren(conflictPanel(this, entry.conflict));
    else if (entry?.refused) this.notice.replaceChildren(refusalPanel(this.sheet, entry.refused.message ?? this.problem ?? this.fallback ?? this.sheet.words.not_stored));
    else this.notice.replaceChildren();
  }

  keepMine() { this.sheet.outbox.keepMine(this.path); this.showNotice(); }

  takeTheirs() {
    const { theirs, version } = this.sheet.outbox.entry(this.path).conflict;
    this.sheet.outbox.drop(this.path);
    this.show(theirs);
    this.seen = version;
    this.showNotice();
  }

  // The value in words, for the eye that compares mine and theirs.
  describe(value) { return value === null || value === undefined || value === '' ? this.sheet.words.empty : String(value); }
}

const refusalPanel = (sheet, message) => {
  sheet.announce(message);
  return el('p', { className: 'refusal' }, el('strong', { text: sheet.words.severity_error }), ` ${message}`);
};

const conflictPanel = (control, conflict) => {
  const { sheet } = control;
  const { words } = sheet;
  const title = fill(words.conflict, { by: conflict.by, at: conflict.at });
  sheet.announce(`${control.label}: ${title}`);
  const side = (heading, value, other) => el('div', {}, el('p', { className: 'side', text: heading }), el('div', { className: 'words', text: control.describe(value, other) }));
  const press = (act) => ({ click: () => { act(); focusOn(control.box); } });
  return el('section', { className: 'conflict', 'aria-label': title },
    el('p', { text: title }),
    el('div', { className: 'sides' }, side(words.theirs, conflict.theirs, conflict.value), side(words.mine, conflict.value, conflict.theirs)),
    el('div', { className: 'actions' },
      el('button', { type: 'button', text: words.keep_mine, 'data-act': 'mine', on: press(() => control.keepMine()) }),
      el('button', { type: 'button', text: words.take_theirs, 'data-act': 'theirs', on: press(() => control.takeTheirs()) })));
};

const focusOn = (box) => {
  const target = box.querySelector('input:checked, textarea, input:not([type=radio]), input, select, button') ?? box;
  if (target === box && !box.hasAttribute('tabindex')) box.tabIndex = -1;
  target.focus();
};
