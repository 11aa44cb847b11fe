"""`python -m alongside` is the same program as `alongside`."""

from alongside.cli.main import run

run()
