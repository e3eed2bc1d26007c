"""Records: a list of an assessment (measures, hearings, alternatives …) as a block of the sheet."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from eva import places
from eva.ui import sheet
from eva.ui.form import Form

Template = sheet.Text | sheet.Date | sheet.Number | sheet.Choice | sheet.MultiChoice

REFERRED_TO = frozenset({"alternatives", "measures", "sources"})
"""Lists to whose items other places refer: an item that is brought back is not chosen there again."""


def records(
    form: Form,
    name: str,
    prefix: str,
    template: Sequence[Template],
    *,
    fixed: Sequence[str] = (),
    labels: Mapping[str, str] = MappingProxyType({}),
    told_at: Mapping[str, str] = MappingProxyType({}),
) -> sheet.Items:
    """The list `name` with the fields of the template; its words are `ui.<name>.…`, new ids count on from `prefix`1.

    Records named in `fixed` stay, those in `labels` have a name of their own instead of a number. A finding stands at
    the field that `told_at` names for its code, else at the first one.
    """
    words = form.words
    held: list[dict[str, Any]] = form.document.get(name, [])
    return sheet.Items(
        path=name,
        title=words.get(f"ui.{name}.title"),
        template=tuple(template),
        items=tuple(
            replace(
                item(form, name, record, template, fixed=record["id"] in fixed, told_at=told_at),
                label=labels.get(record["id"], ""),
            )
            for record in held
        ),
        item_label=words.template(f"ui.{name}.item"),
        add_label=words.get(f"ui.{name}.add"),
        id_prefix=prefix,
        next_id=next_id(prefix, [record["id"] for record in held] + aside_ids(form)),
        order_version=places.version([record["id"] for record in held]),
        back_note=words.template("history.record_back") if name in REFERRED_TO else "",
        level=2,
        help=words.get(f"ui.{name}.help"),
        readonly=form.closed(f"{name}/"),
    )


def item(
    form: Form,
    name: str,
    record: dict[str, Any],
    template: Sequence[Template],
    *,
    fixed: bool,
    told_at: Mapping[str, str],
) -> sheet.Item:
    """One record: the values of the template's fields, and the findings about it, each at its field.

    One with words in several languages stays where it is: what the sheet could bring back is one language of them.
    """
    address = f"{name}/{record['id']}"
    values = {field.path: form.shown(f"{address}/{field.path}") for field in template}
    messages: dict[str, tuple[sheet.Message, ...]] = {}
    for finding in form.findings(address):
        path = told_at.get(finding.code, template[0].path)
        messages[path] = (*messages.get(path, ()), form.message(finding))
    return sheet.Item(
        id=record["id"],
        values=values,
        version=places.version(record),
        messages=messages or None,
        fixed=fixed or any(each.readonly for each in values.values()),
    )


def aside_ids(form: Form) -> list[str]:
    """The ids of alternatives whose answers stand aside: they are never given to another alternative."""
    return [one.alternative for one in form.opened.assessment.aside if one.alternative is not None]


def next_id(prefix: str, held: Sequence[str]) -> str:
    """The first id of this prefix with a number above all that are held: `m3` after `m1` and `m2`."""
    numbers = [int(tail) for one in held if (tail := one.removeprefix(prefix)).isdigit() and one.startswith(prefix)]
    return f"{prefix}{max(numbers, default=0) + 1}"
