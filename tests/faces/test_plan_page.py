"""The joint plan as a page: both sides own steps, nobody's is refused, each word is kept and can be taken back, and calendars follow."""

import csv
from io import StringIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from alongside.ledgers.plans.models import PlanEntry
from alongside.people.merge import merge_accounts
from alongside.pipeline import bring_up_to_date, rebuild
from alongside.today.models import TodayItem
from tests.faces.book import company, few_queries, open_book, person

TODAY = timezone.localdate().isoformat()


@pytest.fixture
def reader(client: Client, owner: Any) -> Client:
    open_book(owner)
    client.force_login(owner)
    return client


def _address(owner: Any, name: str = "National Steel") -> str:
    return f"/accounts/{company(owner, name).pk}/plan"


def _page(client: Client, owner: Any) -> str:
    with few_queries():
        answer = client.get(_address(owner))
    assert answer.status_code == 200
    return answer.content.decode()


def _add(client: Client, owner: Any, what: str = "Send the car list", **said: str) -> Any:
    stated = {"what": what, "side": "ours", "whose": "Alex Lindgren", "due_on": "2099-03-06", **said}
    return client.post(_address(owner), stated, follow=True)


def _say(client: Client, owner: Any, step: str, **said: str) -> Any:
    key = PlanEntry.objects.filter(what=step).latest("pk").step_key
    return client.post(f"{_address(owner)}/{key}", said, follow=True)


def _order(client: Client, owner: Any) -> list[str]:
    rows = csv.DictReader(StringIO(client.get(f"{_address(owner)}.csv").content.decode()))
    return [row["step"] for row in rows]


def _events(client: Client, owner: Any) -> list[Any]:
    answer = client.get(f"{_address(owner)}.ics")
    assert answer.headers["Content-Type"].startswith("text/calendar")
    calendar = Calendar.from_ical(answer.content)
    assert (str(calendar["version"]), str(calendar["method"])) == ("2.0", "PUBLISH")
    return list(calendar.walk("VEVENT"))


def test_an_empty_plan_says_what_will_stand_here(reader: Client, owner: Any) -> None:
    assert "Nothing was agreed yet." in _page(reader, owner)


def test_steps_of_both_sides_stand_in_the_plan_with_whose_they_are(reader: Client, owner: Any) -> None:
    _add(reader, owner)
    _add(reader, owner, "Check the scale", side="theirs", whose="joe kowalski")
    page = _page(reader, owner)
    assert "None of two steps is done. Next is Friday 6 March 2099, Alex Lindgren and joe kowalski." in page
    entry = PlanEntry.objects.get(what="Check the scale")
    assert entry.whose_handle == person(owner, "Joe Kowalski").anchor


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"whose": "  "}, "A step that belongs to nobody is done by nobody."),
        ({"due_on": "2020-01-01"}, "That day has passed."),
        ({"due_on": "soon"}, "That is no day."),
        ({"what": ""}, "Say in a few words what is to be done."),
    ],
)
def test_what_cannot_be_kept_is_told_and_nothing_typed_is_lost(
    reader: Client, owner: Any, said: dict[str, str], told: str
) -> None:
    answer = _add(reader, owner, **{"what": "Send the car list", **said})
    page = answer.content.decode()
    assert answer.status_code == 400 and told in page
    assert ("Send the car list" in page) == ("what" not in said)
    assert not PlanEntry.objects.exists()


def test_a_change_that_cannot_be_kept_is_told_at_its_step(reader: Client, owner: Any) -> None:
    _add(reader, owner)
    answer = _say(reader, owner, "Send the car list", what="Send the rail list", side="ours", whose="", due_on=TODAY)
    page = answer.content.decode()
    assert answer.status_code == 400 and "belongs to nobody" in page and 'value="Send the rail list"' in page
    assert PlanEntry.objects.count() == 1


def test_a_moved_step_remembers_its_first_day(reader: Client, owner: Any) -> None:
    _add(reader, owner)
    _say(reader, owner, "Send the car list", what="Send the car list", side="ours", whose="Alex", due_on="2099-04-01")
    assert PlanEntry.objects.latest("pk").state == "moved"
    assert "first <time" in _page(reader, owner)


def test_a_step_is_ticked_off_and_that_is_taken_back(reader: Client, owner: Any) -> None:
    _add(reader, owner)
    _say(reader, owner, "Send the car list", done="1")
    assert "One step, done." in _page(reader, owner)
    _say(reader, owner, "Send the car list", undo="1")
    assert "One step, not done yet." in _page(reader, owner)
    _say(reader, owner, "Send the car list", undo="1")
    assert "Nothing was agreed yet." in _page(reader, owner)
    assert PlanEntry.objects.count() == 2


