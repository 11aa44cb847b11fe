"""`alongside quarantine`: what could not be taken, shown, tried again, or let go."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from alongside.cli.ready import clock, open_installation, say_if_busy, user_named
from alongside.cli.speak import NOT_FOUND, AsJson, CommandError, ForUser, answer

if TYPE_CHECKING:
    from alongside.intake.models import RefusedItem

Number = Annotated[
    int, typer.Argument(metavar="NUMBER", help="The item's number, as `alongside quarantine list` says it.")
]
Numbers = Annotated[list[int], typer.Argument(metavar="NUMBER...", help="Items' numbers; none means all.")]

app = typer.Typer(help="What could not be taken.", no_args_is_help=True, rich_markup_mode=None)


@app.command("list")
def list_items(user: ForUser = "", as_json: AsJson = False) -> None:
    """Say what could not be taken, and why."""
    items = list(_items(user).order_by("pk").defer("raw"))
    lines = [f"{item.pk}  {item.where}: {item.reason}" for item in items] or ["Everything was taken."]
    answer({"items": [_document(item) for item in items]}, lines, as_json=as_json)


@app.command("show")
def show(number: Number, user: ForUser = "", as_json: AsJson = False) -> None:
    """Show one item as text, or as bytes where it is none."""
    item = _item(number, user)
    from alongside.intake.quarantine import whole
    from alongside.sources.as_bytes import hex_lines, text_of

    content = whole(item)
    text = text_of(content)
    shown = text.splitlines() if text is not None else list(hex_lines(content))
    answer(
        _document(item) | {"shown": shown},
        [f"{item.where}: {item.reason}", *map(_without_commands, shown)],
        as_json=as_json,
    )


@app.command("retry")
def retry(numbers: Numbers = [], user: ForUser = "", as_json: AsJson = False) -> None:  # noqa: B006 - typer reads it only
    """Try items again, with more time and memory; what is taken is followed through to Today."""
    items = _items(user).select_related("brought_by").order_by("pk").defer("raw")
    chosen = list(items.filter(pk__in=numbers) if numbers else items)
    say_if_busy()
    from alongside.intake.alone import alone
    from alongside.intake.quarantine import ask_to_try
    from alongside.pipeline import try_refused_again

    owner = user_named(user)
    at, as_of = clock()
    with alone():
        ask_to_try(owner, chosen)
        taken, stay = try_refused_again(owner, at=at, as_of=as_of)
    answer({"taken": taken, "refused": stay}, [f"{taken:,} taken, {stay:,} still refused."], as_json=as_json)


@app.command("let-go")
def forget(number: Number, user: ForUser = "", as_json: AsJson = False) -> None:
    """Forget an item with what is kept of it."""
    item = _item(number, user)
    from alongside.intake.quarantine import let_go

    let_go(item)
    answer({"let_go": number}, [f"{item.where} is let go."], as_json=as_json)


def _items(user: str) -> Any:
    open_installation()
    from alongside.intake.models import RefusedItem

    return RefusedItem.objects.visible_to(user_named(user))


def _item(number: int, user: str) -> "RefusedItem":
    item: RefusedItem | None = _items(user).filter(pk=number).first()
    if item is None:
        raise CommandError(f"There is no item {number}. `alongside quarantine list` names them.", NOT_FOUND)
    return item


def _document(item: "RefusedItem") -> dict[str, Any]:
    return {
        "number": item.pk,
        "import": item.brought_by_id,
        "where": item.where,
        "reason": item.reason,
        "bytes": item.size_bytes,
        "tries": item.tries,
    }


def _without_commands(line: str) -> str:
    """Leave out what a terminal would take for a command."""
    return "".join(letter if letter.isprintable() or letter == "\t" else "·" for letter in line)
