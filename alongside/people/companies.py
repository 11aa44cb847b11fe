"""Which companies there are: joined from mail domains, from the names that tables give, and from what people decided.

Sure ones are joined (a table says so, or the name is the domain's own word); doubtful ones are asked (doubts.py), never joined.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from alongside.people.domains import name_from_domain, name_key
from alongside.people.groups import Groups
from alongside.people.models import Account, Handle, Tenure
from alongside.people.ourselves import Ourselves
from alongside.people.stated import Stated, domain_of
from alongside.vocabulary import AccountStanding, HandleKind, IdentityDecisionKind

FEWEST_LETTERS_FOR_A_SURE_MATCH = 5
"""Letters that a company's name must have for "the name is the domain's own word" to be sure. Unit: letters; "ABC" is many firms."""


@dataclass(slots=True)
class Companies:
    """The outcome: account ids by handle ("domain:x", "name:y"), and the groups themselves for the doubts."""

    ids: dict[str, int] = field(default_factory=dict)
    groups: dict[str, list[str]] = field(default_factory=dict)
    changed: set[int] = field(default_factory=set)

    def of_domain(self, domain: str) -> int | None:
        return self.ids.get(f"domain:{domain}") if domain else None

    def of_name(self, name: str) -> int | None:
        return self.ids.get(f"name:{name_key(name)}") if name else None


def identify_companies(owner: Any, addresses: list[str], who: Ourselves, said: Stated) -> Companies:
    """Bring the Account rows in line with all that is known, and return where each handle leads."""
    groups = _groups(addresses, who, said)
    outcome = Companies(groups=groups.members())
    rows = {a.anchor: a for a in Account.objects.visible_to(owner)}
    told = _told_by_group(groups, said)
    for root, handles in outcome.groups.items():
        account = _row_for(owner, root, handles, rows)
        for handle in handles:
            outcome.ids[handle] = account.pk
        if _fill(account, handles, told[root], said):
            account.save()
            outcome.changed.add(account.pk)
    _mark_merged(rows, outcome)
    _write_parents(owner, groups, said, outcome)
    _write_tenures(owner, groups, said, outcome)
    _write_handles(owner, outcome)
    _forget_gone(owner, outcome)
    return outcome


def _groups(addresses: list[str], who: Ourselves, said: Stated) -> Groups:
    groups = Groups()
    for domain in {domain_of(a) for a in addresses if not who.has(a)} - {""} - set(who.domains):
        groups.add(f"domain:{domain}")
    for row in said.rows["accounts"]:
        _join_name_and_domain(groups, row.get("name", ""), _bare_domain(row.get("domain", "")))
    for names in said.named.values():
        for name in names:
            if key := name_key(name):
                groups.add(f"name:{key}")
    _join_by_contacts(groups, who, said)
    _join_by_own_word(groups, said)
    for one, other in said.same_account:
        if one in groups and other in groups:
            groups.join(one, other)
    return groups


def _bare_domain(stated: str) -> str:
    """Reduce "https://www.acme.com/about" to the company's domain."""
    host = stated.lower().removeprefix("https://").removeprefix("http://").partition("/")[0]
    return domain_of("@" + host.removeprefix("www."))


def _join_name_and_domain(groups: Groups, name: str, domain: str) -> None:
    handles = [f"name:{name_key(name)}"] if name_key(name) else []
    handles += [f"domain:{domain}"] if domain else []
    for handle in handles:
        groups.join(handles[0], handle)


def _join_by_contacts(groups: Groups, who: Ourselves, said: Stated) -> None:
    """A table that says where most people of a domain work says whose domain it is."""
    works_at: dict[str, Counter[str]] = defaultdict(Counter)
    for row in said.rows["contacts"]:
        domain, key = domain_of(row.get("address", "").lower()), name_key(row.get("account", ""))
        if domain and key and domain not in who.domains:
            works_at[domain][f"name:{key}"] += 1
    has_domain = {groups.root(h) for h in groups.members() if h.startswith("domain:")}
    for domain in sorted(works_at):
        name, count = min(works_at[domain].items(), key=lambda item: (-item[1], item[0]))
        if count * 2 > sum(works_at[domain].values()) and groups.root(name) not in has_domain:
            groups.join(f"domain:{domain}", name)


def _join_by_own_word(groups: Groups, said: Stated) -> None:
    """Join "National Steel Inc." with nationalsteel.com: the name is the domain's own word."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for handle in [h for members in groups.members().values() for h in members]:
        if handle.startswith("domain:"):
            by_word["".join(c for c in handle[7:].partition(".")[0] if c.isalnum())].append(handle)
    for handle in [h for members in groups.members().values() for h in members]:
        word = handle[5:].replace(" ", "") if handle.startswith("name:") else ""
        found = by_word.get(word, [])
        if len(word) < FEWEST_LETTERS_FOR_A_SURE_MATCH or len(found) != 1:
            continue
        if (min(handle, found[0]), max(handle, found[0])) not in said.other_account:
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


def _row_for(owner: Any, root: str, handles: list[str], rows: dict[str, Account]) -> Account:
    there = [rows[h] for h in handles if h in rows]
    if there:
        account = min(there, key=lambda a: a.pk)
        if account.merged_into_id:
            account.merged_into = None
            account.save(update_fields=["merged_into"])
        return account
    account = Account(owner=owner, anchor=root, name="")
    account.save()
    rows[root] = account
    return account


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
        "standing": _standing(handles, latest, told.tables, said),
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
    for anchor, account in rows.items():
        leads_to = outcome.ids.get(anchor)
        merged = leads_to if leads_to and leads_to != account.pk else None
        if account.merged_into_id != merged:
            account.merged_into_id = merged
            account.save(update_fields=["merged_into"])


def _write_parents(owner: Any, groups: Groups, said: Stated, outcome: Companies) -> None:
    for row in said.rows["accounts"]:
        child, parent = outcome.of_name(row.get("name", "")), outcome.of_name(row.get("parent", ""))
        if child and parent and child != parent:
            Account.objects.visible_to(owner).filter(pk=child).exclude(parent_id=parent).update(parent_id=parent)


def _write_tenures(owner: Any, groups: Groups, said: Stated, outcome: Companies) -> None:
    since = {
        outcome.of_name(r.get("name", "")): r["owner_since"] for r in said.rows["accounts"] if r.get("owner_since")
    }
    there = {t.account_id: t for t in Tenure.objects.visible_to(owner)}
    for account_id, day in since.items():
        if account_id is None:
            continue
        tenure = there.get(account_id) or Tenure(owner=owner, account_id=account_id, user=owner)
        if tenure.pk is None or tenure.from_on.isoformat() != day:
            tenure.from_on = date.fromisoformat(day)
            tenure.save()


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
            handle.account_id = account_id
            moved.append(handle)
    Handle.objects.bulk_create(fresh)
    Handle.objects.bulk_update(moved, ["account"])
