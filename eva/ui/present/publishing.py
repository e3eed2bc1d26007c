"""Publishing (julkaiseminen): where everybody can read the report once the assessment is published."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from eva.assessment import Status
from eva.desk.publishing import public_address
from eva.locale import Words
from eva.rendering.templates import Template
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
    """Where the report of an assessment is public, on the server whose `app` has this address; None where it is not."""
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
    """A report with the ways to it, a language each."""
    title = template.file.title.read(words.language)[0]
    links = (
        Markup('<a href="{}" target="_blank" aria-label="{}: {}">{}</a>').format(
            public_address(assessment, each, template.id),
            title,
            words.get(f"preview.language.{each}"),
            words.get(f"preview.language.{each}"),
        )
        for each in template.file.languages
    )
    return Markup('<span>{}</span> <span class="ways">{}</span>').format(title, Markup(" ").join(links))
