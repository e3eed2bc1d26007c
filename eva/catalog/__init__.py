"""The catalog (luettelo): files as checklists, vocabularies and assessments, every problem with its line."""

from eva.catalog.checklists import load_checklist, read_checklist
from eva.catalog.libraries import load_library, read_library
from eva.catalog.vocabularies import load_vocabulary

__all__ = [
    "load_checklist",
    "load_library",
    "load_vocabulary",
    "read_checklist",
    "read_library",
]
