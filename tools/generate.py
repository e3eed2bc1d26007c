"""Writes what the documentation shows of the code: the JSON Schemas, and the tables of keys and of problem codes."""

import json
from pathlib import Path

from eva.catalog.code_table import code_table
from eva.catalog.key_table import with_key_tables
from eva.catalog.schema import schemas
from eva.locale import words

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
KEYS = ROOT / "checklists" / "README.md"


def main() -> None:
    """Writes the files; the tests say when they are not current."""
    (DOCS / "schemas").mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (DOCS / "schemas" / f"{name}.schema.json").write_text(text, encoding="utf-8")
    (DOCS / "problem-codes.md").write_text(code_table(words("en")), encoding="utf-8")
    KEYS.write_text(with_key_tables(KEYS.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
