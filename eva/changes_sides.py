"""Two states of an assessment in a reader's words: answers by question and alternative, then everything beside them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from eva.answers import Rating
from eva.changes import Altered
from eva.checklist import ChoiceQuestion
from eva.places import LISTS
from eva.report_reader import Reader
from eva.sides import NOTHING, Chapter, Row, Sides, shown
from eva.text import LANGUAGES, LocalizedText
from eva.vocabulary import EVERYONE


def assessment_sides(found: Sequence[Altered], before: Reader, after: Reader, title: str) -> Sides:
    """What differs, chapter by chapter; each side is read with its own checklists and vocabulary."""
    words = after.words
    lead = words.plural("changes.places", len(found))
    parts = groupby(found, key=lambda each: each.place[0])
    chapters = tuple(
        Chapter(words.get(f"changes.part.{part}"), tuple(_row(each, before, after) for each in within), sided=True)
        for part, within in parts
    )
    return Sides(words.get("changes.title", title=title), (lead,), chapters)


def _row(altered: Altered, before: Reader, after: Reader) -> Row:
    reader = before if altered.after is None else after
    what = ", ".join(named(altered.place, reader, before))
    return Row(what, value_of(altered.place, altered.before, before), value_of(altered.place, altered.after, after))


def named(place: Sequence[str], reader: Reader, other: Reader) -> Iterator[str]:
    """The names along a place: the question, the alternative, the field."""
    match place:
        case ("answers", question, *rest):
            yield _question(question, reader) or _question(question, other) or question
            yield from _within(rest, reader)
        case ("flags", flag, alternative, field):
            yield _flag(flag, reader)
            yield reader.label(alternative) if alternative != "case" else reader.words.get("changes.whole")
            yield reader.words.get(f"changes.field.{field}")
        case (part, "order") if part in LISTS:
            yield reader.words.get(f"changes.part.{part}")
            yield reader.words.get("changes.field.order")
        case ("alternatives", alternative, *rest):
            yield reader.label(alternative) if alternative in reader.labels else other.label(alternative)
            yield from _within(rest, reader)
        case (_,):
            yield reader.words.get(f"changes.part.{place[0]}")
        case ("section_reasons", section):
            yield _section(section, reader)
        case (part, item, *rest) if part in LISTS or part == "preparers":
            yield item
            yield from _within(rest, reader)
        case (_, *rest):
            yield from _within(rest, reader)


def _within(rest: Sequence[str], reader: Reader) -> Iterator[str]:
    """The names of fields; an alternative is called by its label."""
    for at, name in enumerate(rest):
        if name in ("alternatives", "costs"):
            continue
        if at and rest[at - 1] == "alternatives":
            yield reader.label(name)
        else:
            yield reader.words.get(f"changes.field.{name}")


def _question(full_id: str, reader: Reader) -> str:
    checklist, _, short = full_id.partition("/")
    known = reader.checklists.get(checklist)
    found = known.by_id.get(short.rpartition(".")[2]) if known else None
    return reader.text(found[1].text).text if found else ""


def _flag(address: str, reader: Reader) -> str:
    checklist, _, flag = address.partition("/")
    found = reader.checklists[checklist].flag(flag) if checklist in reader.checklists else None
    return reader.text(found.title).text if found else address


def _section(address: str, reader: Reader) -> str:
    checklist, _, section = address.partition("/")
    found = reader.checklists[checklist].section(section) if checklist in reader.checklists else None
    return reader.text(found.title).text if found else address


def value_of(place: Sequence[str], value: Any, reader: Reader) -> str:
    """A value as the reader would say it; `place` is that of a change or of an edit (a matrix: gate and ratings)."""
    words = reader.words
    match place:
        case _ if value is None:
            return NOTHING
        case ("answers", question, *_, field) if field in ("ratings", "gate", "value"):
            return _answer(question, field, value, reader)
        case ("answers", _, "matrix"):
            return _matrix(value, reader)
        case ("status",):
            return words.get(f"ui.status.{value}")
        case (part, "order") if part in LISTS:
            return ", ".join(map(reader.label, value))
        case (part, _) if part in LISTS:
            return words.get("changes.there")
        case ("checklists",):
            return ", ".join(each if isinstance(each, str) else f"{each['id']}@{each['version']}" for each in value)
        case ("hidden_from_public",):
            return ", ".join(each["path"] for each in value)
        case (_, *_, "gated" | "recommended" | "alternative"):
            return ", ".join(reader.label(each) for each in ([value] if isinstance(value, str) else value))
    return _plain(value, reader)


def _matrix(matrix: Mapping[str, Any], reader: Reader) -> str:
    """The gate of a question, or its ratings: each row by its group, each alternative by its label."""
    if matrix["gate"] != "effects":
        return reader.words.get(f"changes.gate.{matrix['gate']}")
    told = []
    for row in matrix["rows"]:
        group = reader.group(tuple(row.get("groups") or [row["group"]])).text
        rated = (
            (name, Rating.model_validate({"group": EVERYONE, "horizon": row.get("horizon"), **cell}))
            for name, cell in row["cells"].items()
        )
        cells = (f"{reader.label(name)} {_step(rating, reader)}" for name, rating in rated)
        told.append(f"{group}: {', '.join(cells)}")
    return "; ".join(told)


def _plain(value: Any, reader: Reader) -> str:
    if isinstance(value, Mapping) and set(value) <= set(LANGUAGES):
        return shown(LocalizedText.model_validate(value).get(reader.language))
    return reader.words.get("changes.yes" if value else "changes.no") if isinstance(value, bool) else shown(value)


def _answer(question: str, field: str, value: Any, reader: Reader) -> str:
    if field == "ratings":
        return "; ".join(_rated(Rating.model_validate(each), reader) for each in value)
    return reader.words.get(f"changes.gate.{value}") if field == "gate" else _options(question, value, reader)


def _rated(rating: Rating, reader: Reader) -> str:
    """One row: whom it concerns, the step, and what is said beside it."""
    return f"{reader.group(rating.group_key).text} {_step(rating, reader)}"


def _step(rating: Rating, reader: Reader) -> str:
    """The step of a rating, and what is said beside it."""
    beside = [
        reader.scale("horizons", rating.horizon),
        reader.scale("likelihoods", rating.likelihood),
        reader.scale("reversibilities", rating.reversibility),
    ]
    said = [text.text for text in beside if text is not None]
    if rating.residual is not None:
        said.append(reader.words.get("changes.residual", impact=reader.mark(rating.residual).sign))
    if rating.measure is not None:
        said.append(f"{reader.words.get('changes.field.measure')} {rating.measure.upper()}")
    return reader.mark(rating.impact).sign + (f" ({', '.join(said)})" if said else "")


def _options(question: str, value: Any, reader: Reader) -> str:
    """The labels of the options chosen, or the value itself."""
    checklist, _, short = question.partition("/")
    known = reader.checklists.get(checklist)
    found = known.by_id.get(short.rpartition(".")[2]) if known else None
    asked = found[1] if found else None
    if not isinstance(asked, ChoiceQuestion):
        return shown(value)
    chosen = [value] if isinstance(value, str) else value
    labels = {option.id: reader.text(option.label).text for option in asked.options}
    return ", ".join(labels.get(each, each) for each in chosen) or reader.words.get("changes.none_chosen")
