"""Writing files: whole or not at all, and never over what a person wrote."""

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from eva.errors import EvaError


def write_new(path: Path, content: str) -> None:
    """Writes a file that does not exist yet; raises EvaError if it does, or cannot be written."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(content)
    except FileExistsError as exists:
        raise EvaError("cli_file_exists", file=str(path)) from exists
    except OSError as refused:
        raise _cannot_write(path, refused) from refused


def make_folder(folder: Path) -> None:
    """Makes the folder of something new; it may be there if nothing is in it. Raises EvaError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise EvaError("cli_file_exists", file=str(folder))
    except OSError as refused:
        raise _cannot_write(folder, refused) from refused


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file beside its place and then puts it there, so that nobody ever finds half of one."""
    try:
        handle, beside = tempfile.mkstemp(prefix=".eva-", dir=path.absolute().parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.chmod(beside, 0o666 & ~_umask())  # noqa: PTH101  a temporary file is for its maker alone; this one is not
            os.replace(beside, path)  # noqa: PTH105
        except BaseException:
            with suppress(OSError):
                os.unlink(beside)  # noqa: PTH108
            raise
    except OSError as refused:
        raise _cannot_write(path, refused) from refused


def write_out(content: bytes) -> None:
    """Writes bytes to the standard output, for the next program in a pipe."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _umask() -> int:
    """What the person's files are closed to; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _cannot_write(path: Path, refused: OSError) -> EvaError:
    return EvaError("cli_cannot_write", file=str(path), reason=refused.strerror or str(refused))
