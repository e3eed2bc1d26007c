"""Freezing (lukitseminen): what it means, and the frozen versions with the ways to their reports."""

from collections.abc import Sequence
from urllib.parse import urlencode

from markupsafe import Markup

from eva.locale import Words
from eva.ui.present import marks
from eva.ui.present.preview import FORMS
from eva.workflow_frozen import Frozen

PRINTED = ("pdf", "docx", "html")


def frozen_list(assessment: str, kept: Sequence[Frozen], words: Words) -> str:
    """The frozen versions, the newest first, each with its reports to save; nothing where there are none."""
    lines = marks.items((_line(assessment, each, words) for each in kept), "frozen")
    if not lines:
        return ""
    about = marks.paragraph(words.get("check.frozen.about"), "aside")
    return str(Markup('<div class="overview"><h2>{}</h2>{}{}</div>').format(words.get("check.frozen"), about, lines))


def _line(assessment: str, version: Frozen, words: Words) -> Markup:
    when = words.datetime(version.at) if version.at is not None else words.get("report.measures.not_told")
    status = words.get(f"ui.status.{version.status}")
    told = words.get("check.frozen.version", status=status, at=when)
    by = Markup(" · {}").format(version.by) if version.by else ""
    ways = Markup(" ").join(_way(assessment, version, form, told, words) for form in PRINTED)
    return Markup('<span>{}{}</span> <span class="ways">{}</span>').format(told, by, ways)


def _way(assessment: str, version: Frozen, form: str, told: str, words: Words) -> Markup:
    query = urlencode({"lang": words.language, "frozen": version.revision, "download": "1"})
    name = words.get("check.frozen.save", form=FORMS[form], version=told)
    return Markup('<a href="/report/{}.{}?{}" aria-label="{}">{}</a>').format(
        assessment, form, query, name, FORMS[form]
    )
