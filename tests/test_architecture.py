"""What holds for the whole repository: sizes, names, directions of imports, and that tests mirror the package."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
EVA = ROOT / "eva"
TOOLS = Path(sys.executable).parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PURE = sorted(file for file in EVA.glob("*.py") if file.name != "__init__.py")
WRITTEN_BY_HAND = (".css", ".j2", ".js", ".py", ".typ")


def sources(*places: str) -> list[Path]:
    """The files that people write by hand under the given places of the repository."""
    files = [
        file for place in places for file in ((ROOT / place).rglob("*") if (ROOT / place).is_dir() else [ROOT / place])
    ]
    return sorted(file for file in files if file.suffix in WRITTEN_BY_HAND and file.is_file())


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def lines(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def run(*command: str) -> None:
    """Runs a tool of the developers in the repository; its output is the message when it finds something."""
    done = subprocess.run([TOOLS / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"


def test_there_are_files_to_judge() -> None:
    assert PURE
    assert len(sources("eva", "tests")) > len(PURE)


def test_no_file_is_longer_than_300_lines() -> None:
    long = {
        name(file): lines(file) for file in sources("app.py", "eva", "benchmarks", "report_templates", "tests", "tools")
    }
    assert {file: count for file, count in long.items() if count > 300} == {}


def test_no_page_is_longer_than_60_lines() -> None:
    long = {name(file): lines(file) for file in (EVA / "ui" / "pages").glob("*.py")}
    assert {file: count for file, count in long.items() if count > 60} == {}


def test_imports_point_inwards_and_pure_files_stay_pure() -> None:
    run("lint-imports", "--no-cache")


def test_the_contract_of_purity_names_every_file_directly_in_the_package() -> None:
    contract = next(each for each in PROJECT["tool"]["importlinter"]["contracts"] if each["id"] == "pure")
    assert contract["source_modules"] == [f"eva.{file.stem}" for file in PURE]


@pytest.mark.parametrize("file", PURE, ids=lambda file: file.stem)
def test_a_pure_file_does_not_ask_the_clock_nor_open_files(file: Path) -> None:
    called = {ast.unparse(node.func) for node in ast.walk(parsed(file)) if isinstance(node, ast.Call)}
    clock = {f"{kind}.{asked}" for kind in ("date", "datetime", "dt.date", "dt.datetime") for asked in ("now", "today")}
    assert called & (clock | {"open", "print", "input"}) == set()


def test_style_holds() -> None:
    run("ruff", "check", "--no-cache", ".")
    run("ruff", "format", "--no-cache", "--check", ".")


def test_types_hold() -> None:
    run("mypy")


def test_every_pure_file_has_its_tests() -> None:
    tested = {file.stem.removeprefix("test_") for file in (ROOT / "tests/unit").glob("*.py")}
    assert {file.stem for file in PURE if not {file.stem, file.stem.split("_")[0]} & tested} == set()


def test_every_folder_of_the_package_has_its_tests() -> None:
    folders = {folder.name for folder in EVA.iterdir() if any(folder.glob("*.py"))}
    tested = {folder.name for folder in (ROOT / "tests/unit").iterdir() if any(folder.glob("test_*.py"))}
    assert folders - tested == set()


def test_every_unit_test_stands_where_its_subject_stands() -> None:
    modules = {file.stem for file in PURE} | {folder.name for folder in EVA.iterdir() if folder.is_dir()}
    tests = [place.stem.removeprefix("test_") for place in (ROOT / "tests/unit").iterdir()]
    strays = [test for test in tests if not any(test == module or test.startswith(f"{module}_") for module in modules)]
    assert set(strays) - {"__pycache__", "conftest"} == set()


def test_nothing_is_called_utils() -> None:
    vague = re.compile(r"utils?|helpers?|misc|managers?|services?|common")
    assert [name(file) for file in sources("eva", "tests", "tools") if vague.fullmatch(file.stem)] == []


def test_nothing_is_left_for_later() -> None:
    later = re.compile(r"TO[D]O|FIX[M]E|\bXX[X]\b|lorem[ ]ipsum|NotImplemented[E]rror")
    files = [
        *sources("app.py", "eva", "benchmarks", "report_templates", "tools"),
        *(ROOT / "checklists").rglob("*.yaml"),
    ]
    assert [name(file) for file in files if later.search(file.read_text(encoding="utf-8"))] == []


def test_no_test_is_skipped() -> None:
    skipped = re.compile(r"\b(mark\.(skip|xfail)|pytest\.(skip|xfail)|import" + r"orskip)")
    assert [name(file) for file in sources("tests") if skipped.search(file.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("file", [each for each in sources("app.py", "eva") if each.suffix == ".py"], ids=name)
def test_text_is_never_run_as_code(file: Path) -> None:
    called = {ast.unparse(node.func) for node in ast.walk(parsed(file)) if isinstance(node, ast.Call)}
    assert called & {"eval", "exec", "compile", "__import__", "pickle.loads", "yaml.load"} == set()
    assert "pickle.load" not in called or name(file) == "eva/rendering/worker.py"


def test_templates_do_not_compute() -> None:
    templates = [file for file in (ROOT / "report_templates").rglob("*") if file.is_file()]
    computing = re.compile(r"{%-?\s*set\b")
    assert [name(file) for file in templates if computing.search(file.read_text(encoding="utf-8"))] == []


LOCKS = ("requirements.lock", "requirements-test.lock", "requirements-bench.lock")


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_has_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert all("--hash=sha256:" in entry for entry in re.split(r"\n(?=\S)", text))


def test_the_locks_agree_with_the_project_and_with_each_other() -> None:
    run_lock, test_lock, bench_lock = (dict(pins(lock)) for lock in LOCKS)
    declared = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
    assert [str(each) for each in declared if not each.specifier.contains(run_lock.get(each.name, "0"))] == []
    assert run_lock.items() <= test_lock.items() <= bench_lock.items()
    groups = PROJECT["dependency-groups"]
    for lock, texts in (
        (test_lock, groups["build"] + groups["test"] + PROJECT["project"]["optional-dependencies"]["postgresql"]),
        (bench_lock, groups["bench"]),
    ):
        wanted = [Requirement(text) for text in texts]
        assert [str(each) for each in wanted if not each.specifier.contains(lock.get(each.name, "0"))] == []


def test_the_test_lock_names_the_extras_that_packages_ask_for() -> None:
    """Else pip looks for the newest release of such a package, and refuses it because its hash is not in the lock."""
    asked = [
        Requirement(text) for name, _ in pins("requirements-test.lock") for text in requires_of(name) if "[" in text
    ]
    wanted = {(canonicalize_name(each.name), extra) for each in asked for extra in each.extras if applies(each)}
    assert wanted
    assert wanted <= extras("requirements-test.lock")


def requires_of(package: str) -> list[str]:
    """What an installed package requires; nothing for one that this Python or system does not take."""
    try:
        return requires(package) or []
    except PackageNotFoundError:
        return []


def applies(requirement: Requirement) -> bool:
    """Whether a requirement counts here; an extra that asks for it itself does not."""
    return requirement.marker is None or requirement.marker.evaluate({"extra": ""})


PIN = re.compile(r"^([a-z0-9._-]+)(?:\[([a-z0-9,-]+)\])?==([^ ;]+)", re.MULTILINE)


def pins(lock: str) -> Iterator[tuple[str, str]]:
    """Each package of a lock with its version; the last one where there is one for each of several Pythons."""
    for found in PIN.finditer((ROOT / lock).read_text(encoding="utf-8")):
        yield found[1], found[3]


def extras(lock: str) -> set[tuple[str, str]]:
    """Each package of a lock with each extra that the lock names."""
    found = PIN.finditer((ROOT / lock).read_text(encoding="utf-8"))
    return {(each[1], extra) for each in found if each[2] for extra in each[2].split(",")}


def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))
