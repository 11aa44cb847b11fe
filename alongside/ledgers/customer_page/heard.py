"""What was said on the customers' pages and not looked at yet: for judging, by account."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from alongside.config.zone import here
from alongside.interactions.models import Interaction
from alongside.judgement.dossier import PageSaid
from alongside.ledgers.customer_page.models import PageWord, Published
from alongside.ledgers.plans.read import accounts_by_handle
from alongside.people.models import Account, Handle
from alongside.vocabulary import HandleKind, PageWordKind


def unseen_by_account(account_ids: Sequence[int]) -> dict[int, list[PageSaid]]:
    """Load what nobody has looked at, the oldest first. Three queries where there is nothing."""
    found: dict[int, list[PageSaid]] = defaultdict(list)
    named = accounts_by_handle(account_ids)
    owners = Account.objects.filter(pk__in=account_ids).values("owner")
    unseen = PageWord.objects.filter(owner__in=owners, seen_at__isnull=True, taken_in_at__isnull=False)
    rows = unseen.filter(link__account_handle__in=list(named)).select_related("link").order_by("at", "pk")
    words = list(rows)
    if not words:
        return found
    known = _known(words)
    for word in words:
        for account_id in named[word.link.account_handle]:
            found[account_id].append(_said(word, known))
    return found


@dataclass(frozen=True, slots=True)
class _Known:
    """What stands behind the names in the words: what was spoken of, the interactions, the people."""

    about: dict[str, str]
    interactions: dict[str, int]
    people: dict[str, int]


def _known(words: Sequence[PageWord]) -> _Known:
    owner = words[0].owner_id
    published = Published.objects.filter(owner=owner, item_key__in={w.item_key for w in words}).order_by("version")
    taken_in = Interaction.objects.filter(owner=owner, identity_key__in={w.interaction_key for w in words})
    boxes = {w.link.person_handle for w in words}
    people = Handle.objects.filter(owner=owner, kind=HandleKind.EMAIL, value__in=boxes, person__isnull=False)
    return _Known(
        about=dict(published.values_list("item_key", "words")),
        interactions=dict(taken_in.values_list("identity_key", "pk")),
        people={value: pk for value, pk in people.values_list("value", "person_id") if pk},
    )


def _said(word: PageWord, known: _Known) -> PageSaid:
    return PageSaid(
        id=word.pk,
        kind=PageWordKind(word.kind),
        on=here(word.at).date(),
        person_id=known.people.get(word.link.person_handle),
        name=word.link.name or word.name,
        text=word.text,
        about=known.about.get(word.item_key, ""),
        interaction_id=known.interactions.get(word.interaction_key, 0),
    )
