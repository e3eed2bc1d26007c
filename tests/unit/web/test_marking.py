"""Streamlit's links to where the reader is: the page that its scripts start from marks them for a screen reader."""

from eva.web.marking import marked

PAGE = "<html><head><title>x</title></head><body></body></html>"


def test_the_page_gets_the_script_once_before_its_body() -> None:
    shown = marked(PAGE)
    assert shown.count("aria-current") == 3
    assert shown.index("aria-current") < shown.index("</head>")
    assert shown.replace(shown[shown.index("<script>") : shown.index("</head>")], "") == PAGE
