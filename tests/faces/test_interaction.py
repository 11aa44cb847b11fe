"""The page of a mail: the words as they stand, what was found in them, a person's word on it, files, and what may never run."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.core import signing
from django.test import Client

from alongside.interactions.models import Attachment, Interaction
from alongside.ledgers.requests.models import Request
from alongside.pipeline import bring_up_to_date
from alongside.sightings.models import Sighting
from alongside.sources.contract import AttachedFile
from alongside.vocabulary import Review, SightingKind
from alongside.web.far_pictures import ask, was_asked
from alongside.web.rows.letter import blocks
from tests.faces.book import AS_OF, ASKED, JOE, OLGA, few_queries, mail, open_book
from tests.letters import file, keep, letter, meeting

PART = {"HX-Request": "true"}
HTML = """
<p onclick="x()" style="color:red">Dear <b>Olga</b></p><img src="https://track.example/a.gif">
<script>alert(1)</script><a href="https://evil.example">here</a>
"""


@pytest.fixture
def reader(client: Client, owner: Any) -> Client:
    open_book(owner)
    client.force_login(owner)
    return client


def _page(client: Client, interaction: Interaction, query: str = "") -> str:
    answer = client.get(f"/interactions/{interaction.pk}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def _asked(owner: Any) -> Sighting:
    found: Sighting = Sighting.objects.visible_to(owner).get(kind=SightingKind.REQUEST, quote=ASKED)
    return found


def _say(client: Client, sighting: Sighting, **said: str) -> str:
    address = f"/interactions/{sighting.interaction_id}/found/{sighting.pk}/"
    return client.post(address, said, headers=PART).content.decode()


def test_the_mail_says_who_to_whom_when_and_what(reader: Client, owner: Any) -> None:
    page = _page(reader, mail(owner, "Demurrage"))
    for words in ("Demurrage", "Joe Kowalski", "VP Raw Materials", "you", "Monday, 12 January 2026", "National Steel"):
        assert words in page


def test_what_was_found_is_marked_in_its_place_with_its_reason(reader: Client, owner: Any) -> None:
    asked = _asked(owner)
    page = _page(reader, mail(owner, "Demurrage"))
    assert f'id="sighting-{asked.pk}"' in page
    assert f">{ASKED}</a>" in page
    assert "found by" in page and f"{asked.extractor}, version {asked.version}" in page


def test_the_writers_own_clock_is_shown_where_it_differs(reader: Client, owner: Any) -> None:
    sent = datetime.fromisoformat("2026-02-27T23:30:00-05:00")
    keep(owner, replace(letter(JOE, OLGA, "2026-02-28T04:30:00", subject="Late"), sent_at=sent))
    bring_up_to_date(owner, as_of=AS_OF)
    page = _page(reader, mail(owner, "Late"))
    assert "Saturday, 28 February 2026, 04:30" in page
    assert "Friday, 27 February 2026, 23:30 there (UTC-5)" in page


def test_quoted_words_are_folded_and_still_there(reader: Client, owner: Any) -> None:
    text = "Yes.\n\nOn 12 Jan 2026, Olga Owner wrote:\n> The very first line\n> and the second"
    keep(owner, letter(JOE, OLGA, "2026-02-26T10:00:00", text, subject="Quoting"))
    bring_up_to_date(owner, as_of=AS_OF)
    page = _page(reader, mail(owner, "Quoting"))
    assert "3 lines quoted" in page and "The very first line" in page


def test_a_word_on_a_finding_is_kept_and_can_be_taken_back(reader: Client, owner: Any) -> None:
    asked = _asked(owner)
    assert "You said that this is right." in _say(reader, asked, review="confirmed")
    assert _asked(owner).review == Review.CONFIRMED
    _say(reader, asked, review="taken_back")
    assert _asked(owner).review == Review.UNREVIEWED


def test_what_is_not_so_leaves_the_books_at_once(reader: Client, owner: Any) -> None:
    asked = _asked(owner)
    assert Request.objects.visible_to(owner).filter(sighting_key=asked.key).exists()
    _say(reader, asked, review="rejected")
    assert not Request.objects.visible_to(owner).filter(sighting_key=asked.key).exists()


def test_a_correction_changes_kind_and_day_and_taking_it_back_restores_both(reader: Client, owner: Any) -> None:
    asked = _asked(owner)
    found_as = (asked.kind, dict(asked.detail))
    assert "What is it" not in _say(
        reader, asked, review="corrected", kind_="complaint", what="the demurrage", due_on="2026-03-06"
    )
    now = _asked_again(owner, asked)
    assert (now.kind, now.review, now.detail["due_on"]) == ("complaint", Review.CORRECTED, "2026-03-06")
    _say(reader, asked, review="taken_back")
    now = _asked_again(owner, asked)
    assert (now.kind, now.detail, now.review) == (*found_as, Review.UNREVIEWED)


def _asked_again(owner: Any, sighting: Sighting) -> Sighting:
    found: Sighting = Sighting.objects.visible_to(owner).get(key=sighting.key)
    return found


def test_a_correction_that_cannot_be_taken_says_so_and_keeps_what_was_typed(reader: Client, owner: Any) -> None:
    said = _say(reader, _asked(owner), review="corrected", kind_="request", what="the statement", due_on="some day")
    assert "some day" in said and "aria-invalid" in said
    assert _asked(owner).review == Review.UNREVIEWED


def test_without_scripts_a_word_leads_back_to_the_mark(reader: Client, owner: Any) -> None:
    asked = _asked(owner)
    answer = reader.post(f"/interactions/{asked.interaction_id}/found/{asked.pk}/", {"review": "confirmed"})
    assert answer.status_code == 302 and answer["Location"].endswith(f"#sighting-{asked.pk}")


def test_mail_that_is_no_contact_says_why(reader: Client, owner: Any) -> None:
    marked = {"list-unsubscribe": "<https://x.example>", "precedence": "bulk"}
    keep(owner, letter("News <news@nsteel.example>", OLGA, "2026-02-26T10:00:00", subject="Our news", headers=marked))
    bring_up_to_date(owner, as_of=AS_OF)
    assert "does not count as contact" in _page(reader, mail(owner, "Our news"))


def test_who_was_only_in_copy_is_named(reader: Client, owner: Any) -> None:
    page = _page(reader, mail(owner, "Re: Demurrage"))
    assert "Ann Petrov: only in copy" in page


def test_a_meeting_is_shown_with_who_and_where(reader: Client, owner: Any) -> None:
    page = _page(reader, mail(owner, "Plant visit"))
    assert "Stockyard" in page and "Joe Kowalski" in page and "Thursday, 5 March 2026, 10:00" in page


def test_a_meeting_that_was_called_off_says_so(reader: Client, owner: Any) -> None:
    keep(owner, meeting("visit-9", "2026-03-07T10:00:00", "Second visit", OLGA, JOE, cancelled=True))
    bring_up_to_date(owner, as_of=AS_OF)
    assert "It was called off." in _page(reader, mail(owner, "Second visit"))


def _with_file(owner: Any, name: str = "report.html") -> Attachment:
    content = b"<script>alert(1)</script>"
    attached = (file(name, content),)
    keep(owner, letter(JOE, OLGA, "2026-02-26T11:00:00", subject="A file", html=HTML, attached=attached))
    bring_up_to_date(owner, as_of=AS_OF)
    found: Attachment = Attachment.objects.get(interaction=mail(owner, "A file"))
    return found


@pytest.mark.parametrize(
    "name", ["report.html", "../../etc/passwd", 'a"; filename="b.exe', "one\r\nSet-Cookie: x=1", "", "‮gpj.exe"]
)
def test_a_file_is_only_ever_a_download(reader: Client, owner: Any, name: str) -> None:
    attached = _with_file(owner, name)
    answer = reader.get(f"/interactions/{attached.interaction_id}/files/{attached.pk}")
    assert answer["Content-Disposition"].startswith("attachment; filename")
    assert "/" not in answer["Content-Disposition"] and "Set-Cookie" not in answer.headers
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert b"".join(answer.streaming_content) == b"<script>alert(1)</script>"  # type: ignore[arg-type]


def test_a_file_of_another_mail_is_not_found_under_this_one(reader: Client, owner: Any) -> None:
    attached = _with_file(owner)
    other = mail(owner, "Demurrage")
    assert reader.get(f"/interactions/{other.pk}/files/{attached.pk}").status_code == 404


def test_the_layout_of_a_mail_can_run_and_load_nothing(reader: Client, owner: Any) -> None:
    shown = _with_file(owner).interaction
    assert "<iframe" not in _page(reader, shown)
    assert "sandbox src=" in _page(reader, shown, "?layout=1")
    answer = reader.get(f"/interactions/{shown.pk}/layout")
    page = answer.content.decode()
    assert "<b>Olga</b>" in page and "here" in page
    for never in ("script", "alert", "onclick", "style", "src", "href", "http"):
        assert never not in page
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "sandbox" in policy and "frame-ancestors 'self'" in policy
    assert answer["X-Frame-Options"] == "SAMEORIGIN"


PIXEL = bytes.fromhex("89504e470d0a1a0a0000000d494844520000000100000001")


def _with_pictures(owner: Any) -> Interaction:
    """Keep a mail that shows a picture of its own, one that only claims to be one, and two that lie elsewhere."""
    html = (
        '<p>Our plant</p><img src="cid:plant@x" alt="The plant"><img src="cid:evil@x"><img src="cid:nobody@x">'
        '<img src="https://cdn.example/a.png"><img src="https://track.example:443/p.gif?u=1" width="1">'
        '<img src="http://plain.example/b.png"><img src="https://user@odd.example/c.png"><img src="/why/finding/1/">'
        '<img src="data:image/svg+xml;base64,AAAA"><img src="data:image/png;base64,AAAA" srcset="https://s.example/x 2x">'
    )
    files = (
        AttachedFile("plant.png", "image/png", PIXEL, "plant@x"),
        AttachedFile("evil.png", "image/png", b"<svg onload=alert(1)>", "evil@x"),
    )
    (pk,) = keep(owner, letter(JOE, OLGA, "2026-01-14 09:00", "Our plant", html=html, attached=files))
    bring_up_to_date(owner, as_of=AS_OF)
    return Interaction.objects.get(pk=pk)


def _sources(answer: Any) -> list[str]:
    return re.findall(r'src="([^"]{1,40})', answer.content.decode())


def test_the_pictures_of_the_mail_itself_are_shown_and_nothing_that_only_says_it_is_one(
    reader: Client, owner: Any
) -> None:
    answer = reader.get(f"/interactions/{_with_pictures(owner).pk}/layout")
    assert _sources(answer) == ["data:image/png;base64,iVBORw0KGgoAAAANSU", "data:image/png;base64,AAAA"]
    assert "img-src data:;" in answer.headers["Content-Security-Policy"]


def test_pictures_that_lie_elsewhere_are_loaded_for_the_one_mail_whose_reader_asked(
    reader: Client, owner: Any, stranger: Any
) -> None:
    shown = _with_pictures(owner)
    page = _page(reader, shown, "?layout=1")
    assert "Show its pictures" in page
    assert "<b>cdn.example</b>, <b>track.example</b>." in page
    asked = reader.post(f"/interactions/{shown.pk}/pictures")
    token = parse_qs(urlsplit(asked["Location"]).query)["pictures"][0]
    page = reader.get(asked["Location"]).content.decode()
    assert "learns that you opened this mail" in page and "Show its pictures" not in page
    answer = reader.get(f"/interactions/{shown.pk}/layout", {"pictures": token})
    assert _sources(answer)[1:3] == ["https://cdn.example/a.png", "https://track.example:443/p.gif?u=1"]
    assert len(_sources(answer)) == 4
    assert "img-src data: https:;" in answer.headers["Content-Security-Policy"]
    assert "sandbox" in answer.headers["Content-Security-Policy"].split("; ")
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "https:" not in reader.get(f"/interactions/{shown.pk}/").headers["Content-Security-Policy"]


def test_an_asking_holds_for_no_other_mail_no_other_person_and_not_for_long(
    reader: Client, owner: Any, stranger: Any
) -> None:
    shown = _with_pictures(owner)
    for token in (
        "1",
        ask(owner, shown.pk + 1),
        ask(stranger, shown.pk),
        ask(owner, shown.pk)[:-1],
        signing.dumps([owner.pk, shown.pk]),
    ):
        answer = reader.get(f"/interactions/{shown.pk}/layout", {"pictures": token})
        assert len(_sources(answer)) == 2
        assert "https:" not in answer.headers["Content-Security-Policy"]
    with time_machine.travel(datetime(2026, 1, 14, tzinfo=UTC), tick=False):
        old = ask(owner, shown.pk)
    assert not was_asked(old, owner, shown.pk)


def test_a_mail_without_pictures_elsewhere_offers_none(reader: Client, owner: Any) -> None:
    (pk,) = keep(owner, letter(JOE, OLGA, "2026-01-14 09:30", "Plain", html="<p>Plain</p>"))
    bring_up_to_date(owner, as_of=AS_OF)
    page = _page(reader, Interaction.objects.get(pk=pk), "?layout=1")
    assert "Show its pictures" not in page and "nothing is fetched" in page


def test_a_layout_that_is_nested_without_end_is_refused(reader: Client, owner: Any) -> None:
    keep(owner, letter(JOE, OLGA, "2026-02-26T12:00:00", "Deep.", subject="Deep", html="<div>" * 30_000))
    deep = mail(owner, "Deep")
    assert reader.get(f"/interactions/{deep.pk}/layout").status_code == 404
    assert "Deep." in _page(reader, deep, "?layout=1")


def test_a_very_long_body_is_cut_and_can_be_asked_for(reader: Client, owner: Any) -> None:
    keep(owner, letter(JOE, OLGA, "2026-02-26T12:00:00", "word " * 20_000 + "the end", subject="Long"))
    long = mail(owner, "Long")
    assert "the end" not in _page(reader, long) and "the end" in _page(reader, long, "?whole=1")


def test_words_are_shown_and_never_become_elements(reader: Client, owner: Any) -> None:
    keep(
        owner,
        letter(JOE, OLGA, "2026-02-26T12:00:00", "<script>alert(1)</script> Could you call me?", subject="<b>x</b>"),
    )
    bring_up_to_date(owner, as_of=AS_OF)
    page = _page(reader, mail(owner, "<b>x</b>"))
    assert "<script>alert" not in page and "<b>x</b>" not in page


def test_where_two_findings_lie_over_each_other_every_word_stands_once(reader: Client, owner: Any) -> None:
    text = "Could you send it by Friday?"
    spans = [(0, 28), (10, 20), (10, 28), (0, 28)]
    marks = [Sighting(pk=n, start=a, end=b, kind="request", review="unreviewed") for n, (a, b) in enumerate(spans, 1)]
    pieces = [piece for block in blocks(text, marks) for piece in block.pieces]
    assert "".join(piece.text for piece in pieces) == text
    assert sum(len(piece.ends) for piece in pieces) == 4
    assert [piece.sighting.pk for piece in pieces if piece.sighting] == [4, 2, 3]


def test_a_stranger_finds_no_mail_no_file_no_layout_and_no_finding(reader: Client, owner: Any, stranger: Any) -> None:
    attached = _with_file(owner)
    asked = _asked(owner)
    reader.force_login(stranger)
    for address in ("", "layout", f"files/{attached.pk}", "?whole=1"):
        assert reader.get(f"/interactions/{attached.interaction_id}/{address}").status_code == 404
    address = f"/interactions/{asked.interaction_id}/found/{asked.pk}/"
    assert reader.get(address).status_code == reader.post(address, {"review": "rejected"}).status_code == 404
    assert _asked(owner).review == Review.UNREVIEWED


def test_a_page_asks_the_database_seldom(reader: Client, owner: Any) -> None:
    shown = mail(owner, "Re: Demurrage")
    with few_queries():
        _page(reader, shown)


def _claimed(owner: Any) -> Interaction:
    """A stranger writes as if he answered Joe's mail."""
    asked = mail(owner, "Demurrage")
    names = {"in_reply_to": asked.message_id, "references": (asked.message_id,)}
    stranger = "Evil <evil@attacker.example>"
    keep(owner, letter(stranger, OLGA, "2026-02-03T09:00:00", "Pay here.", subject="Re: Demurrage (new)", **names))
    bring_up_to_date(owner, as_of=AS_OF)
    return mail(owner, "Re: Demurrage (new)")


