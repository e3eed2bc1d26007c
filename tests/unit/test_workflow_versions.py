"""Which versions of a checklist can be read: that of the library, and those in which assessments were answered."""

from eva.assessment import Snapshot
from eva.checklist import Checklist
from eva.library import Library
from eva.workflow_versions import known_versions
from tests.builders import a_checklist, a_section, a_vocabulary, impact

NEW = a_checklist(a_section(impact("a")), version="1.10.0")
LIBRARY = Library(a_vocabulary(), {NEW.key: NEW, "other@1.0.0": a_checklist(id="other")})


def named(*checklists: Checklist, of: str = "wellbeing") -> list[tuple[str, bool]]:
    kept = {
        f"sha256:{number:064}": Snapshot(checklist=each, vocabulary=a_vocabulary())
        for number, each in enumerate(checklists)
    }
    return [(each.name, each.current) for each in known_versions(LIBRARY, of, kept)]


def test_versions_stand_in_the_order_of_their_numbers() -> None:
    older = [a_checklist(a_section(impact("b")), version=version) for version in ("1.9.0", "2.0.0", "0.9.10")]
    assert named(*older) == [("0.9.10", False), ("1.9.0", False), ("1.10.0", True), ("2.0.0", False)]


def test_what_the_library_has_is_not_told_twice_and_others_not_at_all() -> None:
    assert named(NEW, a_checklist(id="other", version="0.1.0")) == [("1.10.0", True)]


def test_a_number_with_two_contents_is_told_apart_by_the_hash_of_the_kept_one() -> None:
    changed = a_checklist(a_section(impact("b")), version="1.10.0")
    assert named(changed) == [("1.10.0+00000000", False), ("1.10.0", True)]


def test_a_checklist_that_the_library_lacks_has_no_versions() -> None:
    assert named(a_checklist(id="gone"), of="gone") == []
