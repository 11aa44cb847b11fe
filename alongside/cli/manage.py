"""Django's own commands, for whoever works on the program: `alongside manage migrate`."""

import typer

from alongside.cli.ready import set_up

CONTEXT = {"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}


def manage(context: typer.Context) -> None:
    """Run one of Django's management commands."""
    set_up()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["alongside manage", *context.args])
