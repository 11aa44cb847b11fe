"""What stands on a customer's page? Read from what was published and from what they wrote there, and from nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from alongside.ledgers.customer_page.models import PageLink, PageWord, Published
from alongside.vocabulary import PageWordKind, PublishedKind, PublishedState, Side

WORDS_SHOWN = 50
"""What they wrote with this address, the latest first. Unit: words of theirs."""

SETTLES = (PageWordKind.DONE, PageWordKind.NOT_DONE)


@dataclass(frozen=True, slots=True)
class ShownRequest:
    """A request as they see it: in which words, how it stands, what was done since, when they hear from us next."""

    key: str
    words: str
    state: str
    since: str
    next_on: date | None
    said: str = ""  # what they last said of it: right, solved, not solved


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step of the joint plan as they see it; they can tick off those that are theirs."""

    key: str
    words: str
    is_theirs: bool
    whose: str
    due_on: date | None
    is_done: bool
    is_ticked_by_them: bool = False
    version: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """What they wrote themselves."""

    at: datetime
    what: str
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A customer's page, ready to be drawn."""

    title: str
    whose: str
    greeting: str
    requests: tuple[ShownRequest, ...]
    steps: tuple[ShownStep, ...]
    said: tuple[Said, ...]
    changed_at: datetime | None

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was published yet."""
        return not (self.requests or self.steps)


SAID = {
    PageWordKind.COMMENT: "you wrote",
    PageWordKind.RIGHT: "you said that it is put rightly",
    PageWordKind.SOLVED: "you said that it is solved",
    PageWordKind.NOT_SOLVED: "you said that it is not solved yet",
    PageWordKind.DONE: "you ticked it off",
    PageWordKind.NOT_DONE: "you said that it is not done after all",
}
"""How their own words are told back to them."""


def page_behind(link: PageLink) -> ShownPage:
    """Read the page that an address opens. Two queries."""
    published = Published.objects.filter(
        owner_id=link.owner_id, account_handle=link.account_handle, withdrawn_at__isnull=True
    )
    words = PageWord.objects.filter(owner_id=link.owner_id, link__account_handle=link.account_handle)
    return page_of(published.order_by("place", "pk"), words.order_by("at", "pk"), link_id=link.pk)


def page_of(published: Iterable[Published], words: Iterable[PageWord], *, link_id: int | None = None) -> ShownPage:
    """Put together what was published and what was said of it. What was written with another address is not shown."""
    rows, said = list(published), list(words)
    head = next((row for row in rows if row.kind == PublishedKind.HEAD), None)
    named = {row.item_key: row.words for row in rows if row.kind != PublishedKind.HEAD}
    own = [word for word in said if link_id is not None and word.link_id == link_id]
    return ShownPage(
        title=head.words if head else "",
        whose=head.whose if head else "",
        greeting=head.since if head else "",
        requests=tuple(_request(row, said) for row in rows if row.kind == PublishedKind.REQUEST),
        steps=tuple(_step(row, said) for row in rows if row.kind == PublishedKind.STEP),
        said=tuple(_said(word, named) for word in reversed(own[-WORDS_SHOWN:])),
        changed_at=max((row.published_at for row in rows), default=None),
    )


def _request(row: Published, said: list[PageWord]) -> ShownRequest:
    kinds = (PageWordKind.RIGHT, PageWordKind.SOLVED, PageWordKind.NOT_SOLVED)
    last = _last(row, said, kinds)
    state = PublishedState(row.state).label if row.state else ""
    return ShownRequest(row.item_key, row.words, state, row.since, row.due_on, SAID[last] if last else "")


def _step(row: Published, said: list[PageWord]) -> ShownStep:
    last = _last(row, said, SETTLES)
    is_done = row.is_done if last is None else last is PageWordKind.DONE
    return ShownStep(
        key=row.item_key,
        words=row.words,
        is_theirs=row.side == Side.THEIRS,
        whose=row.whose,
        due_on=row.due_on,
        is_done=is_done,
        is_ticked_by_them=is_done and last is PageWordKind.DONE,
        version=row.version,
    )


def _last(row: Published, said: list[PageWord], kinds: Iterable[PageWordKind]) -> PageWordKind | None:
    """Find what they last said of an item, unless it was published anew since."""
    of_it = [w for w in said if w.item_key == row.item_key and w.kind in kinds and w.at >= row.published_at]
    return PageWordKind(of_it[-1].kind) if of_it else None


def _said(word: PageWord, named: dict[str, str]) -> Said:
    return Said(word.at, SAID[PageWordKind(word.kind)], named.get(word.item_key, ""), word.text)
