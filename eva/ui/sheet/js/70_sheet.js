// What ends a press, and how long after it news may be drawn (ms): the click of a finger follows some time after it is lifted,
// and a press that slid away has none.
const ENDS_OF_A_PRESS = { click: 0, pointercancel: 0, pointerup: 300 };

// The sheet of one page: blocks, the outbox that they share, the line that says whether all is saved.
class Sheet {
  constructor(root) {
    this.root = root;
    this.controls = new Map();
    this.area = el('div', { className: 'blocks' });
    this.strays = el('div', { className: 'strays' });
    this.state = el('span', { className: 'state' });
    this.clock = el('span', { className: 'clock', 'aria-hidden': 'true' });
    this.summary = el('ul', { className: 'troubles', hidden: true });
    this.log = new Log(this);
    this.status = el('div', { className: 'save-status' }, el('span', { className: 'dot', 'aria-hidden': 'true' }),
      el('p', { role: 'status', 'aria-live': 'polite' }, this.state, ' ', this.clock), this.summary, this.log.button, this.log.line);
    this.live = el('div', { className: 'sr', 'aria-live': 'polite' });
    root.replaceChildren(this.strays, this.area, this.status, this.live);
    this.draw = blockArea(this, this.area);
    // Streamlit listens to single letters on the whole page.
    root.addEventListener('keydown', (event) => { if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation(); });
    // What moves or goes in the middle of a press takes the press away: news waits until it is over.
    root.addEventListener('pointerdown', (event) => {
      clearTimeout(this.release);
      this.pressed = event.isPrimary && event.button === 0;
    }, true);
    this.ended = ({ type }) => {
      clearTimeout(this.release);
      this.release = setTimeout(() => this.letGo(), ENDS_OF_A_PRESS[type]);
    };
    Object.keys(ENDS_OF_A_PRESS).forEach((type) => window.addEventListener(type, this.ended, true));
    this.observer = new ResizeObserver(() => this.layout());
    this.observer.observe(root);
    this.ticker = setInterval(() => this.outboxChanged(), 1000);
  }

  letGo() {
    this.pressed = false;
    if (this.late) this.update(...this.late);
  }

  update(component, words) {
    this.late = this.pressed ? [component, words] : null;
    if (this.late) return;
    const { data } = component;
    this.component = component;
    this.words = { ...words, lang: data.lang };
    this.frames = data.frames ?? [];
    this.writtenIn = data.written_in;
    this.keepsHistory = Boolean(data.histories);
    document.documentElement.lang = data.lang;
    this.root.lang = data.lang;
    this.root.dataset.theme = isDark(this.root) ? 'dark' : 'light';
    const outbox = outboxOf(data.store);
    if (this.outbox && this.outbox !== outbox) this.outbox.detach(this);
    this.outbox = outbox;
    const fresh = this.session !== data.session;
    this.session = data.session;
    if (!this.outbox.sheets.has(this)) this.outbox.sheets.add(this);
    this.savedAt = data.saved_at ? new Date(data.saved_at) : null;
    this.outbox.receive(data.receipts ?? []);
    this.draw(data.blocks ?? []);
    this.drawStrays();
    this.layout();
    if (fresh) this.outbox.attach(this);
    this.log.update(data);
    if (data.focus && data.focus !== this.focused) { this.focused = data.focus; requestAnimationFrame(() => this.go(data.focus)); }
    this.outboxChanged();
  }

  // A matrix is a table where its segments stay wide enough for a finger, else a card for each group;
  // the width is told as if letters had their usual size.
  layout() {
    const width = (this.root.clientWidth * 16) / parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.root.querySelectorAll('.effects').forEach((box) => box.classList.toggle('cards', width < 170 + 214 * Number(box.dataset.columns)));
  }

  submit(state) { this.component.setStateValue('outbox', { session: this.session, ...state }); }

  showPending() { this.controls.forEach((control) => control.showPending()); }

  close() {
    clearInterval(this.ticker);
    this.observer.disconnect();
    Object.keys(ENDS_OF_A_PRESS).forEach((type) => window.removeEventListener(type, this.ended, true));
    clearTimeout(this.release);
    this.log.close();
    this.outbox?.detach(this);
    delete this.root.sheet;
  }

  announce(text) { this.live.textContent = text; }

  outboxChanged() {
    if (!this.words || !this.outbox) return;
    const state = this.outbox.state();
    const { words } = this;
    const saved = this.outbox.savedAt ?? this.savedAt;
    const text = { offline: words.offline, silent: words.silent, saving: words.saving, attention: words.attention, saved: saved ? words.saved : words.saves_itself };
    if (state !== 'typing' && this.state.textContent !== text[state]) this.state.textContent = text[state];
    const time = saved ? momentOf(saved, words.lang) : '';
    if (state === 'saved' || state === 'typing') this.clock.textContent = this.state.textContent === words.saved ? time : '';
    else this.clock.textContent = '';
    this.status.dataset.state = state;
    this.drawSummary();
    this.controls.forEach((control) => control.showNotice());
    this.log.outboxChanged();
  }

  troubled() { return [...this.outbox.entries].filter(([, entry]) => entry.conflict || entry.refused).map(([path]) => path); }

