"""Report templates (raporttipohjat): a folder with `template.yaml` and `report.html.j2`, beside the shared parts."""

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
    """A report template, and the folder that holds it beside `_shared`."""

    file: TemplateFile
    folder: Path

    @property
    def id(self) -> str:
        """The id by which the command line names it."""
        return self.file.id


def templates_in(folder: Path) -> tuple[Template, ...]:
    """Every template of a folder such as `report_templates`, by id; raises RenderError for one that cannot be read."""
    return tuple(_read(file.parent) for file in sorted(folder.glob("*/template.yaml")))


def template_in(folder: Path, template_id: str) -> Template:
    """The template of this id; raises NotFound with the ids that there are."""
    found = {template.id: template for template in templates_in(folder)}
    if template_id not in found:
        raise NotFound("template_not_found", template=template_id, templates=", ".join(found))
    return found[template_id]


def _read(folder: Path) -> Template:
    source = (folder / "template.yaml").read_text(encoding="utf-8")
    try:
        # The base loader makes every scalar text, as in all files of EVA: `no` is Norwegian here, and no boolean.
        said = yaml.BaseLoader(source).get_single_data()
        file = TemplateFile.model_validate(said)
    except (yaml.YAMLError, ValidationError) as error:
        raise RenderError("template_file", template=folder.name, message=str(error).splitlines()[0]) from error
    if file.id != folder.name:
        raise RenderError("template_file", template=folder.name, message=f"id: {file.id}")
    return Template(file, folder)
