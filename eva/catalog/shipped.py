"""The data that comes with the program: checklists, report templates and example cases.

In a checkout they stand beside the package, where people edit them; in an installed wheel they are inside it.
"""

import re
from functools import cache
from pathlib import Path

from eva.settings import Settings

_PACKAGE = Path(__file__).resolve().parent.parent


def folder(name: str) -> Path:
    """The folder of shipped data called `name`: `checklists`, `report_templates` or `examples`.

    Raises FileNotFoundError when the installation does not have it.
    """
    for place in (_PACKAGE / "shipped", _PACKAGE.parent):
        if (place / name).is_dir():
            return place / name
    message = f"this installation of EVA has no folder {name!r}"
    raise FileNotFoundError(message)


def library_folders(settings: Settings) -> tuple[Path, ...]:
    """The folders of the library: the shipped checklists, and on top of them those of the installation."""
    return (folder("checklists"), *((Path(settings.library),) if settings.library else ()))


@cache
def example_ids() -> frozenset[str]:
    """The ids of the example cases, which look like somebody's own assessments; none where they were removed."""
    try:
        files = folder("examples").glob("*/assessment.yaml")
    except FileNotFoundError:
        return frozenset()
    found = (re.search(r"^id: (\S+)$", file.read_text(encoding="utf-8"), re.MULTILINE) for file in files)
    return frozenset(each[1] for each in found if each is not None)
