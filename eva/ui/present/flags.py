"""Red flags (hälytykset) where they fire: what is wrong, the justification, and the measure where one is needed."""

from collections.abc import Iterator

from eva.answers import ratings_of
from eva.checklist import Checklist, ChoiceQuestion
from eva.outcomes import FOR_CASE, RaisedFlag
from eva.progress import AskedQuestion
from eva.reading import named_questions
from eva.rules import Flag, leaves
from eva.ui import sheet
from eva.ui.form import Form, options
from eva.ui.present.frame import measures
from eva.ui.present.guidance import sources
from eva.ui.present.places import address
from eva.ui.present.records import next_id


def by_question(form: Form) -> dict[str, list[RaisedFlag]]:
    """The raised flags by the full id of the question at which they fire, in the order of the checklists."""
    found: dict[str, list[RaisedFlag]] = {}
    for raised in form.opened.evaluation.flags:
        found.setdefault(home(form, raised), []).append(raised)
    return found


def home(form: Form, raised: RaisedFlag) -> str:
    """The question at which a flag fires: the first of those with the worst rating, or whose chosen option names it."""
    checklist = form.opened.checklists[raised.checklist]
    asked = [each for each in form.opened.evaluation.asked if each.checklist.id == raised.checklist]
    of_flag = frozenset(_read(checklist, raised.flag))
    read = [each for each in asked if each.question.id in of_flag]
    if not read:
        return asked[-1].full_id
    return min(read, key=lambda each: _worst(each, raised.alternative)).full_id


def _read(checklist: Checklist, flag_id: str) -> Iterator[str]:
    """Short ids of the questions that a flag's condition reads, or that have an option which raises it."""
    flag = checklist.flag(flag_id)
    for leaf in leaves(flag.when) if flag is not None and flag.when is not None else ():
        yield from named_questions(checklist, leaf)
    for _, question in checklist.walk():
        if isinstance(question, ChoiceQuestion) and any(option.flag == flag_id for option in question.options):
            yield question.id


def _worst(asked: AskedQuestion, alternative: str | None) -> int:
    """The worst rating of an alternative (of any, where the flag is raised once); choices stand after ratings."""
    places = [alternative] if alternative is not None else [each for each in asked.states if each is not None]
    found = [rating.impact for place in places for rating in ratings_of(asked.answer, place)]
    return min((impact for impact in found if isinstance(impact, int)), default=0)


def asks(form: Form, asked: AskedQuestion) -> tuple[tuple[str, str], ...]:
    """The cells (group, alternative) of a question whose details a raised flag asks for: its harms."""
    flags = [
        raised
        for raised in form.opened.evaluation.flags
        if raised.checklist == asked.checklist.id and asked.question.id in set(_read(asked.checklist, raised.flag))
    ]
    return tuple(
        (group, alternative)
        for alternative in asked.states
        if alternative is not None and any(raised.alternative in (alternative, None) for raised in flags)
        for rating in ratings_of(asked.answer, alternative)
        if isinstance(rating.impact, int) and rating.impact < 0
        for group in rating.group_key
    )


def place(raised: RaisedFlag) -> str:
    """The path under which a flag is answered."""
    return f"flags/{raised.checklist}/{raised.flag}/{raised.alternative or FOR_CASE}"


def flag_of(form: Form, raised: RaisedFlag) -> Flag:
    """What the checklist says of a flag that it raises."""
    found = form.opened.checklists[raised.checklist].flag(raised.flag)
    if found is None:
        raise KeyError(raised.flag)
    return found


def title(form: Form, raised: RaisedFlag) -> sheet.Wording:
    """How grave a flag is, what it is, and in which alternative it fires."""
    flag = flag_of(form, raised)
    label = form.labels.get(raised.alternative or "")
    about = f" ({label})" if label else ""
    before, _, after = form.words.template(f"ui.flag.{flag.severity}").partition("{title}")
    return sheet.together(before, form.text_of(flag.title), about, after)


def block(form: Form, raised: RaisedFlag) -> sheet.Group:
    """A flag with what it needs: no benefit closes it, an answer does."""
    flag, at = flag_of(form, raised), place(raised)
    return sheet.Group(
        id=at,
        title=title(form, raised),
        blocks=(
            explanation(form, raised, flag),
            *_to_hearing(form, raised, flag),
            form.text(f"{at}/justification", "ui.flag.justification", lines=2, help_key="ui.flag.justification.help"),
            *(measure(form, f"{at}/measure") if "measure" in flag.needs else ()),
        ),
    )


def explanation(form: Form, raised: RaisedFlag, flag: Flag) -> sheet.Note:
    """Whether the flag is still open, and what it rests on."""
    state = "answered" if raised.answered else "open"
    about = f"<p>{form.words.get(f'ui.flag.{state}')}</p>"
    rests = sources(form, flag.cites)
    return sheet.Note(about + rests, "info" if raised.answered else "warning")


def _to_hearing(form: Form, raised: RaisedFlag, flag: Flag) -> Iterator[sheet.Links]:
    """The way to the hearing, of an open flag that asks who was heard: to hear them closes it too."""
    read = leaves(flag.when) if flag.when is not None else ()
    if not raised.answered and any((leaf.case or "").startswith("hearing.") for leaf in read):
        yield sheet.Links((sheet.Link(form.words.get("ui.page.hearing"), address(form, "", "hearing")),))


def measure(form: Form, path: str) -> Iterator[sheet.Block]:
    """The choice of the measure that answers a flag, a new one among them, and the fields of the one chosen."""
    held = form.opened.assessment.measures
    new = next_id("m", [each.id for each in held])
    offered = (*measures(form), sheet.Option(new, form.words.get("ui.flag.new_measure")))
    chosen = form.choice(path, form.words.get("ui.flag.measure"), offered, help=form.words.get("ui.flag.measure.help"))
    yield chosen
    found = form.opened.assessment.measure(str(chosen.value))
    if found is not None and _first_needed_at(form, found.id) == path:
        yield details(form, found.id)


def _first_needed_at(form: Form, measure_id: str) -> str:
    """The path at which a measure's fields stand, where several flags are answered by the same one."""
    raised = {(f"{each.checklist}/{each.flag}", each.alternative or FOR_CASE) for each in form.opened.evaluation.flags}
    for flag, answers in form.opened.assessment.flags.items():
        for alternative, answer in answers.items():
            if answer.measure == measure_id and (flag, alternative) in raised:
                return f"flags/{flag}/{alternative}/measure"
    return ""


def details(form: Form, measure_id: str) -> sheet.Group:
    """The fields of a measure, where it is needed."""
    words, at = form.words, f"measures/{measure_id}"
    value, version = form.value(f"{at}/no_cost")
    free = sheet.Choice(
        path=f"{at}/no_cost",
        label=words.get("ui.measures.no_cost"),
        value="true" if value else None,
        version=version,
        options=options([("true", words.get("ui.measures.no_cost.true"))]),
        readonly=form.readonly,
    )
    number = [each.id for each in form.opened.assessment.measures].index(measure_id) + 1
    return sheet.Group(
        id=at,
        title=words.get("ui.measures.item", n=number),
        columns=2,
        blocks=(
            form.text(f"{at}/text", "ui.measures.text", lines=2),
            form.text(f"{at}/owner", "ui.measures.owner"),
            form.date(f"{at}/due", "ui.measures.due"),
            form.text(f"{at}/budget", "ui.measures.budget"),
            free,
        ),
    )
