"""What must hold for the conditions of a checklist: each names a subject that exists, and tests that it can take."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from eva.catalog.checks.flaw import Flaw, unknown
from eva.catalog.checks.spellings import is_count, is_date, is_impact, is_number
from eva.catalog.reading import Path
from eva.checklist import UNKNOWN, AnyQuestion, Checklist, ChoiceQuestion, ImpactQuestion
from eva.rules import ORDERINGS, SUBJECTS, All, AnyOf, Condition, CountTests, Figure, Leaf, Not, Outcome
from eva.vocabulary import EVERYONE, Vocabulary

BEFORE_ANSWERS = ("question", "perspective")
"""What decides which questions apply: other questions alone, so that the order of answering cannot matter."""

BEFORE_FACTS = (*BEFORE_ANSWERS, "account")
"""What accounts may read; the facts of the case are known after them."""

_IDS = ("is_", "any_of", "contains", "only")
_TESTS: dict[str, tuple[str, ...]] = {
    "choice": ("answered", "is_", "any_of"),
    "multi_choice": ("answered", "any_of", "contains", "only", "count"),
    "number": ("answered", "is_", "any_of", *ORDERINGS),
    "date": ("answered", "is_", "any_of", *ORDERINGS),
    "text": ("answered",),
    "impact": ("answered", "is_", "any_of", *ORDERINGS),
    "account": ("answered", "is_", *ORDERINGS),
    "fact_number": ("is_", "any_of", *ORDERINGS),
    "fact_word": ("is_", "any_of"),
    "fact_boolean": ("is_",),
}
FACTS = {
    "alternatives.count": "fact_number",
    "recommended": "fact_word",
    "depth": "fact_word",
    "best_for_children": "fact_boolean",
    "hearing.held": "fact_boolean",
    "hearing.before_conclusion": "fact_boolean",
    "hearing.older": "fact_boolean",
    "hearing.disabled": "fact_boolean",
    "hearing.youth": "fact_boolean",
    "measures.complete": "fact_boolean",
}
"""The facts of the case that a condition may name, and the kind of each."""

_SPELLINGS: dict[str, tuple[str, Callable[[str], bool]]] = {
    "number": ("E210", is_number),
    "account": ("E210", is_number),
    "fact_number": ("E210", is_number),
    "date": ("E211", is_date),
    "impact": ("E214", is_impact),
    "fact_boolean": ("E213", lambda value: value in {"true", "false"}),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A condition of a checklist: where it stands, what it may name, and whose own answer an `accept` judges."""

    condition: Condition
    path: Path
    subjects: tuple[str, ...] = SUBJECTS
    own: AnyQuestion | None = None


def rule_flaws(checklist: Checklist, vocabulary: Vocabulary) -> Iterator[Flaw]:
    """Everything wrong with the conditions of a checklist."""
    for place in places(checklist):
        for leaf, path in located(place.condition, place.path):
            yield from _leaf_flaws(leaf, path, place, checklist, vocabulary)
        yield from _bare_nots(place.condition, place.path)


def places(checklist: Checklist) -> Iterator[Place]:
    """Every condition of a checklist."""
    for at, section in enumerate(checklist.sections):
        if section.when is not None:
            yield Place(section.when, ("sections", at, "when"), BEFORE_ANSWERS)
        for number, question in enumerate(section.questions):
            yield from _question_places(question, ("sections", at, "questions", number))
    for at, account in enumerate(checklist.accounts):
        for number, case in enumerate(account.cases or ()):
            if case.when is not None:
                yield Place(case.when, ("accounts", at, "cases", number, "when"), BEFORE_FACTS)
    for at, outcome in enumerate(checklist.outcomes):
        yield from _outcome_places(outcome, ("outcomes", at))
    for at, flag in enumerate(checklist.flags):
        if flag.when is not None:
            yield Place(flag.when, ("flags", at, "when"))


def _outcome_places(outcome: Outcome, here: Path) -> Iterator[Place]:
    for number, level in enumerate(outcome.levels):
        for each, reason in enumerate(level.reasons):
            yield Place(reason.when, (*here, "levels", number, "reasons", each, "when"))


def _question_places(question: AnyQuestion, here: Path) -> Iterator[Place]:
    if question.when is not None:
        yield Place(question.when, (*here, "when"), BEFORE_ANSWERS)
    if question.accept is not None:
        yield Place(question.accept, (*here, "accept"), (), question)


def located(condition: Condition, path: Path) -> Iterator[tuple[Leaf, Path]]:
    """The leaves of a condition with their paths in the document."""
    if isinstance(condition, Leaf):
        yield condition, path
    for part, at in parts_of(condition, path):
        yield from located(part, at)


def parts_of(condition: Condition, path: Path) -> Iterator[tuple[Condition, Path]]:
    """The conditions that a condition is made of, with their paths in the document; a leaf has none."""
    match condition:
        case All(all=parts):
            yield from ((part, (*path, "all", number)) for number, part in enumerate(parts))
        case AnyOf(any=parts):
            yield from ((part, (*path, "any", number)) for number, part in enumerate(parts))
        case Not(not_=part):
            yield part, (*path, "not")


