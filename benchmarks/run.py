"""Prints the measured ratios of the program to its peers, and fails where one misses its target.

Each `bench_*.py` beside this file has `measure()`, which returns one measurement or several: a mapping with `name`,
`ours` and `peer` (seconds; bytes where its `unit` is MB), `ratio` (ours ÷ peer) and `target` (the highest ratio that
will do). One that is known to miss its target, for a reason written down in `docs/decisions`, has `highest` too, above
which it fails all the same.
"""

import importlib.util
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FAILED = "MISSED"
UNITS = {"ms": 0.001, "MB": 2**20}
TITLES = ("measured", "ours", "peer", "ratio", "target", "")


def measurements(file: Path) -> Iterator[Mapping[str, Any]]:
    """What one benchmark measured, now."""
    spec = importlib.util.spec_from_file_location(file.stem, file)
    if spec is None or spec.loader is None:
        raise ImportError(file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found = module.measure()
    yield from [found] if isinstance(found, Mapping) else found


def verdict(measured: Mapping[str, Any]) -> str:
    """Nothing for a measurement that keeps to its target; that it misses it, and whether that is known."""
    if measured["ratio"] <= measured["target"]:
        return ""
    return "missed, as known" if measured["ratio"] <= measured.get("highest", 0) else FAILED


def row(measured: Mapping[str, Any]) -> tuple[str, ...]:
    """A measurement as the cells of the table."""
    unit = measured.get("unit", "ms")
    return (
        str(measured["name"]),
        f"{measured['ours'] / UNITS[unit]:.1f} {unit}",
        f"{measured['peer'] / UNITS[unit]:.1f} {unit}",
        f"{measured['ratio']:.2f}",
        f"≤ {measured['target']}",
        verdict(measured),
    )


def table(rows: list[tuple[str, ...]]) -> str:
    """Rows under their titles, each column as wide as its widest cell, figures to the right."""
    widths = [max(len(line[column]) for line in [TITLES, *rows]) for column in range(len(TITLES))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column else cell.ljust(width) for column, (cell, width) in enumerate(cells)
        ).rstrip()
        for cells in (zip(line, widths, strict=True) for line in [TITLES, *rows])
    )


def main() -> int:
    """Runs every benchmark, one after the other so that none disturbs another."""
    found = [measured for file in sorted(HERE.glob("bench_*.py")) for measured in measurements(file)]
    print(table([row(measured) for measured in found]))
    return 1 if FAILED in map(verdict, found) else 0


if __name__ == "__main__":
    sys.exit(main())