def test_a_strangers_claim_to_answer_is_told_and_stands_apart(reader: Client, owner: Any) -> None:
    page = _page(reader, _claimed(owner))
    assert "It says that it answers" in page and "took no part in that conversation" in page
    assert "It says that it answers" not in _page(reader, mail(owner, "Demurrage"))


def test_a_claim_that_is_let_in_joins_the_thread_and_can_be_put_out_again(reader: Client, owner: Any) -> None:
    claimed = _claimed(owner)
    let_in = reader.post(f"/interactions/{claimed.pk}/claim", follow=True).content.decode()
    assert "because you said so" in let_in and 'class="thread ' in let_in
    put_out = reader.post(f"/interactions/{claimed.pk}/claim", {"undo": "1"}, follow=True).content.decode()
    assert "It says that it answers" in put_out and 'class="thread ' not in put_out


def test_a_mail_that_claims_nothing_has_nothing_to_let_in(reader: Client, owner: Any) -> None:
    plain = mail(owner, "Assay")
    assert "because you said so" not in reader.post(f"/interactions/{plain.pk}/claim", follow=True).content.decode()


def test_the_page_of_a_claimed_answer_asks_the_database_little(reader: Client, owner: Any) -> None:
    claimed = _claimed(owner)
    with few_queries():
        _page(reader, claimed)
