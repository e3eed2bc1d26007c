"""The Otava library at full depth: 62 questions of six shipped checklists, answered as the example answers its 17.

What has no effect is closed at the gate, what the sources do not tell is unknown, and the rest is rated for everyone
and for the groups whose effect differs. Where one text is the reason for two questions it is written once.
"""

from dataclasses import dataclass, field
from typing import Literal

CLOSING, BOTH, NOTHING = {"ve1": -1}, {"ve1": -1, "ve2": -1}, {"ve0": 0}
CHILDREN, OLDER, WALKING = "schoolchildren", "older_75", "without_car"


@dataclass(frozen=True, slots=True)
class Rated:
    """Ratings of everyone by alternative, then of groups in VE1; why: `text`, or that of the question `same`."""

    everyone: dict[str, int]
    groups: dict[str, int] = field(default_factory=dict)
    text: str = ""
    same: str = ""


@dataclass(frozen=True, slots=True)
class Apart:
    """Options, or words, of each alternative."""

    ve0: tuple[str, ...]
    ve1: tuple[str, ...]
    ve2: tuple[str, ...]


Answer = Literal["none", "unknown"] | Rated | Apart | tuple[str, ...]

WAIT = "Koululaiset odottavat kyytiä kirjastossa ja käyttävät sitä omatoimisesti iltapäivisin."
WAY = "Lähin muu kirjasto on 14 kilometrin päässä, eikä iltaisin kulje bussia."
READ = "Koulu ja päiväkoti lainaavat kirjat täältä."
MEET = "Paikka on kylän ainoa, jossa voi olla ostamatta mitään."
UNKNOWN = ("unknown",)


def apart(ve0: str, ve1: str, ve2: str) -> Apart:
    return Apart((ve0,), (ve1,), (ve2,))


ANSWERS: dict[str, Answer] = {
    "wellbeing/everyday.daily_life": Rated(CLOSING, {CHILDREN: -2}, WAIT),
    "wellbeing/everyday.access": Rated(BOTH, {OLDER: -2, WALKING: -2}, WAY),
    "wellbeing/everyday.replacement": Apart((), ("last_place",), ()),
    "wellbeing/health.learning": Rated(CLOSING, {CHILDREN: -2}, READ),
    "wellbeing/health.health_and_habits": "none",
    "wellbeing/health.togetherness": Rated(BOTH, {"lonely": -2}, MEET),
    "wellbeing/long_term.inequality_gaps": apart("unchanged", "widens", "unknown"),
    "wellbeing/long_term.generations": "unknown",
    "wellbeing/long_term.heavier_services": "none",
    "wellbeing/long_term.after_term": ("Lukutaito kahdeksannella luokalla.",),
    "wellbeing/elsewhere.cost_elsewhere": apart("none", "households", "unknown"),
    "wellbeing/elsewhere.plan_goals": apart("supports", "conflict", "neutral"),
    "equality/groups.position": Rated(NOTHING, {OLDER: -1}),
    "equality/groups.gender": "none",
    "equality/groups.accessibility": "unknown",
    "equality/groups.neutral_criterion": Apart((), ("none",), ()),
    "equality/gender_and_age.age": Rated(CLOSING, {CHILDREN: -2, OLDER: -2}, WAY),
    "equality/disability.disability_involvement": UNKNOWN,
    "equality/disability.accommodation": apart("continues", "unknown", "continues"),
    "equality/grounds.grounds_examined": ("age", "language", "disability"),
    "equality/grounds.positive_action": apart("not_needed", "possible", "not_needed"),
    "equality/grounds.remaining_harm": Apart((), ("milder_means",), ()),
    "children/rights.rights_and_wellbeing": Rated(CLOSING, {CHILDREN: -2}, READ),
    "children/rights.child_groups": Rated(CLOSING, {"low_income": -2}, same="children/rights.rights_and_wellbeing"),
    "children/everyday.school_journey": "none",
    "children/everyday.friends_and_hobbies": Rated(BOTH),
    "children/everyday.support": "none",
    "children/voice.asked_children": ("not_asked",),
    "children/voice.knowledge": ("Lainausluvut. Lasten omaa näkemystä ei ole kysytty.",),
    "children/voice.telling": ("Luokanopettaja kertoo koulussa ennen joulua.",),
    "children/best_interests.best_alternative": ("other",),
    "children/best_interests.conflicts": Apart((), ("weighed_only",), ("weighed_only",)),
    "participation/people.reach": UNKNOWN,
    "participation/people.unheard_groups": ("children",),
    "participation/people.opportunity": ("arranged",),
    "participation/hearing.timing": ("details_open",),
    "participation/hearing.information": UNKNOWN,
    "participation/hearing.working_time": UNKNOWN,
    "participation/outcome.used": ("reasons_given",),
    "participation/outcome.taken_and_left": ("Omatoimikäytön toive jätettiin pois, koska tilasta luovutaan.",),
    "participation/outcome.telling_back": ("not_planned",),
    "ngo/operating_conditions.premises_lost": Rated(CLOSING, {"small_associations": -1}),
    "ngo/operating_conditions.only_open_space": ("others_near",),
    "ngo/operating_conditions.grants": "none",
    "ngo/operating_conditions.volunteering": Rated(CLOSING),
    "ngo/premises.replacement_premises": Apart((), UNKNOWN, ()),
    "ngo/premises.premises_support": Apart((), ("-600",), ()),
    "ngo/grants.fair_terms": Apart((), UNKNOWN, ()),
    "ngo/activity.encounters": Apart((), ("-200",), ()),
    "ngo/activity.task_moved": apart("stays", "stays", "stays"),
    "ngo/service_gaps.service_path": "none",
    "ngo/service_gaps.responsible": Apart((), ("municipality",), ()),
    "ngo/service_gaps.replacement_cost": Apart((), ("2500",), ()),
    "ngo/partnership.heard": ("none",),
    "ngo/partnership.ground_rules": "none",
    "ngo/partnership.better_together": ("not_asked",),
    "rural_and_area/services.distance": Rated(CLOSING, {OLDER: -2, WALKING: -2}, WAY),
    "rural_and_area/services.last_service": apart("nothing_lost", "others_remain", "nothing_lost"),
    "rural_and_area/services.earlier_losses": UNKNOWN,
    "rural_and_area/connections.public_transport": "none",
    "rural_and_area/connections.roads": "none",
    "rural_and_area/connections.broadband": "none",
}

REASONS: dict[str, str] = {
    "ngo/service_gaps": "Yhdistysten vertaistuki ei toimi kirjastossa.",
    "ngo/partnership": "Kumppanuussopimuksia ei ole.",
    "rural_and_area/connections": "Teihin, kyyteihin ja yhteyksiin ei kosketa.",
}
"""Why a section whose every impact question was closed has no effect: one sentence."""
