"""Publishing (julkaiseminen): where everybody can read the report once the assessment is published."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from eva.assessment import Status
from eva.desk.publishing import PublicForm, public_address
from eva.locale import Words
from eva.rendering.templates import Template
from eva.text import Language
from eva.ui.present import marks
from eva.workflow_frozen import PUBLIC, Frozen

_HERE = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Publicity:
    """The public address of a report, what it means, and the ways to the report in each language; both safe HTML."""

    address: str
    about: str
    ways: str


def publicity(
    assessment: str, status: Status, kept: Sequence[Frozen], templates: Iterable[Template], words: Words, app: str
) -> Publicity | None:
    """Where the report of an assessment is public, on the server whose `app` has this address; None where it is not.

    `app` is any address of the server as readers know it; what stands in it after the host does not matter.
    """
    if status not in PUBLIC or not any(each.status in PUBLIC for each in kept):
        return None
    seen = urlsplit(app)
    told = ["check.public.about", "check.public.back"]
    told += ["check.public.local"] if seen.hostname in _HERE else []
    about = Markup().join(marks.paragraph(words.get(key), "aside") for key in told)
    ways = marks.items((_ways(assessment, each, words) for each in templates), "frozen")
    root = f"{seen.scheme}://{seen.netloc}" if seen.netloc else ""
    return Publicity(f"{root}{public_address(assessment)}", str(about), str(ways))


def _ways(assessment: str, template: Template, words: Words) -> Markup:
    """A report with the ways to it: each language as a page, and as a PDF where the template can be one."""
    title = template.file.title.read(words.language)[0]
    forms: list[PublicForm] = ["html", "pdf"] if "pdf" in template.file.formats else ["html"]
    pairs = (
        Markup(" ").join(_way(assessment, template, each, form, title, words) for form in forms)
        for each in template.file.languages
    )
    inside = Markup(" ").join(Markup('<span class="way">{}</span>').format(pair) for pair in pairs)
    return Markup('<span>{}</span> <span class="ways">{}</span>').format(title, inside)


def _way(assessment: str, template: Template, language: Language, form: PublicForm, title: str, words: Words) -> Markup:
    """The way to a report in one language and form; its name tells both, whatever stands beside it."""
    in_language = words.get(f"preview.language.{language}")
    shown, kind = (in_language, "") if form == "html" else ("PDF", ", PDF")
    return Markup('<a href="{}" target="_blank" aria-label="{}: {}{}">{}</a>').format(
        public_address(assessment, language, template.id, form), title, in_language, kind, shown
    )
