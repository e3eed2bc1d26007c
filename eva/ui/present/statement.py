"""The template of the municipality's accessibility statement (saavutettavuusseloste), filled in as far as we know."""

from eva.locale import Words

SECTIONS = ("scope", "state", "gaps", "tested", "feedback", "supervision", "sources")


def statement(words: Words) -> tuple[tuple[str, str], ...]:
    """The sections in order: the title of each, and its text in Markdown. What the municipality fills in is in [ ]."""
    return tuple((words.get(f"statement.{each}.title"), words.get(f"statement.{each}.text")) for each in SECTIONS)


def statement_page(words: Words) -> str:
    """The same as a page of the documentation."""
    parts = [f"# {words.get('statement.title')}", words.get("help.accessibility.text")]
    for title, text in statement(words):
        parts += [f"## {title}", text]
    return "\n\n".join(parts) + "\n"
