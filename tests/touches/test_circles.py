"""A mail joins the conversation it names only when its writer belongs there: a stranger's claim joins nothing silently."""

from collections.abc import Iterator
from itertools import product

import pytest

from alongside.touches.circles import Mailed, circle_of, links_of
from alongside.touches.threads import Linked, join_threads

OLGA, JOE, ANN, CARL = "olga@vendor.example", "joe@nsteel.example", "ann@nsteel.example", "carl@carrier.example"
EVIL, FREE = "evil@attacker.example", "joe.kowalski@gmail.com"


def mail(
    message_id: str, sender: str, *recipients: str, names: tuple[str, ...] = (), headers: dict[str, str] | None = None
) -> Mailed:
    return Mailed(message_id, names, sender, recipients, headers or {})


def is_one_thread(*mails: Mailed) -> bool:
    threads = join_threads([Linked(n, links_of(each)) for n, each in enumerate(mails, 1)], {})
    return len(set(threads.of_interaction.values())) == 1


ASKED = mail("q@v", OLGA, JOE)


def test_whoever_was_written_to_answers() -> None:
    assert is_one_thread(ASKED, mail("a@n", JOE, OLGA, names=("q@v",)))


def test_we_answer_ourselves() -> None:
    assert is_one_thread(ASKED, mail("q2@v", OLGA, JOE, names=("q@v",)))


def test_a_colleague_of_theirs_who_was_given_the_mail_answers() -> None:
    """Joe handed it on to Ann inside; she writes from the same company."""
    assert is_one_thread(ASKED, mail("a@n", ANN, OLGA, names=("q@v",)))


def test_a_stranger_does_not_join_by_naming_a_mail() -> None:
    assert not is_one_thread(ASKED, mail("x@e", EVIL, OLGA, names=("q@v",)))


def test_a_stranger_does_not_join_by_writing_to_the_others_too() -> None:
    assert not is_one_thread(ASKED, mail("x@e", EVIL, OLGA, JOE, names=("q@v",)))


def test_a_private_address_of_the_same_name_is_a_stranger_until_somebody_says_otherwise() -> None:
    assert not is_one_thread(ASKED, mail("x@g", FREE, OLGA, names=("q@v",)))
    claimed = links_of(mail("x@g", FREE, OLGA, names=("q@v",)), entered_by_word=["q@v"])
    asked = links_of(ASKED, is_asked_for=True)
    assert len(set(join_threads([Linked(1, asked), Linked(2, claimed)], {}).of_interaction.values())) == 1


def test_two_at_the_same_mail_provider_are_strangers_to_each_other() -> None:
    asked = mail("q@v", OLGA, "ann.private@gmail.com")
    assert not is_one_thread(asked, mail("x@g", FREE, OLGA, names=("q@v",)))


def test_somebody_whom_they_brought_in_answers_what_they_were_sent() -> None:
    """Joe writes to the carrier and to us; the carrier answers Joe's mail."""
    brought_in = mail("i@n", JOE, OLGA, CARL, names=("q@v",))
    assert is_one_thread(ASKED, brought_in, mail("c@c", CARL, JOE, OLGA, names=("q@v", "i@n")))


def test_two_answers_to_a_mail_that_is_missing_are_one_conversation_of_the_same_company() -> None:
    assert is_one_thread(mail("a@n", JOE, OLGA, names=("gone",)), mail("b@n", ANN, OLGA, names=("gone",)))
    assert not is_one_thread(mail("a@n", JOE, OLGA, names=("gone",)), mail("x@e", EVIL, OLGA, names=("gone",)))


def test_what_the_receiving_server_disowned_does_not_join_under_another_name() -> None:
    failed = {
        "authentication-results": "mx.vendor.example; spf=fail smtp.mailfrom=x@e; dmarc=fail header.from=nsteel.example"
    }
    assert not is_one_thread(ASKED, mail("a@n", JOE, OLGA, names=("q@v",), headers=failed))


@pytest.mark.parametrize(
    "said",
    ["mx; dkim=pass; spf=softfail", "mx; dmarc=pass; spf=fail", "mx; spf=none", "mx; dmarc=none; spf=fail", ""],
)
def test_a_mail_that_passed_by_any_proof_or_was_not_looked_at_is_taken_for_what_it_says(said: str) -> None:
    assert is_one_thread(ASKED, mail("a@n", JOE, OLGA, names=("q@v",), headers={"authentication-results": said}))


def test_on_a_mailing_list_anybody_answers_and_in_an_archive_without_addressees_too() -> None:
    listed = {"list-id": "<ore.lists.example>"}
    assert is_one_thread(
        mail("1", JOE, "ore@lists.example", headers=listed),
        mail("2", CARL, "ore@lists.example", names=("1",), headers=listed),
    )
    assert is_one_thread(mail("1", JOE), mail("2", CARL, names=("1",)))


def test_a_stranger_does_not_join_by_naming_no_addressee_or_a_list() -> None:
    assert not is_one_thread(ASKED, mail("x@e", EVIL, names=("q@v",)))
    assert not is_one_thread(ASKED, mail("x@e", EVIL, OLGA, names=("q@v",), headers={"list-id": "<l>"}))


def test_of_two_hundred_injected_mails_none_joins() -> None:
    """Every writer that is not of the circle, in every dress: addressees, ids named, headers."""
    conversation = [ASKED, mail("a@n", JOE, OLGA, names=("q@v",)), mail("r@v", OLGA, JOE, CARL, names=("q@v", "a@n"))]
    injected = list(_injected())
    assert len(injected) >= 200
    for each in injected:
        linked = [Linked(n, links_of(m)) for n, m in enumerate([*conversation, each], 1)]
        threads = join_threads(linked, {}).of_interaction
        assert threads[1] == threads[2] == threads[3] != threads[4], each


def _injected() -> Iterator[Mailed]:
    writers = [
        *(EVIL, FREE, "joe@nsteel.example.attacker.example", "joe@nsteel.exampie", "joe@n-steel.example"),
        *("joe@attacker-nsteel.example", "olga@vendor.example.co", "joe@nsteel", "nsteel.example@attacker.example", ""),
    ]
    addressees = [(OLGA,), (OLGA, JOE), (JOE, CARL), (), ("undisclosed@attacker.example",)]
    named = [("q@v",), ("q@v", "a@n", "r@v")]
    dress: list[dict[str, str]] = [{}, {"list-id": "<x>"}, {"authentication-results": "mx; dmarc=pass"}]
    for n, (sender, to, names, headers) in enumerate(product(writers, addressees, named, dress)):
        yield mail(f"x{n}@attacker.example", sender, *to, names=names, headers=headers)


@pytest.mark.parametrize(
    ("address", "circle"),
    [("Joe@EU.NSteel.co.uk", "nsteel.co.uk"), ("joe@gmail.com", "joe@gmail.com"), ("joe", "joe"), ("@", "@")],
)
def test_a_circle_is_a_companys_domain_or_an_address_of_its_own(address: str, circle: str) -> None:
    assert circle_of(address) == circle
