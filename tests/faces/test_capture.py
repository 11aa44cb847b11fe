"""Notes from a telephone: kept once under their own id, only for who took them, and asked whom they are about where they do not say."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from alongside.devices.keys import bearer
from alongside.devices.models import DeviceKey
from alongside.entering.captured import LONGEST_CAPTURED, unnamed_notes
from alongside.erasing import erase_words
from alongside.interactions.files import file_path
from alongside.interactions.models import Attachment, Interaction
from alongside.ledgers.commitments.models import Commitment
from alongside.pipeline import rebuild
from alongside.touches.models import Touch
from alongside.vocabulary import Review
from alongside.web.urls import urlpatterns
from tests.faces.book import AS_OF, company, few_queries, open_book, person
from tests.interactions.test_photographs import GREY, PLACE, segment, with_more

WORDS = "Lunch with Joe. I will send him the rail schedule by Friday."
JSON = {"Accept": "application/json"}


@pytest.fixture
def road(client: Client, owner: Any) -> Client:
    open_book(owner)
    client.force_login(owner)
    return client


def sent(owner: Any, **more: Any) -> dict[str, Any]:
    return {"id": str(uuid4()), "who": bearer(owner), "text": WORDS, **more}


def take(client: Client, said: dict[str, Any]) -> Any:
    return client.post("/capture/notes", said)


def notes_of(user: Any) -> list[Interaction]:
    return list(Interaction.objects.visible_to(user).filter(kind="note").order_by("pk"))


def joe(owner: Any) -> str:
    return f"person:{person(owner, 'Joe Kowalski').pk}"


def test_a_note_is_confirmed_by_its_id_with_what_was_found_in_it(road: Client, owner: Any) -> None:
    said = sent(owner, about=joe(owner), about_name="Joe Kowalski, National Steel")
    answer = take(road, said).json()
    assert (answer["id"], answer["about"], answer["whom"]) == (said["id"], ["Joe Kowalski"], None)
    assert [each["title"] for each in answer["found"]] == ["Our promise"]
    assert Commitment.objects.visible_to(owner).filter(interaction=notes_of(owner)[0]).exists()


def test_what_was_found_is_judged_at_once(road: Client, owner: Any) -> None:
    [found] = take(road, sent(owner, about=joe(owner))).json()["found"]
    assert road.post(found["judge"], {"review": "rejected"}, headers={"HX-Request": "true"}).status_code == 200
    assert not Commitment.objects.visible_to(owner).filter(interaction=notes_of(owner)[0]).exists()
    assert take(road, sent(owner, id=str(uuid4()), about=joe(owner))).json()["found"][0]["review"] == Review.UNREVIEWED


def test_sent_any_number_of_times_it_is_kept_once(road: Client, owner: Any) -> None:
    said = sent(owner, about=joe(owner))
    answers = [take(road, said).json() for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]
    assert len(notes_of(owner)) == 1


def test_the_same_words_under_another_id_are_another_note(road: Client, owner: Any) -> None:
    for _ in range(2):
        take(road, sent(owner, about=joe(owner)))
    assert len(notes_of(owner)) == 2


def test_other_words_under_an_id_are_not_confirmed(road: Client, owner: Any) -> None:
    said = sent(owner)
    take(road, said)
    answer = take(road, said | {"text": "Something else."})
    assert (answer.status_code, answer.json()["why"]) == (409, "other words")
    assert [note.body.text for note in notes_of(owner)] == [WORDS]


def test_an_erased_note_does_not_come_back_when_it_is_sent_again(road: Client, owner: Any) -> None:
    said = sent(owner)
    take(road, said)
    erase_words(notes_of(owner)[0], by=owner, at=timezone.now(), as_of=AS_OF)
    assert take(road, said).json()["id"] == said["id"]
    assert [note.body.text for note in notes_of(owner)] == [""]


def test_a_note_of_another_sign_in_is_not_taken(road: Client, owner: Any, stranger: Any) -> None:
    said = sent(owner, about=joe(owner))
    road.force_login(stranger)
    assert take(road, said).json()["why"] == "another"
    assert notes_of(owner) == notes_of(stranger) == []


def test_a_stranger_who_sends_the_same_id_has_a_note_of_their_own_about_nobody_of_ours(
    road: Client, owner: Any, stranger: Any
) -> None:
    said = sent(owner, about=joe(owner))
    take(road, said)
    road.force_login(stranger)
    answer = take(road, said | {"who": bearer(stranger)}).json()
    assert answer["about"] == [] and answer["whom"]["people"] == []
    assert len(notes_of(owner)) == len(notes_of(stranger)) == 1


@pytest.mark.parametrize(
    "text", ["שלום ג'ו, נתראה ביום שישי", "😀👩‍🏭🇩🇪", "word " * 20_000, "one\r\ntwo\nthree", "\x00nothing\ud83d"]
)
def test_any_words_are_kept(road: Client, owner: Any, text: str) -> None:
    said = sent(owner, text=text.encode("utf-8", "replace").decode())
    assert take(road, said).json()["id"] == said["id"]
    [note] = notes_of(owner)
    assert note.body.text == said["text"].replace("\r\n", "\n").replace("\x00", "")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"text": "  "}, "nothing in this note"),
        ({"text": "x" * (LONGEST_CAPTURED + 1)}, "200,000 are taken"),
        ({"id": "1"}, "no id of its own"),
        ({"id": ""}, "no id of its own"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_a_sentence(
    road: Client, owner: Any, wrong: dict[str, str], sentence: str
) -> None:
    answer = take(road, sent(owner) | wrong)
    assert (answer.status_code, answer.json()["why"]) == (422, "refused")
    assert sentence in answer.json()["sentence"]
    assert notes_of(owner) == []


@pytest.mark.parametrize(
    ("taken_at", "is_believed"),
    [("-1 day", True), ("+1 day", False), ("-3 years", False), ("never", False), ("", False)],
)
def test_it_is_of_when_it_was_taken_as_far_as_the_clock_can_be_believed(
    road: Client, owner: Any, taken_at: str, is_believed: bool
) -> None:
    now = timezone.now()
    ago = {"-1 day": timedelta(days=-1), "+1 day": timedelta(days=1), "-3 years": timedelta(days=-1100)}
    stated = (now + ago[taken_at]).isoformat() if taken_at in ago else taken_at
    take(road, sent(owner, taken_at=stated))
    occurred = notes_of(owner)[0].occurred_at
    assert abs(occurred - (now + ago[taken_at] if is_believed else now)) < timedelta(minutes=1)


# Whom it is about


def test_a_typed_name_is_matched_and_a_name_alone_is_enough(road: Client, owner: Any) -> None:
    assert take(road, sent(owner, about_name="joe kowalski")).json()["about"] == ["Joe Kowalski"]


def test_a_row_that_is_gone_is_found_by_its_name(road: Client, owner: Any) -> None:
    said = sent(owner, about="person:999999", about_name="Joe Kowalski, National Steel")
    assert take(road, said).json()["about"] == ["Joe Kowalski"]


def test_on_a_company_it_is_asked_with_whom_and_then_what_was_found_is_theirs(road: Client, owner: Any) -> None:
    steel = company(owner, "National Steel")
    answer = take(road, sent(owner, about=f"account:{steel.pk}", about_name="National Steel")).json()
    assert answer["whom"]["at"] == "National Steel"
    assert {each["name"] for each in answer["whom"]["people"]} >= {"Joe Kowalski", "Ann Petrov"}
    ann = person(owner, "Ann Petrov").pk
    told = road.post(answer["whom"]["settle"], {"person": ann}, headers=JSON).json()
    assert (told["about"], told["whom"]) == (["Ann Petrov"], None)
    assert Commitment.objects.visible_to(owner).get(interaction=notes_of(owner)[0]).person_id == ann
    assert Touch.objects.visible_to(owner).filter(interaction=notes_of(owner)[0], person_id=ann).exists()


def test_a_note_about_nobody_is_kept_found_and_asked_for_later(road: Client, owner: Any) -> None:
    href = take(road, sent(owner, about_name="Ebenezer Nobody")).json()["href"]
    assert "Notes that do not say whom they are about" in road.get("/doubts/").content.decode()
    page = road.get(href).content.decode()
    assert "Nobody is called Ebenezer Nobody. Whom is it about?" in page and "rail schedule" in page
    assert href in road.get("/search/?q=schedule").content.decode()
    note = notes_of(owner)[0]
    again = road.post(f"/capture/notes/{note.pk}/about", {"about_name": "Somebody Else"}, follow=True).content.decode()
    assert "Nobody is called Somebody Else" in again
    road.post(f"/capture/notes/{note.pk}/about", {"about_name": "Joe Kowalski"})
    assert "Whom is it about?" not in road.get(href).content.decode()
    assert "Notes that do not say" not in road.get("/doubts/").content.decode()


def test_a_note_for_oneself_asks_no_more(road: Client, owner: Any) -> None:
    answer = take(road, sent(owner)).json()
    told = road.post(answer["whom"]["settle"], {"mine": "1"}, headers=JSON).json()
    assert told["whom"] is None
    assert not unnamed_notes(owner).exists()
    assert not Touch.objects.visible_to(owner).filter(interaction=notes_of(owner)[0]).exists()


def test_whom_it_is_about_is_said_once_and_survives_a_rebuild(road: Client, owner: Any) -> None:
    settle = take(road, sent(owner)).json()["whom"]["settle"]
    road.post(settle, {"about_name": "Joe Kowalski"})
    assert road.post(settle, {"about_name": "Ann Petrov"}).status_code == 404
    rebuild(owner, as_of=AS_OF)
    promise = Commitment.objects.visible_to(owner).get(interaction=notes_of(owner)[0])
    assert promise.person is not None and promise.person.name == "Joe Kowalski"


def test_a_stranger_says_nothing_about_it(road: Client, owner: Any, stranger: Any) -> None:
    settle = take(road, sent(owner)).json()["whom"]["settle"]
    road.force_login(stranger)
    assert road.post(settle, {"mine": "1"}).status_code == 404
    assert unnamed_notes(owner).count() == 1


# Photographs


def photo(content: bytes, name: str = "IMG_2001.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="image/jpeg")


def test_a_photograph_is_kept_as_a_file_under_a_name_of_ours_without_its_place(road: Client, owner: Any) -> None:
    given = with_more(segment(0xE1, b"Exif\0\0" + PLACE))
    answer = take(road, sent(owner, text="", photo=[photo(given, "../../etc/passwd.html")])).json()
    [kept] = Attachment.objects.filter(interaction=notes_of(owner)[0])
    assert (kept.name, kept.media_type) == ("photo-1.jpg", "image/jpeg")
    assert file_path(kept.sha256).read_bytes() == GREY
    download = road.get(f"{answer['href']}files/{kept.pk}")
    assert download.headers["Content-Disposition"].startswith("attachment;")


def test_the_same_photograph_sent_again_is_the_same_note(road: Client, owner: Any) -> None:
    said = sent(owner)
    for _ in range(2):
        assert take(road, said | {"photo": [photo(GREY)]}).json()["id"] == said["id"]
    assert len(notes_of(owner)) == 1


@pytest.mark.parametrize(
    ("photos", "sentence"),
    [
        ([b"GIF89a"], "could not be read"),
        ([b"<svg onload=alert(1)>"], "could not be read"),
        ([GREY] * 7, "takes 6 photographs"),
        ([GREY + b"\0" * 9 * 1024**2], "9 MB is too large"),
    ],
)
def test_what_is_no_photograph_or_too_large_is_refused_with_what_to_do(
    road: Client, owner: Any, photos: list[bytes], sentence: str
) -> None:
    answer = take(road, sent(owner, photo=[photo(each) for each in photos]))
    assert answer.status_code == 422 and sentence in answer.json()["sentence"]
    assert notes_of(owner) == []


# What the device is told


def test_a_device_is_told_names_and_nothing_else(road: Client, owner: Any) -> None:
    said = road.get(f"/capture/mine?about={joe(owner)}").json()
    assert {frozenset(each) for each in said["people"]} == {frozenset({"about", "name", "more"})}
    assert said["asked"]["name"] == "Joe Kowalski"
    assert road.get("/capture/mine").headers["Cache-Control"].startswith("max-age=0, no-cache, no-store")


def test_a_stranger_is_told_nothing_of_ours(road: Client, owner: Any, stranger: Any) -> None:
    about = joe(owner)
    take(road, sent(owner))
    road.force_login(stranger)
    said = road.get(f"/capture/mine?about={about}").json()
    assert (said["people"], said["asked"], said["unnamed"]) == ([], None, 0)
    assert said["who"] != bearer(owner)


def test_each_user_has_one_key_of_their_own_whatever_the_password(road: Client, owner: Any, stranger: Any) -> None:
    first = road.post("/capture/key").json()
    assert road.post("/capture/key").json() == first
    owner.set_password("another one altogether")
    owner.save()
    road.force_login(owner)
    assert road.post("/capture/key").json() == first
    road.force_login(stranger)
    assert road.post("/capture/key").json()["key"] != first["key"]
    assert DeviceKey.objects.count() == 2


def test_the_bare_page_is_the_same_for_everybody_and_makes_no_cookie(road: Client) -> None:
    bare = Client().get("/capture/")
    assert bare.content == road.get("/capture/?about=person:1").content
    assert not bare.cookies and b"csrf" not in bare.content.lower()


def test_the_worker_keeps_the_bare_page_and_static_files_alone(road: Client) -> None:
    worker = Client().get("/capture/worker.js")
    assert worker.headers["Content-Type"].startswith("text/javascript")
    line = next(line for line in worker.content.decode().splitlines() if line.startswith("const FILES"))
    kept = line.partition("[")[2].partition("]")[0].replace("'", "").split(", ")
    assert kept[0] == "/capture/" and all(each.startswith("/static/") for each in kept[1:])
    private = {f"/{each.pattern}" for each in urlpatterns if each.name != "capture"}
    assert private.isdisjoint(kept)


def test_the_device_asks_the_database_seldom(road: Client, owner: Any) -> None:
    with few_queries():
        road.get(f"/capture/mine?about={joe(owner)}")


def test_a_clock_without_a_zone_is_not_believed(road: Client, owner: Any) -> None:
    take(road, sent(owner, taken_at="2020-01-01T00:00:00"))
    assert notes_of(owner)[0].occurred_at > datetime.now(UTC) - timedelta(minutes=1)
