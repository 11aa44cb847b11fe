"""Search over everything that a user may see: people, companies, files, and the words of mails, meetings and notes.

The newest first, or the best first. It decides what is shown; `walk.py` finds it, `rank.py` weighs it, `read.py` reads what was typed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import F

from alongside.interactions.models import Attachment, Interaction, InteractionBody
from alongside.search.query import Query, Term
from alongside.search.rank import Weight, Written, rarity_of, weigh_all
from alongside.search.read import read_query
from alongside.search.resolve import Understood, understand
from alongside.search.say import say
from alongside.search.sentence import Segment, holds, in_sentence, marked
from alongside.search.walk import Walk
from alongside.search.wanted import Wanted, interaction_ids, minute_of
from alongside.search.who import NamesFound, names_found
from alongside.touches.models import Touch

PAGE = 30
"""Mails shown at once. Unit: rows."""

COUNTED = 2_000
"""Hits are counted up to here; beyond it is "more than". Unit: hits."""

RANKED = 1_200
"""Of very many hits, the newest that are put in order of fit. Unit: hits; each has to be read."""

RANKED_BY_SUBJECT = 400
"""And the newest that have all the words in their subject, however old. Unit: hits."""

FILES_SHOWN = 6
"""Files shown above the mails. Unit: rows."""


FILES_LOOKED_FOR = 300
"""Of the hits, the newest whose files are looked at for those above the mails; file: looks at all. Unit: hits."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One interaction that holds the words; `sentence` and `subject` are cut where something is marked."""

    interaction_id: int
    kind: str
    at: datetime
    subject: list[Segment]
    sentence: list[Segment]
    files: list[list[Segment]]
    is_erased: bool
    person: str
    account: str
    direction: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """What was found, and how the query was understood.

    `count` is exact unless `is_more`; `older` is the key of the next page, "" at the end. `is_part_ranked` when best first weighed only
    the newest of very many.
    """

    query: Query
    said: str
    remarks: tuple[str, ...]
    names: NamesFound
    files: list[Attachment]
    hits: list[Hit]
    count: int = 0
    is_more: bool = False
    older: str = ""
    is_part_ranked: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.names.people or self.names.accounts or self.files or self.hits)


@dataclass(frozen=True, slots=True)
class _Page:
    """One page of numbers in their order."""

    numbers: Sequence[int]
    older: str = ""
    count: int = 0
    is_more: bool = False
    is_part_ranked: bool = False
    weights: dict[int, Weight] | None = None
    counted: Sequence[int] = ()


def search(user: Any, text: str, *, as_of: date, best: bool = False, older: str = "") -> Results:
    """Find what was asked for on the day `as_of`. `older` is the key that a former page of the same order gave."""
    understood = understand(user, read_query(text, as_of=as_of))
    query, walk = understood.query, Walk(user)
    if understood.wanted is None:
        return Results(query, "", understood.remarks, NamesFound(), [], [])
    page = (_best if best and query.terms else _newest)(user, walk, understood, understood.wanted, older)
    is_first_of_words = query.is_words_only and not older
    names = names_found(user, query.terms, mend=not page.count) if is_first_of_words else NamesFound()
    files = _named_files(user, page, query.terms) if is_first_of_words and page.counted else []
    remarks = understood.remarks + ((names.remark,) if names.remark else ())
    hits = _hits(user, page, query.terms)
    return Results(
        query, say(understood), remarks, names, files, hits, page.count, page.is_more, page.older, page.is_part_ranked
    )


# In which order


def _newest(user: Any, walk: Walk, understood: Understood, wanted: Wanted, older: str) -> _Page:
    last = _whole(older)
    if last is not None:
        wanted = replace(wanted, high=min(wanted.high, last - 1))
    most = PAGE + 1 if last is not None else COUNTED + 1
    numbers = walk.newest(wanted, most)
    shown = numbers[:PAGE]
    next_key = str(shown[-1]) if len(numbers) > PAGE else ""
    return _Page(shown, next_key, min(len(numbers), COUNTED), len(numbers) > COUNTED, counted=numbers)


def _best(user: Any, walk: Walk, understood: Understood, wanted: Wanted, older: str) -> _Page:
    """Weigh what holds the words; of very many the newest, and the newest that have them in their subject."""
    numbers = walk.newest(wanted, COUNTED + 1)
    candidates = numbers[:RANKED]
    if len(numbers) > RANKED:
        by_subject = tuple(_in_subject(group) for group in wanted.all_of)
        candidates = list(
            dict.fromkeys([*candidates, *walk.newest(replace(wanted, all_of=by_subject), RANKED_BY_SUBJECT)])
        )
    weights = weigh_all(_written(user, candidates), understood.terms, _rarities(walk, understood.terms, wanted))
    in_order = sorted(weights, key=lambda number: (-weights[number].value, -number))
    value, _, number = older.partition("/")
    after = _order_key(value, number)
    if after is not None:
        in_order = [n for n in in_order if (-weights[n].value, -n) > after]
    shown = in_order[:PAGE]
    next_key = f"{weights[shown[-1]].value!r}/{shown[-1]}" if len(in_order) > PAGE else ""
    count, is_more = min(len(numbers), COUNTED), len(numbers) > COUNTED
    return _Page(shown, next_key, count, is_more, len(numbers) > RANKED, weights, numbers)


