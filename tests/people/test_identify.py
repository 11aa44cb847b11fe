"""Who is who: companies by domain and by what tables say, people by address, we ourselves, and what must be asked."""

from datetime import date

from django.contrib.auth.models import User

from alongside.people.doubts import reopen_doubt, settle_doubt
from alongside.people.identify import identify
from alongside.people.models import Account, Doubt, Handle, IdentityDecision, Person
from alongside.vocabulary import AccountStanding, DoubtKind, IdentityDecisionKind, Verdict
from tests.letters import AT, card, keep, letter, row

OLGA = "Olga Owner <olga@example.com>"
ON = date(2026, 1, 1)


def person(address: str) -> Person:
    return Person.objects.get(anchor=address)


def company(handle: str) -> int | None:
    kind, _, value = handle.partition(":")
    return Handle.objects.get(kind=kind, value=value).account_id


def say_other_account(owner: User, one: str, other: str) -> None:
    IdentityDecision.objects.create(
        owner=owner, kind=IdentityDecisionKind.OTHER_ACCOUNT, subject=one, other=other, decided_by=owner, decided_at=AT
    )


def test_a_company_is_known_by_its_domain_whatever_host_the_mail_came_from(owner: User) -> None:
    keep(
        owner,
        letter("joe@mail.acme.co.uk", OLGA, "2025-03-04 09:00"),
        letter("ann@acme.co.uk", OLGA, "2025-03-04 10:00"),
    )
    identify(owner, on=ON)
    assert list(Account.objects.values_list("domain", flat=True)) == ["acme.co.uk"]
    assert person("joe@mail.acme.co.uk").account == person("ann@acme.co.uk").account


def test_a_free_mail_address_is_a_person_of_no_company(owner: User) -> None:
    keep(owner, letter("joe.k@gmail.com", OLGA, "2025-03-04 09:00"))
    identify(owner, on=ON)
    assert person("joe.k@gmail.com").account is None
    assert not Account.objects.exists()


def test_everybody_at_our_own_domain_is_one_of_us_and_no_customer(owner: User) -> None:
    keep(owner, letter("lena@example.com", "joe@nsteel.example", "2025-03-04 09:00"))
    identify(owner, on=ON)
    assert person("lena@example.com").is_ours
    assert not person("joe@nsteel.example").is_ours
    assert list(Account.objects.values_list("domain", flat=True)) == ["nsteel.example"]


def test_without_a_word_from_the_user_the_mailbox_tells_whose_it_is_and_that_is_asked(owner: User) -> None:
    owner.email = ""
    owner.save()
    for hour in range(9, 15):
        keep(owner, letter("joe@nsteel.example", "me@ours.example", f"2025-03-04 {hour:02}:00", f"Mail {hour}"))
    keep(owner, letter("me@ours.example", "joe@nsteel.example", "2025-03-05 09:00"))
    keep(owner, letter("ann@acme.example", "me@ours.example", "2025-03-06 09:00"))
    identify(owner, on=ON)
    assert person("me@ours.example").is_ours
    assert Doubt.objects.get(kind=DoubtKind.OURS).subject == "me@ours.example"


def test_where_two_are_in_every_mail_alike_nobody_is_taken_for_the_user(owner: User) -> None:
    owner.email = ""
    owner.save()
    keep(owner, letter("joe@nsteel.example", "me@ours.example", "2025-03-04 09:00"))
    identify(owner, on=ON)
    assert not Person.objects.filter(is_ours=True).exists()


def test_a_table_s_company_and_a_domain_are_joined_when_the_table_names_the_domain(owner: User) -> None:
    keep(owner, letter("joe@natsteel.example", OLGA, "2025-03-04 09:00"))
    keep(owner, row("accounts", name="National Steel Corp.", domain="natsteel.example", standing="customer"))
    identify(owner, on=ON)
    account = Account.objects.get()
    assert (account.name, account.domain, account.standing) == ("National Steel Corp.", "natsteel.example", "customer")


def test_the_name_that_is_the_domain_s_own_word_is_joined(owner: User) -> None:
    keep(owner, letter("joe@nationalsteel.example", OLGA, "2025-03-04 09:00"))
    keep(owner, row("orders", account="National Steel, Inc.", number="1", ordered_on="2025-01-01"))
    identify(owner, on=ON)
    assert Account.objects.get().standing == AccountStanding.CUSTOMER


def test_a_name_that_only_resembles_the_domain_is_asked_and_joined_after_yes(owner: User) -> None:
    keep(owner, letter("joe@nationalsteels.example", OLGA, "2025-03-04 09:00"))
    keep(owner, row("orders", account="National Steel", number="1", ordered_on="2025-01-01"))
    identify(owner, on=ON)
    assert Account.objects.filter(merged_into__isnull=True).count() == 2
    settle_doubt(Doubt.objects.get(kind=DoubtKind.SAME_ACCOUNT), Verdict.YES, by=owner, at=AT)
    identify(owner, on=ON)
    assert Account.objects.filter(merged_into__isnull=True).count() == 1


