"""The page `report`."""

from eva.ui import widgets

widgets.title("report")
