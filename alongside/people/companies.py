"""Which companies there are: joined from mail domains, from the names that tables give, and from what people decided.

Sure ones are joined (a table says so, or the name is the domain's own word); doubtful ones are asked (doubts.py), never joined.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from alongside.people.domains import name_from_domain, name_key
from alongside.people.groups import Groups, join_as_said
from alongside.people.models import Account, Handle, Tenure
from alongside.people.ourselves import Ourselves
from alongside.people.stated import Stated, domain_of, own_fields
from alongside.people.tenures.change import CHANGES, held_by_word
from alongside.people.tenures.models import TenureEntry
from alongside.vocabulary import AccountStanding, HandleKind, IdentityDecisionKind

FEWEST_LETTERS_FOR_A_SURE_MATCH = 5
"""Letters that a company's name must have for "the name is the domain's own word" to be sure. Unit: letters; "ABC" is many firms."""


BATCH = 400
"""Rows in one statement. Unit: rows; below the parameter limit of every SQLite in use."""


@dataclass(slots=True)
class Companies:
    """The outcome: account ids by handle ("domain:x", "name:y"), and the groups themselves for the doubts."""

    ids: dict[str, int] = field(default_factory=dict)
    groups: Groups = field(default_factory=Groups)
    handles: dict[int, list[str]] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    changed: set[int] = field(default_factory=set)  # companies whose fields or handles changed

    def of_domain(self, domain: str) -> int | None:
        return self.ids.get(f"domain:{domain}") if domain else None

    def of_name(self, name: str) -> int | None:
        return self.ids.get(f"name:{name_key(name)}") if name else None


def identify_companies(owner: Any, addresses: list[str], who: Ourselves, said: Stated) -> Companies:
    """Bring the Account rows in line with all that is known, and return where each handle leads."""
    outcome = Companies(groups=_groups(addresses, who, said))
    rows = {a.anchor: a for a in Account.objects.visible_to(owner)}
    told = _told_by_group(outcome.groups, said)
    fresh, changed = [], []
    for root, handles in outcome.groups.members().items():
        there = [rows[h] for h in handles if h in rows]
        account = min(there, key=lambda a: a.pk) if there else Account(owner=owner, anchor=root)
        if _fill(account, handles, told[root], said) and there:
            changed.append(account)
        if not there:
            fresh.append((account, handles))
            continue
        outcome.handles[account.pk], outcome.names[account.pk] = handles, account.name
    _create(fresh, rows, outcome)
    outcome.changed |= {account.pk for account in changed}
    outcome.ids = {handle: pk for pk, handles in outcome.handles.items() for handle in handles}
    Account.objects.bulk_update(changed, _FILLED, batch_size=BATCH)
    _mark_merged(rows, outcome)
    _write_parents(rows, said, outcome)
    _write_tenures(owner, said, outcome)
    _write_handles(owner, outcome)
    _forget_gone(owner, outcome)
    return outcome


_FILLED = ("name", "domain", "standing", "industry", "city", "is_public_body", "since", "own_fields", "merged_into")


def _create(fresh: list[tuple[Account, list[str]]], rows: dict[str, Account], outcome: Companies) -> None:
    Account.objects.bulk_create([account for account, _ in fresh], batch_size=BATCH)
    for account, handles in fresh:
        rows[account.anchor] = account
        outcome.handles[account.pk], outcome.names[account.pk] = handles, account.name
        outcome.changed.add(account.pk)


def _groups(addresses: list[str], who: Ourselves, said: Stated) -> Groups:
    """Add every handle first, so that what people said of two of them holds before anything joins them."""
    groups = Groups(
        f"domain:{d}" for d in {domain_of(a) for a in addresses if not who.has(a)} - {""} - set(who.domains)
    )
    stated = [_handles_of(row.get("name", ""), row.get("domain", "")) for row in said.rows["accounts"]]
    for handle in (h for handles in stated for h in handles):
        groups.add(handle)
    for names in said.named.values():
        for name in names:
            if key := name_key(name):
                groups.add(f"name:{key}")
    join_as_said(groups, said.about_companies)
    for handles in stated:
        for handle in handles[1:]:
            groups.join(handles[0], handle)
    _join_by_contacts(groups, who, said)
    _join_by_own_word(groups)
    return groups


def _handles_of(name: str, domain: str) -> list[str]:
    """Name what a row of companies speaks of: its name, its domain, or both."""
    key, bare = name_key(name), _bare_domain(domain)
    return [*([f"name:{key}"] if key else []), *([f"domain:{bare}"] if bare else [])]


