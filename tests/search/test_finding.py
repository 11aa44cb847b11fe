"""What is found, of whom and in which order, on the database of this run."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.erasing import erase_words
from alongside.interactions.models import Interaction, InteractionBody
from alongside.interactions.record import record_note
from alongside.pipeline import bring_up_to_date, rebuild
from alongside.search.find import Results, search
from tests.faces.book import AS_OF, JOE, MIA, OLGA, open_book
from tests.letters import AT, box, card, file, keep, letter, row


@pytest.fixture
def book(owner: User) -> User:
    open_book(owner)
    return owner


def found(owner: Any, text: str, **more: Any) -> list[str]:
    """The subjects of what is found, in order."""
    return [subject_of(hit.interaction_id) for hit in look(owner, text, **more).hits]


def look(owner: Any, text: str, **more: Any) -> Results:
    return search(owner, text, as_of=AS_OF, **more)


def subject_of(interaction_id: int) -> str:
    return str(InteractionBody.objects.get(pk=interaction_id).subject)


# Words


def test_all_words_must_be_there_as_beginnings(book: User) -> None:
    assert found(book, "statem calum") == ["Demurrage"]
    assert found(book, "statem gaskets") == []


def test_a_phrase_is_found_as_it_stands_only(book: User) -> None:
    assert found(book, '"statement of facts"') == ["Demurrage"]
    assert found(book, '"facts of statement"') == []
    assert found(book, '"statement of fact"') == []


def test_a_phrase_does_not_reach_from_the_subject_into_the_text(owner: User) -> None:
    keep(owner, letter(JOE, OLGA, "2026-01-05T09:00:00", "moon rises", subject="blue"))
    assert found(owner, '"blue moon"') == [] and found(owner, "blue moon") == ["blue"]


def test_words_are_left_out(book: User) -> None:
    assert found(book, "demurrage -statement") == ["Re: Demurrage", "Re: Demurrage"]
    assert found(book, 'demurrage -"tell you by"') == ["Re: Demurrage", "Demurrage"]
    assert "Gaskets" in found(book, "-demurrage") and "Demurrage" not in found(book, "-demurrage")


def test_accents_make_no_difference_on_either_side(owner: User) -> None:
    keep(owner, letter(JOE, OLGA, "2026-01-05T09:00:00", "Příloha für Zürich: ŁÓDŹ", subject="Grüße"))
    for words in ("priloha", "Příloha", "ZURICH", "grüß", "für"):
        assert found(owner, words) == ["Grüße"], words


def test_the_place_of_a_meeting_and_the_words_of_a_note_are_found(book: User) -> None:
    record_note("Joe likes sailing.", owner=book, at=AT, about=[box(JOE)], key="n1")
    assert look(book, "stockyard").hits[0].kind == "visit"
    assert look(book, "sailing kind:note").count == 1
    assert look(book, "sailing -kind:note").count == 0


# Who


def test_from_to_and_with_tell_the_sides(book: User) -> None:
    assert found(book, "from:kowalski demurrage") == ["Re: Demurrage", "Demurrage"]
    assert found(book, "to:kowalski demurrage") == ["Re: Demurrage"]
    assert found(book, 'with:"Joe Kowalski" demurrage') == ["Re: Demurrage", "Re: Demurrage", "Demurrage"]
    assert found(book, "cc:petrov") == ["Re: Demurrage"]
    assert found(book, "-from:kowalski demurrage") == ["Re: Demurrage"]
    assert found(book, "from:me to:kowalski") == ["Re: Demurrage"]


def test_from_takes_an_address_a_domain_and_a_company(book: User) -> None:
    assert found(book, "from:joe@nsteel.example") == ["Re: Demurrage", "Demurrage"]
    for name in ("nsteel.example", "@nsteel.example", '"National Steel"'):
        assert found(book, f"from:{name}") == ["Assay", "Re: Demurrage", "Demurrage"], name


def test_an_account_is_both_sides_of_its_mail(book: User) -> None:
    assert found(book, 'account:"Plate Works"') == ["Re: Data sheet", "Data sheet"]
    assert found(book, "account:plate quote") == ["Re: Data sheet"]


def test_a_person_with_two_addresses_is_found_by_both(owner: User) -> None:
    keep(
        owner,
        card("Joe Kowalski", "joe@nsteel.example", "joe.k@private.example"),
        letter(JOE, OLGA, "2026-01-05T09:00:00", subject="Work"),
        letter("joe.k@private.example", OLGA, "2026-01-06T09:00:00", subject="Home"),
    )
    bring_up_to_date(owner, as_of=AS_OF)
    assert found(owner, "from:kowalski") == ["Home", "Work"]


@pytest.mark.parametrize("typed", ["kowalsky", "Kowlaski", "cowalski", "kowalksi", "kowalskii"])
def test_a_name_typed_wrongly_is_mended_and_that_is_said(book: User, typed: str) -> None:
    results = look(book, f"from:{typed}")
    assert [hit.subject[0][0] for hit in results.hits] == ["Re: Demurrage", "Demurrage"]
    assert results.remarks == (f"Showing Kowalski: nobody is called “{typed}”.",)
    assert [person.name for person in look(book, typed).names.people] == ["Joe Kowalski"]
    assert look(book, typed).remarks == ("Showing people and companies called Kowalski.",)


def test_a_company_typed_wrongly_is_mended(book: User) -> None:
    assert "Showing National" in look(book, 'account:"Natoinal Steel"').remarks[0]
    assert found(book, 'account:"Natoinal Steel"') == found(book, 'account:"National Steel"')


def test_a_name_that_nobody_bears_is_said_and_searched_as_words(book: User) -> None:
    results = look(book, "from:gaskets")
    assert [hit.subject[0][0] for hit in results.hits] == ["Gaskets"]
    assert results.remarks == ("No person or company “gaskets” is known, so it was searched as words.",)


def test_people_are_found_by_title_and_address_companies_by_domain_and_city(book: User) -> None:
    assert [person.name for person in look(book, "raw materials").names.people] == ["Joe Kowalski"]
    assert [company.name for company in look(book, "pittsburgh").names.accounts] == ["National Steel"]
    assert [company.name for company in look(book, "plateworks").names.accounts] == ["Plate Works"]


# When, what and which way


def test_days_bound_what_is_found(book: User) -> None:
    assert found(book, "demurrage before:2026-02") == ["Re: Demurrage", "Demurrage"]
    assert found(book, "demurrage after:january") == ["Re: Demurrage"]
    assert found(book, "demurrage on:12 January 2026") == ["Re: Demurrage", "Demurrage"]
    assert found(book, "demurrage before:2026-01-12") == []
    assert found(book, "after:2026-02-20 before:last friday") == ["Gaskets", "Re: Data sheet"]
    assert look(book, "before:2026").count == 0


def test_sent_and_received_are_told_apart(book: User) -> None:
    assert found(book, "in:sent") == ["Data sheet", "Re: Demurrage"]
    assert "Re: Demurrage" in found(book, "in:received") and "Data sheet" not in found(book, "in:received")
    assert look(book, "in:received kind:visit").count == 0


def test_attachments_are_found_by_name_and_named_at_the_hit(owner: User) -> None:
    offer = (file("Offer_Q3-final.pdf"),)
    keep(owner, letter(JOE, OLGA, "2026-01-05T09:00:00", "See attached.", subject="With", attached=offer))
    keep(owner, letter(JOE, OLGA, "2026-01-06T09:00:00", "Nothing.", subject="Without"))
    assert found(owner, "has:attachment") == ["With"] and found(owner, "-has:attachment") == ["Without"]
    assert found(owner, "file:pdf") == found(owner, "filename:offer") == found(owner, "offer") == ["With"]
    assert found(owner, "file:attached") == []
    results = look(owner, "offer")
    assert results.hits[0].files == [[("Offer", True), ("_Q3-final.pdf", False)]]
    assert [each.name for each in results.files] == ["Offer_Q3-final.pdf"]


def test_the_query_is_said_back_with_names_as_they_are_spelt(book: User) -> None:
    assert (
        look(book, "from:kowalsky before:2025-03 demurrage").said
        == "Everything from Joe Kowalski before March 2025 with “demurrage”"
    )
    assert look(book, 'kind:mail account:national in:2026 "rail cars" -late').said == (
        "Mails of National Steel in 2026 with “rail cars” without “late”"
    )


# In which order


def test_the_newest_come_first_whatever_came_in_first(owner: User) -> None:
    for day in ("2026-01-05", "2024-03-01", "2026-02-01", "2025-06-01"):
        keep(owner, letter(JOE, OLGA, f"{day}T09:00:00", f"A matter of {day}.", subject=day))
    assert found(owner, "matter") == ["2026-02-01", "2026-01-05", "2025-06-01", "2024-03-01"]


def test_pages_follow_each_other_without_a_gap_or_a_double_in_both_orders(owner: User) -> None:
    keep(
        owner,
        *(
            letter(
                JOE,
                OLGA,
                f"2025-0{1 + n % 9}-{1 + n % 28:02}T{n % 24:02}:00:00",
                "matter " * (n % 5 + 1),
                subject=f"M{n}",
            )
            for n in range(95)
        ),
    )
    for best in (False, True):
        seen, older = [], ""
        while True:
            results = look(owner, "matter", best=best, older=older)
            seen += [hit.interaction_id for hit in results.hits]
            older = results.older
            if not older:
                break
        assert len(seen) == len(set(seen)) == 95


def test_the_best_have_the_word_in_the_subject_and_more_often(owner: User) -> None:
    filling = "and so on. " * 10
    keep(
        owner,
        letter(JOE, OLGA, "2026-01-01T09:00:00", f"One demurrage {filling}", subject="Once"),
        letter(JOE, OLGA, "2026-01-01T10:00:00", f"demurrage, demurrage, demurrage {filling}", subject="Often"),
        letter(JOE, OLGA, "2026-01-01T08:00:00", f"About demurrage {filling}", subject="Demurrage"),
        letter(JOE, OLGA, "2019-01-01T08:00:00", f"About demurrage {filling}", subject="Demurrage of old"),
    )
    results = look(owner, "demurrage", best=True)
    assert [subject_of(hit.interaction_id) for hit in results.hits] == [
        "Demurrage",
        "Often",
        "Once",
        "Demurrage of old",
    ]
    assert results.hits[0].why == "in the subject, once in the text"


def test_the_best_have_the_words_side_by_side(owner: User) -> None:
    keep(
        owner,
        letter(JOE, OLGA, "2026-01-02T09:00:00", "rail " + "and so on " * 30 + "cars", subject="Apart"),
        letter(JOE, OLGA, "2026-01-01T09:00:00", "the rail cars " + "and so on " * 30, subject="Together"),
    )
    assert found(owner, "rail cars") == ["Apart", "Together"]
    assert found(owner, "rail cars", best=True) == ["Together", "Apart"]
    assert look(owner, "rail cars", best=True).hits[0].why.endswith("side by side")


# What is gone


def test_what_was_erased_is_found_by_no_word_and_no_file_but_still_took_place(owner: User) -> None:
    attached = (file("zebrafish.pdf"),)
    keep(owner, letter(JOE, OLGA, "2026-01-05T09:00:00", "The zebrafish.", subject="Zebrafish", attached=attached))
    bring_up_to_date(owner, as_of=AS_OF)
    erase_words(Interaction.objects.get(), by=owner, at=AT, as_of=AS_OF)
    assert look(owner, "zebrafish").is_empty and look(owner, "file:zebrafish").is_empty
    assert [hit.is_erased for hit in look(owner, "from:kowalski").hits] == [True]


def test_names_are_the_same_after_a_rebuild(book: User) -> None:
    before = look(book, "kowalski").names.people
    rebuild(book, as_of=AS_OF)
    assert look(book, "kowalski").names.people == before


# Whose


def test_another_owners_mail_changes_neither_what_is_found_nor_counts_nor_order(owner: User, stranger: User) -> None:
    keep(
        owner,
        *(letter(JOE, OLGA, f"2026-01-{n:02}T09:00:00", f"demurrage {'x' * n}", subject=f"S{n}") for n in range(1, 9)),
    )
    bring_up_to_date(owner, as_of=AS_OF)
    asked = [("demurrage", b) for b in (False, True)] + [
        ("from:joe", False),
        ("-late", False),
        ("kowalski", False),
        ("kowalsky", True),
    ]
    before = [told(look(owner, text, best=best)) for text, best in asked]
    keep(
        stranger,
        *(
            letter(JOE, MIA, f"2026-01-{n:02}T10:00:00", "demurrage demurrage late", subject="demurrage")
            for n in range(1, 29)
        ),
    )
    keep(
        stranger,
        row("accounts", name="Kowalsky Works", domain="kowalsky.example"),
        card("Jo Kowalsky", "jo@kowalsky.example"),
    )
    bring_up_to_date(stranger, as_of=AS_OF)
    assert [told(look(owner, text, best=best)) for text, best in asked] == before
    assert look(stranger, "s1").is_empty


def told(results: Results) -> tuple[Any, ...]:
    names = [person.pk for person in results.names.people]
    return [hit.interaction_id for hit in results.hits], results.count, results.said, results.remarks, names


# Against a reference: the same as reading everything

WORDS = ["rail", "railway", "cars", "care", "the", "po"]
MAILS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=4),
        st.lists(st.sampled_from(WORDS), max_size=6),
        st.integers(0, 800),
    ),
    min_size=1,
    max_size=8,
)
QUERIES = st.lists(
    st.sampled_from(
        [
            "rail",
            "car",
            "the",
            '"rail cars"',
            '"the rail"',
            "-care",
            '-"cars the"',
            "po",
            "subject:rail",
            "before:2025",
            "since:2025-02",
        ]
    ),
    min_size=1,
    max_size=3,
    unique=True,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mails=MAILS, parts=QUERIES)
def test_the_index_finds_what_reading_everything_finds(owner: User, mails: Any, parts: list[str]) -> None:
    start = datetime(2024, 1, 1, 12, tzinfo=UTC)
    former = set(Interaction.objects.values_list("pk", flat=True))
    for n, (subject, text, day) in enumerate(mails):
        at = (start + timedelta(days=day, minutes=n)).isoformat()[:19]
        keep(owner, letter(JOE, OLGA, at, " ".join(text), subject=" ".join(subject), message_id=f"{len(former)}-{n}@x"))
    bodies = (
        InteractionBody.objects.exclude(pk__in=former)
        .select_related("interaction")
        .order_by("-interaction__occurred_at")
    )
    wanted = [body.pk for body in bodies if all(fits(body, part) for part in parts)]
    results, got, older = None, [], ""
    while results is None or older:
        results = look(owner, " ".join(parts), older=older)
        got += [hit.interaction_id for hit in results.hits if hit.interaction_id not in former]
        older = results.older
    assert got == wanted


def fits(body: InteractionBody, part: str) -> bool:
    if part.startswith("-"):
        return not fits(body, part[1:])
    on = body.interaction.occurred_at.date()
    if part == "before:2025":
        return on < date(2025, 1, 1)
    if part == "since:2025-02":
        return on >= date(2025, 2, 1)
    texts = [body.subject] if part.startswith("subject:") else [body.subject, body.text]
    word = part.removeprefix("subject:")
    if word.startswith('"'):
        return any(f" {word[1:-1]} " in f" {text} " for text in texts)
    whole = len(word) < 3
    return any(each == word if whole else each.startswith(word) for text in texts for each in text.split())