def test_steps_are_put_in_another_order(reader: Client, owner: Any) -> None:
    for what in ("One", "Two", "Three"):
        _add(reader, owner, what)
    _say(reader, owner, "Three", up="1")
    assert _order(reader, owner) == ["One", "Three", "Two"]
    _say(reader, owner, "One", down="1")
    assert _order(reader, owner) == ["Three", "One", "Two"]
    _say(reader, owner, "Three", up="1")
    assert _order(reader, owner) == ["Three", "One", "Two"]


def test_a_calendar_follows_each_change_by_the_same_name(reader: Client, owner: Any) -> None:
    _add(reader, owner, "Send the car list; all of it, in tons\\day", whose="Łukasz, the 2nd")
    [before] = _events(reader, owner)
    assert str(before["summary"]) == "Send the car list; all of it, in tons\\day (Łukasz, the 2nd)"
    assert (before["dtstart"].dt.isoformat(), int(before["sequence"])) == ("2099-03-06", 0)
    _say(reader, owner, PlanEntry.objects.get().what, done="1")
    [done] = _events(reader, owner)
    assert (done["uid"], int(done["sequence"])) == (before["uid"], 1)
    assert str(done["summary"]).startswith("Done: ")
    _say(reader, owner, PlanEntry.objects.first().what, undo="1")  # type: ignore[union-attr]
    _say(reader, owner, PlanEntry.objects.first().what, drop="1")  # type: ignore[union-attr]
    [dropped] = _events(reader, owner)
    assert (int(dropped["sequence"]), str(dropped["status"])) == (3, "CANCELLED")


def test_a_line_of_the_calendar_is_never_longer_than_the_standard_allows(reader: Client, owner: Any) -> None:
    _add(reader, owner, "ä" * 400)
    lines = reader.get(f"{_address(owner)}.ics").content.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75


def test_a_cell_of_the_table_is_never_taken_for_a_formula(reader: Client, owner: Any) -> None:
    _add(reader, owner, "=HYPERLINK(1)")
    assert _order(reader, owner) == ["'=HYPERLINK(1)"]


def test_a_step_of_ours_that_is_due_stands_on_today_until_it_is_ticked_off(reader: Client, owner: Any) -> None:
    _add(reader, owner, due_on=TODAY)
    item = TodayItem.objects.get(owner=owner, play="plan_step")
    assert f'href="{_address(owner)}"' in reader.get("/?all=1").content.decode()
    assert item.say == "Joint plan with National Steel: Send the car list."
    _say(reader, owner, "Send the car list", done="1")
    assert not TodayItem.objects.filter(owner=owner, play="plan_step").exists()


def test_the_plan_stands_on_the_account_in_the_brief_and_in_the_handover(reader: Client, owner: Any) -> None:
    _add(reader, owner)
    account, joe = company(owner, "National Steel").pk, person(owner, "Joe Kowalski").pk
    for address in (f"/accounts/{account}/", f"/people/{joe}/brief", f"/accounts/{account}/handover"):
        with few_queries():
            assert "Send the car list" in reader.get(address).content.decode(), address


def test_the_plan_survives_a_rebuild_and_goes_along_when_two_accounts_become_one(reader: Client, owner: Any) -> None:
    _add(reader, owner)
    rebuild(owner, as_of=timezone.localdate())
    assert "Send the car list" in _page(reader, owner)
    one, other = company(owner, "Plate Works"), company(owner, "National Steel")
    merge_accounts(one, other, by=owner, at=timezone.now())
    bring_up_to_date(owner, as_of=timezone.localdate())
    left = one if one.__class__.objects.get(pk=one.pk).merged_into_id is None else other
    assert "Send the car list" in reader.get(f"/accounts/{left.pk}/plan").content.decode()


def test_a_step_can_be_for_a_request_and_leads_to_it(reader: Client, owner: Any) -> None:
    from alongside.ledgers.requests.models import Request

    asked = Request.objects.visible_to(owner).earliest("pk")
    assert "For the request" in reader.get(f"{_address(owner)}?request={asked.pk}").content.decode()
    _add(reader, owner, request=str(asked.pk))
    assert PlanEntry.objects.get().request_key == asked.sighting_key
    assert f"/requests/{asked.pk}/" in _page(reader, owner)


@pytest.mark.parametrize("asked", ["", "x", "0", "9" * 30, "-1"])
def test_a_request_that_is_none_is_left_out(reader: Client, owner: Any, asked: str) -> None:
    assert reader.get(f"{_address(owner)}?request={asked}").status_code == 200


def test_a_stranger_finds_nothing(reader: Client, owner: Any, stranger: Any) -> None:
    _add(reader, owner)
    address, key = _address(owner), PlanEntry.objects.get().step_key
    reader.force_login(stranger)
    assert [reader.get(f"{address}{more}").status_code for more in ("", ".ics", ".csv")] == [404] * 3
    assert reader.post(f"{address}/{key}", {"done": "1"}).status_code == 404
    assert PlanEntry.objects.count() == 1
