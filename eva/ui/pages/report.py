"""The report: which one, its language, the files to save, the summary for the agenda, and how it will look."""

import streamlit as st

from eva.desk.files import ATTACHMENT
from eva.desk.stationery import stationery
from eva.ui import state, widgets
from eva.ui.copying import draw_copying
from eva.ui.framing import draw_framed
from eva.ui.present.preview import MEMO, Chosen, address, agenda, chosen, files, offered
from eva.ui.present.screening import verdict

words = state.speech()
templates = offered(stationery(state.settings()).templates)


def draw_templates(current: Chosen) -> None:
    """The ways to the other reports in the same language, as far as they have it."""
    st.html(f'<p class="choose">{words.get("preview.template")}</p>')
    with st.container(key="templates", horizontal=True):
        for each in templates:
            title = widgets.plain(each.file.title.read(words.language)[0])
            label = f"**{title}**" if each.id == current.template.id else title
            widgets.link("report", label, at=f"{current.language}/{each.id}")


def draw_languages(current: Chosen) -> None:
    """The ways to the same report in another language; the language of the pages stays."""
    st.html(f'<p class="choose">{words.get("preview.language")}</p>')
    with st.container(key="versions", horizontal=True):
        for each in current.template.file.languages:
            label = words.get(f"preview.language.{each}")
            label = label[:1].upper() + label[1:]
            place = Chosen(current.template, each).place
            widgets.link("report", f"**{label}**" if each == current.language else label, at=place)


if widgets.require_assessment():
    widgets.title("report")
    opened = state.opened()
    needless = verdict(widgets.form()).step == "skip"
    report = chosen(state.place(), words.language, templates, MEMO if needless else ATTACHMENT)
    draw_templates(report)
    if report.template.file.of is None:
        draw_languages(report)
    st.html(files(opened, words, report))
    st.header(words.get("preview.summary"), anchor=False)
    st.html(f'<p class="aside">{words.get("preview.summary.help")}</p>')
    summary = agenda(opened, words, report.language, at=state.office().now())
    draw_copying(f"summary-{report.language}", summary.text, summary.told, report.language, words)
    st.header(words.get("preview.title"), anchor=False)
    made = f"{address(opened.assessment.id, 'html', report)}&revision={opened.stored.revision}"
    draw_framed(f"preview-{report.language}-{report.template.id}", made, words.get("preview.frame"))
