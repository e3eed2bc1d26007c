"""Publishing (julkaiseminen): the reports that everybody may read, each at an address that stays.

What is printed is the public version of the document that was frozen when it was published, never the working one.
"""

from collections.abc import Callable
from functools import lru_cache
from threading import Lock
from typing import Literal
from urllib.parse import urlencode

from eva.desk.files import ATTACHMENT, ReportFile, report_file
from eva.desk.stationery import Stationery
from eva.errors import NotFound
from eva.rendering.templates import Template
from eva.text import Language
from eva.workflow import Office
from eva.workflow_frozen import open_frozen, published_version

PUBLISHED = "/published"
TEMPLATES = (ATTACHMENT, "one-page")
"""The reports that are published, the whole one first; a municipality may have its own in the place of either."""

KEPT = 64
"""How many finished reports a process keeps at hand, of some 200 kB each."""

PublicForm = Literal["html", "pdf"]
"""To read at once, and to keep: the PDF has the data inside, so that anybody can work its figures out again."""

Publisher = Callable[[str, str, Language | None, PublicForm], ReportFile]
"""The published report of an assessment by this template and in this language, by default the case's."""


def public_address(
    assessment_id: str, language: Language | None = None, template: str = ATTACHMENT, form: PublicForm = "html"
) -> str:
    """Where a published report stands, from the root of the server."""
    asked = {"lang": language or "", "template": template if template != ATTACHMENT else ""}
    query = urlencode({name: value for name, value in asked.items() if value})
    ending = "" if form == "html" else f".{form}"
    return f"{PUBLISHED}/{assessment_id}{ending}" + (f"?{query}" if query else "")


def publisher(office: Callable[[], Office], on: Callable[[], Stationery]) -> Publisher:
    """Makes published reports, each once for as long as nothing changes of which it is made.

    A publisher raises NotFound where nothing is published, and RenderError where the report cannot be made.
    """
    one_at_a_time = Lock()  # many readers of a report that was published just now wait for one making of it

    @lru_cache(maxsize=KEPT)
    def made(
        assessment_id: str, revision: int, template: str, language: Language | None, form: PublicForm, _look: object
    ) -> ReportFile:
        opened = open_frozen(office(), assessment_id, revision)
        return report_file(
            opened.assessment,
            opened.checklists,
            opened.vocabulary,
            language=language or opened.assessment.case.language,
            form=form,
            generated_at=opened.stored.saved_at,
            template=template,
            on=on(),
        )

    def published(assessment_id: str, template: str, language: Language | None, form: PublicForm) -> ReportFile:
        version = published_version(office(), assessment_id)
        if template not in TEMPLATES:
            raise NotFound("publication_not_found", id=assessment_id)
        paper = on()
        look = (_stamps(paper.template(template)), paper.theme.model_dump_json())
        with one_at_a_time:
            return made(assessment_id, version.revision, template, language, form, look)

    return published


def _stamps(template: Template) -> tuple[tuple[str, int, int], ...]:
    """The files of a template with their times and sizes: its owner may write them anew while the app runs."""
    files = sorted(each for folder in template.folders for each in folder.rglob("*") if each.is_file())
    seen = ((each, each.stat()) for each in files)
    return tuple((each.as_posix(), stat.st_mtime_ns, stat.st_size) for each, stat in seen)
