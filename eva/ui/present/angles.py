"""The heat map by Kuntaliitto's four perspectives (neljä näkökulmaa): residents, environment, organisation, economy."""

from markupsafe import Markup

from eva.scoring import by_angle
from eva.ui.present import marks
from eva.ui.present.heat_map import table
from eva.ui.present.reading import Reading
from eva.vocabulary import ANGLES


def angles(reading: Reading) -> Markup:
    """The same ratings in a second map, folded below the first, and the perspectives from which nothing is asked."""
    words = reading.words
    card = by_angle(reading.card, reading.form.opened.vocabulary)
    missing = [words.get(f"angle.{angle}") for angle in ANGLES if angle not in card.perspectives]
    return Markup('<details id="angles" class="part angles"><summary><h2>{}</h2></summary>{}{}{}</details>').format(
        words.get("angle.title"),
        marks.paragraph(words.get("angle.text")),
        table(reading, card, words.get("angle.title"), words.get("angle.caption"), reading.reader.angle),
        marks.paragraph(words.get("angle.missing", names=", ".join(missing)), "aside") if missing else Markup(),
    )
