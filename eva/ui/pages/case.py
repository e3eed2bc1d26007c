"""The page `case`; what it shows is in `eva.ui.present.case` and `eva.ui.present.versions`."""

from functools import partial

from eva.ui import state, widgets
from eva.ui.form import Form
from eva.ui.present.case import blocks
from eva.ui.present.parts import next_page
from eva.ui.versions import draw_versions


def below(form: Form) -> None:
    """Newer versions of the checklists in use, then the way to the next part."""
    draw_versions(form)
    widgets.onward(next_page("case"))


widgets.draw_sheet("case", partial(blocks, newest=state.office().library.newest()), below=below)
