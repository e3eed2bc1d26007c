"""The help: every topic in every language, with sources that exist and ways that lead on."""

import re

import pytest

from eva.catalog import load_library
from eva.catalog.shipped import folder
from eva.locale import words
from eva.text import LANGUAGES, Language
from eva.ui.present.help import OWN, TOPICS, topic, topic_at, topics, way_to
from tests.readings import told

VOCABULARY = load_library(folder("checklists")).vocabulary
ADDRESS = {"a": "otava", "lang": "sv"}
LONGEST = 230
"""Words that fit one screen."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_topic_of_the_method_fits_one_screen(language: Language) -> None:
    said = words(language)
    lengths = {each: len(said.get(f"help.{each}.text").split()) for each in TOPICS if each != "glossary"}
    assert {each: count for each, count in lengths.items() if not 20 <= count <= LONGEST} == {}


def test_what_is_stated_as_law_has_its_source_and_every_source_exists() -> None:
    assert {cite for cites in TOPICS.values() for cite in cites} <= VOCABULARY.references.keys()
    law = re.compile(r"\blaki\b|\blain\b|on annettava")
    stated = {each for each in TOPICS if each != "glossary" and law.search(words("fi").get(f"help.{each}.text"))}
    assert {each for each in stated if not TOPICS[each]} == set()
    shown = topic("hearing", ADDRESS, VOCABULARY, words("sv"))
    assert "https://www.finlex.fi/sv/" in shown
    assert words("sv").get("help.sources") in shown


def test_a_design_of_our_own_says_so() -> None:
    for each in TOPICS:
        assert (words("fi").get("help.own") in told(topic(each, ADDRESS, VOCABULARY, words("fi")))) is (each in OWN)


def test_an_unknown_topic_leads_to_the_first() -> None:
    assert topic_at("weights") == "weights"
    assert topic_at("<nowhere>") == "start"


def test_the_topics_keep_assessment_and_language_and_mark_the_open_one() -> None:
    listed = topics("rating", ADDRESS, words("sv"))
    assert listed.count("<li>") == len(TOPICS)
    assert re.findall(r'at=(\w+)"[^>]*aria-current="page"', listed) == ["rating"]
    assert way_to("rating", ADDRESS) == "/help?a=otava&lang=sv&at=rating"


def test_each_topic_leads_to_the_next_and_the_last_to_none() -> None:
    assert "at=rating" in topic("start", ADDRESS, VOCABULARY, words("fi"))
    assert "following" not in topic("accessibility", ADDRESS, VOCABULARY, words("fi"))


def test_the_statement_stands_in_the_help() -> None:
    shown = told(topic("accessibility", ADDRESS, VOCABULARY, words("fi")))
    assert "Tunnetut puutteet" in shown
    assert "[kunnan nimi]" in shown
