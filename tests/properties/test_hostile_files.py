"""Whatever stands in a file: it is read, or every mistake is told with its file and its line, and nothing crashes."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from eva.catalog import load_assessment, load_checklist, load_library, load_vocabulary
from eva.catalog.libraries import open_shelves
from eva.catalog.linter import lint_checklist, lint_shelves
from eva.catalog.shipped import folder
from eva.errors import Problem, ProblemsFound
from eva.library import Library
from eva.vocabulary import Vocabulary
from tests.unit.catalog.samples import CHECKLIST, TODAY, written

calm = settings(max_examples=40)

SHIPPED = folder("checklists")
FILES = sorted(file.relative_to(SHIPPED) for file in SHIPPED.rglob("*.yaml"))
CASES = sorted(folder("examples").glob("*/assessment.yaml"))
OF_A_WHOLE_FILE = {"E001", "E002"}
"""What has no line: a file that is not there, or is too large to be read."""

SNIPPETS = (
    "&a [*a]", "*x", "!!python/object:os.system x", "<<: {a: b}", "? [a]\n: b", "---\n", "%YAML 9.9\n", "\t", "- - - ",
    "{" * 50, "[" * 50, "'", '"', "\\", "null", "~", "\x00", "\u2028", "\ufeff", "\r", "\r\n", "#", ": ", "a: ", "- ",
    "{fi: x}", "[]", "{}", "-4", "1e9", "9" * 400, "no", "unknown", "everyone", "2026-02-30", "when: {all: []}\n",
)  # fmt: skip

BOMB = "a: &a [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)).replace("*a0", "*a")

HOSTILE: dict[str, bytes] = {
    "a bomb of aliases": BOMB.encode(),
    "lists 200,000 levels deep": b"[" * 200_000,
    "mappings 200,000 levels deep": b"{a: " * 200_000,
    "lines that go deeper 1,500 times": "".join("  " * n + "a:\n" for n in range(1500)).encode(),
    "five megabytes": b"a: b\n" * 1_000_000,
    "five megabytes in one line": b"a: " + b"x" * 5_000_000,
    "a program": b"\x7fELF\x02\x01\x01\x00",
    "an archive": b"PK\x03\x04\x14\x00\x06\x00",
    "a file of a word processor": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "Latin-1": "id: ä\n".encode("latin-1"),
    "UTF-16 with a mark": "id: ä\n".encode("utf-16"),
    "UTF-16 without a mark": "id: ä\n".encode("utf-16-le"),
    "UTF-32": "id: ä\n".encode("utf-32"),
    "half a character": "id: ä".encode()[:-1],
    "nothing": b"",
    "the same key twice": b"id: a\nid: b\n",
    "the same key 50,000 times": b"id: a\n" * 50_000,
    "a list": b"- a\n",
    "a number": b"7\n",
    "a null": b"~\n",
    "a merge": b"<<: {id: a}\n",
    "a very long number": b"version: " + b"9" * 100_000,
    "a very long key": b"x" * 2000 + b": y\n",
}

DOORS: dict[str, Callable[[Path], object]] = {
    "checklist.yaml": lambda file: load_checklist(file, Vocabulary()),
    "vocabulary/references.yaml": lambda file: load_vocabulary(file.parent),
    "vocabulary/scales.yaml": lambda file: load_vocabulary(file.parent),
    "assessment.yaml": load_assessment,
    "assessment.json": load_assessment,
}


def assert_placed(problems: tuple[Problem, ...]) -> None:
    """Each problem names its file, and its line unless it is about the whole file."""
    for problem in problems:
        assert problem.file
        assert (problem.line >= 1 and problem.column >= 1) or problem.code in OF_A_WHOLE_FILE


def told(load: Callable[[], object]) -> tuple[Problem, ...]:
    """The problems for which something was not loaded; none if it was."""
    try:
        load()
    except ProblemsFound as found:
        return found.problems
    return ()


@contextmanager
def a_file(name: str, content: bytes) -> Iterator[Path]:
    with TemporaryDirectory() as place:
        file = Path(place) / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
        yield file


@pytest.mark.parametrize("name", DOORS)
@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_told_at_every_door(what: str, name: str) -> None:
    with a_file(name, HOSTILE[what]) as file:
        problems = told(lambda: DOORS[name](file))
    assert problems
    assert_placed(problems)


@pytest.mark.parametrize("name", DOORS)
@calm
@given(content=st.binary(max_size=300))
@example(content=b"\xef\xbb\xbf")
@example(content=b"id: \xef\xbf\xbe")
@example(content=b"%TAG ! tag:x,2000:\n---\n!a b")
def test_any_bytes_are_read_or_told(name: str, content: bytes) -> None:
    with a_file(name, content) as file:
        assert_placed(told(lambda: DOORS[name](file)))


@st.composite
def spoiled(draw: st.DrawFn, text: str) -> bytes:
    """A text with one to three things done to it that happen to files, or are done to them on purpose."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 60)))
        match draw(st.sampled_from(["cut", "insert", "repeat", "indent", "swap", "truncate"])):
            case "cut":
                text = text[:start] + text[end:]
            case "insert":
                text = text[:start] + draw(st.sampled_from(SNIPPETS)) + text[start:]
            case "repeat":
                text = text[:end] + text[start:]
            case "indent":
                line = text.rfind("\n", 0, start) + 1
                text = text[:line] + draw(st.sampled_from([" ", "  ", "\t"])) + text[line:]
            case "swap":
                text = text[:start] + text[start:end][::-1] + text[end:]
            case "truncate":
                text = text[:start]
    ends, encoding = (
        draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])),
        draw(st.sampled_from(["utf-8"] * 6 + ["utf-8-sig"])),
    )
    return text.replace("\n", ends).encode(encoding, "surrogatepass")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path_factory.mktemp("library") / "checklists"))


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load_library(SHIPPED)


