"""The page `hearing`; what it shows is in `eva.ui.present.hearing`."""

from eva.ui import widgets
from eva.ui.present.hearing import blocks

widgets.draw_sheet("hearing", blocks)
