"""Invitations in mail: the meeting is an item of its own beside the mail, if its organizer sent it."""

from pathlib import Path

from alongside.sources.contract import Event, Letter, Mailbox, MeetingReply, Read
from alongside.sources.eml import Eml

SAMPLES = Path(__file__).parent / "samples"


def sample(name: str) -> list[Read]:
    return list(Eml().read(SAMPLES / f"{name}.eml"))


def test_an_invitation_gives_the_mail_and_the_meeting() -> None:
    mail, meeting = (read.item for read in sample("invitation"))
    assert isinstance(mail, Letter)
    assert (mail.text.strip(), [file.name for file in mail.attached]) == ("Laydays for May", ["invitation.ics"])
    assert isinstance(meeting, Event)
    assert (meeting.uid, meeting.starts_at.isoformat()) == ("laydays@nsteel.example", "2025-03-03T10:00:00+01:00")
    assert meeting.organizer == Mailbox("joe@nsteel.example", "Joe Kowalski")
    assert [each.address for each in meeting.attendees] == ["eva@customer.example", "olga@example.com"]


def test_a_later_invitation_says_that_it_is_later() -> None:
    assert [read.item.sequence for read in sample("invitation_moved") if isinstance(read.item, Event)] == [1]


def test_a_meeting_called_off_by_mail_is_cancelled() -> None:
    assert [read.item.cancelled for read in sample("invitation_called_off") if isinstance(read.item, Event)] == [True]


def test_an_answer_says_only_who_comes() -> None:
    mail, answer = (read.item for read in sample("invitation_declined"))
    assert isinstance(mail, Letter)
    assert mail.headers["meeting-reply"] == "laydays@nsteel.example"
    assert isinstance(answer, MeetingReply)
    assert (answer.address, answer.state) == ("eva@customer.example", "declined")


def test_what_somebody_else_states_of_a_meeting_stays_a_file_of_the_mail() -> None:
    (mail,) = (read.item for read in sample("invitation_forged"))
    assert isinstance(mail, Letter)
    assert [file.name for file in mail.attached] == ["invitation.ics"]


def test_nobody_answers_for_another(tmp_path: Path) -> None:
    raw = (SAMPLES / "invitation_declined.eml").read_bytes()
    forged = tmp_path / "forged.eml"
    forged.write_bytes(raw.replace(b"From: Eva Test <eva@customer.example>", b"From: m@attacker.example"))
    assert [type(read.item) for read in Eml().read(forged)] == [Letter]


def test_an_assistant_may_send_what_the_invitation_says_that_they_send(tmp_path: Path) -> None:
    raw = (SAMPLES / "invitation.eml").read_bytes()
    sent = raw.replace(b"From: Joe Kowalski <joe@nsteel.example>", b"From: Pat <pat@nsteel.example>")
    path = tmp_path / "sent.eml"
    path.write_bytes(sent.replace(b"ORGANIZER;", b'ORGANIZER;SENT-BY="mailto:pat@nsteel.example";'))
    assert [type(read.item) for read in Eml().read(path)] == [Letter, Event]


def test_a_calendar_without_a_method_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "file.eml"
    path.write_bytes((SAMPLES / "invitation.eml").read_bytes().replace(b"METHOD:REQUEST\r\n", b""))
    assert [type(read.item) for read in Eml().read(path)] == [Letter]


def test_a_broken_invitation_costs_nothing_but_itself(tmp_path: Path) -> None:
    path = tmp_path / "broken.eml"
    path.write_bytes((SAMPLES / "invitation.eml").read_bytes().replace(b"DTSTART", b"DTSTRAT"))
    assert [type(read.item) for read in Eml().read(path)] == [Letter]
