"""The processor time of tasks in one process: they take turns, so that whatever disturbs one disturbs all."""

import gc
import time
from collections.abc import Callable


def best(*tasks: Callable[[], object], rounds: int) -> tuple[float, ...]:
    """The best of several rounds of each task, in seconds of processor time, which other work does not lengthen."""
    found = [float("inf")] * len(tasks)
    for _ in range(rounds):
        for number, task in enumerate(tasks):
            gc.collect()
            started = time.process_time()
            task()
            found[number] = min(found[number], time.process_time() - started)
    return tuple(found)
