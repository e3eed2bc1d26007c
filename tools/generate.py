"""Writes what follows from code and checklists: schemas, keys, codes, the Report model, pages of the docs, hashes."""

import json
import re
from pathlib import Path

from eva.catalog import load_library
from eva.catalog.code_table import code_table
from eva.catalog.key_table import with_key_tables
from eva.catalog.schema import schemas
from eva.desk.proofreading.model_page import model_page
from eva.library import Library
from eva.locale import words
from eva.snapshots import meaning, snapshot_of, wording
from eva.text import LANGUAGES
from eva.ui.present.statement import statement_page

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
KEYS = ROOT / "checklists" / "README.md"
CASE = re.compile(r"^(`(checklists/\w+/cases/\w+\.yaml)`:\n\n```yaml\n).+?```", re.DOTALL | re.MULTILINE)
USED = re.compile(r"^  - id: (\w+)\n(?:    (?:version|meaning|wording): .+\n)+", re.MULTILINE)


def with_shipped_cases(text: str) -> str:
    """A page of the documentation, its cases as the checklists have them."""
    return CASE.sub(lambda found: f"{found[1]}{(ROOT / found[2]).read_text(encoding='utf-8')}```", text)


def with_newest_hashes(text: str, library: Library) -> str:
    """An example, its checklists listed with the version and the hashes that the library has."""

    def listed(found: re.Match[str]) -> str:
        checklist = library.newest()[found[1]]
        held = snapshot_of(checklist, library.vocabulary)
        lines = {"version": checklist.version, "meaning": meaning(held), "wording": wording(held)}
        return f"  - id: {found[1]}\n" + "".join(f"    {key}: {value}\n" for key, value in lines.items())

    return USED.sub(listed, text)


def main() -> None:
    """Writes the files; the tests say when they are not current."""
    (DOCS / "schemas").mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (DOCS / "schemas" / f"{name}.schema.json").write_text(text, encoding="utf-8")
    (DOCS / "problem-codes.md").write_text(code_table(words("en")), encoding="utf-8")
    KEYS.write_text(with_key_tables(KEYS.read_text(encoding="utf-8")), encoding="utf-8")
    (DOCS / "report-model.md").write_text(model_page(), encoding="utf-8")
    cases = DOCS / "checklist-cases.md"
    cases.write_text(with_shipped_cases(cases.read_text(encoding="utf-8")), encoding="utf-8")
    for language in LANGUAGES:
        text = statement_page(words(language))
        (DOCS / f"accessibility-statement.{language}.md").write_text(text, encoding="utf-8")
    library = load_library(ROOT / "checklists")
    for example in (ROOT / "examples").glob("*/assessment.yaml"):
        example.write_text(with_newest_hashes(example.read_text(encoding="utf-8"), library), encoding="utf-8")


if __name__ == "__main__":
    main()
