"""Whatever is altered in a sealed log: the chain does not fit any more."""

from dataclasses import asdict, replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from eva.places import version
from eva.storage.chain import Break, Payload, Row, Sealed, breaks, seal

VALUES = st.one_of(st.none(), st.text(max_size=5), st.integers(-3, 3))
FIELDS = [name for name in Row.__slots__ if name != "revision"]


@st.composite
def logs(draw: st.DrawFn) -> tuple[list[Sealed], dict[int, Payload]]:
    links: list[Sealed] = []
    payloads: dict[int, Payload] = {}
    for revision, (before, after, words) in enumerate(
        draw(st.lists(st.tuples(VALUES, VALUES, st.text(max_size=5)), min_size=2, max_size=6)), start=1
    ):
        row = Row("m", "c", revision, words, "t", "t", words, "", version(before), version(after), f"d{revision}")
        links.append(seal(row, links[-1].digest if links else ""))
        payloads[revision] = (before, after)
    return links, payloads


def found(links: list[Sealed], payloads: dict[int, Payload], newest: int) -> list[Break]:
    return list(breaks(links, None, payloads, [(newest, f"d{newest}")]))


@given(logs())
def test_an_untouched_log_fits(log: tuple[list[Sealed], dict[int, Payload]]) -> None:
    links, payloads = log
    assert found(links, payloads, len(links)) == []


@given(logs(), st.data())
def test_an_altered_row_is_noticed_even_when_it_is_sealed_again(
    log: tuple[list[Sealed], dict[int, Payload]], data: st.DataObject
) -> None:
    links, payloads = log
    place = data.draw(st.integers(0, len(links) - 2))
    field = data.draw(st.sampled_from(FIELDS))
    altered: dict[str, Any] = {field: asdict(links[place].row)[field] + "x"}
    row = replace(links[place].row, **altered)
    for forged in (replace(links[place], row=row), seal(row, links[place].previous)):
        assert found([*links[:place], forged, *links[place + 1 :]], payloads, len(links))


@given(logs(), st.data())
def test_a_row_taken_out_or_moved_is_noticed(log: tuple[list[Sealed], dict[int, Payload]], data: st.DataObject) -> None:
    links, payloads = log
    place = data.draw(st.integers(0, len(links) - 1))
    shorter = [*links[:place], *links[place + 1 :]]
    assert found(shorter, payloads, len(links))
    other = data.draw(st.integers(0, len(links) - 1).filter(lambda number: number != place))
    assert found([*shorter[:other], links[place], *shorter[other:]], payloads, len(links))


@given(logs(), st.data())
def test_an_altered_payload_is_noticed_and_an_erased_one_is_not(
    log: tuple[list[Sealed], dict[int, Payload]], data: st.DataObject
) -> None:
    links, payloads = log
    revision = data.draw(st.sampled_from(sorted(payloads)))
    before, after = payloads[revision] or (None, None)
    assert found(links, {**payloads, revision: (before, ["other", after])}, len(links)) == [Break(revision, "payload")]
    assert found(links, {**payloads, revision: None}, len(links)) == []
