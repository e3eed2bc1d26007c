"""Charts of a report: inline drawings with a title and a description, always beside a table that says the same."""
