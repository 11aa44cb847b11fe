"""The whole loop: whatever comes in, in whatever pieces, ends in one state, and making it anew changes nothing."""

import random
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User

from alongside.interactions.models import Interaction
from alongside.ledgers.awards.confirm import confirm_award
from alongside.ledgers.awards.models import Award
from alongside.ledgers.commitments.decide import decide_commitment
from alongside.ledgers.commitments.models import Commitment
from alongside.ledgers.requests.models import Request
from alongside.people.doubts import settle_doubt
from alongside.people.models import Doubt, Person
from alongside.pipeline import bring_up_to_date, catch_up, judge_one, place_anew, rebuild
from alongside.sightings.models import Sighting
from alongside.sightings.review import review_sighting
from alongside.standings.models import Standing
from alongside.touches.claims import claim_of, keep_apart, let_in
from alongside.touches.models import Placement, ThreadLink
from alongside.vocabulary import (
    AwardRoute,
    CommitmentState,
    DoubtKind,
    NoBidReason,
    RequestState,
    Review,
    SightingKind,
    Verdict,
)
from tests.letters import AT, card, keep, letter, meeting, row
from tests.state import state_of

JOE, ANN, OLGA = "Joe Kowalski <joe@nsteel.example>", "Ann Petrov <ann@nsteel.example>", "Olga Owner <olga@example.com>"
AS_OF = date(2025, 11, 24)


def correspondence() -> list[Any]:
    """A small year with National Steel: a question, a promise, a repeat, an order, a meeting, two John Smiths."""
    asked = letter(
        JOE, OLGA, "2025-11-11 16:42", message_id="q1@n", subject="Laydays",
        text="Olga,\n\nCould you tell me where this demurrage comes from? Nobody told us the berth was taken.\n\n"
        "Best regards,\nJoe Kowalski\nVP Raw Materials\nNational Steel\n",
    )  # fmt: skip
    answer = letter(
        OLGA, JOE, "2025-11-11 17:10", message_id="a1@o", in_reply_to="q1@n", references=("q1@n",), subject="Re: Laydays",
        text="Joe,\n\nYou are right to ask. I will find out and tell you by Friday.\n\nOlga",
    )  # fmt: skip
    again = letter(
        JOE, OLGA, "2025-11-18 09:05", message_id="q2@n", in_reply_to="a1@o", references=("q1@n", "a1@o"), subject="Re: Laydays",
        text="Olga,\n\nCan you tell me where the demurrage comes from? Still waiting.\n\nJoe",
    )  # fmt: skip
    cert = letter(
        ANN, OLGA, "2025-10-01 09:00", "Could you please send me the assay certificate for cargo 17?", message_id="c1@n"
    )
    sent = letter(
        OLGA, ANN, "2025-10-02 09:00", "Attached is the assay certificate for cargo 17.", message_id="c2@o",
        in_reply_to="c1@n", references=("c1@n",),
    )  # fmt: skip
    return [
        asked, answer, again, cert, sent,
        letter("John Smith <j.smith@nsteel.example>", OLGA, "2025-09-01 09:00", "Hello from the melt shop."),
        letter("John Smith <john.smith@nsteel.example>", OLGA, "2025-09-02 09:00", "Me again, from my other address."),
        letter(
            "Evil <evil@attacker.example>", OLGA, "2025-11-12 09:00", "Our bank details have changed.", message_id="x1@a",
            in_reply_to="a1@o", references=("q1@n", "a1@o"), subject="Re: Laydays",
        ),
        letter("News <newsletter@ironweekly.example>", OLGA, "2025-09-03 09:00", "Iron today.", headers={"list-unsubscribe": "<x>"}),
        meeting("visit", "2025-11-12 15:00", "Plant visit", JOE, ANN, OLGA),
        row("accounts", name="National Steel", domain="nsteel.example", standing="customer", since="2019-01-01"),
        row("orders", account="National Steel", number="4471", ordered_on="2025-11-19", category="Pellets", quantity="8200",
            unit="t", value="1100000", contact="joe@nsteel.example"),
        row("contacts", name="Joe Kowalski", address="joe@nsteel.example", account="National Steel", role="economic_buyer"),
        row("facts", account="National Steel", topic="transport", value="Lake only", as_of="2025-05-01"),
        card("Ann Petrov", "ann@nsteel.example", "ann.petrov@gmail.com"),
    ]  # fmt: skip


@pytest.fixture
def world(owner: User) -> User:
    keep(owner, *correspondence())
    bring_up_to_date(owner, as_of=AS_OF)
    return owner


def test_a_question_a_promise_and_a_repeat_become_one_open_request_and_one_open_promise(world: User) -> None:
    promise = Commitment.objects.get(state=CommitmentState.OPEN)
    assert (promise.due_on, promise.person.name) == (date(2025, 11, 14), "Joe Kowalski")
    request = Request.objects.get(state=RequestState.OPEN)
    assert (request.asked_on, request.asked_again) == (date(2025, 11, 11), 1)


