"""What of a page is too small to press, cut off, beneath other words, or told by colour alone: measured in one go."""

from playwright.sync_api import Page

_MEASURE = """() => {
  const found = [];
  const tell = (what, one) => found.push(`${what}: ${one.outerHTML.replace(/\\s+/g, ' ').slice(0, 140)}`);
  const pressed = 'a[href], button, input, select, textarea, summary, [role=button], [role=tab], [tabindex="0"]';
  const levels = '.neg3, .neg2, .neg1, .zero, .pos1, .pos2, .pos3, .unknown, .open';
  const clips = (way) => way === 'hidden' || way === 'clip';
  const scrolls = (way) => way === 'auto' || way === 'scroll';
  const texts = [];
  // WCAG 2.5.8: 24 px each way; a link within a sentence is as high as its line.
  const press = (one, style) => {
    const boxes = [one, one.closest('label') ?? one].map((each) => each.getBoundingClientRect());
    const beside = [...one.parentNode.childNodes].some((each) => each !== one && each.textContent.trim());
    if (one.matches('a') && style.display === 'inline' && beside) return;
    if (!boxes.some((box) => box.width > 23.9 && box.height > 23.9)) tell('small', one);
  };
  const read = (one, scrolled) => {
    const range = document.createRange();
    for (const words of one.childNodes) {
      if (words.nodeType !== Node.TEXT_NODE || !words.data.trim()) continue;
      range.selectNodeContents(words);
      for (const { top, bottom, left, right } of range.getClientRects()) {
        if (right - left < 2) continue;
        if (!scrolled && (right > innerWidth + 1 || left < -1)) tell('beyond the window', one);
        if (!scrolled) texts.push({ one, top: top + 2, bottom: bottom - 2, left: left + 1, right: right - 1 });
      }
    }
  };
  const walk = (one, scrolled) => {
    const style = getComputedStyle(one);
    // A box that dissolves into what is in it, as those around a sheet do, is itself never visible.
    if (style.display !== 'contents' && !one.checkVisibility({ visibilityProperty: true })) return;
    // For screen readers alone, or floating over the page and meant to.
    if (style.clipPath.startsWith('inset(50%') || style.position === 'fixed' || style.position === 'sticky') return;
    if (one.offsetWidth <= 1 && one.offsetHeight <= 1 && clips(style.overflowX)) return;
    if (one.matches(pressed) && one.type !== 'hidden') press(one, style);
    if (one.matches(levels) && !one.textContent.trim()) tell('colour without words', one);
    if (one instanceof SVGElement) return;
    const wide = one.scrollWidth > one.clientWidth + 1, tall = one.scrollHeight > one.clientHeight + 1;
    const cut = (clips(style.overflowX) && wide) || (clips(style.overflowY) && tall);
    if (one.textContent.trim() && cut) tell('cut', one);
    read(one, scrolled);
    // The page itself scrolls too, where something is too wide for it: that is what is looked for.
    const within = scrolled || (!one.matches('.stMain') && scrolls(style.overflowX) && wide);
    for (const child of (one.shadowRoot ?? one).children) walk(child, within);
  };
  walk(document.body, false);
  texts.sort((one, other) => one.top - other.top);
  texts.forEach((upper, at) => {
    for (const lower of texts.slice(at + 1)) {
      if (lower.top >= upper.bottom) break;
      const shared = Math.min(upper.right, lower.right) - Math.max(upper.left, lower.left);
      if (upper.one !== lower.one && shared > 1 && Math.min(upper.bottom, lower.bottom) - lower.top > 1) {
        tell(`beneath "${upper.one.textContent.trim().slice(0, 40)}"`, lower.one);
      }
    }
  });
  return [...new Set(found)];
}"""

_UNFOLD = """async (open) => {
  const inside = (one) => (one.shadowRoot ? all(one.shadowRoot) : []);
  const all = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...inside(one)]);
  const folds = all(document).filter((one) => one.matches('details:not(.history-fold)'));
  document.documentElement.style.fontSize = open ? '200%' : '';
  if (open) window.folded = folds.filter((one) => !one.open);
  for (const fold of window.folded) fold.open = open;
  // The sheet arranges itself anew in the frame after its size has changed.
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
}"""


def misfits(page: Page) -> list[str]:
    """Each misfit as one line: what is wrong, and where.

    Small is what can be pressed and has less than 24 px, a link within a sentence excepted. Words are cut that go on
    where nothing shows them. Words beneath others, and colours of the scale without a sign, are told as such.
    """
    found: list[str] = page.evaluate(_MEASURE)
    return found


def enlarge(page: Page, *, large: bool) -> None:
    """Text of twice its size with all folds open, or as it was before."""
    page.evaluate(_UNFOLD, large)
