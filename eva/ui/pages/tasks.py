"""The task list of an assessment; what it shows is in `eva.ui.present.tasks`."""

import streamlit as st

from eva.ui import state, widgets
from eva.ui.present.tasks import task_list
from eva.ui.ways import draw_ways

if widgets.require_assessment():
    form = widgets.form()
    widgets.title("tasks", form)
    st.html(task_list(form, state.changes(), state.person().name))
    draw_ways(".tasks")
