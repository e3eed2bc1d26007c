"""What the linter says of conditions is true of every set of answers."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from eva.applicability import applicability
from eva.catalog.checks.rules import places
from eva.catalog.lint.logic import verdict
from eva.checklist import Checklist
from eva.conditions import Fact, holds
from eva.points import accounts, ledger
from eva.ternary import Ternary
from tests.builders import an_assessment, by_checklist_id
from tests.properties.rules_cases import VOCABULARY, answers_of, checklists, given_to

many = settings(max_examples=60, deadline=None)
HOLDS = {"never": False, "always": True}


@many
@given(st.data(), st.sampled_from([None, True, Ternary.NO, Ternary.OPEN]))
def test_no_answers_make_hold_what_never_holds_nor_fail_what_always_holds(data: st.DataObject, best: Fact) -> None:
    said = data.draw(checklists())
    checklist = Checklist.model_validate(said)
    assessment = an_assessment(checklist, answers_of(said, data.draw(given_to(said))))
    facts: Mapping[str, Fact] = {"best_for_children": best}
    which = applicability(assessment, by_checklist_id(checklist), VOCABULARY)
    figures = ledger(checklist, accounts(assessment, checklist, which, facts))
    for place in places(checklist):
        proved = verdict(place.condition, checklist)
        for alternative in (None, *assessment.alternative_ids) if proved is not None else ():
            view = which.sight(assessment, checklist, alternative=alternative, figures=figures, facts=facts)
            assert holds(place.condition, view) is HOLDS[str(proved)]
