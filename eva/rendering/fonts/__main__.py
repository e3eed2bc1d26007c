"""Write `coverage.json` and the subsets in `web/` from the fonts in this folder."""

import json
from dataclasses import asdict

from eva.rendering.fonts import fonts_folder
from eva.rendering.fonts.faces import FACES, WEB
from eva.rendering.fonts.shrinking import shrunk
from eva.rendering.fonts.survey import survey

(fonts_folder() / "coverage.json").write_text(json.dumps(asdict(survey(fonts_folder()))) + "\n", encoding="ascii")
for face in FACES:
    (fonts_folder() / WEB / f"{face.name}.woff").write_bytes(shrunk(fonts_folder() / face.source, face))
