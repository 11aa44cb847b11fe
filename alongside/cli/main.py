"""The program `alongside`: which commands there are, and how their troubles are told."""

import os
from typing import Any

import typer

from alongside.cli import (
    backup,
    brief,
    case,
    demo,
    doctor,
    gives,
    handover,
    import_files,
    manage,
    outbox,
    plan,
    quarantine,
    rebuild,
    search,
    serve,
    today,
    token,
    user,
    why,
)
from alongside.cli.speak import NOT_SET_UP, CommandError, give_up

PRIVATE_UMASK = 0o077
"""Whatever this program writes is for its owner only: it holds people's mail."""

app = typer.Typer(
    help="Where we stand with every customer, and what to do today.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("serve", short_help="Start the web pages and the work behind them.")(serve.serve)
app.command("import", short_help="Bring in mail, calendars, cards and tables.")(import_files.import_files)
app.command("today", short_help="What to do today, and why.")(today.today)
app.command("why", short_help="Where we stand with an account, and why.")(why.why)
app.command("brief", short_help="One page before you meet somebody.")(brief.brief)
app.command("plan", short_help="What was agreed with a customer, by whom and until when.")(plan.plan)
app.command("handover", short_help="What was never settled before an account became yours.")(handover.handover)
app.command("case", short_help="What was done about a request: fixed, fought for, conceded.")(case.case)
app.command("gives-and-gets", short_help="What we gave a customer, and what it brought.")(gives.gives_and_gets)
app.command("search", short_help="Find people, companies and every word of the mail.")(search.search)
app.command("rebuild", short_help="Work everything out anew.")(rebuild.rebuild)
app.command("doctor", short_help="Is this installation in order?")(doctor.doctor)
app.command("backup", short_help="A checked copy of everything.")(backup.backup)
app.command("demo", short_help="The program with a made-up seller's world.")(demo.demo)
app.add_typer(outbox.app, name="outbox")
app.add_typer(quarantine.app, name="quarantine")
app.add_typer(token.app, name="token")
app.add_typer(user.app, name="user")
app.command("manage", hidden=True, context_settings=manage.CONTEXT)(manage.manage)


def run() -> None:
    """Run the command that was written, and end with its exit code."""
    os.umask(PRIVATE_UMASK)
    try:
        app()
    except CommandError as trouble:
        give_up(str(trouble), trouble.code)
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except Exception as trouble:
        if not _is_about_the_installation(trouble):
            raise
        give_up(str(trouble).strip(), NOT_SET_UP)


def _is_about_the_installation(trouble: Any) -> bool:
    from django.core.exceptions import ImproperlyConfigured
    from django.db import OperationalError

    from alongside.config.upkeep import NewerDatabaseError

    return isinstance(trouble, (ImproperlyConfigured, OperationalError, NewerDatabaseError))
