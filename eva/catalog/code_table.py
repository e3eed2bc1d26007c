"""The table of problem codes as a page of the documentation."""

from eva.catalog.codes import CODES
from eva.locale import Words

_HEAD = """# Problem codes

What `eva check` and every loading of a file may say, one code for each kind of mistake. A line reads
`CODE file:line message`, and all mistakes of a file are told at once. Codes that begin with W are warnings: the file
loads all the same. This page is made from `eva/catalog/codes.py` and the English words.

| Code | What it stands for | Message |
|---|---|---|
"""


def code_table(words: Words) -> str:
    """The page: every code, the kind of mistake, and the message with its placeholders."""
    rows = (f"| {code} | {kind} | {words.template(f'error.{code}')} |" for code, kind in CODES.items())
    return _HEAD + "\n".join(map(_shown, rows)) + "\n"


def _shown(row: str) -> str:
    """A row whose placeholders cannot be taken for braces that the message prints."""
    kept = row.replace("{{", "\0").replace("}}", "\1")
    return kept.replace("{", "‹").replace("}", "›").replace("\0", "{").replace("\1", "}")
