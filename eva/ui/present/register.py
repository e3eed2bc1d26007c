"""The register of assessments (arviointien luettelo): what there is, how far it is, and where the work goes on."""

from dataclasses import dataclass
from html import escape

from eva.catalog.shipped import example_ids
from eva.locale import Words
from eva.rendering.html import said
from eva.report_parts import Text
from eva.text import read_free_text
from eva.ui import sheet
from eva.ui.present.parts import answer_tally
from eva.workflow import Opened, Summary


@dataclass(frozen=True, slots=True)
class Glance:
    """What a row of the register tells of an assessment beside its summary; `page` is where the work goes on."""

    page: str
    answered: int
    asked: int


@dataclass(frozen=True, slots=True)
class Row:
    """One assessment: its id, its title in words alone, the page to open, and as safe HTML what is known of it."""

    id: str
    title: str
    page: str
    detail: str


def glance(opened: Opened) -> Glance:
    """How far an assessment is: a draft that is not complete goes on at its tasks, what is finished is looked at."""
    tally = answer_tally(opened)
    works = opened.assessment.status == "draft" and not opened.evaluation.complete
    return Glance("tasks" if works else "overview", tally.asked - tally.unanswered, tally.asked)


def row(summary: Summary, seen: Glance, words: Words) -> Row:
    """A row in the reader's words."""
    title, language = read_free_text(summary.title, words.language, summary.language)
    shown = sheet.in_words(sheet.wording(title.strip(), language, words.language))
    status = f'<span class="status">{escape(words.get(f"ui.status.{summary.status}"))}</span>'
    detail = f"{status}{example_mark(summary.id, words)}{_known(summary, seen, words)}"
    return Row(summary.id, shown or words.get("ui.case.untitled"), seen.page, detail)


def example_mark(assessment: str, words: Words) -> str:
    """A mark beside the title of an example case; empty for an assessment that somebody has made."""
    return (
        f'<span class="status example">{escape(words.get("demo.mark"))}</span>' if assessment in example_ids() else ""
    )


def _known(summary: Summary, seen: Glance, words: Words) -> str:
    body = str(said(Text(summary.body, summary.language), words.language)) if summary.body else ""
    decided = words.get("ui.register.decided", date=words.date(summary.decision_date)) if summary.decision_date else ""
    saved = words.get("ui.register.saved", at=words.datetime(summary.saved_at), by=summary.saved_by)
    told = (body, escape(decided), escape(saved))
    return " ".join((" · ".join(filter(None, told)), _progress(seen, words)))


def _progress(seen: Glance, words: Words) -> str:
    """The answered questions as a small bar with the figure beside it."""
    if not seen.asked:
        return ""
    percent = round(100 * seen.answered / seen.asked)
    figure = words.get("ui.register.answered", done=words.number(seen.answered), total=words.number(seen.asked))
    bar = f'<span class="meter" aria-hidden="true"><span style="inline-size:{percent}%"></span></span>'
    return f'<span class="progress">{bar}{escape(figure)}</span>'
