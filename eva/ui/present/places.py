"""Places (kohdat): on which page a place of the assessment is mended, and what is missing where."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from eva.finding import Finding, tell
from eva.text import LocalizedText
from eva.ui import sheet
from eva.ui.form import Form

_PAGES = {
    "case": "case",
    "checklists": "case",
    "sources": "case",
    "alternatives": "alternatives",
    "answers": "answer",
    "flags": "answer",
    "section_reasons": "answer",
    "measures": "measures",
    "consultations": "hearing",
    "conclusion": "conclusion",
    "decision": "conclusion",
    "follow_up": "conclusion",
}
SCREENING = "answers/screening/"


def page_of(place: str) -> str:
    """The page on which a place is mended; what has none is seen in the overview."""
    if place.startswith(SCREENING):
        return "screening"
    return _PAGES.get(place.split("/", maxsplit=1)[0], "overview")


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is missing: what it is, what it concerns, its place, and the address of that place."""

    title: sheet.Wording
    about: sheet.Wording
    place: str
    href: str


def gaps(form: Form) -> tuple[Gap, ...]:
    """What keeps an assessment from being complete, in the order of the findings."""
    found = (each for each in form.opened.evaluation.findings if each.severity == "error")
    return tuple(_gap(form, each, tell(each, form.words, form.names).title) for each in found)


def _gap(form: Form, finding: Finding, told: str) -> Gap:
    """A gap of a question goes by the question's words, every other by its own, with the section or flag beside it."""
    about = form.text_of(concerned(form, finding.place))
    title, beside = (about, told) if finding.place.startswith("answers/") and about else (told, about)
    return Gap(title, beside, finding.place, address(form, finding.place))


def concerned(form: Form, place: str) -> LocalizedText | None:
    """The question, the section or the flag at a place, in the checklist's words; None where none stands there."""
    kind, _, rest = place.partition("/")
    asked = form.opened.evaluation.asked
    match kind:
        case "answers":
            return next((each.question.text for each in asked if each.full_id == rest), None)
        case "section_reasons":
            return next((each.section.title for each in asked if each.section_id == rest), None)
        case "flags":
            checklist, flag_id, *_ = rest.split("/")
            flag = form.opened.checklists[checklist].flag(flag_id)
            return flag.title if flag is not None else None
    return None


def address(form: Form, place: str, page: str = "") -> str:
    """The address of a place, with the assessment and the language; `page` where the place does not tell it."""
    query = {"a": form.opened.assessment.id, "lang": form.words.language} | ({"at": place} if place else {})
    return f"/{page or page_of(place)}?{urlencode(query)}"


def locate(place: str, blocks: Iterable[sheet.Block]) -> str:
    """The id or path of the block at which a place stands, else of the first within it; empty if none does."""
    names = tuple(_names(blocks))
    within = (name for name in names if place and name.startswith(f"{place}/"))
    return place if place in names else next(within, "")


def _names(blocks: Iterable[sheet.Block]) -> Iterable[str]:
    for each in blocks:
        yield from (name for key in ("id", "path") if (name := getattr(each, key, "")))
        if isinstance(each, sheet.Group):
            yield from _names(each.blocks)
        if isinstance(each, sheet.Items):
            yield from (f"{each.path}/{item.id}" for item in each.items)
            yield from (f"{each.path}/{item.id}/{field.path}" for item in each.items for field in each.template)