  // The fields that hold what is not stored, each with the way to it; drawn anew only when it changes, for it may have the focus.
  drawSummary() {
    const troubled = this.troubled();
    const named = troubled.map((path) => [path, this.controls.get(path)?.name() ?? this.outbox.entry(path).label ?? path]);
    this.summary.hidden = !named.length;
    if (JSON.stringify(named) === this.summaryKey) return;
    this.summaryKey = JSON.stringify(named);
    const way = ([path, name]) => el('a', { href: `#${path}`, text: name, on: { click: (event) => { event.preventDefault(); this.go(path); } } });
    this.summary.replaceChildren(...named.map((each) => el('li', {}, way(each))));
  }

  // Conflicts and refusals of fields that this page does not show.
  drawStrays() {
    const strays = this.troubled().filter((path) => !this.controls.has(path));
    const key = JSON.stringify([this.words.lang, strays.map((path) => this.outbox.entry(path))]);
    if (key === this.straysKey) return;
    this.straysKey = key;
    this.strays.replaceChildren(...strays.map((path) => this.stray(path)));
  }

  stray(path) {
    const entry = this.outbox.entry(path);
    const box = el('section', { className: 'stray' }, el('h3', { text: entry.label || path }));
    box.dataset.path = path;
    const done = () => this.drawStrays();
    const control = { sheet: this, label: entry.label || path, box, describe: (value) => (typeof value === 'string' ? value : value ? this.words.has_answer : this.words.empty),
      keepMine: () => { this.outbox.keepMine(path); done(); }, takeTheirs: () => { this.outbox.drop(path); done(); } };
    if (entry.conflict) box.append(conflictPanel(control, entry.conflict));
    else box.append(refusalPanel(this, entry.refused.message ?? this.words.not_stored), el('pre', { className: 'words', text: typeof entry.refused.value === 'string' ? entry.refused.value : '' }),
      el('button', { type: 'button', text: this.words.discard, on: { click: () => { this.outbox.drop(path); done(); } } }));
    return box;
  }

  // Brings a path or a block into view and puts the focus there, opening what hides it.
  go(target) {
    const box = [...this.root.querySelectorAll('[data-path], [data-block]')].find((one) => one.dataset.path === target || one.dataset.block === target);
    if (!box) return;
    for (let fold = box.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    const seen = box.offsetParent === null ? box.closest('[data-block]') ?? box : box;
    seen.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    const notice = seen.querySelector('.notice:not([hidden]) button');
    if (notice) notice.focus({ preventScroll: true });
    else { const input = [...seen.querySelectorAll('input, textarea, select')].find((one) => one.offsetParent !== null); (input ?? seen).focus({ preventScroll: true }); }
  }

  // Replaces a block that has the focus without taking it away: same place, same caret.
  keepingFocus(old, fresh, replace) {
    const active = this.root.getRootNode().activeElement;
    const inside = active && old.contains(active);
    const order = (box) => [...box.querySelectorAll('input, textarea, select, button, summary')];
    const place = inside ? order(old).indexOf(active) : -1;
    const caret = inside && typeof active.selectionStart === 'number' ? [active.selectionStart, active.selectionEnd] : null;
    const folds = [...old.querySelectorAll('details')].map((fold) => fold.open);
    replace();
    [...fresh.querySelectorAll('details')].forEach((fold, number) => { if (folds[number]) fold.open = true; });
    if (place < 0) return;
    const again = order(fresh)[place];
    again?.focus({ preventScroll: true });
    if (caret && again?.setSelectionRange) again.setSelectionRange(...caret);
  }
}

const isDark = (root) => {
  const colour = getComputedStyle(root).getPropertyValue('--st-background-color').trim();
  const probe = el('span', { style: `color:${colour}` });
  root.append(probe);
  const [red, green, blue] = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number);
  probe.remove();
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110;
};

// As every other moment that the program tells: by the clock of Finland, wherever the browser thinks it is.
const FINLAND = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Helsinki', hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: '2-digit', second: '2-digit',
});
const onTheClock = (moment) => Object.fromEntries(FINLAND.formatToParts(moment).map(({ type, value }) => [type, value]));

// The time of today, else the day too: what was saved yesterday must not look like now.
const momentOf = (moment, lang) => {
  const [then, now] = [onTheClock(moment), onTheClock(new Date())];
  const time = lang === 'en' ? `${then.hour.padStart(2, '0')}:${then.minute}:${then.second}` : `${Number(then.hour)}.${then.minute}.${then.second}`;
  const today = ['year', 'month', 'day'].every((part) => then[part] === now[part]);
  return today ? time : `${Number(then.day)}.${Number(then.month)}.${then.year} ${time}`;
};

// Waits in the page until a sheet asks for it (stub.js), under the name of this code and language.
export default function (component) {
  const { name, words, css } = component.data;
  const kits = (window[Symbol.for('eva.sheet.kits')] ??= new Map());
  if (!kits.has(name)) kits.set(name, Promise.withResolvers());
  const style = new CSSStyleSheet();
  style.replaceSync(css);
  kits.get(name).resolve({ Sheet, words, style });
}
