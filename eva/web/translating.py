"""Translating (kääntäminen): Streamlit's own few English words, which it has no way to give in another language.

They are replaced in the browser as they appear. Each is known by its whole text, so that no person's words are touched.
"""

import json
import re
from collections.abc import Mapping

from eva.locale import Words

FOREIGN: Mapping[str, str] = {
    "Skip to main content": "web.skip",
    "Connection error": "web.lost",
    "Streamlit server is not responding. Are you connected to the internet?": "web.lost.what",
    "Is Streamlit still running? If you accidentally stopped Streamlit, "
    "just restart it in your terminal:": "web.restart",
    "streamlit run yourscript.py": "web.restart.command",
    "Close": "web.close",
    # The button by which a screen reader leaves a dialog speaks the language of the browser.
    "Dismiss": "web.close",
    "Hylkää": "web.close",
    "Avvisa": "web.close",
}
"""What Streamlit says, and our key for the same."""

_SCRIPT = """<script>
(() => {
  const said = %s;
  const places = '[data-testid="stSkipToContent"], [role="dialog"] :is(h1, h2, p, div, span, code), [role="dialog"]';
  let waiting = false;
  const translate = () => {
    waiting = false;
    for (const box of document.querySelectorAll(places)) {
      for (const node of box.childNodes) {
        if (node.nodeType === Node.TEXT_NODE && said[node.data.trim()]) node.data = said[node.data.trim()];
      }
    }
    for (const button of document.querySelectorAll('button[aria-label]')) {
      const own = said[button.getAttribute('aria-label')];
      if (own) button.setAttribute('aria-label', own);
    }
  };
  new MutationObserver(() => {
    if (!waiting) { waiting = true; setTimeout(translate, 50); }
  }).observe(document, { childList: true, subtree: true, characterData: true });
})();
</script>"""
_NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)


def translated(page: str, words: Words) -> str:
    """Streamlit's page with the script that translates its words, and our own line where no script can run."""
    said = json.dumps({foreign: words.get(key) for foreign, key in FOREIGN.items()}, ensure_ascii=False)
    script = _SCRIPT % said.replace("<", "\\u003c")
    line = f"<noscript><p>{words.get('web.noscript')}</p></noscript>"
    return _NOSCRIPT.sub(lambda _: line, page).replace("</head>", f"{script}</head>", 1)
