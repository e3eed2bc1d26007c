"""Report templates (raporttipohjat): a folder with `template.yaml` and `report.html.j2`, beside the shared parts."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml
from pydantic import ValidationError

from eva.errors import NotFound, RenderError
from eva.text import Language, LocalizedText, Model

SHARED = "_shared"
"""The folder of macros, layouts and styles that all templates may include."""

Format = Literal["html", "pdf", "docx"]


class TemplateFile(Model):
    """What `template.yaml` says: the template's id (the name of its folder), title, languages and formats.

    One that is `of` another has no pages of its own: it prints that one in each of its languages, one after the other.
    """

    id: str
    title: LocalizedText
    languages: tuple[Language, ...]
    formats: tuple[Format, ...]
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """A report template, and the folder that holds it; `shared` are the folders of the parts that it may include.

    `shipped` where all of it came with the program; anything else may be wrong in any way.
    """

    file: TemplateFile
    folder: Path
    shared: tuple[Path, ...]
    shipped: bool = False

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where its parts are looked for: in its own folder, then among those that are shared."""
        return (self.folder, *self.shared)

    @property
    def id(self) -> str:
        """The id by which the command line names it."""
        return self.file.id


def templates_in(*folders: Path, shipped: Path | None = None) -> tuple[Template, ...]:
    """Every template of folders such as `report_templates`, by id; one of a later folder takes the place of its like.

    Parts that a later folder shares stand before those of an earlier one. `shipped` is the folder that came with the
    program, which is the first of all. Raises RenderError for a template that cannot be read.
    """
    folders = folders if shipped is None else (shipped, *folders)
    shared = tuple(folder / SHARED for folder in reversed(folders) if (folder / SHARED).is_dir())
    ours = shipped is not None and all(part.parent == shipped for part in shared)
    found = {file.parent.name: file.parent for folder in folders for file in sorted(folder.glob("*/template.yaml"))}
    return tuple(
        _read(folder, shared, shipped=ours and folder.parent == shipped) for _, folder in sorted(found.items())
    )


def named(templates: Iterable[Template], template_id: str) -> Template:
    """The template of this id; raises NotFound with the ids that there are."""
    found = {template.id: template for template in templates}
    if template_id not in found:
        raise NotFound("template_not_found", template=template_id, templates=", ".join(found))
    return found[template_id]


def _read(folder: Path, shared: tuple[Path, ...], *, shipped: bool) -> Template:
    source = (folder / "template.yaml").read_text(encoding="utf-8")
    try:
        # The base loader makes every scalar text, as in all files of EVA: `no` is Norwegian here, and no boolean.
        said = yaml.BaseLoader(source).get_single_data()
        file = TemplateFile.model_validate(said)
    except (yaml.YAMLError, ValidationError) as error:
        raise RenderError("template_file", template=folder.name, message=str(error).splitlines()[0]) from error
    if file.id != folder.name:
        raise RenderError("template_file", template=folder.name, message=f"id: {file.id}")
    return Template(file, folder, shared, shipped)
