"""Loading and linting a checklist of 1,000 questions in one file, against libyaml and pydantic alone.

The peer builds the same model of the same file, and knows neither lines nor what anything refers to. The file has
three languages, helps, examples, options with points and flags, and a condition in every third question.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from benchmarks.timing import best
from eva.catalog import load_checklist
from eva.catalog.linter import lint_checklist
from eva.catalog.shipped import folder
from eva.catalog.vocabularies import load_vocabulary
from eva.catalog.yaml_text import yaml_text
from eva.checklist import Checklist

QUESTIONS, PER_SECTION, ROUNDS = 1000, 20, 7
TARGET = 3.0
_OPTIONS = ("fully", "partly", "not_at_all", "unknown")


def _text(fi: str, sv: str, en: str, number: int) -> dict[str, str]:
    return {"fi": f"{fi} {number}?", "sv": f"{sv} {number}?", "en": f"{en} {number}?"}


def _question(number: int) -> dict[str, Any]:
    kind = ("impact", "choice", "multi_choice")[number % 3]
    found: dict[str, Any] = {
        "id": f"theme_{number}_kept",
        "kind": kind,
        "text": _text("Miten päätös muuttaa arkea asiassa", "Hur förändras vardagen i fråga", "How is life in", number),
        "help": _text(
            "Ajattele myös niitä, jotka eivät itse osaa tai uskalla kertoa asiastaan kohdassa",
            "Tänk också på dem som inte själva kan eller vågar berätta om sin sak i punkt",
            "Think also of those who cannot or dare not tell of their matter themselves at point",
            number,
        ),
        "examples": [_text("Kerho muuttaa kouluun", "Klubben flyttar till skolan", "The club moves to school", number)],
        "cites": ["kuntaliitto_eva"],
    }
    if kind == "impact":
        return found | {"groups": ["small_children", "older_75", "disabled"], "depth": "light"}
    found["options"] = [
        {"id": each, "label": _text("Kyllä", "Ja", "Yes", at), "points": {"raw": at}}
        for at, each in enumerate(_OPTIONS, number % 7)
    ]
    if kind == "choice":
        found["options"][0]["flag"] = f"alarm_{number % 30}_raised"
    elif number > PER_SECTION:
        asked = {"question": f"theme_{number - 1}_kept", "any_of": ["fully", "partly"]}
        found["when"] = {"any": [asked, {"question": f"theme_{number - 3}_kept", "contains": ["partly"]}]}
    return found


def document() -> dict[str, Any]:
    """The data of the checklist."""
    title = _text("Otsikko", "Rubrik", "Title", 1)
    return {
        "id": "large",
        "version": "1.0.0",
        "title": title,
        "languages": ["fi", "sv", "en"],
        "sections": [
            {
                "id": f"theme_{start}_whole",
                "title": title,
                "perspective": "wellbeing",
                "questions": [_question(number) for number in range(start, start + PER_SECTION)],
            }
            for start in range(0, QUESTIONS, PER_SECTION)
        ],
        "accounts": [{"id": "raw", "title": title}],
        "flags": [
            {
                "id": f"alarm_{number}_raised",
                "title": title,
                "severity": "red",
                "when": {"perspective": "wellbeing", "group_tag": "vulnerable", "at_most": -3},
            }
            for number in range(30)
        ],
    }


def measure() -> list[dict[str, Any]]:
    """The best of several rounds in turn, in seconds of processor time, so that other work does not count."""
    vocabulary = load_vocabulary(folder("checklists") / "vocabulary")
    with TemporaryDirectory() as place:
        file = Path(place) / "large.yaml"
        file.write_text(yaml_text(document()), encoding="utf-8")
        if problems := lint_checklist(file, vocabulary):
            raise ValueError(problems[:3])

        def peer() -> None:
            data = yaml.load(file.read_bytes(), yaml.CBaseLoader)  # noqa: S506  it builds text, lists, mappings
            Checklist.model_validate(data)

        load, lint, bare = best(
            lambda: load_checklist(file, vocabulary), lambda: lint_checklist(file, vocabulary), peer, rounds=ROUNDS
        )
        size = file.stat().st_size / 1000
    ending = f"{QUESTIONS} questions in one file, {size:.0f} kB ÷ libyaml and pydantic alone"
    return [
        {"name": f"{name} {ending}", "ours": ours, "peer": bare, "ratio": ours / bare, "target": TARGET}
        for name, ours in (("load", load), ("load and lint", lint))
    ]
