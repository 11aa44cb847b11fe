"""Made-up figures for the gallery: one account and one morning in the world of a seller of iron ore."""

# ruff: noqa: E501

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from alongside.judgement.finding import Step
from alongside.vocabulary import RelationshipLevel, Review
from alongside.web.evidence.of_finding import lines

AS_OF = date(2026, 11, 23)
WHY = "/gallery/why/"
NOWHERE = "/gallery/account/"

PARTNER_STEPS = (
    Step("Awards without a bid", "3", "5", True),
    Step("Cautious share of 7 decided", ".50", ".47", False),
    Step("People who awarded", "2", "1", False),
    Step("On our recommendation", ".30", ".40", True),
    Step("Spread over months", "12", "14", True),
)


def at(month: int, day: int, hour: int = 9, minute: int = 0, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def shell(here: str) -> dict[str, Any]:
    return {"as_of": AS_OF, "here": here, "rail": {"today": 7, "requests": 4, "doubts": 2}}


def chip(label: str, kind: str) -> dict[str, Any]:
    return {"label": label, "kind": kind, "why": WHY}


def demurrage() -> dict[str, Any]:
    return {
        "title": "You told Joe that you would find out",
        "quotes": [
            {
                "from_": "Joe Kowalski to you",
                "on": at(11, 11, 16, 42),
                "href": NOWHERE,
                "pieces": [
                    ("Before I sign the next laydays I need to know ", False),
                    ("where this demurrage comes from", True),
                    (". Nobody told us the berth was taken.", False),
                ],
            },
            {
                "from_": "You to Joe Kowalski",
                "on": at(11, 11, 17, 10),
                "href": NOWHERE,
                "pieces": [
                    ("You are right to ask. ", False),
                    ("I will find out and tell you by Friday.", True),
                    ("", False),
                ],
            },
            {
                "from_": "Joe Kowalski to you",
                "on": at(11, 18, 8, 5),
                "href": NOWHERE,
                "pieces": [("", False), ("Any news on the demurrage?", True), (" Laydays are due on the 30th.", False)],
            },
        ],
        "reason": "Read as a promise of ours, due on Friday, 13 November, Chicago time. No mail to him about it has been seen since.",
        "unknown": ["Whether you called him: no call is in the calendar."],
        "would_change": "A mail or a noted call to Joe about the demurrage settles it by itself.",
        "judge": WHY,
        "review": "",
    }


def what_shows_partner() -> dict[str, Any]:
    return {
        "title": "What would show partner",
        "reason": "Five of the seven awards of the last 24 months came without a bid. That is enough in number and in time; the share is a hair short, and Joe awarded all of them.",
        "reckoning": list(lines(PARTNER_STEPS)),
        "reckoning_title": "The rule asks",
        "others": [
            chip("order 4471, 8,200 t", "order"),
            chip("order 4402, 7,900 t", "order"),
            chip("RFQ, 3 March", "solicitation"),
        ],
        "unknown": ["Who signed the award of order 4402."],
        "would_change": "One more award without a bid, signed by somebody other than Joe.",
    }


def account_ref(name: str, level: str) -> dict[str, Any]:
    return {"name": name, "level": level, "href": NOWHERE}


def item(number: int, name: str, say: str, why: str, **more: Any) -> dict[str, Any]:
    return {
        "id": number,
        "name": name,
        "say": say,
        "why": why,
        "why_href": WHY,
        "open": WHY,
        "decide": WHY,
        "dismiss": WHY,
        "action_label": "Open",
        **more,
    }


def today() -> dict[str, Any]:
    steel, plate = account_ref("National Steel", "preferred_vendor"), account_ref("Calumet Plate", "vendor")
    harbor, lakes = account_ref("Harbor Blast", "partner"), account_ref("Lakes Forge", "prospect")
    items = [
        item(
            1,
            "Joe Kowalski",
            "Tell Joe Kowalski what came of the demurrage charge.",
            "You said you would find out by Friday the 13th. That is ten days ago, and he has asked once more since.",
            late="ten days late",
            is_current=True,
            chips=[chip("mail, 11 Nov, his words", "interaction"), chip("mail, 18 Nov, again", "interaction")],
            account=steel,
            advances="keeps Be there from slipping to 2",
            action_label="Write the update",
        ),
        item(
            2,
            "National Steel",
            "Was the November pellet order awarded without a bid?",
            "No request for quotation was found in the 60 days before it. A yes makes six of eight in 14 months.",
            is_company=True,
            chips=[chip("order 4471, 8,200 t", "order"), chip("what was searched", "reckoning")],
            account=steel,
            advances="would show partner, one person deep",
            route_choices=[
                {"label": "Yes, no bid", "value": "direct_award"},
                {"label": "We were invited", "value": "invited_quote"},
            ],
        ),
        item(
            3,
            "Maria Ruiz",
            "Congratulate Maria Ruiz: she signs as Director of Operations since Thursday.",
            "Two of our promises and one open request were with her old post.",
            chips=[chip("signature, 19 Nov", "signature"), chip("who follows her?", "doubt")],
            account=plate,
            advances="keeps the tie through the change",
            action_label="Write",
        ),
        item(
            4,
            "Harbor Blast",
            "Suggest the December cargo to Harbor Blast now: their stock ends about 12 December.",
            "19 days at 410 t a day; the lake usually closes on the 9th, and the lead time is 8 days.",
            is_company=True,
            chips=[chip("stock 7,900 t, 20 Nov", "fact"), chip("the reckoning", "reckoning")],
            account=harbor,
            advances="raised before they ask",
            action_label="Draft",
        ),
        item(
            5,
            "Ann Petrović",
            "Answer Ann Petrović: which rail cars can take the fines?",
            "She asked on Wednesday; you usually answer her within a day.",
            chips=[chip("mail, 18 Nov", "interaction")],
            account=steel,
            advances="her second question this month",
            action_label="Answer",
        ),
        item(
            6,
            "Tom Okafor",
            "Write to Tom Okafor, whom you met at the Duluth port day and not since.",
            "He gave you his card 23 days ago; nothing has passed between you.",
            chips=[chip("meeting, 31 Oct", "interaction")],
            account=lakes,
            advances="would be a first two-way contact there",
            action_label="Write",
        ),
        item(
            7,
            "Calumet Plate",
            "Ask Calumet Plate what the off-spec silica costs them.",
            "Know their needs is their weakest rule: two problems were heard, and no consequence is known.",
            is_company=True,
            chips=[chip("complaint, 2 Oct", "need"), chip("complaint, 5 Nov", "need")],
            account=plate,
            advances="would take Know their needs from 1 to 2",
            action_label="Draft the question",
        ),
    ]
    return {
        "day": "Monday, 23 November",
        "lead": "Seven that matter most, of 23. What is owed comes first, then what moves a customer up.",
        "items": items,
        "more": 16,
        "all_href": "?all=1",
        "settled": [{"say": "Send Ann the November assay.", "how": "seen in your mail of 8:12", "undo": ""}],
        "why": demurrage(),
        "empty": {
            "say": "Nothing for today.",
            "more": "What is owed, due or worth raising will stand here, at most seven at a time. It is worked out from what you bring in.",
            "action_label": "Bring in more files",
            "action_href": "/imports/",
        },
    }


def account() -> dict[str, Any]:
    rules = [
        _rule("Build rapport", 3, 3, "11 of 29 two-way touches were about no deal"),
        _rule(
            "Learn their business",
            2,
            4,
            "four of eight facets known; transport, personnel, calendar and other suppliers are not",
        ),
        _rule("Know their needs", 1, 1, "problems were heard, and nobody asked what they cost", is_weakest=True),
        _rule("Offer suggestions", 2, 2, "three in a year; one taken, one before they asked"),
        _rule("Be there", 3, 3, "in cadence with three of four key roles"),
    ]
    return {
        "account": {
            "name": "National Steel",
            "line": ["Pittsburgh", "with us since 2019", "yours since March", "next touch Thursday, plant visit"],
            "brief": "#",
        },
        "stand": {
            "level": "preferred_vendor",
            "proofs": PARTNER_STEPS,
            "note": "for pellets, since June",
            "why": WHY,
            "title": "Preferred vendor for pellets.",
            "statement": "Five of the last seven awards came without a bid, two of them on our recommendation.",
            "next": "One more, awarded by somebody other than Joe Kowalski, would show partner.",
            "chips": [
                chip("7 awards", "award"),
                chip("lump ore: vendor", "account"),
                chip("by value: 61 %", "reckoning"),
            ],
            "history": _history(),
        },
        "rules": rules,
        "rule_values": [rule["value"] for rule in rules],
        "rule_reaches": [rule["reach"] for rule in rules],
        "weakest_index": 2,
        "open_matters": [
            _matter(
                "Where the demurrage comes from",
                "Joe asked on 11 Nov and again on 18 Nov; the cause is not known",
                "update owed",
                True,
            ),
            _matter("Assay certificates with each cargo", "we promised Ann on 9 Nov", "in seven days"),
            _matter("Rail schedule for the first quarter", "they promised on 16 Nov", "in four days"),
            _matter("90-day terms", "asked in 2022, before your time; never answered", "before your time"),
        ],
        "people": [
            _person("Joe Kowalski", "VP raw materials; decides", 31, 84, dip=False),
            _person("Ann Petrović", "procurement", 66, 41, dip=False),
            _person("Dale Whitford", "melt shop superintendent", 12, 38, dip=True),
        ],
        "missing_roles": ["Operations"],
        "strip": {
            "weeks": [
                {"in": (i * 7) % 3, "out": (i * i + i) % 2 + (i % 4 == 0), "met": int(i % 9 == 4)} for i in range(53)
            ],
            "planned": [date(2026, 11, 26), date(2026, 12, 9)],
        },
        "events": _events(),
        "older": "?older=1",
        "filters": [
            {"label": "everything", "href": "?", "is_on": True},
            {"label": "mail", "href": "?kind=mail", "icon": "mail"},
            {"label": "meetings", "href": "?kind=meeting", "icon": "meeting"},
            {"label": "orders", "href": "?kind=order", "icon": "order"},
            {"label": "notes", "href": "?kind=note", "icon": "note"},
        ],
        "why": what_shows_partner(),
        "note_about": {"value": "account:1", "name": "National Steel"},
    }


def _rule(name: str, value: int | None, reach: int, reason: str, *, is_weakest: bool = False) -> dict[str, Any]:
    return {"name": name, "value": value, "reach": reach, "reason": reason, "why": WHY, "is_weakest": is_weakest}


def _matter(what: str, more: str, due: str, is_late: bool = False) -> dict[str, Any]:
    return {"what": what, "more": more, "due": due, "is_late": is_late, "why": WHY}


def _person(name: str, more: str, first: int, last: int, *, dip: bool) -> dict[str, Any]:
    steps = 23
    tie: list[float | None] = [first + (last - first) * i / steps + 5 * ((i * 5) % 3 - 1) for i in range(steps + 1)]
    if dip:
        tie[:7] = [None] * 7
    return {"name": name, "more": more, "href": NOWHERE, "tie": tie}


def _history() -> list[tuple[date, RelationshipLevel]]:
    levels = (
        [RelationshipLevel.PROSPECT] * 3 + [RelationshipLevel.VENDOR] * 11 + [RelationshipLevel.PREFERRED_VENDOR] * 6
    )
    return [(date(2025 + (3 + i) // 12, (3 + i) % 12 + 1, 28), level) for i, level in enumerate(levels)]


def _events() -> list[dict[str, Any]]:
    return [
        _event(
            11,
            26,
            "Plant visit, stockyard",
            "with Joe and Ann, 10:00",
            direction="mutual",
            month="Ahead",
            is_ahead=True,
        ),
        _event(
            11,
            19,
            "8,200 t of pellets ordered",
            "order 4471; no bid found",
            direction="inbound",
            month="November",
            is_big=True,
        ),
        _event(11, 18, "Joe on the demurrage, again", "third mail of this thread", direction="inbound", is_late=True),
        _event(11, 16, "Rail schedule promised by Ann", "mail", direction="inbound"),
        _event(11, 12, "Plant visit, stockyard", "with Joe, Ann and Dale Whitford", direction="mutual"),
        _event(11, 11, "You would find out about the demurrage", "mail, to Joe", direction="outbound"),
        _event(10, 28, "Call about the lake freight", "with Joe, 25 minutes", direction="mutual", month="October"),
        _event(10, 2, "Request for quotation, lump ore, 4,000 t", "mail, procurement", direction="inbound"),
    ]


def _event(month_number: int, day: int, what: str, more: str, **extra: Any) -> dict[str, Any]:
    return {"at": at(month_number, day), "what": what, "more": more, "href": NOWHERE, **extra}


LETTER = """Hello Martin,

Before I sign the next laydays I need to know where this demurrage comes from. Nobody told us the berth was taken, and my people have now asked me twice. Could you send us the statement of facts for the Calumet Star?

Apart from that: thank you for the quick turn on the assay. It saved us a shift.

Joe

Joe Kowalski
VP Raw Materials, National Steel
+1 412 555 0142
> On 10 November, Martin Reyes wrote:
> The invoice for the October cargo is on its way to you."""


@dataclass(frozen=True)
class Marked:
    id: int
    start: int
    end: int
    label: str
    review: str
    why: str = WHY


def marked(number: int, words: str, label: str, review: Review) -> Marked:
    start = LETTER.index(words)
    return Marked(number, start, start + len(words), label, review.value)


def parts() -> dict[str, Any]:
    said_to, signature_at = LETTER.index("Joe Kowalski\nVP"), LETTER.index("> On")
    return {
        "levels": list(RelationshipLevel),
        "half_known": (Step("a", "", "", True), Step("b", "", "", None), Step("c", "", "", False)),
        "no_values": [None] * 5,
        "tie": _person("", "", 18, 78, dip=True)["tie"],
        "two_years_ago": date(2024, 11, 23),
        "letter": LETTER,
        "letter_said": [(0, said_to)],
        "letter_signature": (said_to, signature_at),
        "sightings": [
            marked(1, "I need to know where this demurrage comes from", "request", Review.CONFIRMED),
            marked(2, "Could you send us the statement of facts for the Calumet Star?", "request", Review.UNREVIEWED),
            marked(3, "thank you for the quick turn on the assay", "thanks", Review.UNREVIEWED),
            marked(4, "Nobody told us the berth was taken", "complaint", Review.REJECTED),
        ],
        "progress": {
            "label": "Reading archive-2026.mbox",
            "done": 11204,
            "total": 48310,
            "words": "11,204 of 48,310 mails",
            "rate": "1,900 a second",
            "remaining": "about twenty seconds left",
        },
        "waiting": {"label": "Looking through the folder", "total": 0, "words": "312 files so far"},
        "sample_items": today()["items"][:2],
        "ledger_rows": [
            {
                "name": "Harbor Blast",
                "level": "partner",
                "rungs": 4,
                "weakest": "Learn their business",
                "last": at(11, 20),
                "next": at(11, 27),
                "awards": 12,
            },
            {
                "name": "National Steel",
                "level": "preferred_vendor",
                "rungs": 1,
                "weakest": "Know their needs",
                "last": at(11, 19),
                "next": at(11, 26),
                "awards": 7,
            },
            {
                "name": "Calumet Plate",
                "level": "vendor",
                "rungs": 1,
                "weakest": "Know their needs",
                "last": at(11, 5),
                "next": None,
                "awards": 4,
            },
            {
                "name": "Lakes Forge",
                "level": "prospect",
                "rungs": None,
                "weakest": "not known",
                "last": at(10, 31),
                "next": None,
                "awards": 0,
            },
        ],
        "days": [
            AS_OF,
            date(2026, 11, 24),
            date(2026, 11, 27),
            date(2026, 12, 9),
            date(2026, 11, 13),
            date(2026, 10, 22),
            date(2026, 3, 4),
            date(2024, 6, 1),
        ],
        "demurrage": demurrage(),
    }
