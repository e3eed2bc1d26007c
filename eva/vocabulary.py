"""The shared vocabulary of checklists: references, scales, perspectives and population groups (väestöryhmät)."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from eva.scalars import IsoDate, Slug
from eva.text import LocalizedText, Model

Angle = Literal["residents", "environment", "organisation_and_staff", "economy"]
ANGLES: tuple[Angle, ...] = ("residents", "environment", "organisation_and_staff", "economy")
"""The four perspectives of the Finnish municipalities' association (Kuntaliitto), by which results can also be read.

Source: https://www.kuntaliitto.fi/kuntajohtaminen-ja-digitalisaatio/kuntajohtaminen/paatosten-vaikutusten-ennakkoarviointi
"""

EVERYONE = "everyone"
"""The group of all whom the matter touches: it has a row in every rated question, and other groups inherit from it."""


class Reference(Model):
    """An act, guidance, research or source that a checklist cites (lähde).

    `checked` is the day on which somebody looked the source up; it is left out when nobody did. `url` is left out when
    the address is not known completely.
    """

    title: LocalizedText
    """What the source is called."""
    publisher: LocalizedText | None = None
    """Who publishes it."""
    kind: Literal["act", "guidance", "research", "source"]
    """What it is."""
    url: LocalizedText | None = None
    """Its https address in each language; left out when it is not known completely."""
    checked: IsoDate | None = None
    """The day on which somebody looked it up; left out when nobody did."""


class Perspective(Model):
    """A perspective (näkökulma) of the heat map, and the one of Kuntaliitto's four under which it falls."""

    label: LocalizedText
    """What the row of the map is called."""
    angle: Angle
    """Under which of Kuntaliitto's four perspectives it falls."""
    about: Slug | None = None
    """The tag of the groups that it is about, if it is about some alone: in it, they are everyone."""


class PopulationGroup(Model):
    """A population group (väestöryhmä): tags for rules, and the grounds of discrimination that it stands for."""

    label: LocalizedText
    """What the group is called."""
    tags: tuple[Slug, ...] = ()
    """Words by which rules find the group, such as `children`."""
    grounds: tuple[Slug, ...] = ()
    """Grounds of discrimination that the group stands for."""
    cites: tuple[Slug, ...] = ()
    """Sources on which the group rests."""


class ImpactWord(Model):
    """The words of one step of the impact scale."""

    label: LocalizedText
    """The word of the step."""
    help: LocalizedText | None = None
    """When to choose it."""


class Scales(Model):
    """The words of the rating scale −3 … +3 and of the scales beside it (our own design; see docs/method)."""

    impact: Mapping[Literal["-3", "-2", "-1", "0", "1", "2", "3"], ImpactWord] = Field(default_factory=dict)
    """The words of −3 … +3."""
    unknown: LocalizedText | None = None
    """The words of: we do not know."""
    horizons: Mapping[Slug, LocalizedText] = Field(default_factory=dict)
    """When an effect is felt."""
    likelihoods: Mapping[Slug, LocalizedText] = Field(default_factory=dict)
    """How likely an effect is."""
    reversibilities: Mapping[Slug, LocalizedText] = Field(default_factory=dict)
    """Whether an effect can be undone."""
    evidence: Mapping[Literal["A", "B", "C", "D"], LocalizedText] = Field(default_factory=dict)
    """What a rating rests on, A to D."""


class Vocabulary(Model):
    """What checklists refer to by key: a whole vocabulary, or the entries that one checklist uses."""

    references: Mapping[Slug, Reference] = Field(default_factory=dict)
    scales: Scales = Scales()
    perspectives: Mapping[Slug, Perspective] = Field(default_factory=dict)
    population_groups: Mapping[Slug, PopulationGroup] = Field(default_factory=dict)
