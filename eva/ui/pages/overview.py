"""The page `overview`."""

from eva.ui import widgets

widgets.title("overview")
