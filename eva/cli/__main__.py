"""`python -m eva.cli`, where the command `eva` is not on the path."""

from eva.cli import main

main()
