"""What must not be overlooked (mitä ei saa ohittaa): red flags with their answers, and what is not known."""

from collections.abc import Iterator

from markupsafe import Markup

from eva import outcomes
from eva.outcomes import FOR_CASE
from eva.progress import AskedQuestion
from eva.rendering.html import entry, prose, said
from eva.report_parts import RaisedFlag, Text
from eva.ui.present import marks
from eva.ui.present.reading import Reading


def alarms(reading: Reading) -> Markup:
    """The raised flags, open ones first, each with what answers it; nothing where none is raised or may be."""
    words = reading.words
    possible = len(reading.evaluation.possible_flags)
    if not reading.flags and not possible:
        return Markup()
    drawn = Markup().join(_flag(reading, each) for each in reading.flags)
    later = marks.paragraph(words.plural("overview.flags.possible", possible), "aside") if possible else Markup()
    note = marks.paragraph(words.get("report.flags.note"), "aside") if reading.flags else Markup()
    return marks.section("flags", words.get("report.flags.title"), drawn + later + note)


def _flag(reading: Reading, flag: RaisedFlag) -> Markup:
    words, language = reading.words, reading.words.language
    state = "open" if flag.open else "answered"
    colour = "red" if flag.red else "amber"
    told = words.get("report.flags.concerns", alternative=flag.alternative) if flag.alternative else ""
    about = Markup(' <span class="concerns">{}</span>').format(told) if told else Markup()
    link = Markup('<a href="{}">{}</a>').format(
        reading.href(_place(reading, flag)), words.get(f"overview.flags.go.{state}")
    )
    return Markup(
        '<article class="alarm {} {}"><h3>{}</h3><p><span class="pill {}">{}</span>{}</p>{}{}{}<p>{}</p></article>'
    ).format(
        colour,
        state,
        said(flag.title, language),
        "flag" if flag.red and flag.open else "quiet",
        words.get(f"report.flags.{colour}_{state}"),
        about,
        _answer(reading, flag),
        _missing(reading, flag),
        _changed_since(reading, flag),
        link,
    )


def _raised(reading: Reading, flag: RaisedFlag) -> outcomes.RaisedFlag:
    """What a flag is in the evaluation: a report numbers the flags in its order."""
    return reading.evaluation.flags[int(flag.anchor.rpartition("-")[2]) - 1]


def _place(reading: Reading, flag: RaisedFlag) -> str:
    """The path of a flag's answer."""
    raised = _raised(reading, flag)
    return f"flags/{raised.checklist}/{raised.flag}/{raised.alternative or FOR_CASE}"


def _changed_since(reading: Reading, flag: RaisedFlag) -> Markup:
    """The questions behind an answered flag whose answers were changed after it was answered, to be looked at again."""
    raised = _raised(reading, flag)
    answers = reading.form.opened.assessment.flags.get(f"{raised.checklist}/{raised.flag}", {})
    answered = answers.get(raised.alternative or FOR_CASE)
    if flag.open or answered is None or answered.at is None:
        return Markup()
    behind = reading.explain[raised.checklist].flag(raised).answers
    newer = [each for each in behind if each in reading.judged and reading.judged[each].at > answered.at]
    if not newer:
        return Markup()
    language = reading.words.language
    ways = (
        Markup('<a href="{}">{}</a>').format(reading.href(f"answers/{each}"), said(reading.questions[each], language))
        for each in newer
    )
    told = reading.words.get("overview.flags.changed_since")
    return Markup('<p class="changed"><strong>{}</strong></p>{}').format(told, marks.items(ways, "questions"))


def _answer(reading: Reading, flag: RaisedFlag) -> Markup:
    told = Markup().join(_entry(reading, key, text) for key, text in _said(flag))
    return Markup("<dl>{}</dl>").format(told) if told else Markup()


def _said(flag: RaisedFlag) -> Iterator[tuple[str, Text]]:
    if flag.justification is not None:
        yield "justification", flag.justification
    if flag.measure is not None:
        yield "measure", flag.measure


def _entry(reading: Reading, key: str, text: Text) -> Markup:
    told = entry(text, reading.words.language)
    return Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(reading.words.get(f"report.flags.{key}"), told)


def _missing(reading: Reading, flag: RaisedFlag) -> Markup:
    words = reading.words
    if not flag.missing:
        return Markup()
    listed = ", ".join(words.get(f"finding.missing.{each}") for each in flag.missing)
    return Markup("<p><strong>{}</strong> {}</p>").format(words.get("report.flags.missing"), listed)


def unknowns(reading: Reading) -> Markup:
    """What was answered "not known", in all alternatives or in some, with why; and what the conclusion says of it."""
    words = reading.words
    asked = [each for each in reading.evaluation.asked if not each.checklist.process]
    found = [each for each in asked if each.alternatives_in("unknown")]
    unanswered = sum(each.state == "unanswered" for each in asked)
    said_of_it = reading.reader.free(reading.form.opened.assessment.conclusion.unknowns)
    inside = Markup()
    if said_of_it is not None:
        inside += Markup('<div class="free">{}</div>').format(prose(said_of_it, words.language))
    if found:
        inside += marks.paragraph(words.get("report.limits.unknown_text"))
        inside += marks.items((_unknown(reading, each) for each in found), "questions")
    else:
        inside += marks.paragraph(words.get("report.limits.no_unknown"), "aside")
    if unanswered:
        told = words.plural("overview.unknown.unanswered", unanswered)
        inside += marks.paragraph(told, "aside")
    return marks.section("unknown", words.get("report.limits.unknown"), inside)


def _unknown(reading: Reading, asked: AskedQuestion) -> Markup:
    language = reading.words.language
    named = [reading.reader.label(each) for each in asked.alternatives_in("unknown") if each is not None]
    some = f" ({', '.join(named)})" if named and len(named) < len(asked.states) else ""
    rationale = reading.reader.free(asked.answer.rationale)
    because = Markup('<div class="because">{}</div>').format(prose(rationale, language)) if rationale else Markup()
    question = said(reading.questions[asked.full_id], language)
    place = reading.href(f"answers/{asked.full_id}")
    return Markup('<a href="{}">{}</a>{}{}').format(place, question, some, because)