def _bare_domain(stated: str) -> str:
    """Reduce "https://www.acme.com/about" to the company's domain."""
    host = stated.lower().removeprefix("https://").removeprefix("http://").partition("/")[0]
    return domain_of("@" + host.removeprefix("www."))


def _join_by_contacts(groups: Groups, who: Ourselves, said: Stated) -> None:
    """A table that says where most people of a domain work says whose domain it is."""
    works_at: dict[str, Counter[str]] = defaultdict(Counter)
    for row in said.rows["contacts"]:
        domain, key = domain_of(row.get("address", "").lower()), name_key(row.get("account", ""))
        if domain and key and domain not in who.domains:
            works_at[domain][f"name:{key}"] += 1
    has_domain = {root for root, handles in groups.members().items() if any(h.startswith("domain:") for h in handles)}
    for domain in sorted(works_at):
        name, count = min(works_at[domain].items(), key=lambda item: (-item[1], item[0]))
        is_most = count * 2 > sum(works_at[domain].values())
        # It does not take the name where somebody said that the two are not one.
        if is_most and groups.root(name) not in has_domain and groups.join(f"domain:{domain}", name):
            has_domain.add(groups.root(name))


def _join_by_own_word(groups: Groups) -> None:
    """Join "National Steel Inc." with nationalsteel.com: the name is the domain's own word."""
    by_word: dict[str, list[str]] = defaultdict(list)
    everything = [h for members in groups.members().values() for h in members]
    for handle in everything:
        if handle.startswith("domain:"):
            by_word["".join(c for c in handle[7:].partition(".")[0] if c.isalnum())].append(handle)
    for handle in everything:
        word = handle[5:].replace(" ", "") if handle.startswith("name:") else ""
        found = by_word.get(word, [])
        if len(word) >= FEWEST_LETTERS_FOR_A_SURE_MATCH and len(found) == 1:
            groups.join(handle, found[0])


@dataclass(slots=True)
class _Told:
    """What tables tell of one company: its own rows, the names by which it is spoken of, and which tables speak of it."""

    own: list[dict[str, Any]] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    tables: set[str] = field(default_factory=set)


def _told_by_group(groups: Groups, said: Stated) -> dict[str, _Told]:
    found: dict[str, _Told] = defaultdict(_Told)
    for row in said.rows["accounts"]:
        key, domain = name_key(row.get("name", "")), _bare_domain(row.get("domain", ""))
        if key or domain:
            told = found[groups.root(f"name:{key}" if key else f"domain:{domain}")]
            told.own.append(row)
            told.tables.add("accounts")
    for table, names in said.named.items():
        for name, n in names.items():
            if key := name_key(name):
                told = found[groups.root(f"name:{key}")]
                told.names[name] += n
                told.tables.add(table)
    return found


def _fill(account: Account, handles: list[str], told: _Told, said: Stated) -> bool:
    """Set what is known of the company; return whether anything changed."""
    latest: dict[str, str] = {}
    for row in told.own:
        latest |= {k: v for k, v in row.items() if v}
    domains = [h[7:] for h in handles if h.startswith("domain:")]
    new = {
        "name": _name(handles, told, said)[:300],
        "domain": domains[0] if domains else "",
        "industry": latest.get("industry", "")[:200],
        "city": latest.get("city", "")[:200],
        "is_public_body": latest.get("public_body") == "yes",
        "since": date.fromisoformat(latest["since"]) if latest.get("since") else None,
        "own_fields": own_fields(told.own),
        "standing": _standing(handles, latest, told.tables, said),
        "merged_into_id": None,
    }
    changed = {k: v for k, v in new.items() if getattr(account, k) != v}
    for name, value in changed.items():
        setattr(account, name, value)
    return bool(changed)


def _name(handles: list[str], told: _Told, said: Stated) -> str:
    if decided := said.value(IdentityDecisionKind.NAME, handles):
        return decided
    if told.own and told.own[-1].get("name"):
        return str(told.own[-1]["name"])
    if used := told.names:
        return min(used, key=lambda name: (-used[name], name))
    return name_from_domain(next(h[7:] for h in handles if h.startswith("domain:")))


def _standing(handles: list[str], latest: dict[str, str], tables: set[str], said: Stated) -> str:
    decided = said.value(IdentityDecisionKind.STANDING, handles) or latest.get("standing", "")
    if decided in set(AccountStanding):
        return str(decided)
    if tables & {"orders", "awards"}:
        return AccountStanding.CUSTOMER
    return AccountStanding.PROSPECT if tables & {"accounts", "opportunities"} else AccountStanding.UNSORTED


