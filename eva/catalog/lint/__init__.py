"""Advice of the linter (huomautukset): what loads, and yet is hardly what its author meant."""
