"""What do all measures say of one account on one day? Every finding, by the name of its measure.

Judges nothing itself: it sorts the contacts once and asks each rule.
"""

from datetime import date

from alongside.judgement.contacts import Contacts, is_there, read_contacts
from alongside.judgement.coverage import coverage
from alongside.judgement.dossier import Dossier
from alongside.judgement.finding import Finding
from alongside.judgement.fought_for import inside
from alongside.judgement.level import account_level_among, levels
from alongside.judgement.off_track import off_track
from alongside.judgement.presence import presences
from alongside.judgement.promises import promises
from alongside.judgement.responsiveness import responsiveness
from alongside.judgement.rules import five_rules
from alongside.judgement.tie import tie
from alongside.vocabulary import Side


def judge(dossier: Dossier, *, as_of: date) -> dict[str, tuple[Finding, ...]]:
    """Judge the account as of a day: findings by measure name; what lies after that day is ignored.

    "level": the account's own first (it names its category), then the other categories; "tie" and "presence": one for
    everybody who is still there (subject "person:<id>"); "responsiveness": theirs, ours, then by person; the five rules
    ("rule:build_rapport" ...), "promises:ours", "promises:theirs" and "coverage": one each; "inside": what is open inside our company.
    """
    contacts = read_contacts(dossier, as_of=as_of)
    present = presences(dossier, as_of=as_of, contacts=contacts)
    by_category = levels(dossier, as_of=as_of)
    return {
        "level": (account_level_among(dossier, by_category, as_of=as_of), *by_category[1:]),
        **{f.measure: (f,) for f in five_rules(dossier, as_of=as_of, contacts=contacts, present=present)},
        "tie": _ties(dossier, contacts),
        "presence": present,
        "responsiveness": responsiveness(dossier, as_of=as_of, contacts=contacts),
        "promises:ours": (promises(dossier, Side.OURS, as_of=as_of),),
        "promises:theirs": (promises(dossier, Side.THEIRS, as_of=as_of),),
        "off_track": off_track(dossier, as_of=as_of),
        "coverage": (coverage(dossier, as_of=as_of, contacts=contacts),),
        "inside": inside(dossier, as_of=as_of),
    }


def _ties(dossier: Dossier, contacts: Contacts) -> tuple[Finding, ...]:
    as_of = contacts.as_of
    return tuple(
        tie(contacts.by_person.get(member.id, ()), as_of=as_of, member=member, by_us=contacts.ties_by_us.get(member.id))
        for member in dossier.members
        if is_there(member, as_of)
    )
