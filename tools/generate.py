"""Writes what the documentation shows of the code: the JSON Schemas and the table of problem codes."""

import json
from pathlib import Path

from eva.catalog.code_table import code_table
from eva.catalog.schema import schemas
from eva.locale import words

DOCS = Path(__file__).resolve().parent.parent / "docs"


def main() -> None:
    """Writes the files; the tests say when they are not current."""
    (DOCS / "schemas").mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (DOCS / "schemas" / f"{name}.schema.json").write_text(text, encoding="utf-8")
    (DOCS / "problem-codes.md").write_text(code_table(words("en")), encoding="utf-8")


if __name__ == "__main__":
    main()