def _mark_merged(rows: dict[str, Account], outcome: Companies) -> None:
    merged = []
    for anchor, account in rows.items():
        leads_to = outcome.ids.get(anchor)
        target = leads_to if leads_to and leads_to != account.pk else None
        if account.merged_into_id != target:
            account.merged_into_id = target
            merged.append(account)
    Account.objects.bulk_update(merged, ["merged_into"], batch_size=BATCH)


def _write_parents(rows: dict[str, Account], said: Stated, outcome: Companies) -> None:
    """Say of each company what it is a part of: a person's word counts more than a table's, the last of either holds."""
    whole: dict[int, int] = {}
    for row in said.rows["accounts"]:
        part, parent = outcome.of_name(row.get("name", "")), outcome.of_name(row.get("parent", ""))
        _belongs(whole, part, parent)
    for subject, (_, other) in sorted(said.parents.items(), key=lambda item: item[1]):
        _belongs(whole, outcome.ids.get(subject), outcome.ids.get(other))
    changed = []
    for account in rows.values():
        parent = whole.get(account.pk)
        if account.parent_id != parent:
            account.parent_id = parent
            changed.append(account)
    Account.objects.bulk_update(changed, ["parent"], batch_size=BATCH)
    outcome.changed |= {account.pk for account in changed}


def _belongs(whole: dict[int, int], part: int | None, parent: int | None) -> None:
    """Set what a company is a part of; an older word by which the two would be parts of each other falls."""
    if not part or not parent or part == parent:
        return
    whole[part] = parent
    above, seen = parent, {part}
    while (upper := whole.get(above)) is not None and above not in seen:
        if upper == part:
            del whole[above]
            return
        seen.add(above)
        above = upper


def _write_tenures(owner: Any, said: Stated, outcome: Companies) -> None:
    """Say since when each account is this user's: a table names the day, and what people said holds over it."""
    by_table = {
        pk: date.fromisoformat(r["owner_since"])
        for r in said.rows["accounts"]
        if r.get("owner_since") and (pk := outcome.of_name(r.get("name", "")))
    }
    words: dict[int, list[TenureEntry]] = defaultdict(list)
    said_of_them = TenureEntry.objects.visible_to(owner).filter(withdrawn_at__isnull=True, kind__in=CHANGES)
    for word in said_of_them.order_by("said_at", "pk"):
        if account_id := outcome.ids.get(word.account_handle):
            words[account_id].append(word)
    there = {t.account_id: t for t in Tenure.objects.visible_to(owner)}
    for account_id in {*by_table, *words}:
        held = held_by_word(words[account_id], by_table.get(account_id))
        tenure = there.pop(account_id, None) or Tenure(owner=owner, account_id=account_id, user=owner)
        if held and (tenure.pk is None or (tenure.from_on, tenure.to_on) != held):
            tenure.from_on, tenure.to_on = held
            tenure.save()
    Tenure.objects.filter(pk__in=[tenure.pk for tenure in there.values()]).delete()


def _forget_gone(owner: Any, outcome: Companies) -> None:
    """Take away the companies whom no fact that counts names any more (an import was undone)."""
    kinds = [HandleKind.DOMAIN, HandleKind.NAME]
    handles = Handle.objects.visible_to(owner).filter(kind__in=kinds)
    gone = [h.pk for h in handles if f"{h.kind}:{h.value}" not in outcome.ids]
    Handle.objects.filter(pk__in=gone).delete()
    anchors = dict(Account.objects.visible_to(owner).values_list("pk", "anchor"))
    Account.objects.filter(pk__in=[pk for pk, anchor in anchors.items() if anchor not in outcome.ids]).delete()


def _write_handles(owner: Any, outcome: Companies) -> None:
    kinds = [HandleKind.DOMAIN, HandleKind.NAME]
    there = {(h.kind, h.value): h for h in Handle.objects.visible_to(owner).filter(kind__in=kinds)}
    fresh, moved = [], []
    for key, account_id in outcome.ids.items():
        kind, _, value = key.partition(":")
        handle = there.get((kind, value))
        if handle is None:
            fresh.append(Handle(owner=owner, kind=kind, value=value[:320], account_id=account_id))
        elif handle.account_id != account_id:
            outcome.changed |= {account_id, *({handle.account_id} if handle.account_id else ())}
            handle.account_id = account_id
            moved.append(handle)
    Handle.objects.bulk_create(fresh, batch_size=BATCH)
    Handle.objects.bulk_update(moved, ["account"], batch_size=BATCH)
