"""In which words may a customer read how their request stands? Proposed from its file; a person chooses, and nothing else is shown."""

from collections.abc import Collection

from alongside.vocabulary import EntryKind, PublishedState, RequestState

BY_ENTRY = (
    (EntryKind.FIX_DONE, PublishedState.DONE),
    (EntryKind.FIX, PublishedState.BEING_PUT_RIGHT),
    (EntryKind.CAUSE, PublishedState.CAUSE_FOUND),
)
"""What stands in the file of a request, the furthest first, and what it says to a customer."""


def proposed_state(state: RequestState, entries: Collection[EntryKind]) -> PublishedState:
    """Propose the words for a request in this state, in whose file entries of these kinds stand."""
    found = next((words for kind, words in BY_ENTRY if kind in entries), None)
    if found:
        return found
    if state is not RequestState.OPEN:
        return PublishedState.ANSWERED
    return PublishedState.LOOKING if entries else PublishedState.RECEIVED