def test_a_domain_that_somebody_ruled_out_leaves_the_name_free_for_the_one_that_is_left(owner: User) -> None:
    """Found by random programs: the domain that was ruled out still kept all others from the name."""
    for domain in ("ansteel.example", "plateworks.example"):
        keep(owner, letter(f"joe@{domain}", OLGA, "2025-03-04 09:00"))
        keep(owner, row("contacts", name="Joe", address=f"joe@{domain}", account="National Ore"))
    identify(owner, on=ON)
    assert company("name:national ore") == company("domain:ansteel.example") != company("domain:plateworks.example")
    say_other_account(owner, "domain:ansteel.example", "name:national ore")
    identify(owner, on=ON)
    assert company("name:national ore") == company("domain:plateworks.example") != company("domain:ansteel.example")


def test_two_addresses_of_one_name_are_two_people_until_somebody_says_otherwise(owner: User) -> None:
    keep(owner, letter("John Smith <j.smith@nsteel.example>", OLGA, "2025-03-04 09:00"))
    keep(owner, letter("John Smith <john.smith@nsteel.example>", OLGA, "2025-03-05 09:00"))
    identify(owner, on=ON)
    assert Person.objects.filter(name="John Smith", merged_into__isnull=True).count() == 2
    assert Doubt.objects.get(kind=DoubtKind.SAME_PERSON).verdict == ""


def test_a_merge_can_be_taken_apart_again_with_both_people_as_they_were(owner: User) -> None:
    keep(owner, letter("John Smith <j.smith@nsteel.example>", OLGA, "2025-03-04 09:00"))
    keep(owner, letter("John Smith <john.smith@nsteel.example>", OLGA, "2025-03-05 09:00"))
    identify(owner, on=ON)
    before = {p.anchor: p.pk for p in Person.objects.all()}
    doubt = Doubt.objects.get(kind=DoubtKind.SAME_PERSON)
    settle_doubt(doubt, Verdict.YES, by=owner, at=AT)
    identify(owner, on=ON)
    assert Person.objects.filter(name="John Smith", merged_into__isnull=True).count() == 1
    reopen_doubt(Doubt.objects.get(pk=doubt.pk), by=owner, at=AT)
    identify(owner, on=ON)
    assert {p.anchor: p.pk for p in Person.objects.filter(merged_into__isnull=True)} == before


def test_a_no_is_remembered_and_not_asked_again(owner: User) -> None:
    keep(owner, letter("John Smith <j.smith@nsteel.example>", OLGA, "2025-03-04 09:00"))
    keep(owner, letter("John Smith <john.smith@nsteel.example>", OLGA, "2025-03-05 09:00"))
    identify(owner, on=ON)
    settle_doubt(Doubt.objects.get(), Verdict.NO, by=owner, at=AT)
    identify(owner, on=ON)
    assert Doubt.objects.filter(verdict="").count() == 0


def test_a_card_with_two_addresses_says_that_they_are_one_person(owner: User) -> None:
    keep(
        owner,
        letter("joe@nsteel.example", OLGA, "2025-03-04 09:00"),
        card("Joe Kowalski", "joe@nsteel.example", "joe.k@gmail.com"),
    )
    identify(owner, on=ON)
    assert Person.objects.filter(merged_into__isnull=True, is_ours=False).count() == 1


def test_the_name_most_often_seen_is_the_name_and_a_table_s_counts_more(owner: User) -> None:
    keep(owner, letter("KOWALSKI, JOE <joe@nsteel.example>", OLGA, "2025-03-04 09:00"))
    identify(owner, on=ON)
    assert person("joe@nsteel.example").name == "Joe Kowalski"
    keep(
        owner,
        row(
            "contacts",
            name="Joseph Kowalski",
            address="joe@nsteel.example",
            account="National Steel",
            role="economic_buyer",
        ),
    )
    identify(owner, on=ON)
    assert person("joe@nsteel.example").name == "Joseph Kowalski"
    assert person("joe@nsteel.example").roles == ["economic_buyer"]


def test_whatever_the_order_the_outcome_is_the_same(owner: User, stranger: User) -> None:
    stranger.email = owner.email
    stranger.save()
    items = [
        letter("John Smith <j.smith@nsteel.example>", OLGA, "2025-03-04 09:00"),
        letter("Johnny Smith <j.smith@nsteel.example>", OLGA, "2025-03-06 09:00"),
        row("accounts", name="National Steel", domain="nsteel.example"),
        row("contacts", name="Ann Petrov", address="ann@nsteel.example", account="National Steel"),
        card("Ann P.", "ann@nsteel.example", "ann@gmail.com"),
    ]
    for item in items:
        keep(owner, item)
        identify(owner, on=ON)
    keep(stranger, *reversed(items))
    identify(stranger, on=ON)
    assert _picture(owner) == _picture(stranger)


def _picture(user: User) -> list[tuple[object, ...]]:
    people = Person.objects.visible_to(user).filter(merged_into__isnull=True).prefetch_related("handles")
    return sorted(
        (sorted(h.value for h in p.handles.all()), p.name, p.is_ours, p.account.name if p.account else "")
        for p in people
    )
