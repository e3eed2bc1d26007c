"""The store (varasto): one SqlStore for SQLite and PostgreSQL, its tables, their upgrades and the log of changes."""
