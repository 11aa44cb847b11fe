"""What came in, and what was refused?"""

from datetime import datetime

from ninja import Router

from alongside.answers.keyset import Column, Order, page_of
from alongside.answers.paging import Page
from alongside.answers.questions import ImportAnswer, import_answer
from alongside.api.bearer import Asked
from alongside.api.find import find
from alongside.api.operations import After, Id, Limit, page_after, reads
from alongside.intake.models import Import

router = Router(tags=["Imports"])

NEWEST_FIRST: Order = (Column("started_at", datetime, descending=True), Column("pk", int, descending=True))


@reads(router, "", Page[ImportAnswer], summary="The imports")
def imports(request: Asked, after: After = "", limit: Limit = 40) -> Page[ImportAnswer]:
    """List what was brought in, the newest first."""
    rows = Import.objects.visible_to(request.user).defer("seen", "readings", "paths", "names")
    found, following = page_of(rows, NEWEST_FIRST, after=page_after(after, NEWEST_FIRST), size=limit)
    return Page([import_answer(row) for row in found], following)


@reads(router, "/{import_id}", ImportAnswer, summary="An import")
def one_import(request: Asked, import_id: Id) -> ImportAnswer:
    """Show how far an import is, what it counted, and what it refused."""
    return import_answer(find(Import.objects.visible_to(request.user), "import", import_id))
