"""The page `measures`; what it shows is in `eva.ui.present.measures`."""

from eva.ui import widgets
from eva.ui.present.measures import blocks

widgets.draw_sheet("measures", blocks)
