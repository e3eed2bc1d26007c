r"""The tables of the store; every one carries the organisation, so that one installation can serve many municipalities.

Documents and moments are text (JSON with `\\u` escapes; ISO 8601 in UTC with microseconds), so that both databases
keep the same characters and a hash of a row means the same in both.
"""

from sqlalchemy import Column, ForeignKeyConstraint, Index, Integer, MetaData, Table, Text

metadata = MetaData()


def _key(*names: str) -> list[Column[str]]:
    return [Column(name, Text, primary_key=True) for name in names]


def _row_of_the_log() -> list[Column[str]]:
    names = ("path", "began", "at", "by", "client", "before", "after", "document")
    return [Column(name, Text, nullable=False) for name in names]


def _belongs_to_assessment() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["organisation", "assessment"], ["assessment.organisation", "assessment.id"])


schema_version = Table("schema_version", metadata, Column("number", Integer, primary_key=True, autoincrement=False))

assessment = Table(
    "assessment",
    metadata,
    *_key("organisation", "id"),
    Column("revision", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("saved_at", Text, nullable=False),
    Column("saved_by", Text, nullable=False),
)

open_change = Table(
    "open_change",
    metadata,
    *_key("organisation", "assessment"),
    Column("revision", Integer, nullable=False),
    *_row_of_the_log(),
    Column("previous", Text, nullable=False),
    Column("before_value", Text, nullable=False),
    Column("after_value", Text, nullable=False),
    _belongs_to_assessment(),
)
"""The newest row of each log, while it may still take up the next pause in typing; sealed when the next one begins."""

change = Table(
    "change",
    metadata,
    *_key("organisation", "assessment"),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    *_row_of_the_log(),
    Column("previous", Text, nullable=False),
    Column("digest", Text, nullable=False),
    _belongs_to_assessment(),
)
"""The sealed rows: triggers refuse to change or delete them. `previous` is the digest of the row before."""

change_payload = Table(
    "change_payload",
    metadata,
    *_key("organisation", "assessment"),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("before_value", Text),
    Column("after_value", Text),
    Column("erased_at", Text),
    Column("erased_by", Text),
    ForeignKeyConstraint(
        ["organisation", "assessment", "revision"], ["change.organisation", "change.assessment", "change.revision"]
    ),
)
"""What a sealed row changed from and to; it stands apart so that a text can be erased and the chain still holds."""

version = Table(
    "version",
    metadata,
    *_key("organisation", "assessment"),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("document", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    _belongs_to_assessment(),
)
"""Frozen documents; triggers refuse to change or delete them."""

checklist_snapshot = Table(
    "checklist_snapshot", metadata, *_key("organisation", "digest"), Column("content", Text, nullable=False)
)
"""Used checklists with their vocabulary, by hash; triggers refuse to change or delete them."""

rating = Table(
    "rating",
    metadata,
    *_key("organisation", "assessment", "question", "alternative"),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("population_group", Text, nullable=False),
    Column("impact", Text, nullable=False),
    Column("horizon", Text),
    Column("likelihood", Text),
    Column("reversibility", Text),
    Column("residual", Text),
    Column("measure", Text),
    Column("evidence", Text),
    _belongs_to_assessment(),
    Index("rating_by_question", "organisation", "question"),
)
"""The ratings of the newest documents, one a row, for reading across assessments; can be rebuilt from them.

`impact` and `residual` are −3 … 3 or `unknown`, as in a document; several groups at once are joined by ` + `.
"""
