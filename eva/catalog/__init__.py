"""The catalog (luettelo): files as checklists, vocabularies and assessments, every problem with its line."""

from eva.catalog.assessments import (
    document_flaws,
    dump_assessment,
    listed_checklists,
    load_assessment,
    read_assessment,
)
from eva.catalog.checklists import load_checklist, read_checklist
from eva.catalog.libraries import load_library, load_named, read_library
from eva.catalog.vocabularies import load_vocabulary

__all__ = [
    "document_flaws",
    "dump_assessment",
    "listed_checklists",
    "load_assessment",
    "load_checklist",
    "load_library",
    "load_named",
    "load_vocabulary",
    "read_assessment",
    "read_checklist",
    "read_library",
]
