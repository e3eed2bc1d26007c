"""The page `answer`."""

from eva.ui import widgets

widgets.title("answer")
