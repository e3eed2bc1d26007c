"""Whatever people write, the PDF is PDF/A-3a and PDF/UA-1 at once: judged by veraPDF, all files in one run."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

import pikepdf
import pytest

from eva.rendering.pdf import Attachment
from tests.documents import WHEN, a_report, a_table, every_covered_character, pdf_of, with_text_everywhere
from tests.verapdf.verapdf import Verdict, failures, validate

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.html"))
DATA = [Attachment("assessment.json", b'{"format": 1}', description="Tiedot")]

HOSTILE = {
    "html": "<script>alert(1)</script> &lt;b&gt; <!-- -->",
    "jinja": "{{ 7 * 7 }} {% for x in y %} {# c #}",
    "typst": '#read("/etc/passwd") $x^2$ @ref <label> *b* _e_ `c` #{ 1 + 1 } // k = h - l + e \\u{41}',
    "formula": '=HYPERLINK("http://x";"y") +1 -1 @SUM(A1)',
    "control": "".join(map(chr, range(1, 32))) + "\x7f\x85\x9f\ufffe\uffff\ud800",
    "emoji": "✅😀👨\u200d👩\u200d👧🇫🇮❤\ufe0f⚠\ufe0f☑\ufe0f",
    "cjk": "汉字漢字かな한국어",
    "arabic": "مرحبا بالعالم \u202eevil\u202c שלום नमस्ते ไทย",
    "combining": "Z\u0351\u036b\u0343\u036a\u0302 e\u0301 ǩ k\u030c ☒\u0303 \u0301x अ\u093c " + "x\u0301" * 60,
    "private": "\ue000\uf8ff\U000f0000\U0010ffff",
    "long": "Pneumonoultra" * 90,
    "empty": "",
}


def documents() -> dict[str, str]:
    rows = "".join(
        f'<tr><th scope="row">Ryhmä {i}</th><td class="rating neg2">−2 haitta {i}</td></tr>' for i in range(300)
    )
    return {
        **{path.name: path.read_text(encoding="utf-8") for path in SAMPLES},
        **{f"text-{name}": with_text_everywhere(text) for name, text in HOSTILE.items()},
        "rows-300": a_report(a_table(rows)),
        "word-100-kb": a_report(
            f"<p>{'A' * 100_000} ja muuta</p>" + a_table(f"<tr><td>{'7' * 100_000}</td><td>x</td></tr>")
        ),
        **{f"characters-{number}": a_report(f"<p>{escape(part)}</p>") for number, part in enumerate(all_characters())},
    }


def all_characters() -> Iterator[str]:
    """Every character that the fonts cover, in eight parts: the validator's time grows with the square of them."""
    every = every_covered_character().split(" ")
    size = len(every) // 7
    return (" ".join(every[at : at + size]) for at in range(0, len(every), size))


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Verdict]]:
    folder = tmp_path_factory.mktemp("pdf")
    paths = []
    for name, html in documents().items():
        paths.append(folder / f"{name}.pdf")
        paths[-1].write_bytes(pdf_of(html, timestamp=WHEN, attachments=DATA))
    found = validate(paths)
    return {path.stem: [v for v in found if v.path == path] for path in paths}


def test_the_samples_are_in_three_languages() -> None:
    assert [path.name.split(".")[1] for path in SAMPLES] == ["fi", "en", "sv"]


@pytest.mark.parametrize("name", sorted(documents()))
def test_a_report_with_any_text_is_archival_and_accessible(name: str, verdicts: dict[str, list[Verdict]]) -> None:
    judged = verdicts[name]
    assert {v.flavour for v in judged} == {"ua1", "3a"}
    assert all(v.checks > 100 for v in judged)
    assert failures(judged) == []


@pytest.fixture(scope="module")
def other_verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Which of PDF/UA-1 and PDF/A-2a each file passes."""
    folder = tmp_path_factory.mktemp("other")
    paths = {name: folder / f"{name}.pdf" for name in ("two", "unmarked", "broken")}
    html = SAMPLES[0].read_text(encoding="utf-8")
    paths["two"].write_bytes(pdf_of(html, timestamp=WHEN, standard="a-2a"))
    with pikepdf.open(paths["two"]) as document:
        del document.Root.Metadata
        del document.Root.Lang
        document.save(paths["unmarked"])
    paths["broken"].write_bytes(b"no pdf")
    found = validate(list(paths.values()), ("ua1", "2a"))
    return {name: [v.flavour for v in found if v.path == path and v.passed] for name, path in paths.items()}


def test_a_report_without_attachment_can_be_pdf_a_2(other_verdicts: dict[str, list[str]]) -> None:
    assert other_verdicts["two"] == ["ua1", "2a"]


def test_the_validator_fails_what_is_not_archival(other_verdicts: dict[str, list[str]]) -> None:
    assert other_verdicts["unmarked"] == []
    assert other_verdicts["broken"] == []
