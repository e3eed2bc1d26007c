"""Whatever people write, in whichever field: printed as typed or shown by its code, and never run or fetched.

The fields are found by walking the models (`tests/planting.py`); every template is printed in every format.
"""

import io
import json
import re
import socket
import subprocess
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NoReturn

import openpyxl
import pytest

from eva.assessment import Assessment, FollowUp
from eva.catalog import load_assessment
from eva.checklist import Checklist
from eva.desk.files import FORMATS, ReportFile, report_file
from eva.desk.files import Format as Form
from eva.errors import ProblemsFound
from eva.locale import words
from eva.rendering.literal import literal
from eva.rendering.tree import Element, parse
from eva.text import Language
from eva.vocabulary import Vocabulary
from tests.builders import by_checklist_id
from tests.planting import parts_in, parts_of, texts_of, whole_case
from tests.reports import AT, TEMPLATES, a_template, example, library
from tests.verapdf.verapdf import failures, validate
from tests.word_files import against_schema, read, relationships, text_of

EXECUTED = str(1234 * 4321)
READ = "root:x:0:0"
PARTS = (
    "=1234*4321 +cmd|' /C calc'!A0 @SUM(A1) -1",
    "<script>alert(1)</script><img src=x onerror=alert(1)> &amp; &lt; ]]> <!-- --> <r><t>x</t></r> _x0041_ \"'",
    '{{ 1234 * 4321 }} {% include "/etc/passwd" %} {title} {0} %s',
    '#(1234 * 4321) #read("/etc/passwd") #image("x.png") #import "@preview/x:1.0.0" $x^2$ @ref <label> \\u{41}',
    "[x](javascript:alert(1)) ![i](http://127.0.0.1:9/i.png) http://127.0.0.1:9/ file:///etc/passwd # 1 > 2",
    "\x07\x0b\x1f\x85\ufffe \u202eevil\u202c",
    "✅👨\u200d👩\u200d👧🇫🇮 汉字 مرحبا नमस्ते",
    "Z\u0351\u036b\u0343\u036a \ue000\U0010ffff",
)
"""What could be run, fetched or lost."""

NAMES = {"history", "by", "name"}
"""Persons, who are in no report."""


class Planted:
    """A case with a text of its own in every field; each text stands between signs that no other has.

    It holds all of the parts, or one of them after the other where the texts have to be short.
    """

    def __init__(self, *, short: bool = False) -> None:
        self.short, self.texts = short, dict[str, str]()
        self.assessment, self.checklist, self.vocabulary = whole_case(self._say)

    def _say(self, path: str) -> str:
        number = len(self.texts)
        parts = [PARTS[number % len(PARTS)]] if self.short else PARTS
        return self.texts.setdefault(path, f"{parts[0]} Q{number:04}Z<{' '.join(parts[1:])}>Q{number:04}Z")


@cache
def planted_case(*, short: bool = False) -> Planted:
    return Planted(short=short)


@cache
def printed(template: str, form: Form) -> ReportFile:
    """The file of the planted case in a form; a PDF, which costs most to judge, has the short texts."""
    case = planted_case(short=form == "pdf")
    return file_of(case.assessment, case.checklist, case.vocabulary, template, form)


def file_of(
    assessment: Assessment,
    checklist: Checklist,
    vocabulary: Vocabulary,
    template: str,
    form: Form,
    language: Language = "sv",
) -> ReportFile:
    return report_file(
        assessment, by_checklist_id(checklist), vocabulary, language=language, form=form, generated_at=AT,
        template=template,
    )  # fmt: skip


def bare(text: str) -> str:
    """A text without white space and without the signs that Markdown may take for its own."""
    return re.sub(r"[\s\\*_\u00a0]", "", text)


def not_as_typed(text: str) -> list[str]:
    """The planted texts that stand in a text otherwise than they were typed; those that are not there do not count."""
    found, squeezed = set[str](), bare(text)
    for typed in planted_case().texts.values():
        at = f"{typed[-6:]}<"
        whole = at + bare(literal(typed)).split(at)[1]
        for begun in re.finditer(re.escape(at), squeezed):
            found.add(squeezed[begun.start() : begun.start() + len(whole)])
        found.discard(whole)
    return sorted(found)


class Reader(HTMLParser):
    """Every tag and attribute of a page, those of drawings too."""

    def __init__(self) -> None:
        super().__init__()
        self.tags, self.attributes = set[str](), list[tuple[str, str | None]]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs


