"""The page `screening`."""

from eva.ui import widgets

widgets.title("screening")
