"""Reading and validating all shipped checklists, against PyYAML's C loader alone on the same files."""

from typing import Any

import yaml

from benchmarks.timing import best
from eva.catalog import load_library
from eva.catalog.shipped import folder

ROUNDS = 25


def measure() -> list[dict[str, Any]]:
    """The best of several rounds in turn, in seconds of processor time, so that other work does not count."""
    checklists = folder("checklists")
    files = sorted(checklists.rglob("*.yaml"))

    def ours() -> None:
        load_library(checklists)

    def peer() -> None:
        for file in files:
            yaml.load(file.read_bytes(), yaml.CSafeLoader)

    ours_best, peer_best = best(ours, peer, rounds=ROUNDS)
    size = sum(file.stat().st_size for file in files) / 1000
    name = f"load and validate {len(files)} files of checklists, {size:.0f} kB ÷ CSafeLoader alone"
    return [{"name": name, "ours": ours_best, "peer": peer_best, "ratio": ours_best / peer_best, "target": 3.0}]