def test_what_was_sent_settles_what_was_asked(world: User) -> None:
    settled = Request.objects.get(person__name="Ann Petrov")
    assert (settled.state, settled.answered_on) == (RequestState.ANSWERED, date(2025, 10, 2))


def test_an_order_without_a_solicitation_is_proposed_as_awarded_directly(world: User) -> None:
    award = Award.objects.get()
    assert (award.route, award.proposed_route) == ("", AwardRoute.DIRECT_AWARD)
    assert "60 days" in award.proposed_because


def test_making_it_all_anew_gives_the_same_state(world: User) -> None:
    before = state_of(world)
    rebuild(world, as_of=AS_OF)
    assert state_of(world) == before


def test_what_people_decided_survives_making_it_anew(world: User) -> None:
    decide_everything(world)
    before = state_of(world)
    rebuild(world, as_of=AS_OF)
    assert state_of(world) == before
    assert Commitment.objects.get(what__icontains="find out").state == CommitmentState.KEPT
    assert Award.objects.get().route == AwardRoute.DIRECT_AWARD


def test_a_rejected_sighting_posts_nothing_and_never_comes_back(world: User) -> None:
    sighting = Sighting.objects.filter(kind=SightingKind.PROMISE, quote__icontains="find out").get()
    review_sighting(sighting, Review.REJECTED, by=world, at=AT)
    judge_one(sighting.account, as_of=AS_OF)
    assert not Commitment.objects.filter(what__icontains="find out").exists()
    rebuild(world, as_of=AS_OF)
    assert Sighting.objects.get(quote__icontains="find out", kind=SightingKind.PROMISE).review == Review.REJECTED
    assert not Commitment.objects.filter(what__icontains="find out").exists()


@pytest.mark.parametrize("seed", range(4))
def test_in_whatever_pieces_and_order_it_comes_the_state_is_the_same(world: User, stranger: User, seed: int) -> None:
    stranger.email = world.email
    stranger.save()
    items = correspondence()
    dice = random.Random(seed)
    dice.shuffle(items)
    while items:
        keep(stranger, *[items.pop() for _ in range(min(len(items), dice.randint(1, 6)))])
        bring_up_to_date(stranger, as_of=AS_OF)
    assert state_of(stranger) == state_of(world)


def test_nothing_of_one_user_reaches_another(world: User, stranger: User) -> None:
    bring_up_to_date(stranger, as_of=AS_OF)
    assert all(rows == [] for rows in state_of(stranger).values())


def test_a_strangers_claim_to_answer_joins_no_thread_until_a_person_says_so(world: User) -> None:
    claimed, answered = (Interaction.objects.get(message_id=each) for each in ("x1@a", "a1@o"))
    assert thread_of(claimed) != thread_of(answered)
    claim = claim_of(world, claimed, claimed.placement)
    assert claim is not None and claim.answered == answered and not claim.is_let_in
    before = state_of(world)
    place_anew(world, let_in(claimed, claim, by=world, at=AT), as_of=AS_OF)
    rebuild(world, as_of=AS_OF)
    assert thread_of(claimed) == thread_of(answered)
    place_anew(world, keep_apart(claimed, by=world, at=AT), as_of=AS_OF)
    assert state_of(world) == before


def test_what_an_older_version_left_behind_is_caught_up(world: User) -> None:
    """A migration takes placements and links away where they are worked out in another way; the worker makes them anew."""
    before = state_of(world)
    Placement.objects.all().delete()
    ThreadLink.objects.all().delete()
    catch_up(world, as_of=AS_OF)
    assert state_of(world) == before


def thread_of(interaction: Interaction) -> int:
    return Placement.objects.get(interaction=interaction).thread_id


def test_automatic_mail_is_no_contact(world: User) -> None:
    assert not Standing.objects.filter(account__domain="ironweekly.example", touches_in_90_days__gt=0).exists()


def decide_everything(user: User) -> None:
    """Let a person say something about every kind of thing."""
    settle_doubt(Doubt.objects.get(kind=DoubtKind.SAME_PERSON), Verdict.YES, by=user, at=AT)
    promise = Commitment.objects.get(what__icontains="find out")
    decide_commitment(promise, CommitmentState.KEPT, by=user, at=AT, on=date(2025, 11, 20), importance=3)
    confirm_award(
        Award.objects.get(), by=user, at=AT, route=AwardRoute.DIRECT_AWARD, no_bid_reason=NoBidReason.RELATIONSHIP,
        awarded_by=Person.objects.get(name="Joe Kowalski"),
    )  # fmt: skip
    for sighting in Sighting.objects.visible_to(user).filter(kind=SightingKind.REQUEST):
        review_sighting(sighting, Review.CONFIRMED, by=user, at=AT)
    bring_up_to_date(user, as_of=AS_OF)
    judge_one(promise.account, as_of=AS_OF)
