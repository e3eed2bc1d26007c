"""The page `case`; what it shows is in `eva.ui.present.case`."""

from eva.ui import widgets
from eva.ui.present.case import blocks

widgets.draw_sheet("case", blocks)