def _in_subject(group: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(
        replace(leaf, place="subject") if isinstance(leaf, Term) and leaf.place == "anywhere" else leaf
        for leaf in group
    )


def _rarities(walk: Walk, terms: Sequence[Term], wanted: Wanted) -> list[float]:
    """Say how much each of several words tells; one word alone needs no comparison."""
    if len(terms) < 2:
        return [1.0] * len(terms)
    alone = [Wanted(((term,),), (), wanted.low, wanted.high) for term in terms]
    return [rarity_of(count, most=COUNTED) for count in walk.counts(alone, COUNTED)]


def _written(user: Any, numbers: Sequence[int]) -> dict[int, Written]:
    ids = interaction_ids(numbers)
    # The owner is compared as a sum: with the plain column and a thousand ids SQLite goes through all of the owner's rows instead.
    mine = InteractionBody.objects.alias(whose=F("owner_id") + 0).filter(pk__in=ids, whose=user.pk)
    found = {pk: (subject, text) for pk, subject, text in mine.values_list("pk", "subject", "text")}
    return {
        number: Written(*found[pk], minute=minute_of(number))
        for number, pk in zip(numbers, ids, strict=True)
        if pk in found
    }


def _whole(text: str) -> int | None:
    """Read the key of a page; whatever is none begins at the top."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 19 else None


def _order_key(value: str, number: str) -> tuple[float, int] | None:
    try:
        return (-float(value), -int(number)) if _whole(number) is not None else None
    except ValueError:
        return None


# What is shown


def _named_files(user: Any, page: _Page, terms: Sequence[Term]) -> list[Attachment]:
    """List the newest files whose names hold all of the words; the index would walk through all mails that do."""
    ids = interaction_ids(page.counted[:FILES_LOOKED_FOR])
    mine: Any = Attachment.objects.alias(whose=F("interaction__owner_id") + 0).filter(
        interaction_id__in=ids, whose=user.pk
    )
    by_time = mine.order_by("-interaction__occurred_at", "pk")
    named = [pk for pk, name in by_time.values_list("pk", "name") if all(holds(name, [term]) for term in terms)]
    shown = named[:FILES_SHOWN]
    return list(by_time.filter(pk__in=shown).select_related("interaction")) if shown else []


def _hits(user: Any, page: _Page, terms: Sequence[Term]) -> list[Hit]:
    ids = interaction_ids(page.numbers)
    bodies = InteractionBody.objects.visible_to(user).filter(pk__in=ids)
    there = {row[0]: _Body(*row) for row in bodies.values_list(*_COLUMNS)}
    sides = _sides(user, ids)
    files = _files(user, ids, terms)
    weights = page.weights or {}
    return [
        _hit(there[pk], sides.get(pk, ("", "", "")), files.get(pk, []), terms, weights.get(number))
        for number, pk in zip(page.numbers, ids, strict=True)
        if pk in there
    ]


class _Body(NamedTuple):
    """What is read of an interaction for its hit; whole rows would take as long as finding them."""

    interaction_id: int
    subject: str
    text: str
    location: str
    erased_at: datetime | None
    kind: str
    at: datetime


_COLUMNS = ("pk", "subject", "text", "location", "erased_at", "interaction__kind", "interaction__occurred_at")


def _sides(user: Any, ids: Sequence[int]) -> dict[int, tuple[str, str, str]]:
    """Say of each interaction who of them took part, at which company, and which way it went."""
    rows = Touch.objects.visible_to(user).filter(interaction_id__in=ids).order_by("-counts", "pk")
    first: dict[int, tuple[str, str, str]] = {}
    for pk, person, account, direction in rows.values_list(
        "interaction_id", "person__name", "account__name", "direction"
    ):
        first.setdefault(pk, (person or "", account or "", direction))
    return first


def _files(user: Any, ids: Sequence[int], terms: Sequence[Term]) -> dict[int, list[str]]:
    """Name the files of these interactions that hold one of the words."""
    if not terms:
        return {}
    mine = Interaction.objects.visible_to(user).filter(pk__in=ids)
    named: dict[int, list[str]] = {}
    for interaction_id, name in (
        Attachment.objects.filter(interaction__in=mine).order_by("pk").values_list("interaction_id", "name")
    ):
        if holds(name, terms):
            named.setdefault(interaction_id, []).append(name)
    return named


def _hit(
    body: _Body, side: tuple[str, str, str], files: Sequence[str], terms: Sequence[Term], weight: Weight | None
) -> Hit:
    in_text = [term for term in terms if term.place == "anywhere"]
    words = f"{body.text} {body.location}" if body.location else body.text
    person, account, direction = side
    return Hit(
        interaction_id=body.interaction_id,
        kind=body.kind,
        at=body.at,
        subject=marked(body.subject, [term for term in terms if term.place != "file"]),
        sentence=in_sentence(words, in_text),
        files=[] if body.erased_at else [marked(name, terms) for name in files],
        is_erased=body.erased_at is not None,
        person=person,
        account=account,
        direction=direction,
        why=weight.why if weight else "",
    )
