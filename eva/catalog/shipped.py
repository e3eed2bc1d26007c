"""The data that comes with the program: checklists, report templates and example cases.

In a checkout they stand beside the package, where people edit them; in an installed wheel they are inside it.
"""

from pathlib import Path

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
