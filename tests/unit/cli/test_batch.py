"""Many reports by several processes: the same as one by one, in their order, whatever becomes of a process."""

import os
from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

import pytest

from eva.catalog.shipped import folder
from eva.cli import batch
from eva.cli.batch import Job, Result, make, results
from eva.cli.case_file import CaseFile
from eva.cli.report import Order
from tests.documents import WHEN
from tests.unit.cli.case_files import CASE, written

JSON = Order("json", "council-attachment", None, "a-3a", WHEN)
PDF = replace(JSON, form="pdf", archive="a-2a")


class Deadly:
    """A case that ends the process which takes it, as the operating system does when memory runs out."""

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[int]]:
        return os._exit, (9,)


@pytest.fixture(scope="module")
def jobs(tmp_path_factory: pytest.TempPathFactory) -> list[Job]:
    place = tmp_path_factory.mktemp("agenda")
    small = str(written(place, CASE.replace("Kirjaston", "Kirjaston 汉")))
    cases: dict[str, tuple[Any, Order]] = {
        "deadly": (Deadly(), JSON),
        "small": (small, JSON),
        "pdf": (small, PDF),
        "wrong": (CaseFile(cast("Any", None), {}, cast("Any", None)), JSON),
        "missing": (str(place / "no.yaml"), JSON),
        "large": (str(folder("examples") / "otava_library"), JSON),
    }
    return [Job(name, case, order, "en") for name, (case, order) in cases.items()]


@pytest.fixture(scope="module")
def found(jobs: list[Job]) -> dict[str, Result]:
    return {each.job.name: each for each in results(jobs)}


def test_every_case_has_its_result_in_the_order_of_the_cases(jobs: list[Job], found: dict[str, Result]) -> None:
    assert list(found) == [job.name for job in jobs]
    assert {name for name, each in found.items() if each.made} == {"small", "pdf", "large"}


def test_a_report_is_the_same_as_one_made_alone_to_the_last_byte(jobs: list[Job], found: dict[str, Result]) -> None:
    for job in jobs:
        if job.name in {"small", "pdf", "large"}:
            alone = make(job)
            assert (found[job.name].made, found[job.name].remarks) == (alone.made, alone.remarks)
            assert alone.made is not None
            assert bool(alone.made.beside) is (job.name == "pdf")


def test_a_report_that_brings_its_process_down_fails_alone(found: dict[str, Result]) -> None:
    assert "ended the process, perhaps because memory ran out" in found["deadly"].reason


def test_a_mistake_of_the_program_and_a_file_that_is_not_there_are_told(found: dict[str, Result]) -> None:
    assert "The program has an error" in found["wrong"].reason
    assert "AttributeError" in found["wrong"].reason
    assert "no.yaml" in found["missing"].reason


def test_characters_that_the_fonts_lack_are_told_of_each_report(found: dict[str, Result]) -> None:
    assert any("[U+6C49]" in remark for remark in found["pdf"].remarks)
    assert found["large"].remarks == ()


def test_nothing_to_make_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "ProcessPoolExecutor", None)
    assert list(results([])) == []
