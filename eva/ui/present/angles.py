"""The heat map by Kuntaliitto's four perspectives (neljä näkökulmaa): residents, environment, organisation, economy."""

from markupsafe import Markup

from eva.report_scores import unasked_angles
from eva.scoring import by_angle
from eva.ui.present import marks
from eva.ui.present.heat_map import table
from eva.ui.present.reading import Reading


def angles(reading: Reading) -> Markup:
    """The same ratings in a second map, folded below the first, and the perspectives from which nothing is asked."""
    words = reading.words
    card = by_angle(reading.card, reading.form.opened.vocabulary)
    missing = ", ".join(each.text for each in unasked_angles(reading.card, reading.reader))
    return Markup('<details id="angles" class="part angles"><summary><h2>{}</h2></summary>{}{}{}</details>').format(
        words.get("angle.title"),
        marks.paragraph(words.get("angle.text")),
        table(reading, card, words.get("angle.title"), words.get("angle.caption"), reading.reader.angle),
        marks.paragraph(words.get("angle.missing", names=missing), "aside") if missing else Markup(),
    )
