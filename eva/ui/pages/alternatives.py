"""The page `alternatives`; what it shows is in `eva.ui.present.alternatives`."""

from eva.ui import widgets
from eva.ui.present.alternatives import blocks

widgets.draw_sheet("alternatives", blocks)
