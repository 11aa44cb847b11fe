"""Which people and companies are meant by a name, as it was typed or nearly so?

A word is the beginning of one of theirs; every word must fit the same person or company. Where none fits, the nearest
spelling is taken, and said.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from django.db.models import Q, QuerySet

from alongside.people.models import Account, Person
from alongside.search.models import NameWord
from alongside.search.query import Term, words_of
from alongside.search.spelling import heads_of, nearest, slips_forgiven, sound_of

MOST_MEANT = 60
"""People, or companies, that one name may mean. Unit: rows."""

MOST_WORDS = 6
"""A name of more words is none. Unit: words."""

SHOWN = 8
"""People and companies shown above the mails. Unit: rows each."""

ROWS_READ = 120
"""Words of names that are read for those shown; somebody has several that begin alike. Unit: rows."""

Kind = Literal["person", "account"]


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a name means, by id, and how they are called; `mended` is the name as it is spelt, where it was typed otherwise."""

    called: dict[int, str] = field(default_factory=dict)
    mended: str = ""


@dataclass(frozen=True, slots=True)
class NamesFound:
    """People and companies that the words name; `remark` says when another spelling was taken."""

    people: list[Person] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    remark: str = ""


def people_called(user: Any, name: str) -> Meant:
    """Find the people that a name means."""
    return _meant(user, words_of(name), "person")


def accounts_called(user: Any, name: str) -> Meant:
    """Find the companies that a name means."""
    return _meant(user, words_of(name), "account")


def names_found(user: Any, terms: Sequence[Term], *, mend: bool, shown: int = SHOWN) -> NamesFound:
    """Find the people and companies that bear all of the words; if there are none and `mend`, those with the nearest spelling."""
    words = [word for term in terms for word in term.words]
    found = names_beginning(user, words, shown)
    if not mend or found.people or found.accounts or not _are_names(words):
        return found
    mended = [_mended(user, word, None) for word in words]
    if not all(mended):
        return found
    spelt = " ".join(word.capitalize() for word in mended)
    return names_beginning(user, mended, shown, remark=f"Showing people and companies called {spelt}.")


def names_beginning(user: Any, words: Sequence[str], shown: int = SHOWN, remark: str = "") -> NamesFound:
    """Find the people and companies that bear words which begin so."""
    if not _are_names(words):
        return NamesFound()
    all_rows = NameWord.objects.visible_to(user)
    first, *others = sorted(words, key=len, reverse=True)
    rows = all_rows.filter(_begins(first))
    for word in others:
        bearing = all_rows.filter(_begins(word))
        is_theirs = Q(person__in=bearing.filter(person__isnull=False).values("person"))
        rows = rows.filter(is_theirs | Q(account__in=bearing.filter(account__isnull=False).values("account")))
    rows = rows.select_related("person__account", "account").order_by("-is_name", "word", "pk")[:ROWS_READ]
    people = {row.person_id: row.person for row in rows if row.person and not row.person.merged_into_id}
    accounts = {row.account_id: row.account for row in rows if row.account and not row.account.merged_into_id}
    is_found = people or accounts
    return NamesFound(list(people.values())[:shown], list(accounts.values())[:shown], remark if is_found else "")


def _are_names(words: Sequence[str]) -> bool:
    return 0 < len(words) <= MOST_WORDS and any(len(word) > 1 for word in words)


def _meant(user: Any, words: Sequence[str], kind: Kind) -> Meant:
    if not _are_names(words):
        return Meant()
    rows = NameWord.objects.visible_to(user).filter(**{f"{kind}__isnull": False})
    if called := _bearing(rows, words, kind):
        return Meant(called)
    mended = [_mended(user, word, kind) for word in words]
    called = _bearing(rows, mended, kind) if all(mended) else {}
    return Meant(called, " ".join(word.capitalize() for word in mended) if called else "")


def _bearing(rows: "QuerySet[NameWord]", words: Sequence[str], kind: Kind) -> dict[int, str]:
    """List who bears all of these words, or words that begin so."""
    first, *others = sorted(words, key=len, reverse=True)
    found = rows.filter(_begins(first), **{f"{kind}__merged_into__isnull": True})
    for word in others:
        found = found.filter(**{f"{kind}__in": rows.filter(_begins(word)).values(kind)})
    return dict(found.order_by(kind).values_list(f"{kind}_id", f"{kind}__name").distinct()[:MOST_MEANT])


def _begins(word: str) -> Q:
    return Q(head=word[:2], word__startswith=word) if len(word) > 1 else Q(head__startswith=word)


def _mended(user: Any, word: str, kind: Kind | None) -> str:
    """Spell a word as one of the names does: as typed where a name begins so, else the nearest; "" when none is near."""
    likely = Q(head__in=heads_of(word)) | Q(sound=sound_of(word))
    rows = NameWord.objects.visible_to(user).filter(likely, is_name=True)
    rows = rows.filter(**{f"{kind}__isnull": False}) if kind else rows
    spelt = list(rows.values_list("word", flat=True).distinct())
    if any(each.startswith(word) for each in spelt):
        return word
    return next(iter(nearest(word, spelt)), "") if slips_forgiven(word) else ""
