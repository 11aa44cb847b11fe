"""A book of Olga's in which everything says one made-up word: where that word shows, something of hers shows."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from alongside.intake.models import Import, ImportedTable, RefusedItem, TableReading
from alongside.interactions.models import Attachment, Interaction
from alongside.ledgers.advice.ask import Question, ask, learn
from alongside.ledgers.advocacy.fight import Said as Fight
from alongside.ledgers.advocacy.fight import go_to_bat
from alongside.ledgers.awards.models import Award
from alongside.ledgers.commitments.models import Commitment
from alongside.ledgers.customer_page.letterbox import Words as PageWords
from alongside.ledgers.customer_page.letterbox import leave_words
from alongside.ledgers.customer_page.links import ForWhom, make_link
from alongside.ledgers.customer_page.publish import Choice, publish
from alongside.ledgers.exchanges.enter import Terms, do_favour
from alongside.ledgers.orders.models import Order
from alongside.ledgers.plans.keep import Terms as PlanTerms
from alongside.ledgers.plans.keep import add_step
from alongside.ledgers.questions.bank import add_question
from alongside.ledgers.requests.abreast import tell
from alongside.ledgers.requests.file import write_down
from alongside.ledgers.requests.models import Request
from alongside.letterbox import empty_letterbox
from alongside.outbox.compose import write
from alongside.outbox.queue import queue
from alongside.people.merge import belongs_to
from alongside.people.models import Account, Doubt, IdentityDecision, Person
from alongside.people.own import name_ours
from alongside.people.tenures.change import leave_note, take_over
from alongside.pipeline import bring_up_to_date, import_paths
from alongside.sightings.models import Sighting
from alongside.today.arrange import decide
from alongside.today.models import TodayDecision, TodayItem
from alongside.tokens.hold import make_token
from alongside.vocabulary import (
    CasePart,
    EntryKind,
    ExchangeSide,
    IdentityDecisionKind,
    PublishedKind,
    QuestionKind,
    RequestKind,
    Side,
    TodayVerdict,
    TokenScope,
)
from alongside.web.rows.doubts import kind_of
from tests.letters import file, keep, letter, row

MARK = "Quillfeather"
"""The word that stands in every row of Olga's and nowhere in the program."""

OLGA = f"Olga {MARK} <olga@example.com>"
JOE = f"Joe {MARK} <joe@{MARK.lower()}.example>"
SAME_JOE = f"Joe {MARK} <joe.private.1960@gmail.com>"
COMPANY = f"{MARK} Steel"


def open_marked_book(owner: Any, folder: Path) -> dict[str, Any]:
    """Fill the book and return an id of each kind of row, by the name that addresses use for it."""
    now = timezone.now()
    days = {ago: (now - timedelta(days=ago)).strftime("%Y-%m-%dT%H:%M:%S") for ago in (5, 16, 17, 20)}
    ordered = (now - timedelta(days=4)).date().isoformat()
    of = {"account": COMPANY}
    keep(
        owner,
        row("accounts", name=COMPANY, domain=f"{MARK.lower()}.example", standing="customer", city=MARK),
        row("contacts", name=f"Joe {MARK}", address=f"joe@{MARK.lower()}.example", title=f"VP {MARK}", note=MARK, **of),
        row("orders", number=f"{MARK}-1", ordered_on=ordered, category=MARK, value="1000", **of),
        row("awards", decided_on=ordered, outcome="won", category=MARK, value="1000", **of),
        row("facts", topic="transport", value=f"{MARK} lake", as_of=ordered, **of),
        row("needs", kind="implied", text=f"{MARK} arrives late", heard_on=ordered, **of),
        row("suggestions", text=f"Try the {MARK} blend", made_on=ordered, **of),
        letter(JOE, OLGA, days[20], f"Could you send us the {MARK} report?", subject=MARK, message_id="asked@x"),
        letter(OLGA, JOE, days[17], f"I will send you the {MARK} report by Friday.", subject=f"Re: {MARK}"),
        letter(
            JOE,
            OLGA,
            days[16],
            f"Could you tell me where the {MARK} charge comes from?\n\nJoe {MARK}\nDirector of {MARK}",
            subject=f"{MARK} charge",
            html=f"<p>Could you tell me where the <b>{MARK}</b> charge comes from?</p>",
            attached=(file(f"{MARK}.html", f"<script>{MARK}</script>".encode()),),
        ),
        letter(OLGA, JOE, days[5], f"We will waive the {MARK} surcharge for this boat.", subject=f"{MARK} surcharge"),
        letter(SAME_JOE, OLGA, days[5], f"From home: {MARK} again.", subject=f"{MARK} from home"),
    )
    bad = folder / f"{MARK}.csv"
    bad.write_text(f"name,domain\n{MARK} two,{MARK.lower()}2.example\n{MARK} three,x,y\n")
    (folder / f"{MARK}.bin").write_bytes(bytes(range(256)) * 4)
    import_paths([folder], user=owner, at=now, as_of=now.date())
    name_ours(f"olga@{MARK.lower()}.test", is_ours=True, is_own=True, by=owner, at=now)
    whole, part = Account.objects.filter(owner=owner, merged_into=None).order_by("pk")[:2]
    belongs_to(part, whole, by=owner, at=now)
    bring_up_to_date(owner, as_of=now.date())
    item = TodayItem.objects.filter(owner=owner, action="draft").earliest("position")
    decision = decide(item, TodayVerdict.SNOOZED, by=owner, at=now, until=now.date() + timedelta(days=1), why=MARK)
    asked = Request.objects.filter(owner=owner).earliest("pk")
    entry = write_down(asked, EntryKind.HAPPENED, f"A new {MARK} line", by=owner, at=now, on=now.date(), source=MARK)
    abreast = _kept_abreast(owner, asked, now)
    account = Account.objects.get(owner=owner, name=COMPANY)
    favour = do_favour(account, Terms(f"A {MARK} sample", now.date()), ExchangeSide.GIVE, by=owner, at=now)
    token, _ = make_token(owner, MARK, [TokenScope.READ], days=1, at=now)
    terms = PlanTerms(f"Look at the {MARK} charge", Side.THEIRS, f"Joe {MARK}", now.date(), asked.sighting_key)
    step = add_step(account, terms, by=owner, at=now, on=now.date())
    whom = ForWhom(account.anchor, f"joe@{MARK.lower()}.example", f"Joe {MARK}")
    link, _ = make_link(owner, whom, days=7, by=owner, at=now)
    leave_words(link, PageWords("comment", "", f"The {MARK} scale is in.", "", "once"), at=now)
    publish(account, Choice(PublishedKind.HEAD, "", f"What we do for {MARK}", whose=MARK), by=owner, at=now)
    empty_letterbox(at=now, as_of=now.date())
    more = {
        "link_id": link.pk,
        "entry_id": entry.pk,
        "exchange_id": favour.pk,
        "token_id": token.pk,
        "step_key": step.step_key,
    }
    today = {"on": now.date(), "first_contact_on": None, "as_of": now.date()}
    passed = take_over(account, from_whom=MARK, by=owner, at=now, **today)
    leave_note(account, f"{MARK} never on a Monday", is_private=False, by=owner, at=now, as_of=now.date())
    fight = go_to_bat(asked, CasePart.NEED, Fight(f"{MARK} needs it"), by=owner, at=now)
    question = Question(MARK, "", f"What would you do about {MARK}?", MARK)
    advice = ask(account, asked, question, by=owner, at=now, as_of=now.date())
    learn(advice, f"Ask {MARK} first", MARK, by=owner, at=now)
    more |= {"tenure_id": passed.pk, "case_entry_id": fight.pk, "advice_id": advice.pk}
    return _ids(owner, item, decision) | more | abreast