def words_of(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        else:
            yield from words_of(child)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is fetched: whoever opens a connection fails the test."""

    def refuse(*_: object) -> NoReturn:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def test_the_planted_case_has_every_part_that_has_a_text() -> None:
    case = planted_case()
    for kind, document in (
        (Assessment, case.assessment), (Checklist, case.checklist), (Vocabulary, case.vocabulary)
    ):  # fmt: skip
        missing = parts_of(kind) - parts_in(document) - parts_in(case.checklist)
        assert [part.__name__ for part in missing if texts_of(part)] == []


def test_the_attachment_prints_whatever_a_person_wrote() -> None:
    html = printed("council-attachment", "html").content.decode()
    unprinted = [
        path for path, typed in planted_case().texts.items()
        if not path.startswith(("/checklist", "/vocabulary")) and typed[-6:] not in html
    ]  # fmt: skip
    assert [path for path in unprinted if not NAMES.intersection(path.split("/"))] == []
    assert unprinted


@pytest.mark.parametrize("template", TEMPLATES)
def test_html_prints_every_text_as_it_was_typed(template: str) -> None:
    file = printed(template, "html")
    html = file.content.decode()
    document = parse(html)
    assert not_as_typed("".join(words_of(document.body))) == []
    reader = Reader()
    reader.feed(html)
    assert reader.tags.isdisjoint({"script", "img", "image", "iframe", "object", "embed", "link", "base", "use"})
    assert [name for name, _ in reader.attributes if name.startswith("on") or name == "src"] == []
    links = {value or "" for name, value in reader.attributes if name == "href"}
    assert [link for link in links if not link.startswith(("#", "https://example.org"))] == []
    assert EXECUTED not in html
    assert READ not in html
    assert {"[U+0007]", "[U+000B]", "[U+202E]"} <= {each.shown for each in file.replaced}
    assert "[U+0007], [U+000B], [U+001F]" in html


@pytest.mark.parametrize("template", TEMPLATES)
def test_word_holds_every_text_as_it_was_typed(template: str) -> None:
    file = printed(template, "docx")
    read(file.content)
    if a_template(template).file.of is None:
        assert against_schema(file.content) == []
    text = text_of(file.content)
    assert not_as_typed(text) == []
    assert EXECUTED not in text
    outside = [each["Target"] for each in relationships(file.content) if each.get("TargetMode") == "External"]
    assert [target for target in outside if not target.startswith("https://example.org")] == []
    assert file.replaced == printed(template, "html").replaced
    assert "[U+0007], [U+000B], [U+001F]" in text


def test_a_workbook_holds_every_text_as_it_was_typed_and_no_formula() -> None:
    file = printed("council-attachment", "xlsx")
    assert against_schema(file.content, "xlsx") == []
    book = openpyxl.load_workbook(io.BytesIO(file.content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    assert not_as_typed("\n".join(str(cell.value) for cell in cells)) == []
    assert any(str(cell.value).startswith("=1234") for cell in cells)
    assert {"[U+0007]", "[U+000B]", "[U+202E]"} <= {each.shown for each in file.replaced}
    assert any("[U+0007], [U+000B], [U+001F]" in str(cell.value) for cell in cells)


def test_data_are_as_they_were_typed() -> None:
    said = json.dumps(json.loads(printed("council-attachment", "json").content), ensure_ascii=False)
    for path, typed in planted_case().texts.items():
        if path.startswith(("/checklist", "/vocabulary")) or NAMES.intersection(path.split("/")):
            continue
        assert json.dumps(typed, ensure_ascii=False)[1:-1] in said, path


def test_every_template_as_a_pdf_of_such_texts_conforms_and_lists_what_it_cannot_show(tmp_path: Path) -> None:
    paths, told, replaced = [], "", set[str]()
    for template in TEMPLATES:
        file = printed(template, "pdf")
        paths.append(tmp_path / f"{template}.pdf")
        paths[-1].write_bytes(file.content)
        shown = [each.shown for each in file.replaced]
        run = subprocess.run(["pdftotext", "-raw", "-", "-"], input=file.content, capture_output=True, check=True)
        text = bare(run.stdout.decode())
        assert [each for each in shown if each not in text] == []
        told += text
        replaced.update(shown)
    assert {"[U+0007]", "[U+202E]", "[U+1F468]", "[U+E000]", "[U+10FFFF]", "[U+6C49]", "[U+0351]"} <= replaced
    assert all(bare(part) in told for part in PARTS[:5])
    assert EXECUTED not in told
    assert READ not in told
    verdicts = validate(paths)
    assert len(verdicts) == 2 * len(TEMPLATES)
    assert failures(verdicts) == []


@pytest.mark.parametrize("typed", ["\\ud800", "a\\udfff", "\\u0007", "\\ufffe"])
def test_half_a_character_never_comes_in_by_json(typed: str, tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_text(json.dumps(example("otava_library").document()).replace('"title": "', f'"title": "{typed}', 1))
    with pytest.raises(ProblemsFound) as refused:
        load_assessment(file, library())
    assert "E004" in {problem.code for problem in refused.value.problems}


WORD = "A" * 100_000


def huge_case() -> tuple[Assessment, Checklist, Vocabulary]:
    """A case with a table of 1,200 rows, and a title, a register number and a statement of 100 KB without a space."""
    plain, checklist, vocabulary = whole_case(lambda path: path.rpartition("/")[2])
    (heard,) = plain.consultations
    return (
        plain.model_copy(
            update={
                "follow_up": tuple(FollowUp(id=f"x{at}", indicator=f"Row {at}") for at in range(1200)),
                "case": plain.case.model_copy(update={"title": WORD, "register_number": WORD}),
                "consultations": (heard.model_copy(update={"statement": WORD}),),
            }
        ),
        checklist,
        vocabulary,
    )


def test_1200_rows_and_100_kb_without_a_space_fit_every_format(tmp_path: Path) -> None:
    case = huge_case()
    files = {form: file_of(*case, "follow-up", form).content for form in FORMATS}
    pdf = tmp_path / "huge.pdf"
    pdf.write_bytes(files["pdf"])
    assert failures(validate([pdf], ("ua1",))) == []
    assert WORD in files["html"].decode()
    assert WORD in text_of(files["docx"])
    book = openpyxl.load_workbook(io.BytesIO(files["xlsx"]), read_only=True)
    about = next(iter(book)).iter_rows(values_only=True)
    assert any(str(row[1]).endswith(words("sv").get("workbook.cut")) for row in about)
    assert len(json.loads(files["json"])["follow_up"]) == 1200
