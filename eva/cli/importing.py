"""`eva import FILE…`: assessments from exports, written files and published reports, into the store."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from eva.cli.arguments import Request
from eva.cli.case_file import file_of
from eva.cli.console import say, say_json, tell_error
from eva.cli.outside import read_beside, read_outside
from eva.cli.stores import OpenStore, open_store_of
from eva.desk.taking import assessment_in
from eva.errors import EditRefused, EvaError
from eva.text import read_free_text
from eva.workflow_exchange import take_in

if TYPE_CHECKING:
    from eva.assessment import Assessment
    from eva.locale import Words


def run(request: Request, words: "Words") -> int:
    """Takes each file in, or tells why not; one that is refused does not keep the others out."""
    store = open_store_of(request, words, there=False)
    done: list[dict[str, Any]] = []
    for operand in request.operands:
        try:
            taken = _take(operand, store, as_new=request.flag("as-new"))
        except EvaError as error:
            tell_error(error, words)
            done.append({"file": operand, "ok": False, "code": error.code})
            continue
        done.append({"file": operand, "ok": True, "id": taken.id, "status": taken.status})
        if not request.as_json:
            _tell(operand, taken, words)
    if request.as_json:
        say_json({"ok": all(each["ok"] for each in done), "imported": done})
    return 0 if all(each["ok"] for each in done) else 1


def _take(operand: str, store: OpenStore, *, as_new: bool) -> "Assessment":
    file: Path = file_of(operand)
    office = store.office
    content, beside = read_outside(str(file)), read_beside(str(file))
    brought = assessment_in(file, content, office.library, at=office.now().replace(microsecond=0), beside=beside)
    try:
        return take_in(office, brought, by=store.by, as_new=as_new).assessment
    except EditRefused as refused:
        if refused.code != "edit_id_taken":
            raise
        raise EvaError("cli_import_id_taken", file=operand, id=brought.id) from refused


def _tell(operand: str, taken: "Assessment", words: "Words") -> None:
    title = " ".join(read_free_text(taken.case.title, words.language, taken.case.language)[0].split())
    status = words.get(f"ui.status.{taken.status}")
    say(words.get("cli.import.taken", file=operand, title=title, id=taken.id, status=status))
    if taken.imported is not None:
        say(words.get("cli.import.of_public", digest=taken.imported.digest))
