// The outbox: every edit stays here, and in localStorage, until Python has given a receipt for it.
// An entry of a path holds at most one edit under way (`flying`) and what was typed since (`draft`), so that a later
// edit always names the version that the earlier one made, and nobody conflicts with himself.
const ORPHAN_AFTER = 90_000;   // hidden tabs may run their timers once a minute only
const RESEND = [1200, 3000, 5000, 10_000];
const SILENT_AFTER = 4000;

// Streamlit sends a changed state with the next tick of the clock, which a page that is going away does not have.
const withoutDelay = (act) => {
  const { setTimeout: later } = window;
  window.setTimeout = (task, wait, ...rest) => (wait ? later(task, wait, ...rest) : (task(...rest), 0));
  try { act(); } finally { window.setTimeout = later; }
};

// A server that was started again, or forgot the session of a sleeping machine, answers no fragment of it: it knows of none
// before a run of the whole page. Streamlit makes one when the browser's history moves, even to where it stands.
const askForWholeRun = () => window.dispatchEvent(new PopStateEvent('popstate'));

class Outbox {
  constructor(store) {
    this.prefix = `eva:${store}:`;
    this.client = random(8);
    this.count = 0;
    this.entries = new Map();
    this.sheets = new Set();
    this.savedAt = null;
    this.tries = 0;
    setInterval(() => this.beat(), 5000);
    window.addEventListener('pagehide', () => this.leave());
    window.addEventListener('pageshow', (event) => { if (event.persisted) this.send(); });
    window.addEventListener('online', () => this.send());
    window.addEventListener('offline', () => this.tell());
    for (const press of ['pointerdown', 'keydown']) window.addEventListener(press, (event) => this.precede(event), true);
    document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? withoutDelay(() => this.flush()) : this.wake()));
  }

  entry(path) { return this.entries.get(path); }

  // The value that this browser has for a path and Python has not stored yet; undefined when there is none.
  pending(path) {
    const entry = this.entries.get(path);
    if (!entry) return undefined;
    return (entry.draft ?? entry.refused ?? entry.flying ?? entry.conflict).value;
  }

  put(path, value, seen, label, wait) {
    const entry = this.entries.get(path) ?? { label };
    const base = entry.flying ? null : entry.draft?.seen ?? entry.refused?.seen ?? seen;
    if (entry.conflict) entry.conflict.value = value;
    else if (entry.flying && same(entry.flying.value, value)) delete entry.draft;
    else entry.draft = { value, seen: base, at: Date.now() };
    delete entry.refused;
    entry.label = label;
    this.entries.set(path, entry);
    this.keep();
    clearTimeout(this.flushTimer);
    this.flushTimer = setTimeout(() => this.flush(), wait);
    this.tell();
  }

  // Holds what cannot be sent as it stands, such as half a number, so that a reload finds it again.
  hold(path, value, seen, label) {
    const { flying, refused } = this.entries.get(path) ?? {};
    this.entries.set(path, { label, ...(flying ? { flying } : {}), refused: { value, seen: refused?.seen ?? seen, local: true } });
    this.keep();
    this.tell();
  }

  drop(path) {
    this.entries.delete(path);
    this.keep();
    this.tell();
  }

  flush() {
    clearTimeout(this.flushTimer);
    let news = false;
    for (const entry of this.entries.values()) {
      if (!entry.draft || entry.flying || entry.conflict) continue;
      entry.flying = { value: entry.draft.value, seen: entry.draft.seen ?? '', seq: this.seq(), at: Date.now() };
      delete entry.draft;
      news = true;
    }
    if (!news) return;
    this.keep();
    this.tries = 0;
    this.send();
  }

  // What is pressed outside of the sheets may depend on the last answer, which goes first.
  precede(event) {
    if (!event.composedPath().some((box) => box.sheet)) withoutDelay(() => this.flush());
  }

  seq() { return `${this.client}.${(this.count += 1)}`; }

  send(last = false) {
    clearTimeout(this.resendTimer);
    const edits = {};
    for (const [path, { flying, draft }] of this.entries) {
      if (!flying) continue;
      edits[path] = { value: flying.value, seen: flying.seen, seq: flying.seq };
      if (last && draft) {
        draft.seq ??= this.seq();
        edits[path].then = { value: draft.value, seq: draft.seq };
      }
    }
    const sheet = [...this.sheets].pop();
    if (!sheet || !Object.keys(edits).length) return;
    sheet.submit({ edits, n: (this.sent = (this.sent ?? 0) + 1) });
    if (this.tries > 1 && !last) askForWholeRun();
    this.resendTimer = setTimeout(() => this.send(), RESEND[Math.min(this.tries, RESEND.length - 1)]);
    this.tries += 1;
    setTimeout(() => this.tell(), SILENT_AFTER + 50);
  }

  // A hidden tab may have slept: what others wrote meanwhile is fetched by a run without edits.
  wake() {
    if (this.unsent()) this.send();
    else if (Date.now() - (this.heard ?? 0) > 30_000) [...this.sheets].pop()?.submit({ edits: {}, n: (this.sent = (this.sent ?? 0) + 1) });
  }

  receive(receipts) {
    this.heard = Date.now();
    let settled = false;
    for (const receipt of receipts) settled = this.settle(receipt) || settled;
    if (!settled) return;
    this.tries = 0;
    this.keep();
    if (![...this.entries.values()].some((entry) => entry.flying)) clearTimeout(this.resendTimer);
    const due = [...this.entries.values()].some((entry) => entry.draft && !entry.flying && Date.now() - entry.draft.at > 500);
    if (due) setTimeout(() => this.flush(), 0);
    else if (this.drafts()) { clearTimeout(this.flushTimer); this.flushTimer = setTimeout(() => this.flush(), 500); }
    this.tell();
  }

  settle({ path, seq, kind, ...receipt }) {
    const entry = this.entries.get(path);
    if (entry?.draft?.seq === seq && kind === 'saved') { this.entries.delete(path); return true; }
    if (entry?.flying?.seq !== seq) return false;
    const { value, seen } = entry.flying;
    delete entry.flying;
    const newest = entry.draft ?? { value };
    if (kind === 'saved') {
      this.savedAt = new Date();
      this.sheets.forEach((sheet) => sheet.controls.get(path)?.stored(value, receipt.version));
      const later = entry.draft ?? entry.refused;
      if (later) later.seen = receipt.version;
      else this.entries.delete(path);
    } else if (kind === 'refused') {
      if (entry.draft) entry.draft.seen = seen;
      else entry.refused ??= { value, seen, message: receipt.message };
    } else if (same(newest.value, receipt.theirs)) {
      this.sheets.forEach((sheet) => sheet.controls.get(path)?.stored(newest.value, receipt.version));
      this.entries.delete(path);
    } else {
      delete entry.draft;
      entry.conflict = { value: newest.value, ...receipt };
    }
    return true;
  }

  keepMine(path) {
    const entry = this.entries.get(path);
    entry.draft = { value: entry.conflict.value, seen: entry.conflict.version, at: Date.now() };
    delete entry.conflict;
    this.flush();
    this.tell();
  }

  drafts() { return [...this.entries.values()].some((entry) => entry.draft); }

  unsent() { return [...this.entries.values()].some((entry) => entry.draft || entry.flying); }

  state() {
    const entries = [...this.entries.values()];
    const oldest = Math.min(...entries.map((entry) => entry.flying?.at ?? entry.draft?.at ?? Infinity));
    const age = Date.now() - oldest;
    if (entries.some((entry) => entry.conflict || entry.refused)) return 'attention';
    if (!navigator.onLine) return 'offline';
    if (!this.unsent()) return 'saved';
    if (age > SILENT_AFTER) return 'silent';
    return age > 900 ? 'saving' : 'typing';
  }

  tell() { this.sheets.forEach((sheet) => sheet.outboxChanged()); }

  attach(sheet) {
    this.sheets.add(sheet);
    this.adopt();
    this.flush();
    this.send();
  }

  detach(sheet) {
    this.flush();
    this.sheets.delete(sheet);
  }

  keep(at = Date.now()) {
    try {
      if (!this.entries.size) localStorage.removeItem(this.prefix + this.client);
      else localStorage.setItem(this.prefix + this.client, JSON.stringify({ at, entries: [...this.entries] }));
    } catch {
      // A full or forbidden storage takes nothing away from sending.
    }
  }

  beat() {
    if (this.entries.size) this.keep();
    if (this.sheets.size) this.adopt();
  }

  leave() {
    this.keep(0);
    withoutDelay(() => {
      this.flush();
      this.send(true);
    });
    this.keep(0);
  }

  // Takes over what an earlier visit, a closed tab or a crashed browser left behind. Doing so twice does no harm.
  adopt() {
    let names = [];
    try { names = Object.keys(localStorage).filter((name) => name.startsWith(this.prefix) && name !== this.prefix + this.client); } catch { return; }
    for (const name of names) {
      try {
        const left = JSON.parse(localStorage.getItem(name));
        if (Date.now() - left.at < ORPHAN_AFTER) continue;
        const mine = left.entries.filter(([path]) => !this.entries.has(path));
        const rest = left.entries.filter(([path]) => this.entries.has(path));
        mine.forEach(([path, entry]) => this.entries.set(path, this.renewed(entry)));
        if (rest.length) localStorage.setItem(name, JSON.stringify({ at: 0, entries: rest }));
        else localStorage.removeItem(name);
        if (mine.length) { this.keep(); this.sheets.forEach((sheet) => { sheet.showPending(); sheet.drawStrays(); }); this.tell(); this.flush(); this.send(); }
      } catch {
        localStorage.removeItem(name);
      }
    }
  }

  renewed(entry) {
    if (entry.flying) Object.assign(entry.flying, { seq: this.seq(), at: Date.now() });
    if (entry.draft) { entry.draft.at = Date.now(); delete entry.draft.seq; }
    return entry;
  }
}

// One outbox per person and assessment for the whole page load: moving between pages of the app keeps it.
const outboxOf = (store) => {
  const all = (window[Symbol.for('eva.outboxes')] ??= new Map());
  if (!all.has(store)) all.set(store, new Outbox(store));
  return all.get(store);
};
