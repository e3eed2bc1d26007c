"""A bare Streamlit page that asks the same by Streamlit's own widgets: nothing is read, judged or kept behind it."""

import streamlit as st

QUESTIONS, ALTERNATIVES = 25, 3
STEPS = ("−3", "−2", "−1", "0", "+1", "+2", "+3", "?")

st.set_page_config(page_title="Bare", layout="wide")
st.title("Vaikutukset", anchor=False)
for question in range(QUESTIONS):
    st.subheader(f"Kysymys {question}", anchor=False)
    st.radio("Onko vaikutuksia?", ("Ei", "On", "Ei tiedetä"), key=f"gate{question}", index=None, horizontal=True)
    for alternative, column in enumerate(st.columns(ALTERNATIVES)):
        with column:
            st.radio(f"VE{alternative}", STEPS, key=f"r{question}.{alternative}", index=None, horizontal=True)
    st.text_area("Perustelu", key=f"why{question}")
