"""The derived table of ratings: what reading across many assessments needs, without opening their documents."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, delete, insert

from eva.answers import Answer, ratings_of
from eva.assessment import Assessment
from eva.storage.tables import rating


def rows(assessment: Assessment, questions: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The ratings of some questions as rows: the written ones, and a closed gate as one row for everyone."""
    for question in questions:
        answer = assessment.answers.get(question, Answer())
        for alternative in assessment.alternative_ids:
            for position, one in enumerate(ratings_of(answer, alternative)):
                yield {
                    "question": question,
                    "alternative": alternative,
                    "position": position,
                    "population_group": " + ".join(one.group_key),
                    "impact": str(one.impact),
                    "horizon": one.horizon,
                    "likelihood": one.likelihood,
                    "reversibility": one.reversibility,
                    "residual": None if one.residual is None else str(one.residual),
                    "measure": one.measure,
                    "evidence": answer.evidence,
                }


def changed(before: Assessment, after: Assessment) -> tuple[str, ...]:
    """The questions whose ratings may differ between two documents."""
    questions = {**before.answers, **after.answers}
    if before.alternative_ids != after.alternative_ids:
        return tuple(questions)
    # Answers that an edit does not touch stay the same objects, which is quicker to see than that they are equal.
    return tuple(
        question
        for question in questions
        if before.answers.get(question) is not after.answers.get(question)
        and before.answers.get(question) != after.answers.get(question)
    )


def keep(connection: Connection, organisation: str, assessment: Assessment, questions: Iterable[str]) -> int:
    """Replaces the rows of these questions; returns how many there are now."""
    asked = tuple(questions)
    if not asked:
        return 0
    key = {"organisation": organisation, "assessment": assessment.id}
    own = (rating.c.organisation == organisation) & (rating.c.assessment == assessment.id)
    for question in asked:
        connection.execute(delete(rating).where(own, rating.c.question == question))
    made = [{**key, **row} for row in rows(assessment, asked)]
    if made:
        connection.execute(insert(rating), made)
    return len(made)


def rebuild(connection: Connection, organisation: str, assessments: Iterable[Assessment]) -> int:
    """Makes all rows of an organisation anew; returns how many there are."""
    connection.execute(delete(rating).where(rating.c.organisation == organisation))
    return sum(keep(connection, organisation, assessment, assessment.answers) for assessment in assessments)