@settings(max_examples=15)  # each reads the whole library twice
@given(data=st.data())
def test_a_shipped_checklist_that_was_spoiled_is_linted_or_told(library: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(FILES))
    whole = (SHIPPED / name).read_text(encoding="utf-8")
    (library / name).write_bytes(data.draw(spoiled(whole)))
    try:
        problems = lint_shelves(open_shelves(library), TODAY)
        assert_placed(problems)
        errors = [problem for problem in problems if problem.severity == "error"]
        assert bool(told(lambda: load_library(library))) == bool(errors)
    finally:
        (library / name).write_text(whole, encoding="utf-8")


@calm
@given(data=st.data())
def test_an_example_that_was_spoiled_is_read_or_told(shipped: Library, data: st.DataObject) -> None:
    case = data.draw(st.sampled_from(CASES))
    content = data.draw(spoiled(case.read_text(encoding="utf-8")))
    with a_file("assessment.yaml", content) as file:
        assert_placed(told(lambda: load_assessment(file, shipped)))


@pytest.mark.parametrize("ends", ["\r\n", "\r"], ids=["Windows", "old Macintosh"])
def test_foreign_line_ends_and_a_byte_order_mark_change_neither_content_nor_places(tmp_path: Path, ends: str) -> None:
    library = written(tmp_path) / "library"
    plain, foreign = library / "ngo.yaml", tmp_path / "ngo.yaml"
    vocabulary = load_vocabulary(library / "vocabulary")
    foreign.write_text(CHECKLIST.replace("\n", ends), encoding="utf-8-sig", newline="")
    assert load_checklist(foreign, vocabulary) == load_checklist(plain, vocabulary)
    for file in (plain, foreign):
        file.write_bytes(file.read_bytes().replace(b"id: story", b"id: q1").replace(b"id: moved", b"id: only"))
    one, other = ([(each.code, each.line) for each in lint_checklist(file, vocabulary)] for file in (plain, foreign))
    assert one == other != []