def _bare_nots(condition: Condition, path: Path, answered: frozenset[str | None] = frozenset()) -> Iterator[Flaw]:
    """A warning for each `not` that holds while its question is unanswered and does not say that this is meant."""
    match condition:
        case All(all=parts):
            sure = answered | {part.question for part in parts if isinstance(part, Leaf) and part.answered}
            for number, part in enumerate(parts):
                yield from _bare_nots(part, (*path, "all", number), sure)
        case AnyOf(any=parts):
            for number, part in enumerate(parts):
                yield from _bare_nots(part, (*path, "any", number), answered)
        case Not(not_=Leaf(question=str(question), answered=None)) if question not in answered:
            yield Flaw("W603", (*path, "not"), {"question": question}, "warning")


def _leaf_flaws(leaf: Leaf, path: Path, place: Place, checklist: Checklist, vocabulary: Vocabulary) -> Iterator[Flaw]:
    if place.own is not None:
        yield from _test_flaws(leaf, path, place.own.kind, place.own, checklist)
        return
    if not leaf.subjects:
        yield Flaw("E305", path)
        return
    subject = leaf.subjects[0]
    if subject not in place.subjects:
        yield Flaw("E330", (*path, subject), {"subject": subject, "allowed": ", ".join(place.subjects)})
        return
    kind, question, flaw = _subject(leaf, subject, path, checklist, vocabulary)
    if flaw is not None:
        yield flaw
        return
    yield from _group_flaws(leaf, path, kind, vocabulary)
    yield from _test_flaws(leaf, path, kind, question, checklist)


def _subject(
    leaf: Leaf, subject: str, path: Path, checklist: Checklist, vocabulary: Vocabulary
) -> tuple[str, AnyQuestion | None, Flaw | None]:
    """The kind of what a leaf is about, and the question if it is one; or the flaw that there is no such thing."""
    named = str(getattr(leaf, subject))
    here = (*path, subject)
    match subject:
        case "question":
            question = _question(checklist, named)
            if question is None:
                return "", None, unknown("E310", here, named, checklist.by_id)
            return question.kind, question, None
        case "perspective":
            return "impact", None, _perspective_flaw(named, here, checklist, vocabulary)
        case "account":
            accounts = [account.id for account in checklist.accounts]
            return "account", None, None if named in accounts else unknown("E107", here, named, accounts)
    return FACTS.get(named, ""), None, None if named in FACTS else unknown("E312", here, named, FACTS)


def _question(checklist: Checklist, named: str) -> AnyQuestion | None:
    """The question that a condition names by its short id, or by its full one."""
    short = named.rpartition(".")[2]
    found = checklist.by_id.get(short)
    return found[1] if found is not None and named in (short, checklist.full_id(short)) else None


def _perspective_flaw(named: str, here: Path, checklist: Checklist, vocabulary: Vocabulary) -> Flaw | None:
    if named not in vocabulary.perspectives:
        return unknown("E103", here, named, vocabulary.perspectives)
    asked = {section.perspective for section, each in checklist.walk() if isinstance(each, ImpactQuestion)}
    return None if named in asked else Flaw("E311", here, {"value": named})


def _group_flaws(leaf: Leaf, path: Path, kind: str, vocabulary: Vocabulary) -> Iterator[Flaw]:
    groups = {*vocabulary.population_groups, EVERYONE}
    tags = {tag for group in vocabulary.population_groups.values() for tag in group.tags}
    for key, named, known, code in (
        ("group", leaf.group, groups, "E105"),
        ("group_tag", leaf.group_tag, tags, "E313"),
    ):
        if named is not None and kind != "impact":
            yield Flaw("E314", (*path, key), {"name": key})
        elif named is not None and named not in known:
            yield unknown(code, (*path, key), named, known)


def _test_flaws(
    leaf: Leaf, path: Path, kind: str, question: AnyQuestion | None, checklist: Checklist
) -> Iterator[Flaw]:
    for test in leaf.tests:
        here = (*path, test.rstrip("_"))
        if test not in _TESTS[kind]:
            allowed = ", ".join(each.rstrip("_") for each in _TESTS[kind])
            yield Flaw("E320", here, {"test": test.rstrip("_"), "kind": kind.removeprefix("fact_"), "allowed": allowed})
        elif test == "count" and leaf.count is not None:
            yield from _count_flaws(leaf.count, here)
        elif test != "answered":
            yield from _value_flaws(getattr(leaf, test), here, test, kind, question, checklist)


def _count_flaws(tests: CountTests, path: Path) -> Iterator[Flaw]:
    for test in ("is_", *ORDERINGS):
        value = getattr(tests, test)
        if value is not None and not is_count(value):
            yield Flaw("E321", (*path, test.rstrip("_")), {"value": value})


def _value_flaws(
    value: str | Figure | tuple[str, ...],
    path: Path,
    test: str,
    kind: str,
    question: AnyQuestion | None,
    checklist: Checklist,
) -> Iterator[Flaw]:
    if isinstance(value, Figure):
        accounts = [account.id for account in checklist.accounts]
        if kind != "account":
            yield Flaw("E322", path)
        elif (value.of or value.of_max) not in accounts:
            yield unknown("E107", path, str(value.of or value.of_max), accounts)
        return
    listed = isinstance(value, tuple)
    for number, each in enumerate(value if isinstance(value, tuple) else (value,)):
        here = (*path, number) if listed else path
        if isinstance(question, ChoiceQuestion) and test in _IDS:
            options = [option.id for option in question.options]
            if each not in options:
                yield unknown("E323", here, each, options, question=question.id)
        elif kind in _SPELLINGS:
            code, is_spelt = _SPELLINGS[kind]
            if not is_spelt(each) or (each == UNKNOWN and test in ORDERINGS):
                yield Flaw(code, here, {"where": ".".join(str(key) for key in here[-2:]), "value": each})
