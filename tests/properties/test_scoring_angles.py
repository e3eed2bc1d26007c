"""Laws of the profile by Kuntaliitto's four perspectives, on random small assessments: gathered, never netted."""

from collections import Counter
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from eva.applicability import applicability
from eva.assessment import Assessment
from eva.checklist import Checklist, Section
from eva.scorecard import Extent, Scorecard
from eva.scoring import by_angle, score
from tests.builders import (
    a_checklist,
    a_section,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    choice,
    chosen,
    impact,
    no_effect,
    not_known,
    rated,
    rating,
    text,
)

ALTERNATIVES = ("ve0", "ve1")
ANGLE_OF = {"wellbeing": "residents", "equality": "residents", "money": "economy", "jobs": "economy"}
VOCABULARY = a_vocabulary(
    perspectives={name: {"label": text(name), "angle": angle} for name, angle in ANGLE_OF.items()}
)
SECTIONS = tuple(
    a_section(impact(f"ask_{name}", when=when), id=name, perspective=name)
    for name, when in zip(ANGLE_OF, (None, {"question": "cut", "is": "yes"}, None, None), strict=True)
)
CUT = a_section(choice("cut", "yes", "no"), id="cut")

impacts = st.one_of(st.integers(-3, 3), st.just("unknown"))
rows = st.dictionaries(st.sampled_from(("everyone", "children", "older")), impacts, max_size=3).map(
    lambda found: [rating(level, group) for group, level in found.items()]
)
answers = st.one_of(
    st.none(),
    st.sampled_from((no_effect(), not_known(), no_effect("ve0"))),
    st.fixed_dictionaries(dict.fromkeys(ALTERNATIVES, rows)).map(rated),
)


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    """One question under each of four perspectives, of which one is asked only sometimes."""
    said = {f"ask_{name}": draw(answers) for name in ANGLE_OF}
    said["cut"] = draw(st.one_of(st.none(), st.sampled_from(["yes", "no"]).map(chosen)))
    known = {name: answer for name, answer in said.items() if answer is not None}
    return an_assessment(a_checklist(CUT, *SECTIONS), known, alternatives=ALTERNATIVES)


def card(assessment: Assessment, checklist: Checklist) -> Scorecard:
    known = by_checklist_id(checklist)
    return score(assessment, known, applicability(assessment, known), VOCABULARY)


def worst(figures: Sequence[Extent]) -> Extent:
    return Extent(min(f.value for f in figures), min(f.low for f in figures), min(f.high for f in figures))


def best(figures: Sequence[Extent]) -> Extent:
    return Extent(max(f.value for f in figures), max(f.low for f in figures), max(f.high for f in figures))


@given(assessments())
def test_the_figures_of_an_angle_are_the_worst_and_the_best_of_its_perspectives(assessment: Assessment) -> None:
    fine = card(assessment, a_checklist(CUT, *SECTIONS))
    coarse = by_angle(fine, VOCABULARY)
    assert coarse.groups == fine.groups
    assert set(coarse.perspectives) == {ANGLE_OF[each] for each in fine.perspectives}
    for (angle, group, alternative), cell in coarse.cells.items():
        parts = [fine.cell(each, group, alternative) for each in fine.perspectives if ANGLE_OF[each] == angle]
        assert cell.harm == worst([part.harm for part in parts])
        assert cell.residual_harm == worst([part.residual_harm for part in parts])
        assert cell.benefit == best([part.benefit for part in parts])
        assert cell.counts == {level: sum(part.counts[level] for part in parts) for level in cell.counts}
        for name in ("unknown", "unanswered", "perhaps"):
            assert getattr(cell, name) == sum(getattr(part, name) for part in parts)


@given(assessments(), st.permutations(SECTIONS))
def test_the_order_of_the_perspectives_changes_no_figure_of_an_angle(
    assessment: Assessment, order: Sequence[Section]
) -> None:
    once = by_angle(card(assessment, a_checklist(CUT, *SECTIONS)), VOCABULARY)
    again = by_angle(card(assessment, a_checklist(CUT, *order)), VOCABULARY)
    assert (once.perspectives, once.groups) == (again.perspectives, again.groups)
    for key, totals in once.totals.items():
        assert Counter(totals.rows) == Counter(again.totals[key].rows)
    for place, cell in once.cells.items():
        other = again.cells[place]
        assert (cell.harm, cell.benefit, cell.counts) == (other.harm, other.benefit, other.counts)
        assert set(cell.contributions) == set(other.contributions)


@given(assessments())
def test_to_gather_what_is_gathered_changes_nothing(assessment: Assessment) -> None:
    once = by_angle(card(assessment, a_checklist(CUT, *SECTIONS)), VOCABULARY)
    assert by_angle(once, a_vocabulary(perspectives={})) == once
