"""`python -m eva.rendering.worker`: prints one report by one template, as `apart` asks for it on the standard input.

The answer is a line of JSON (`null`, or the error with its parameters), and the HTML after it.
"""

import json
import pickle
import sys
from contextlib import suppress
from pathlib import Path

from eva.errors import RenderError
from eva.rendering.apart import MOST, too_greedy, too_large
from eva.rendering.html import render_here


def main() -> None:
    """Takes the report, makes the HTML within the limits, and gives it back."""
    _limit(int(sys.argv[1]), int(sys.argv[2]))
    report, template, theme, replaced = pickle.load(sys.stdin.buffer)  # noqa: S301  from `apart`, and nobody else
    try:
        html = render_here(report, template, theme=theme, replaced=replaced).encode()
        if len(html) > MOST:
            raise too_large(template)
    except RenderError as error:
        _give(error)
    except MemoryError:
        _give(too_greedy(template))
    else:
        _give(None, html)


def _give(error: RenderError | None, html: bytes = b"") -> None:
    told = None if error is None else {"code": error.code, "params": error.params}
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + html)
    sys.stdout.buffer.flush()


def _limit(memory: int, seconds: int) -> None:
    """Ends this process when it needs so many bytes more, or computes longer; the one that started it has the clock."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  Windows has none

    with suppress(ValueError, OSError):  # a system that does not take such limits, or has lower ones already
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


if __name__ == "__main__":
    main()
