"""The app: what every page stands in. Streamlit runs this file for each visit; pages are files in `pages/`."""

import streamlit as st

from eva.ui import shell, state

words = state.speech()
st.set_page_config(page_title=words.get("ui.app.title"), layout="wide", initial_sidebar_state="collapsed")
page = st.navigation(shell.pages(words), position="hidden")
shell.draw(page, words)
page.run()
