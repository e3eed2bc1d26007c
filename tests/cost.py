"""What something costs: processor time, which a busy machine does not lengthen; to be compared, never asserted."""

import time
from typing import Self


class Cost:
    """The processor seconds of the block that it surrounds."""

    seconds = 0.0

    def __enter__(self) -> Self:
        self._began = time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds = time.process_time() - self._began
