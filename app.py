"""The app for `streamlit run app.py` and for any ASGI server (`uvicorn app:app`)."""

from streamlit.starlette import App

from eva.web.asgi import OPTIONS

app = App("eva/ui/main.py", **OPTIONS)
