"""The wheel carries all that the program needs, and works where there is no repository."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CARRIED = ("checklists", "examples", "report_templates")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the unpacked wheel in it and nothing else."""
    place = tmp_path_factory.mktemp("wheel")
    hatchling = Path(sys.executable).parent / "hatchling"
    command = [str(hatchling), "build", "--target", "wheel", "--directory", str(place / "dist")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next((place / "dist").glob("*.whl"))) as wheel:
        wheel.extractall(place / "site")
    return place / "site"


def files(folder: Path) -> set[str]:
    """The files under a folder, by their paths in it, without what Python and the desktop leave behind."""
    found = (file.relative_to(folder) for file in folder.rglob("*") if file.is_file())
    return {file.as_posix() for file in found if not {"__pycache__", ".DS_Store"} & set(file.parts)}


def test_the_wheel_has_every_file_of_the_package(installed: Path) -> None:
    assert files(ROOT / "eva") - files(installed / "eva") == set()


@pytest.mark.parametrize("folder", CARRIED)
def test_the_wheel_has_the_shipped_data(installed: Path, folder: str) -> None:
    assert files(ROOT / folder)
    assert files(installed / "eva" / "shipped" / folder) == files(ROOT / folder)


def test_the_wheel_has_nothing_else(installed: Path) -> None:
    assert {each.name.split("-")[0] for each in installed.iterdir()} == {"eva"}


@pytest.mark.parametrize("folder", CARRIED)
def test_the_installed_program_finds_its_data_outside_the_repository(
    installed: Path, tmp_path: Path, folder: str
) -> None:
    code = f"from eva.catalog.shipped import folder; print(folder({folder!r}))"
    command = [sys.executable, "-W", "error", "-c", code]
    done = subprocess.run(
        command, cwd=tmp_path, env={"PYTHONPATH": str(installed)}, capture_output=True, text=True, check=True
    )
    assert Path(done.stdout.strip()) == (installed / "eva" / "shipped" / folder)
