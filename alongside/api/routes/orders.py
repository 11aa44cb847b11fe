"""What did they order?"""

from ninja import Router

from alongside.answers.business import ORDERS_NEWEST_FIRST, OrderAnswer, order_answer, order_page
from alongside.answers.paging import Page
from alongside.api.bearer import Asked
from alongside.api.find import find
from alongside.api.operations import After, Id, Limit, Number, page_after, reads
from alongside.ledgers.orders.models import Order

router = Router(tags=["Orders"])


@reads(router, "", Page[OrderAnswer], summary="The orders")
def orders(request: Asked, account: Number = None, after: After = "", limit: Limit = 40) -> Page[OrderAnswer]:
    """List orders with their lines, the newest first."""
    rows = Order.objects.visible_to(request.user)
    rows = rows.filter(account_id=account) if account else rows
    return order_page(rows, after=page_after(after, ORDERS_NEWEST_FIRST), size=limit)


@reads(router, "/{order_id}", OrderAnswer, summary="An order")
def order(request: Asked, order_id: Id) -> OrderAnswer:
    """Show one order with its lines."""
    rows = Order.objects.visible_to(request.user).select_related("account", "person")
    return order_answer(find(rows, "order", order_id))
