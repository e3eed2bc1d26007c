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
    publisher: LocalizedText | None = None
    kind: Literal["act", "guidance", "research", "source"]
    url: LocalizedText | None = None
    checked: IsoDate | None = None


class Perspective(Model):
    """A perspective (näkökulma) of the heat map, and the one of Kuntaliitto's four under which it falls.

    `about` is the tag of the groups that it is about, if it is about some alone: in it they are "everyone".
    """

    label: LocalizedText
    angle: Angle
    about: Slug | None = None


class PopulationGroup(Model):
    """A population group (väestöryhmä): tags for rules, and the grounds of discrimination that it stands for."""

    label: LocalizedText
    tags: tuple[Slug, ...] = ()
    grounds: tuple[Slug, ...] = ()
    cites: tuple[Slug, ...] = ()


class ImpactWord(Model):
    """The words of one step of the impact scale."""

    label: LocalizedText
    help: LocalizedText | None = None


class Scales(Model):
    """The words of the rating scale −3 … +3 and of the scales beside it (our own design; see docs/method)."""

    impact: Mapping[Literal["-3", "-2", "-1", "0", "1", "2", "3"], ImpactWord] = Field(default_factory=dict)
    unknown: LocalizedText | None = None
    horizons: Mapping[Slug, LocalizedText] = Field(default_factory=dict)
    likelihoods: Mapping[Slug, LocalizedText] = Field(default_factory=dict)
    reversibilities: Mapping[Slug, LocalizedText] = Field(default_factory=dict)
    evidence: Mapping[Literal["A", "B", "C", "D"], LocalizedText] = Field(default_factory=dict)


class Vocabulary(Model):
    """What checklists refer to by key: a whole vocabulary, or the entries that one checklist uses."""

    references: Mapping[Slug, Reference] = Field(default_factory=dict)
    scales: Scales = Scales()
    perspectives: Mapping[Slug, Perspective] = Field(default_factory=dict)
    population_groups: Mapping[Slug, PopulationGroup] = Field(default_factory=dict)
