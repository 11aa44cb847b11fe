"""Text can be erased; that it took place stays. Nothing derived keeps the words."""

from datetime import date
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection

from alongside.erasing import erase_words
from alongside.interactions.models import Attachment, Interaction
from alongside.ledgers.requests.models import Request
from alongside.pipeline import bring_up_to_date, rebuild
from alongside.sightings.models import Sighting
from alongside.sightings.review import review_sighting
from alongside.touches.models import Touch
from alongside.vocabulary import Review
from tests.letters import AT, file, keep, letter

AS_OF = date(2025, 3, 20)
MARK = "zebrafish"


def kept_words() -> str:
    """Everything that the database holds in its own tables, as one text."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith("alongside_") and not table.startswith("alongside_words"):
                cursor.execute(f'SELECT * FROM "{table}"')
                found += [repr(row) for row in cursor.fetchall()]
    return "\n".join(found)


def test_no_table_keeps_the_words_of_an_erased_mail_but_it_still_took_place(owner: User) -> None:
    text = f"Could you send me the {MARK} report by Friday?\n\nRegards\nJoe"
    attached = (file(f"{MARK}.csv", MARK.encode()),)
    keep(
        owner,
        letter("joe@nsteel.example", "olga@example.com", "2025-03-04 09:00", text, subject="Cargo", attached=attached),
    )
    bring_up_to_date(owner, as_of=AS_OF)
    sighting = Sighting.objects.get(quote__icontains=MARK)
    review_sighting(sighting, Review.CORRECTED, by=owner, at=AT, detail={"what": f"the {MARK} list"})
    assert Request.objects.filter(what__icontains=MARK).exists()

    erase_words(Interaction.objects.get(), by=owner, at=AT, as_of=AS_OF)

    names = Attachment.objects.get().name
    assert MARK not in kept_words().replace(names, "")
    assert Touch.objects.count() == 1
    rebuild(owner, as_of=AS_OF)
    assert MARK not in kept_words().replace(names, "")


def test_an_attached_content_goes_unless_another_mail_holds_it_too(
    owner: User, django_capture_on_commit_callbacks: object
) -> None:
    shared, lonely = file("a.csv", b"shared content"), file("b.csv", b"lonely content")
    keep(owner, letter("joe@nsteel.example", "olga@example.com", "2025-03-04 09:00", attached=(shared, lonely)))
    keep(owner, letter("ann@nsteel.example", "olga@example.com", "2025-03-05 09:00", attached=(shared,)))
    bring_up_to_date(owner, as_of=AS_OF)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        erase_words(Interaction.objects.order_by("pk")[0], by=owner, at=AT, as_of=AS_OF)
    left = {p.read_bytes() for p in Path(settings.ATTACHMENTS).rglob("*") if p.is_file()}
    assert b"shared content" in left and b"lonely content" not in left


def test_an_erased_mail_does_not_come_back_with_the_next_import(owner: User) -> None:
    mail = letter("joe@nsteel.example", "olga@example.com", "2025-03-04 09:00", f"The {MARK} again.", message_id="a@x")
    keep(owner, mail)
    bring_up_to_date(owner, as_of=AS_OF)
    erase_words(Interaction.objects.get(), by=owner, at=AT, as_of=AS_OF)
    assert keep(owner, mail) == []
    assert MARK not in kept_words()
