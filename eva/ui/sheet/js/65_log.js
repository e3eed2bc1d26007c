// The change log as a page uses it: taking one's last change back, and the history of an answer. Python has the log.
const KEEPS_HISTORY = /^((?:answers|flags)\/.+?)(?:\/value)?$/;

// The place whose history stands beside a block; none for what is no answer, or only one alternative's part of it.
const historyPlace = (block) => {
  const name = block.type === 'group' || block.type === 'question' ? block.id : block.path?.endsWith('/value') ? block.path : '';
  return name?.includes('/alternatives/') ? null : KEEPS_HISTORY.exec(name ?? '')?.[1] ?? null;
};

// Who changed it, when, and from what to what: asked for when it is folded open, drawn anew with every answer.
const withHistory = (sheet, place, box) => {
  const panel = el('div', { className: 'prose history' });
  const fold = el('details', { className: 'fold history-fold' }, el('summary', {}, el('span', { text: sheet.words.history })), panel);
  fold.addEventListener('toggle', () => sheet.log.follow(place, fold.open ? panel : null));
  box.append(fold);
};

class Log {
  constructor(sheet) {
    this.sheet = sheet;
    this.panels = new Map();
    this.asked = null;
    this.waiting = false;
    this.button = el('button', { type: 'button', className: 'quiet undo', hidden: true, on: { click: () => this.undo() } });
    this.line = el('p', { className: 'undone', hidden: true });
    this.leaving = new AbortController();
    document.addEventListener('keydown', (event) => this.key(event), { signal: this.leaving.signal });
  }

  close() {
    clearTimeout(this.again);
    this.leaving.abort();
  }

  key(event) {
    const typing = event.composedPath()[0]?.matches?.('textarea, input[type=text], select, [contenteditable=true]');
    const asks = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z';
    if (!asks || typing || this.button.hidden) return;
    event.preventDefault();
    this.undo();
  }

  // What is under way is stored first: the change to take back may be the one that is being sent.
  undo() {
    this.sheet.outbox.flush();
    this.waiting = this.sheet.outbox.unsent();
    if (this.waiting) return;
    this.asked = random(10);
    this.ask();
  }

  // What was said of the last undo goes when something new is written.
  outboxChanged() {
    const busy = this.sheet.outbox.unsent();
    if (busy) this.line.hidden = true;
    else if (this.waiting) this.undo();
  }

  follow(place, panel) {
    if (panel) this.panels.set(place, panel); else this.panels.delete(place);
    if (panel) this.ask();
  }

  // Streamlit may drop a run that comes right after another one: what was asked is asked again until it is answered.
  ask(tries = 0) {
    const { component, session } = this.sheet;
    clearTimeout(this.again);
    component.setStateValue('asks', { session, undo: this.asked, histories: [...this.panels.keys()].slice(-5), tries });
    this.again = setTimeout(() => { if (this.unanswered()) this.ask(tries + 1); }, RESEND[Math.min(tries, RESEND.length - 1)]);
  }

  unanswered() {
    return (this.asked && this.sheet.outbox.undone !== this.asked) || [...this.panels.values()].slice(-5).some((panel) => panel.shown === undefined);
  }

  update(data) {
    const { words, outbox } = this.sheet;
    this.button.hidden = !data.can_undo;
    this.button.textContent = words.undo_mine;
    this.button.title = words.undo_keys;
    for (const [place, html] of Object.entries(data.histories ?? {})) {
      const panel = this.panels.get(place);
      if (panel && panel.shown !== html) { panel.shown = html; panel.innerHTML = html; }
    }
    const { undone } = data;
    if (!undone || undone.id === outbox.undone) return;
    outbox.undone = undone.id;
    const here = this.sheet.controls.has(undone.path);
    this.line.hidden = false;
    this.line.replaceChildren(undone.text, ...(undone.href && !here ? [' ', el('a', { href: safeAddress(undone.href), target: '_self', text: words.show })] : []));
    this.sheet.announce(undone.text);
    if (here) requestAnimationFrame(() => this.sheet.go(undone.path));
  }
}
