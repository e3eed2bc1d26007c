"""The page of `sheet_app.py` as the product serves its pages."""

from pathlib import Path

from starlette.middleware import Middleware
from streamlit.starlette import App

from eva.web.lingering import Lingering

app = App(str(Path(__file__).with_name("sheet_app.py")), middleware=[Middleware(Lingering)])
