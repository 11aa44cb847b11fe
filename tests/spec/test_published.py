"""In which words a customer may read how their request stands is proposed from its file; a person chooses."""

import pytest

from alongside.judgement.published import proposed_state
from alongside.vocabulary import EntryKind, PublishedState, RequestState


@pytest.mark.parametrize(
    ("state", "entries", "words"),
    [
        (RequestState.OPEN, [], PublishedState.RECEIVED),
        (RequestState.OPEN, [EntryKind.BEHIND], PublishedState.LOOKING),
        (RequestState.OPEN, [EntryKind.BEHIND, EntryKind.CAUSE], PublishedState.CAUSE_FOUND),
        (RequestState.OPEN, [EntryKind.CAUSE, EntryKind.FIX], PublishedState.BEING_PUT_RIGHT),
        (RequestState.CLOSED, [EntryKind.CAUSE, EntryKind.FIX, EntryKind.FIX_DONE], PublishedState.DONE),
        (RequestState.ANSWERED, [], PublishedState.ANSWERED),
    ],
)
def test_the_furthest_step_in_its_file_says_how_it_stands(
    state: RequestState, entries: list[EntryKind], words: PublishedState
) -> None:
    """What was written into the file, and what a customer would read of it."""
    assert proposed_state(state, entries) is words


def test_that_a_request_is_declined_is_never_proposed() -> None:
    """Nobody is told no by a rule."""
    proposed = {proposed_state(state, [entry]) for state in RequestState for entry in EntryKind}
    assert PublishedState.DECLINED not in proposed
