"""Stationery (lomakkeisto): the report templates and the theme of an installation, those of its own folder included."""

from dataclasses import dataclass
from pathlib import Path

from eva.catalog.libraries import THEME
from eva.catalog.shipped import folder
from eva.rendering.templates import Template, named, templates_in
from eva.rendering.theme import PLAIN, Theme, read_theme
from eva.settings import Settings

TEMPLATES = "report_templates"
"""The folder of templates, in the program and in a municipality's own folder."""


@dataclass(frozen=True, slots=True)
class Stationery:
    """What reports are printed on: the templates by their ids, and the theme."""

    templates: tuple[Template, ...]
    theme: Theme = PLAIN

    def template(self, template_id: str) -> Template:
        """The template of this id; raises NotFound with the ids that there are."""
        return named(self.templates, template_id)


def stationery(settings: Settings | None = None) -> Stationery:
    """The stationery of an installation, by default what comes with the program alone.

    Templates in `report_templates` of its own folder stand beside the shipped ones, or in place of those of the same
    id. Raises RenderError where a template or the theme cannot be read.
    """
    shipped = folder(TEMPLATES)
    if settings is None or not settings.library:
        return Stationery(templates_in(shipped=shipped))
    own = Path(settings.library)
    return Stationery(templates_in(own / TEMPLATES, shipped=shipped), read_theme(own / THEME))
