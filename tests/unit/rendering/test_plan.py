"""The plan of a PDF: text as the walker gets it."""

from typing import Any

import pytest

from eva.errors import RenderError
from eva.rendering.plan import CUT, plan
from eva.rendering.tree import parse
from tests.documents import a_report, a_table


def planned(body: str) -> list[Any]:
    """What stands after the heading."""
    return list(plan(parse(a_report(body)))[0]["body"][0]["c"][1:])


def words(body: str) -> Any:
    return planned(body)[0]["c"]


def test_white_space_collapses_as_in_a_browser() -> None:
    assert words("<p>\n  a  b\n<strong> c </strong> d\u00a0 e </p>") == [
        "a b ",
        {"t": "strong", "k": [], "c": ["c "]},
        "d\u00a0 e ",
    ]


def test_a_new_block_and_a_line_break_start_without_a_space() -> None:
    assert words("<ul><li> a <br> b<ul><li> c</li></ul> </li></ul>")[0]["c"] == [
        "a ",
        {"t": "br", "k": []},
        "b",
        {"t": "ul", "k": [], "c": [{"t": "li", "k": [], "c": ["c"]}]},
    ]


def test_languages_of_parts_reach_the_walker_with_their_region() -> None:
    assert planned('<p lang="sv-FI">a</p>')[0]["lang"] == "sv"
    assert planned('<p lang="sv-FI">a</p>')[0]["region"] == "fi"
    assert planned('<p lang="sr-Latn">a</p>')[0]["region"] == ""


def test_words_in_another_language_than_the_reports_carry_its_code_and_its_own_do_not() -> None:
    code = {"t": "said", "k": [], "c": ["\u00a0[sv]"]}
    (inside,) = words('<p><span lang="sv">Biblioteket</span></p>')
    assert inside["c"] == ["Biblioteket", code]
    text = planned('<div lang="sv"><p>Ett.</p><p>Två.</p></div>')[0]["c"]
    assert [part["c"] for part in text] == [["Ett."], ["Två.", code]]
    assert words('<p><span lang="fi">Kirjasto</span></p>')[0]["c"] == ["Kirjasto"]
    assert planned('<div lang="sv"><ul><li>Ett</li></ul></div>')[0]["c"][0]["c"][0]["c"] == ["Ett"]


def test_ordinary_text_figures_and_dates_have_no_places_to_break() -> None:
    text = "Yhdenvertaisuussuunnitelma 31.12.2026, 1\u00a0234\u00a0567,00 €, MliDno-2022-3127."
    assert words(f"<p>{text}</p>") == [text]
    rows = planned(a_table(f"<tr><td>{text[:40]}</td><td>MliDno-2022-3127</td></tr>"))[0]["rows"]
    assert rows[1]["cells"][0]["c"] == [text[:40]]
    assert rows[1]["cells"][1]["c"] == ["MliDno-", CUT, "2022-", CUT, "3127", CUT]


def test_a_word_longer_than_a_line_may_break_and_keeps_all_its_letters() -> None:
    parts = words("<p>" + "x" * 100 + "</p>")
    assert CUT in parts
    assert "".join(part for part in parts if isinstance(part, str)) == "x" * 100
    assert max(len(part) for part in parts if isinstance(part, str)) == 12


def test_a_letter_and_its_accents_are_never_parted() -> None:
    parts = words("<p>" + "e\u0301" * 80 + "</p>")
    assert not any(part.startswith("\u0301") for part in parts if isinstance(part, str))


def test_a_hash_in_a_narrow_cell_breaks_earlier_than_in_a_paragraph() -> None:
    rows = planned(a_table(f"<tr><td>{'0a' * 10}</td><td>2</td></tr>"))[0]["rows"]
    assert CUT in rows[1]["cells"][0]["c"]
    assert words(f"<p>{'0a' * 10}</p>") == ["0a" * 10]


def test_a_figure_with_its_unit_stays_together_but_a_sentence_does_not() -> None:
    assert planned('<p><span class="nowrap">12 €</span></p>')[0]["c"][0]["k"] == ["nowrap"]
    assert planned(f'<p><span class="nowrap">{"pitkä " * 20}</span></p>')[0]["c"][0]["k"] == []


def test_a_row_is_kept_whole_unless_it_is_taller_than_a_page() -> None:
    rows = planned(a_table(f"<tr><td>a</td><td>b</td></tr><tr><td>a</td><td>{'sana ' * 2000}</td></tr>"))[0]["rows"]
    assert [row["tall"] for row in rows] == [False, False, True]


def test_column_widths_are_those_written_or_a_wider_first_one() -> None:
    row = "<tr><td>1</td><td>2</td></tr>"
    assert planned(a_table(row))[0]["cols"] == [1.5, 1.0]
    assert planned(a_table(row, marks=' data-cols="auto 2.5"'))[0]["cols"] == [0, 2.5]
    with pytest.raises(RenderError, match="html_attribute"):
        planned(a_table(row, marks=' data-cols="1 2 3"'))


def test_a_group_heading_is_not_repeated_where_rows_without_a_group_follow() -> None:
    group = '<tr class="group"><th scope="rowgroup" colspan="2">G</th></tr>'
    row = "<tr><td>1</td><td>2</td></tr>"
    assert planned(a_table(group + row))[0]["regroup"]
    assert planned(a_table(f"{group}{row}</tbody><tbody>{group}{row}"))[0]["regroup"]
    assert not planned(a_table(f"{group}{row}</tbody><tbody>{row}"))[0]["regroup"]


def test_a_heading_too_long_for_a_bookmark_is_shortened_and_follows_whole() -> None:
    heading, paragraph = planned(f"<h2>{'pitkä ' * 1000}</h2>")
    assert len(heading["c"][0]) < 400
    assert "".join(paragraph["c"]).split() == ["pitkä"] * 1000


def test_classes_for_html_alone_do_not_reach_the_walker() -> None:
    assert planned('<p class="x-blue note">a</p>')[0]["k"] == ["note"]


def test_a_heading_that_says_nothing_is_a_dash() -> None:
    assert [heading["c"] for heading in planned("<h2></h2><h2> \u202e </h2><h2>a</h2>")] == [["–"], ["–"], ["a"]]
