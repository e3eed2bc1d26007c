"""`python -m eva.cli`, where the command `eva` is not on the path."""

import sys

from eva.cli import main

sys.exit(main())
