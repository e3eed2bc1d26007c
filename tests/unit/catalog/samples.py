"""A small library and an assessment as files, for tests that break one line of them."""

from datetime import date
from pathlib import Path

from eva.catalog import read_assessment, read_library
from eva.catalog.libraries import open_shelves
from eva.catalog.linter import lint_shelves
from eva.errors import Problem

TODAY = date(2026, 11, 25)

CHECKLIST = """\
id: ngo
version: 1.0.0
title: {fi: Järjestöt}
languages: [fi]
cites: [act]
retired: [old_question]
sections:
  - id: premises
    title: {fi: Tilat}
    perspective: ngo
    questions:
      - id: lost
        kind: impact
        text: {fi: Lähteekö tila?}
        groups: [associations]
        cites: [act]
      - id: only
        kind: choice
        text: {fi: Onko se ainoa?}
        when: {question: lost, at_most: -1}
        options:
          - {id: yes_only, label: {fi: on}, points: {raw: 2}, flag: only_place}
          - {id: no_other, label: {fi: ei}}
      - id: uses
        kind: multi_choice
        text: {fi: Mihin sitä käytetään?}
        options:
          - {id: meetings, label: {fi: kokouksiin}, points: {raw: 1}}
          - {id: clubs, label: {fi: kerhoihin}}
          - {id: nothing, label: {fi: ei mihinkään}, exclusive: true}
      - id: members
        kind: number
        text: {fi: Montako jäsentä?}
        decimals: 0
        accept: {at_least: 1}
      - id: rent
        kind: number
        text: {fi: Mikä on vuokra?}
        unit: eur_per_year
        scope: alternative
      - id: moved
        kind: date
        text: {fi: Milloin?}
      - id: story
        kind: text
        text: {fi: Mitä muuta?}
accounts:
  - id: raw
    title: {fi: Pisteet}
    levels:
      - {id: low, label: {fi: matala}, at_most: 1}
      - {id: middle, label: {fi: keskitaso}, at_most: 2}
      - {id: high, label: {fi: korkea}}
  - id: net
    title: {fi: Vähennetyt}
    cases:
      - {when: {account: raw, at_least: {percent: 40, of_max: raw}}, value: {of: raw}}
      - {value: 0}
  - id: both
    title: {fi: Yhteensä}
    sum: [raw, net]
outcomes:
  - id: need
    title: {fi: Tarve}
    levels:
      - id: full
        label: {fi: laaja}
        checklists: [ngo]
        reasons:
          - {id: harm, text: {fi: haittaa}, when: {perspective: ngo, group: associations, at_most: -2}}
          - {id: many, text: {fi: monta}, when: {case: alternatives.count, at_least: 4}}
      - {id: none_needed, label: {fi: ei tarvetta}}
flags:
  - id: only_place
    title: {fi: Ainoa paikka}
    severity: red
    when: {perspective: ngo, group_tag: small, at_most: -3}
    cites: [act]
"""

REFERENCES = "act: {title: {fi: Laki}, kind: act, checked: 2024-11-25}\n"
PERSPECTIVES = "ngo: {label: {fi: Järjestöt}, angle: residents}\n"
GROUPS = """\
everyone: {label: {fi: Kaikki}}
associations: {label: {fi: Yhdistykset}, tags: [small], cites: [act]}
youth: {label: {fi: Nuoret}}
"""

ASSESSMENT = """\
format: 1
id: otava
case: {title: Kirjasto, decision_date: 2022-11-07}
history:
  - {status: draft, at: 2022-11-01T09:00:00+02:00}
checklists:
  - {id: ngo, version: 1.0.0}
alternatives:
  - {id: ve0, title: Jatkuu, zero: true}
  - {id: ve1, title: Lakkaa, costs: {per_year: -32000}}
answers:
  ngo/premises.lost:
    gate: effects
    sources: [s1]
    alternatives:
      ve0: {ratings: [{group: everyone, impact: 0}]}
      ve1:
        ratings:
          - {group: everyone, impact: -1}
          - {groups: [associations, youth], impact: -3, measure: m1}
  ngo/premises.only: {value: yes_only}
  ngo/premises.uses: {value: [meetings, clubs]}
  ngo/premises.members: {value: "12"}
  ngo/premises.rent: {alternatives: {ve1: {value: "350"}}}
  ngo/premises.moved: {value: 2022-12-01}
  ngo/premises.story: {value: Kerho kokoontui täällä.}
measures:
  - {id: m1, text: Uusi tila, no_cost: true}
sources:
  - {id: s1, title: Pöytäkirja}
flags:
  ngo/only_place: {ve1: {justification: Perusteltu, measure: m1}}
section_reasons:
  ngo/premises: Ei koske yhdistyksiä
conclusion: {recommended: ve0}
decision: {alternative: ve1}
hidden_from_public:
  - {path: /measures/0/text, ground: JulkL 24 §}
"""

FILES = {
    "library/ngo.yaml": CHECKLIST,
    "library/vocabulary/references.yaml": REFERENCES,
    "library/vocabulary/perspectives.yaml": PERSPECTIVES,
    "library/vocabulary/population_groups.yaml": GROUPS,
    "assessment.yaml": ASSESSMENT,
}


def written(folder: Path, **changed: str) -> Path:
    """The sample files in a folder; a file is changed by its stem."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changed.get(path.stem, text), encoding="utf-8", newline="")
    return folder


def broken(stem: str, old: str, new: str) -> dict[str, str]:
    """One sample file, by its stem, with one piece of text replaced, which has to be there once."""
    text = next(text for name, text in FILES.items() if Path(name).stem == stem)
    assert text.count(old) == 1, old
    return {stem: text.replace(old, new)}


def library_problems(folder: Path) -> tuple[Problem, ...]:
    """Every problem of the sample library."""
    return read_library(folder / "library")[1]


def lint_problems(folder: Path) -> tuple[Problem, ...]:
    """Every problem of the sample library, and the advice of the linter."""
    return lint_shelves(open_shelves(folder / "library"), TODAY)


def assessment_problems(folder: Path) -> tuple[Problem, ...]:
    """Every problem of the sample assessment, read with the sample library."""
    return read_assessment(folder / "assessment.yaml", read_library(folder / "library")[0])[1]


def codes(problems: tuple[Problem, ...]) -> list[str]:
    """The codes of problems, in order."""
    return [problem.code for problem in problems]
