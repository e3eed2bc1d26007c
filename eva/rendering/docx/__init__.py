"""The Word file of a report (Word-asiakirja): the document tree as styles, lists, tables and pictures of a DOCX."""

from eva.rendering.docx.writing import write_docx

__all__ = ["write_docx"]
