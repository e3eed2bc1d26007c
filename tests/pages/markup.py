"""The HTML that a page shows beside Streamlit's own elements."""

from streamlit.testing.v1 import AppTest


def html(app: AppTest) -> str:
    """All of it, in the order of the page."""
    return "".join(str(element.proto.body) for element in app.get("html"))
