"""Search over everything that a user may see: people, accounts, and the words of mails, meetings and notes.

The one place where the two engines' full text differs.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Q

from alongside.interactions.live import live
from alongside.interactions.models import Interaction, InteractionBody
from alongside.people.models import Account, Person
from alongside.search.words import Query, fts5, read_query, tsquery
from alongside.touches.models import Touch

PAGE = 30
"""Mails shown at once. Unit: rows."""

NAMES_SHOWN = 8
"""Accounts and people shown above the mails. Unit: rows each."""

NEWEST_LOOKED_AT = 2_000
"""Of very many hits, those recorded last that are put in order of time. Unit: hits; keeps a search for "the" quick."""

CONTEXT_CHARACTERS = 90
"""Text shown on either side of a hit. Unit: characters."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One interaction that holds the words: `before`, `match`, `after` are the hit in its sentence."""

    interaction_id: int
    kind: str
    at: datetime
    subject: str
    before: str
    match: str
    after: str
    person: Person | None
    account: Account | None


@dataclass(frozen=True, slots=True)
class Results:
    """What was found. `older` is the key of the next page, "" at the end; `is_cut` when only the newest of very many were looked at."""

    query: str
    accounts: list[Account]
    people: list[Person]
    hits: list[Hit]
    older: str = ""
    is_cut: bool = False


def search(user: Any, text: str, *, older: str = "") -> Results:
    """Find people, accounts and words, newest first. `older` is the key that a former page gave."""
    query = read_query(text)
    if not query:
        return Results(text, [], [], [])
    ids, is_cut = _matching_ids(user, query)
    page, next_key = _page(ids, older)
    return Results(
        text,
        [] if older else list(_accounts(user, query)),
        [] if older else list(_people(user, query)),
        _hits(page, query),
        next_key,
        is_cut,
    )


def _matching_ids(user: Any, query: Query) -> tuple[list[tuple[datetime, int]], bool]:
    sql = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}[connection.vendor]
    match = fts5(query) if connection.vendor == "sqlite" else tsquery(query)
    if not getattr(user, "is_active", False):
        return [], False
    with connection.cursor() as cursor:
        cursor.execute(sql, [match, user.pk, NEWEST_LOOKED_AT])
        found = [row[0] for row in cursor.fetchall()]
    rows = live(Interaction.objects.visible_to(user).filter(pk__in=found)).values_list("occurred_at", "pk")
    return sorted(rows, reverse=True), len(found) >= NEWEST_LOOKED_AT


_SQLITE = (
    "SELECT w.rowid FROM alongside_words w JOIN alongside_interactionbody b ON b.interaction_id = w.rowid "
    "WHERE w.alongside_words MATCH %s AND b.owner_id = %s ORDER BY w.rowid DESC LIMIT %s"
)
_POSTGRESQL = (
    "SELECT interaction_id FROM alongside_interactionbody "
    "WHERE words @@ to_tsquery('simple', %s) AND owner_id = %s ORDER BY interaction_id DESC LIMIT %s"
)


def _page(rows: list[tuple[datetime, int]], older: str) -> tuple[list[int], str]:
    """Cut one page by key: the instant and id of the last row shown."""
    if older:
        rows = [row for row in rows if _key(row) < older]
    shown = rows[:PAGE]
    return [pk for _, pk in shown], _key(shown[-1]) if len(rows) > PAGE else ""


def _key(row: tuple[datetime, int]) -> str:
    return f"{row[0]:%Y%m%d%H%M%S}-{row[1]:012d}"


def _accounts(user: Any, query: Query) -> Any:
    rows = Account.objects.visible_to(user).filter(merged_into__isnull=True)
    for word in query.words:
        rows = rows.filter(Q(name__icontains=word) | Q(domain__icontains=word) | Q(city__icontains=word))
    return rows.order_by("name", "pk")[:NAMES_SHOWN]


def _people(user: Any, query: Query) -> Any:
    rows = Person.objects.visible_to(user).filter(merged_into__isnull=True).select_related("account")
    for word in query.words:
        rows = rows.filter(Q(name__icontains=word) | Q(anchor__icontains=word) | Q(title__icontains=word))
    return rows.order_by("name", "pk")[:NAMES_SHOWN]


def _hits(ids: list[int], query: Query) -> list[Hit]:
    bodies = InteractionBody.objects.filter(pk__in=ids).select_related("interaction").defer("html")
    touches = Touch.objects.filter(interaction_id__in=ids).select_related("person", "account").order_by("-counts", "pk")
    first: dict[int, Touch] = {}
    for touch in touches:
        first.setdefault(touch.interaction_id, touch)
    found = {body.pk: _hit(body, first.get(body.pk), query) for body in bodies}
    return [found[pk] for pk in ids if pk in found]


def _hit(body: InteractionBody, touch: Touch | None, query: Query) -> Hit:
    before, match, after = in_context(body.text, query)
    return Hit(
        body.pk,
        body.interaction.kind,
        body.interaction.occurred_at,
        body.subject,
        before,
        match,
        after,
        touch.person if touch else None,
        touch.account if touch else None,
    )


def in_context(text: str, query: Query) -> tuple[str, str, str]:
    """Cut the first hit with some words on either side; without a hit in the text (it is in the subject), its beginning."""
    pattern = "|".join(r"\W+".join(map(re.escape, words)) for words, _ in query.phrases)
    found = re.search(rf"\b(?:{pattern})\w*", text, re.I)
    if not found:
        return " ".join(text[: 2 * CONTEXT_CHARACTERS].split()), "", ""
    start = max(0, found.start() - CONTEXT_CHARACTERS)
    before, after = text[start : found.start()], text[found.end() : found.end() + CONTEXT_CHARACTERS]
    if start:
        before = "… " + before.partition(" ")[2]
    return _flat(before), found.group(), _flat(after)


def _flat(text: str) -> str:
    """Make one line of it, keeping the blanks at its ends."""
    return re.sub(r"\s+", " ", text)
