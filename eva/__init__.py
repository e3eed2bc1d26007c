"""Ex-ante impact assessment (ennakkovaikutusten arviointi, EVA) for municipal decisions.

A file directly in `eva/` is pure. A folder in `eva/` touches the world.

checklists/*.yaml →catalog→ Checklist + Answers = Assessment →scoring·findings·comparison→ Report →rendering→ HTML → PDF
                                         (storage keeps Assessments; a Portfolio is many of them)
"""

__version__ = "0.1.0"
