"""The page `case`; what it shows is in `eva.ui.present.case`."""

from functools import partial

from eva.ui import state, widgets
from eva.ui.present.case import blocks

widgets.draw_sheet("case", partial(blocks, newest=state.office().library.newest()))
