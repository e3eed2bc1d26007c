"""The page `conclusion`; what it shows is in `eva.ui.present.conclusion`."""

from eva.ui import widgets
from eva.ui.present.conclusion import blocks

widgets.draw_sheet("conclusion", blocks)
