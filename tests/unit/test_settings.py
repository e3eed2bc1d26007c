"""Settings from environment variables."""

import pytest

from eva.errors import ProblemsFound
from eva.settings import Settings


def test_without_variables_everything_suits_one_person_at_one_machine() -> None:
    settings = Settings.from_env({"PATH": "/bin", "LANG": "fi_FI.UTF-8"})
    assert settings == Settings()
    assert (settings.address, settings.port, settings.organisation) == ("127.0.0.1", 8501, "local")
    assert (settings.languages, settings.demo, settings.database_url, settings.data_folder) == (
        ("fi", "sv", "en"),
        False,
        None,
        None,
    )


def test_every_setting_has_its_variable() -> None:
    settings = Settings.from_env(
        {
            "EVA_DATABASE_URL": "postgresql://eva@server/eva",
            "EVA_DATA_FOLDER": " /srv/eva ",
            "EVA_LIBRARY": "/srv/own",
            "EVA_ORGANISATION": "mikkeli",
            "EVA_ADDRESS": "0.0.0.0",  # noqa: S104  what a server would be told
            "EVA_PORT": "80",
            "EVA_LANGUAGES": "sv, fi",
            "EVA_PUBLIC_ADDRESS": "https://eva.mikkeli.fi/",
            "EVA_DEMO": "true",
        }
    )
    assert settings.model_dump() == {
        "database_url": "postgresql://eva@server/eva",
        "data_folder": "/srv/eva",
        "library": "/srv/own",
        "organisation": "mikkeli",
        "address": "0.0.0.0",  # noqa: S104
        "port": 80,
        "languages": ("sv", "fi"),
        "public_address": "https://eva.mikkeli.fi",
        "demo": True,
    }


def test_an_empty_variable_counts_as_none() -> None:
    assert Settings.from_env({"EVA_PORT": "", "EVA_DATABASE_URL": "  "}) == Settings()


def test_a_misspelt_variable_is_told_with_the_one_that_was_meant() -> None:
    with pytest.raises(ProblemsFound) as found:
        Settings.from_env({"EVA_DATABASE": "x", "EVA_QQQQ": "x"})
    assert [(problem.code, problem.file, problem.params) for problem in found.value.problems] == [
        ("setting_unknown", "EVA_DATABASE", {"name": "EVA_DATABASE", "suggestion": "EVA_DATABASE_URL"}),
        ("setting_unknown", "EVA_QQQQ", {"name": "EVA_QQQQ"}),
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("EVA_PORT", "eighty"),
        ("EVA_PORT", "0"),
        ("EVA_PORT", "65536"),
        ("EVA_DEMO", "yes"),
        ("EVA_LANGUAGES", "fi,de"),
        ("EVA_LANGUAGES", ","),
        ("EVA_PUBLIC_ADDRESS", "eva.mikkeli.fi"),
        ("EVA_PUBLIC_ADDRESS", "https://eva.mikkeli.fi/published"),
        ("EVA_PUBLIC_ADDRESS", "https://user:password@eva.mikkeli.fi"),
        ("EVA_PUBLIC_ADDRESS", "javascript:alert(1)"),
        ("EVA_ORGANISATION", "x" * 81),
    ],
)
def test_a_value_that_cannot_be_is_told(name: str, value: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        Settings.from_env({name: value})
    assert [(problem.code, problem.params) for problem in found.value.problems] == [
        ("setting_invalid", {"name": name, "value": value})
    ]


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(ProblemsFound) as found:
        Settings.from_env({"EVA_PORT": "x", "EVA_DEMO": "x", "EVA_PROT": "1"})
    assert sorted(problem.file for problem in found.value.problems) == ["EVA_DEMO", "EVA_PORT", "EVA_PROT"]
