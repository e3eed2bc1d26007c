"""Apart (erillään): a template that somebody else wrote prints in a process of its own, with an end to time and memory.

The sandbox keeps a template from reading and changing what it must not. It does not keep it from filling the memory
(`'a' * 10**9`) or from never ending. Windows has no limits for a process, so there only the clock ends it.
"""

import json
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from threading import BoundedSemaphore, Timer
from typing import IO

import eva
from eva.errors import RenderError
from eva.rendering.glyphs import Replacement
from eva.rendering.templates import Template
from eva.rendering.theme import Theme
from eva.report_model import Report

SECONDS = 10
"""Seconds of computing that a template may take; printing the largest example takes one."""

PATIENCE = 60
"""Seconds by the clock after which it is stopped, however busy the machine is. Windows knows this limit alone."""

MEMORY = 256 * 1024 * 1024
"""Bytes that a template may take beside what its process has to begin with; the largest example takes 16 MB."""

MOST = 16 * 1024 * 1024
"""Bytes of HTML that a template may make; the largest example makes a twentieth."""

_AT_ONCE = BoundedSemaphore(2)
"""So many templates print at once, whoever asks for reports; others wait for their turn."""

_TOLD = 100_000
"""Bytes that an error may take."""

_TOO_LONG = -getattr(signal, "SIGXCPU", 0) or None
"""How a process ends that computed too long, where there is such a limit."""

WORKER = "eva.rendering.worker"


def render_apart(report: Report, template: Template, theme: Theme, replaced: Iterable[Replacement]) -> str:
    """The HTML of a report as `html.render_here` makes it, byte for byte, from a process that ends with it.

    Raises RenderError with what the template did wrong: what the sandbox says of it, or which limit it met.
    """
    handed = pickle.dumps((report, template, theme, tuple(replaced)))
    with _AT_ONCE:
        answer, seconds = _answer(handed)
    if seconds:
        raise RenderError("template_slow", template=template.id, seconds=str(seconds))
    told, _, html = answer.partition(b"\n")
    if not told:
        raise RenderError("template_broke_off", template=template.id)
    if error := json.loads(told):
        raise RenderError(error["code"], **error["params"])
    if len(html) > MOST:
        raise too_large(template)
    return html.decode()


def too_large(template: Template) -> RenderError:
    """What is said of a template that makes too much."""
    return RenderError("template_large", template=template.id, limit=str(MOST // 1024 // 1024))


def too_greedy(template: Template) -> RenderError:
    """What is said of a template that needs too much memory."""
    return RenderError("template_memory", template=template.id, limit=str(MEMORY // 1024 // 1024))


def _answer(handed: bytes) -> tuple[bytes, int]:
    """What the process wrote, empty where it broke off; and the seconds after which it was stopped, if it was.

    It reads everything before it writes anything, so neither waits for the other. No more is read than may be.
    """
    late = False

    def stop() -> None:
        nonlocal late
        late = True
        process.kill()

    with subprocess.Popen(  # noqa: S603  this Python and our own module
        [sys.executable, "-P", "-m", WORKER, str(MEMORY), str(SECONDS)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=_environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:
        timer = Timer(PATIENCE, stop)
        timer.start()
        try:
            answer = _exchanged(process, handed)
            process.wait()
        finally:
            timer.cancel()
            process.kill()
    if late:
        return b"", PATIENCE
    return answer, SECONDS if process.returncode == _TOO_LONG else 0


def _exchanged(process: subprocess.Popen[bytes], handed: bytes) -> bytes:
    taking, giving = _pipe(process.stdin), _pipe(process.stdout)
    with suppress(BrokenPipeError):  # it ended before it read: there is no answer either
        taking.write(handed)
        taking.close()
    answer = giving.read(MOST + _TOLD)
    giving.close()  # it cannot write more, and ends
    return answer


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise TypeError(pipe)
    return pipe


def _environment() -> dict[str, str]:
    """The environment of this process, in which the other one finds the same program, and needs no more than it must.

    It looks for no plugins, and starts no threads for sums, each of which would set memory aside.
    """
    places = (os.environ.get("PYTHONPATH", ""), str(Path(eva.__file__).parent.parent))
    found = os.pathsep.join(place for place in places if place)
    return {**os.environ, "PYTHONPATH": found, "PYDANTIC_DISABLE_PLUGINS": "__all__", "OPENBLAS_NUM_THREADS": "1"}