def _kept_abreast(owner: Any, asked: Request, now: Any) -> dict[str, Any]:
    """Tell them by mouth, put a letter into the outbox, and add a question of one's own."""
    told = tell(asked, on=now.date(), words=f"Told about {MARK}", by=owner, at=now)
    letter = queue(write(f"joe@{MARK.lower()}.example", MARK, f"{MARK} is on its way."), by=owner, at=now)
    question = add_question(f"What is {MARK}?", QuestionKind.PROBLEM, RequestKind.ANY, by=owner, at=now)
    write_down(asked, EntryKind.ANSWER, MARK, by=owner, at=now, on=now.date(), question=question.key, words=MARK)
    return {"update_id": told.pk, "letter_id": letter.pk, "question_id": question.pk}


def _ids(owner: Any, item: TodayItem, decision: TodayDecision) -> dict[str, Any]:
    with_file = Attachment.objects.get(interaction__owner=owner)
    there: dict[str, Any] = {
        "item_id": item,
        "decision_id": decision,
        "own_decision_id": IdentityDecision.objects.filter(owner=owner).earliest("pk"),
        "account_id": Account.objects.get(owner=owner, name=COMPANY),
        "who_id": Person.objects.filter(owner=owner, anchor__startswith="joe@").earliest("pk"),
        "other_id": Person.objects.filter(owner=owner, is_ours=False).exclude(anchor__startswith="joe@").earliest("pk"),
        "word_id": IdentityDecision.objects.filter(owner=owner, kind=IdentityDecisionKind.PART_OF).earliest("pk"),
        "person_id": Person.objects.filter(owner=owner, anchor__startswith="joe@").earliest("pk"),
        "interaction_id": Interaction.objects.get(owner=owner, pk=with_file.interaction_id),
        "attachment_id": with_file,
        "proposal_id": Sighting.objects.get(owner=owner, kind="give_or_get"),
        "sighting_id": Sighting.objects.filter(owner=owner, interaction=with_file.interaction_id).earliest("pk"),
        "order_id": Order.objects.filter(owner=owner).earliest("pk"),
        "award_id": Award.objects.filter(owner=owner).earliest("pk"),
        "promise_id": Commitment.objects.filter(owner=owner).earliest("pk"),
        "request_id": Request.objects.filter(owner=owner).earliest("pk"),
        "doubt_id": Doubt.objects.filter(owner=owner).earliest("pk"),
        "import_id": Import.objects.filter(owner=owner).earliest("pk"),
        "refused_id": RefusedItem.objects.filter(owner=owner, table__isnull=False).earliest("pk"),
        "reading_id": TableReading.objects.create(
            owner=owner, fingerprint="f", headings=[MARK], reading={"table": "orders"}, said_at=timezone.now()
        ),
        "table_id": ImportedTable.objects.get(owner=owner),
    }
    doubt = there["doubt_id"]
    return {name: found.pk for name, found in there.items()} | {"kind_id": kind_of(doubt.kind, doubt.grounds)}
