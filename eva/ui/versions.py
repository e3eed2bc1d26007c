"""Versions of checklists, drawn: a quiet line, the report behind it, and a button; nothing happens by itself."""

from contextlib import suppress

import streamlit as st

from eva.errors import EditRefused, NotAllowed
from eva.ui import state
from eva.ui.form import Form
from eva.ui.present.versions import Offer, offers
from eva.workflow_migration import migrate, migrate_back


def draw_versions(form: Form) -> None:
    """The offers of newer versions and of the way back; whoever has no name reads the reports."""
    for offer in offers(form, state.office()):
        st.html(f'<p class="aside">{offer.told}</p>')
        with st.expander(offer.summary):
            st.html(f'<div class="overview sided">{offer.report}</div>')
            if state.person().name and st.button(offer.button, key=f"version-{offer.key}"):
                _take(offer)
                st.rerun()


def _take(offer: Offer) -> None:
    """Does it; where somebody was quicker, the page shows what has become of it."""
    with suppress(EditRefused, NotAllowed):
        if offer.checklist is None:
            migrate_back(state.office(), state.assessment_id(), by=state.person())
        else:
            migrate(state.office(), state.assessment_id(), offer.checklist, by=state.person())
