"""What did we give this customer and what did we get? Read, entered, come, taken back; never shown to the customer."""

from datetime import date
from typing import Annotated, Literal

from ninja import Router
from pydantic import Field

from alongside.answers.business import ExchangeAnswer, ExchangesAnswer, exchange_answer, exchanges_answer
from alongside.api import clock
from alongside.api.bearer import Asked
from alongside.api.find import account_of, find
from alongside.api.operations import Id, Said, reads, takes_back, writes
from alongside.api.problems import ProblemError, refuse, refuse_field
from alongside.entering.exchanges import FORMS, kept
from alongside.ledgers.exchanges.enter import deliver, exchanges_with, take_back
from alongside.ledgers.exchanges.models import Exchange
from alongside.ledgers.requests.models import Request
from alongside.pipeline import judge_one
from alongside.vocabulary import ExchangeSide, TokenScope

router = Router(tags=["Gives and gets"])

Line = Annotated[str, Field(max_length=300)]
Amount = Annotated[str, Field(max_length=30)]


class ExchangeSaid(Said):
    """A favour of ours or theirs; a concession with what comes in return, or why nothing does; or a commercial get that came by itself.

    Amounts are decimals as text, with their currency. `side` belongs to a favour; `got` and all below it to a concession, which may be
    made for a request (`request_id`).
    """

    kind: Literal["favour", "concession", "received"]
    what: Line
    side: ExchangeSide = ExchangeSide.GIVE
    on: date | None = None
    value: Amount = ""
    currency: Annotated[str, Field(max_length=8)] = ""
    got: Line = ""
    whose: Annotated[str, Field(max_length=200)] = ""
    due_on: date | None = None
    got_value: Amount = ""
    reason: Line = ""
    approved_by: Annotated[str, Field(max_length=200)] = ""
    approved_on: date | None = None
    request_id: int | None = None


class Came(Said):
    """That it has come: on which day, if not today."""

    delivered: Literal[True] = True


@reads(router, "/{account_id}/exchanges", ExchangesAnswer, summary="Gives and gets")
def exchanges(request: Asked, account_id: Id) -> ExchangesAnswer:
    """Show gives and gets with an account, the rate at which concessions were answered, and the balances."""
    _, as_of = clock.now()
    return exchanges_answer(account_of(request, account_id), as_of=as_of)


@writes(
    router,
    "POST",
    "/{account_id}/exchanges",
    ExchangeAnswer,
    may=TokenScope.WRITE_EXCHANGES,
    status=201,
    summary="Enter a give or get",
)
def enter_exchange(request: Asked, account_id: Id, said: ExchangeSaid) -> ExchangeAnswer:
    """Enter a favour, or a concession with what comes in return; large ones need somebody's word."""
    account = account_of(request, account_id)
    form = FORMS[said.kind]({name: value for name, value in said.dict().items() if value is not None})
    at, as_of = clock.now()
    more = {"request_key": _request_key(request, said)} if said.request_id is not None else {}
    entered = kept(form, account, by=request.user, at=at, as_of=as_of, **more)
    if entered is None:
        refuse(form)
    judge_one(account, as_of=as_of)
    return exchange_answer(entered)


@writes(
    router,
    "POST",
    "/{account_id}/exchanges/{exchange_id}/came",
    ExchangeAnswer,
    may=TokenScope.WRITE_EXCHANGES,
    summary="What was agreed in return has come",
)
def exchange_came(request: Asked, account_id: Id, exchange_id: Id, said: Came) -> ExchangeAnswer:
    """Keep that what was agreed in return for a concession has come."""
    chosen = _exchange(request, account_id, exchange_id)
    if chosen.stands_for_id is None:
        raise ProblemError(422, "Only what was agreed in return for a concession comes; this was given as it stands.")
    _, as_of = clock.now()
    if chosen.delivered_on is None:
        deliver(chosen, on=as_of)
        judge_one(account_of(request, account_id), as_of=as_of)
    return exchange_answer(chosen)


@takes_back(router, "/{account_id}/exchanges/{exchange_id}", may=TokenScope.WRITE_EXCHANGES)
def undo_exchange(request: Asked, account_id: Id, exchange_id: Id) -> None:
    """Take a give or get back, with what stood for it: it counts no more."""
    at, as_of = clock.now()
    take_back(_exchange(request, account_id, exchange_id), at=at)
    judge_one(account_of(request, account_id), as_of=as_of)


def _request_key(request: Asked, said: ExchangeSaid) -> str:
    if said.kind != "concession":
        refuse_field("request_id", "Only a concession is made for a request.")
    asked = Request.objects.visible_to(request.user).filter(pk=said.request_id or 0).first()
    if asked is None:
        refuse_field("request_id", f"There is no request {said.request_id}.")
    return asked.sighting_key


def _exchange(request: Asked, account_id: int, exchange_id: int) -> Exchange:
    account = account_of(request, account_id)
    between = [each.pk for each in exchanges_with(account)]
    found: Exchange = find(Exchange.objects.visible_to(request.user).filter(pk__in=between), "exchange", exchange_id)
    return found
