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
        with _from_git(operand) as path:
            yield path
    else:
        raise NotFound("cli_version_unknown", name=operand)


@contextmanager
def _from_git(operand: str) -> Iterator[Path]:
    """What stands at `revision:path` in the git repository of the current folder, in a temporary folder."""
    import tempfile

    git = shutil.which("git")
    if git is None:
        raise NotFound("cli_git_missing", name=operand)
    kind = _said(git, operand, "cat-file", "-t", operand).decode().strip()
    with tempfile.TemporaryDirectory(prefix="eva-") as temporary:
        target = Path(temporary, Path(operand.partition(":")[2]).name or "checklist")
        if kind == "tree":
            with tarfile.open(fileobj=io.BytesIO(_said(git, operand, "archive", "--format=tar", operand))) as archive:
                archive.extractall(target, filter="data")
        else:
            target.write_bytes(_said(git, operand, "show", operand))
        yield target


def _said(git: str, operand: str, *arguments: str) -> bytes:
    """What git answers; raises NotFound with its reason."""
    done = subprocess.run([git, *arguments], capture_output=True, check=False)  # noqa: S603  no shell, no options of theirs
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise NotFound("cli_git_failed", name=operand, reason=lines[-1] if lines else "")
    return done.stdout
