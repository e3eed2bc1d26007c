"""`eva score` on an example in a new process, against a process that only imports pydantic and yaml."""

import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from eva.catalog.shipped import folder

ROUNDS = 15
EVA = Path(sys.executable).with_name("eva")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


NAMED = "import pydantic, yaml"
MODEL = "import yaml; from pydantic import BaseModel; type('Empty', (BaseModel,), {})"
HIGHEST = 7.0
"""Known to miss its target (docs/decisions/0009); what is above this is a step backwards."""


def measure() -> list[dict[str, Any]]:
    """The best of several rounds in turn, in seconds of the children's processor time: other work does not count.

    All find their modules compiled, as every run but the first after an installation does. The second peer loads what
    the first only names, and has one empty model.
    """
    example = folder("examples") / "otava_library" / "assessment.yaml"
    ours = (EVA, "score", example, "--lang", "fi")
    peers = [(sys.executable, "-c", program) for program in (NAMED, MODEL)]
    best = [float("inf")] * 3
    for _ in range(ROUNDS):
        best = [min(held, _seconds(command)) for held, command in zip(best, (ours, *peers), strict=True)]
    name = "eva score on an example, a new process"
    return [
        _row(f"{name} ÷ {NAMED}", *best[:2]) | {"highest": HIGHEST},
        _row(f"{name} ÷ the same with an empty model", best[0], best[2]),
    ]


def _row(name: str, ours: float, peer: float) -> dict[str, Any]:
    return {"name": name, "ours": ours, "peer": peer, "ratio": ours / peer, "target": 3.0}


def _seconds(command: Sequence[str | Path]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
