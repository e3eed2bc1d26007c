"""Walking through a document by Tab alone: what gets the focus, in which order, and whether it shows."""

from typing import Any

from playwright.sync_api import Page

_STOPS = """
() => {
  const focusable = 'a[href], area[href], summary, button, input, select, textarea, iframe, [tabindex]';
  const scrolls = (box) => {
    const {overflowX, overflowY} = getComputedStyle(box);
    return (box.scrollWidth > box.clientWidth && /auto|scroll/.test(overflowX))
      || (box.scrollHeight > box.clientHeight && /auto|scroll/.test(overflowY));
  };
  const all = [...document.querySelectorAll('body *')].filter((box) => box.checkVisibility());
  const stops = all.filter((box) => box.matches(focusable) || scrolls(box));
  const light = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\\d.]+/g).map(Number);
    const part = (value) => (value / 255 <= 0.04045 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return alpha ? 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue) : null;
  };
  const ground = (box) => {
    for (let at = box.parentElement; at; at = at.parentElement) {
      const found = light(getComputedStyle(at).backgroundColor);
      if (found !== null) return found;
    }
    return 1;
  };
  const problem = (box) => {
    const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(box);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return 'no outline';
    const [dark, bright] = [light(outlineColor), ground(box)].sort((one, other) => one - other);
    if ((bright + 0.05) / (dark + 0.05) < 3) return 'a faint outline';
    const {left, right, top, bottom} = box.getClientRects()[0];
    if (left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1) return 'outside of the window';
    return '';
  };
  const told = (box) => `${box.tagName} ${box.textContent.trim().slice(0, 60)}`;
  window.walked = [];
  addEventListener('focusin', ({target}) => window.walked.push({name: told(target), problem: problem(target)}));
  return stops.map(told);
}
"""


def walked(page: Page) -> tuple[list[str], list[str]]:
    """Presses Tab as often as there are links, folds and boxes that scroll.

    Returns what is wrong (a stop left out or taken out of the order of reading, a focus that cannot be seen), and the
    stops in that order.
    """
    page.emulate_media(reduced_motion="reduce")  # where the window scrolls slowly, no place is known yet
    stops: list[str] = page.evaluate(_STOPS)
    for _ in stops:
        page.keyboard.press("Tab")
    seen: list[dict[str, Any]] = page.evaluate("window.walked")
    names = [each["name"] for each in seen]
    order = [] if names == stops else [f"focused: {names}", f"in the document: {stops}"]
    return order + [f"{each['name']}: {each['problem']}" for each in seen if each["problem"]], stops
