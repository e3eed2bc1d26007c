"""Marking (merkitseminen): which of Streamlit's links leads to where the reader is, said to a screen reader too.

Its links have no way to say so. Ours are bold where they are current, and the mark follows what is bold.
"""

_SCRIPT = """<script>
(() => {
  const mark = () => {
    for (const link of document.querySelectorAll(':is(.st-key-parts, .st-key-templates, .st-key-versions) a')) {
      if (!link.querySelector('strong')) link.removeAttribute('aria-current');
      else if (!link.hasAttribute('aria-current')) link.setAttribute('aria-current', 'true');
    }
  };
  new MutationObserver(mark).observe(document, { childList: true, subtree: true });
})();
</script>"""


def marked(page: str) -> str:
    """Streamlit's page with the script that marks its current links."""
    return page.replace("</head>", f"{_SCRIPT}</head>", 1)
