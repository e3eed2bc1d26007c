"""Laws of the profile, on random small assessments: nothing netted, nothing certain that an answer could change."""

from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from eva.assessment import Assessment
from eva.comparison import compare
from eva.evaluation import evaluate
from eva.ternary import Ternary
from tests.builders import a_checklist, a_section, an_assessment, impact, rated, rating
from tests.properties.profile_cases import (
    ALTERNATIVES,
    CHECKLIST,
    GROUPS,
    KNOWN,
    QUESTIONS,
    VOCABULARY,
    assessments,
    card,
    completed,
    figures,
    replaced,
    within,
)


@given(assessments())
def test_a_figure_lies_between_its_ends_and_harm_never_meets_benefit(assessment: Assessment) -> None:
    for cell in card(assessment).cells.values():
        assert all(-3 <= each.low <= each.value <= each.high <= 3 for each in figures(cell))
        assert cell.harm.high <= 0 <= cell.benefit.low


@given(st.data(), assessments())
def test_figures_contain_what_every_completion_makes_of_them_and_answering_narrows_them(
    data: st.DataObject, assessment: Assessment
) -> None:
    before = card(assessment)
    after = card(data.draw(completed(assessment)))
    for key in before.cells.keys() & after.cells.keys():
        for outer, inner in zip(figures(before.cells[key]), figures(after.cells[key]), strict=True):
            assert within(inner, outer), key


@given(st.data(), assessments())
def test_what_is_certain_of_the_order_holds_in_every_completion_that_names_no_new_group(
    data: st.DataObject, assessment: Assessment
) -> None:
    before, after = card(assessment), card(data.draw(completed(assessment)))
    if (before.groups, before.perspectives) != (after.groups, after.perspectives):
        before = after
    verdicts, outcome = compare(before), compare(after)
    assert not verdicts.settled or outcome.order == verdicts.order
    for alternative, verdict in verdicts.first.items():
        is_first = not outcome.order or alternative in outcome.order[0]
        assert verdict is Ternary.OPEN or (verdict is Ternary.YES) == is_first
    for dominance in verdicts.dominances:
        if dominance.certain is Ternary.YES:
            assert any(
                (each.dominating, each.dominated) == (dominance.dominating, dominance.dominated)
                for each in outcome.dominances
            )


@given(assessments(), st.sampled_from(QUESTIONS))
def test_to_forget_an_answer_never_makes_a_figure_surer(assessment: Assessment, question: str) -> None:
    full_id = CHECKLIST.full_id(question)
    kept = {name: each for name, each in assessment.answers.items() if name != full_id}
    before, after = card(assessment), card(assessment.model_copy(update={"answers": kept}))
    for key in before.cells.keys() & after.cells.keys():
        was, now = before.cells[key], after.cells[key]
        assert now.harm.low <= was.harm.low
        assert now.benefit.high >= was.benefit.high


@given(assessments(), st.sampled_from(GROUPS), st.integers(1, 3), st.sampled_from(ALTERNATIVES))
def test_no_benefit_added_improves_any_harm(assessment: Assessment, group: Any, benefit: int, alternative: str) -> None:
    """The benefit comes as one more answer, beside all the others: a question of its own."""
    asked = a_checklist(*CHECKLIST.sections, a_section(impact("added"), id="added"))
    without = an_assessment(asked, assessment.answers, alternatives=ALTERNATIVES, measures=assessment.measures)
    everywhere: dict[str, Any] = dict.fromkeys(ALTERNATIVES, 0)
    neutral = replaced(without, {asked.full_id("added"): rated(everywhere)})
    rows_with = [rating(0), rating(benefit, group)] if group != "everyone" else rating(benefit)
    better = replaced(without, {asked.full_id("added"): rated({**everywhere, alternative: rows_with})})
    plain, improved = card(neutral, asked), card(better, asked)
    for key, cell in plain.cells.items():
        assert improved.cells[key].harm == cell.harm
        assert improved.cells[key].residual_harm == cell.residual_harm


@given(assessments(), st.permutations(QUESTIONS))
def test_the_order_of_answering_changes_nothing(assessment: Assessment, order: Sequence[str]) -> None:
    names = [CHECKLIST.full_id(each) for each in ("cut", *order)]
    shuffled = {name: assessment.answers[name] for name in names if name in assessment.answers}
    again = evaluate(assessment.model_copy(update={"answers": shuffled}), KNOWN, VOCABULARY)
    once = evaluate(assessment, KNOWN, VOCABULARY)
    assert (once.scorecard, once.comparison, once.findings) == (again.scorecard, again.comparison, again.findings)


@given(assessments(), st.permutations(ALTERNATIVES))
def test_alternatives_in_another_order_have_the_same_figures(assessment: Assessment, order: Sequence[str]) -> None:
    by_id = {each.id: each for each in assessment.alternatives}
    moved = assessment.model_copy(update={"alternatives": tuple(by_id[each] for each in order)})
    once, again = card(assessment), card(moved)
    assert once.cells == again.cells
    assert once.groups == again.groups
    assert [set(tier) for tier in compare(once).order] == [set(tier) for tier in compare(again).order]


@given(assessments())
@settings(max_examples=50)
def test_alternatives_under_other_names_have_the_same_figures(assessment: Assessment) -> None:
    names = {"ve0": "nolla", "ve1": "a", "ve2": "z"}
    document = assessment.document()
    for alternative in document["alternatives"]:
        alternative["id"] = names[alternative["id"]]
    for answer in document.get("answers", {}).values():
        if "gated" in answer:
            answer["gated"] = [names[each] for each in answer["gated"]]
        if "alternatives" in answer:
            answer["alternatives"] = {names[name]: said for name, said in answer["alternatives"].items()}
    once, again = card(assessment), card(Assessment.model_validate(document))
    assert once.groups == again.groups
    for (perspective, group, alternative), cell in once.cells.items():
        renamed = again.cell(perspective, group, names[alternative])
        assert (figures(cell), cell.counts) == (figures(renamed), renamed.counts)
    assert compare(again).order == tuple(tuple(names[each] for each in tier) for tier in compare(once).order)


@given(assessments())
def test_totals_count_every_row_once(assessment: Assessment) -> None:
    found = card(assessment)
    for perspective in found.perspectives:
        for alternative in ALTERNATIVES:
            own = [
                each.rating
                for group in found.groups
                for each in found.cell(perspective, group, alternative).contributions
                if each.rating and each.applies and not each.inherited
            ]
            totals = found.totals[perspective, alternative]
            assert sum(totals.counts.values()) + totals.unknown == len(own)
