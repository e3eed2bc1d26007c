"""How far an assessment is (eteneminen): what is answered, what is missing with the way to it, and what readers ask."""

from markupsafe import Markup

from eva.finding import Finding, Severity, tell
from eva.progress import Tally
from eva.ui.present import marks
from eva.ui.present.parts import answer_tally, settled
from eva.ui.present.places import concerned
from eva.ui.present.reading import Reading

UNFOLDED = 5
"""So many gaps are shown at once; more of them stand folded under their number."""

_ELSEWHERE = frozenset({"unknown", "flag_answered", "caution_open"})
"""Findings that have a part of the overview to themselves."""


def progress(reading: Reading) -> Markup:
    """The questions answered, the gaps that keep the assessment from being complete, and what readers ask about."""
    tally = answer_tally(reading.form.opened)
    asked = bar(reading, tally) if tally.asked else Markup()
    parts = asked + _missing(reading) + _remarks(reading) + _withheld(reading)
    title = reading.words.get("overview.progress.title")
    return Markup('<section class="strip" aria-label="{}">{}</section>').format(title, parts)


def bar(reading: Reading, tally: Tally) -> Markup:
    """How many questions are answered, in words and as a bar."""
    words = reading.words
    done = tally.asked - tally.unanswered
    told = words.get("overview.progress.done", done=words.number(done), total=words.number(tally.asked))
    return Markup(
        '<p class="done"><strong>{}</strong></p><progress max="{}" value="{}" aria-label="{}"></progress>'
    ).format(told, max(tally.asked, 1), done, words.get("overview.progress.title"))


def _missing(reading: Reading) -> Markup:
    found = findings(reading, "error")
    words = reading.words
    if not found:
        return marks.paragraph(Markup('<b aria-hidden="true">✓</b> {}').format(words.get("overview.complete")), "good")
    if not settled(reading.form.opened):
        about = marks.paragraph(words.get("overview.unsettled"))
        return about + _folded(reading, found, words.get("overview.first"), unfold=True)
    return _folded(reading, found, words.plural("overview.missing", len(found)), unfold=len(found) <= UNFOLDED)


def _remarks(reading: Reading) -> Markup:
    found = findings(reading, "warning")
    told = reading.words.plural("overview.remarks", len(found))
    return _folded(reading, found, told, unfold=False) if found else Markup()


def _withheld(reading: Reading) -> Markup:
    """That the report leaves out what is not public, so that its figures may differ from these."""
    hidden = len(reading.form.opened.assessment.hidden_from_public)
    return marks.paragraph(reading.words.plural("overview.withheld", hidden), "aside") if hidden else Markup()


def findings(reading: Reading, severity: Severity) -> tuple[Finding, ...]:
    """The findings of one severity that stand nowhere else on the page."""
    found = reading.evaluation.findings
    return tuple(each for each in found if each.severity == severity and each.code not in _ELSEWHERE)


def _folded(reading: Reading, found: tuple[Finding, ...], title: str, *, unfold: bool) -> Markup:
    lines = marks.items((_line(reading, each) for each in found), "gaps")
    state = Markup(" open") if unfold else Markup()
    return Markup("<details{}><summary>{}</summary>{}</details>").format(state, title, lines)


def _line(reading: Reading, finding: Finding) -> Markup:
    """What it is, where it is mended, and how."""
    told = tell(finding, reading.words, reading.form.names)
    label = reading.form.labels.get(finding.alternative or "")
    subject = concerned(reading.form, finding.place)
    named = reading.form.html_of(subject) if subject is not None else Markup()
    about = Markup(" ").join(part for part in (named, f"({label})" if label else "") if part)
    beside = Markup("{} <span>{}</span>").format(":" if named else "", about) if about else Markup()
    return Markup('<a href="{}">{}</a>{} {}').format(
        reading.href(finding.place),
        told.title,
        beside,
        marks.sub(told.remedy),
    )
