"""Write `coverage.json` from the fonts in this folder."""

import json
from dataclasses import asdict

from eva.rendering.fonts import fonts_folder
from eva.rendering.fonts.survey import survey

(fonts_folder() / "coverage.json").write_text(json.dumps(asdict(survey(fonts_folder()))) + "\n", encoding="ascii")
