"""The web entry (verkkopalvelin): one process for the Streamlit pages and for plain routes."""
