"""Revisions: what a person names as a version of something, as a path that can be read.

A file or folder, or something as it stood in git (`HEAD~3:checklists/ngo`), which is taken out of git into a folder of
its own for as long as it is needed.
"""

import io
import os
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eva.errors import NotFound


@contextmanager
def path_of(operand: str) -> Iterator[Path]:
    """The file or folder that a person names; raises NotFound where there is none."""
    if os.path.exists(operand):  # noqa: PTH110  never raises
        yield Path(operand)
    elif ":" in operand and not operand.startswith("-"):
        with _from_git(operand, Path()) as path:
            yield path
    else:
        raise NotFound("cli_version_unknown", name=operand)


@contextmanager
def path_at(revision: str, path: Path) -> Iterator[Path | None]:
    """A file or folder as it stood at a revision of git, None where it was not there yet; raises NotFound."""
    folder, name = (path, "") if path.is_dir() else (path.parent, path.name)

    def told(*arguments: str) -> str:
        return _said(revision, folder, "rev-parse", *arguments).decode().strip()

    root = Path(told("--show-toplevel"))
    tree = told("--verify", "--end-of-options", f"{revision}^{{tree}}")
    within = (told("--show-prefix") + name).rstrip("/")
    if within and not _said(revision, root, "ls-tree", tree, within):
        yield None
        return
    with _from_git(f"{tree}:{within}", root) as found:
        yield found


@contextmanager
def _from_git(operand: str, folder: Path) -> Iterator[Path]:
    """What stands at `revision:path` in the git repository of a folder, in a temporary folder."""
    import tempfile

    kind = _said(operand, folder, "cat-file", "-t", operand).decode().strip()
    with tempfile.TemporaryDirectory(prefix="eva-") as temporary:
        target = Path(temporary, Path(operand.partition(":")[2]).name or "checklist")
        if kind == "tree":
            packed = _said(operand, folder, "archive", "--format=tar", operand)
            with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
                archive.extractall(target, filter="data")
        else:
            target.write_bytes(_said(operand, folder, "show", operand))
        yield target


def _said(operand: str, folder: Path, *arguments: str) -> bytes:
    """What git answers in a folder; raises NotFound with its reason."""
    git = shutil.which("git")
    if git is None:
        raise NotFound("cli_git_missing", name=operand)
    done = subprocess.run([git, *arguments], cwd=folder, capture_output=True, check=False)  # noqa: S603  no shell
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise NotFound("cli_git_failed", name=operand, reason=lines[-1] if lines else "")
    return done.stdout
