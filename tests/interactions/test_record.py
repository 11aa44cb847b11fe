"""Items become facts once, by whatever way and however often they come."""

import hashlib
import json
from pathlib import Path

from django.contrib.auth.models import User

from alongside.interactions.automatic import kind_of_mail
from alongside.interactions.models import Attachment, Interaction, SourceRecord
from alongside.sources.contract import AttachedFile
from tests.letters import card, file, keep, letter, meeting, row

JOE, OLGA = "Joe Kowalski <joe@nsteel.example>", "Olga Owner <olga@example.com>"


def test_the_same_mail_twice_is_one(owner: User) -> None:
    mail = letter(JOE, OLGA, "2025-03-04 09:00", message_id="a@x")
    assert len(keep(owner, mail, mail)) == 1
    assert keep(owner, mail) == []


def test_the_same_mail_by_two_ways_is_one_although_a_list_added_its_footer(owner: User) -> None:
    text = "We need the assay of the last cargo before we can release the payment. " * 5
    one = letter(JOE, OLGA, "2025-03-04 09:00", text, message_id="a@x")
    other = letter(
        JOE, OLGA, "2025-03-04 09:00", text + "\n____\nlist footer", message_id="a@x", subject="[list] Pellets"
    )
    assert len(keep(owner, one)) == 1
    assert keep(owner, other) == []


def test_a_mail_that_bears_the_id_of_another_but_says_something_else_is_kept_beside_it(owner: User) -> None:
    keep(owner, letter(JOE, OLGA, "2025-03-04 09:00", "Ship it.", message_id="a@x", subject="Cargo"))
    forged = letter(JOE, OLGA, "2025-03-05 09:00", "Change our bank account.", message_id="a@x", subject="Bank")
    assert len(keep(owner, forged)) == 1
    assert keep(owner, forged) == []
    assert Interaction.objects.count() == 2


def test_two_people_may_use_one_message_id(owner: User) -> None:
    keep(owner, letter(JOE, OLGA, "2025-03-04 09:00", message_id="a@x"))
    assert len(keep(owner, letter("ann@nsteel.example", OLGA, "2025-03-04 09:00", message_id="a@x"))) == 1


def test_a_mail_without_an_id_is_known_by_what_it_says(owner: User) -> None:
    mail = letter(JOE, OLGA, "2025-03-04 09:00", "One.", message_id="")
    assert len(keep(owner, mail, letter(JOE, OLGA, "2025-03-04 09:00", "Two.", message_id=""))) == 2
    assert keep(owner, mail) == []


def test_two_users_keep_the_same_mail_each_for_themselves(owner: User, stranger: User) -> None:
    mail = letter(JOE, OLGA, "2025-03-04 09:00")
    assert keep(owner, mail) and keep(stranger, mail)
    assert Interaction.objects.visible_to(stranger).count() == 1


def test_a_moved_meeting_is_a_new_fact_beside_the_old_one(owner: User) -> None:
    keep(owner, meeting("m1", "2025-03-04 09:00", "Plant visit", JOE, OLGA))
    assert len(keep(owner, meeting("m1", "2025-03-05 09:00", "Plant visit", JOE, OLGA))) == 1


def test_rows_and_cards_are_kept_once_with_their_values(owner: User) -> None:
    order = row("orders", account="National Steel", number="4471", ordered_on="2025-03-01")
    keep(owner, order, card("Joe Kowalski", "joe@nsteel.example"))
    keep(owner, order, card("Joe Kowalski", "joe@nsteel.example"))
    assert sorted(SourceRecord.objects.values_list("table", flat=True)) == ["cards", "orders"]


def test_a_file_is_kept_under_the_hash_of_its_content_and_never_under_its_name(owner: User, settings: object) -> None:
    from django.conf import settings as active

    keep(owner, letter(JOE, OLGA, "2025-03-04 09:00", attached=(file("../../etc/passwd", b"assay"),)))
    attachment = Attachment.objects.get()
    assert attachment.sha256 == hashlib.sha256(b"assay").hexdigest()
    names = {p.name for p in Path(active.ATTACHMENTS).rglob("*") if p.is_file()}
    assert attachment.sha256 in names and "passwd" not in names


def test_what_no_database_keeps_is_dropped_and_the_rest_stays(owner: User) -> None:
    keep(owner, letter(JOE, OLGA, "2025-03-04 09:00", "before\x00after \ud800", subject="nul\x00"))
    assert Interaction.objects.get().body.text == "beforeafter "


def test_what_a_reader_put_right_and_the_pictures_of_a_mail_stay_words(owner: User) -> None:
    picture = AttachedFile("a.png", "image/png", b"x", "a@x")
    (pk,) = keep(owner, letter(JOE, OLGA, "2025-01-02 09:00", repairs=("One.", "Two."), attached=(picture,)))
    headers = Interaction.objects.get(pk=pk).headers
    assert headers["repairs"].splitlines() == ["One.", "Two."]
    assert list(json.loads(headers["inline"])) == ["a@x"]
    assert kind_of_mail(headers, sender_address="joe@nsteel.example", subject="s", text_head="t")[0] == "personal"
