"""On real replies and signatures the measured quality does not fall: floors a little below what was measured.

The table itself is printed by bench/replies.py.
"""

import pytest

from alongside.interactions.said import visible
from bench.replies import (
    is_right,
    list_replies,
    measure_list,
    measure_signatures,
    replies_folder,
    reply_cases,
    signed_mails,
)

pytestmark = pytest.mark.skipif(
    not replies_folder().is_dir(), reason="The shared data folder has no replies/ here; set ALONGSIDE_SHARED_DATA."
)

REPLY_CASES_EXACT = 0.91
"""Share of the 84 cases of four reply parsers shown exactly; measured 0.964."""

LIST_REPLIES_EXACT = 0.93
"""Share of 461 real list replies told apart without a mistake; measured 0.941."""

OWN_LINES_KEPT = 0.92
"""Share of lines labelled as the writer's own that stay; measured 0.929, labels of whole quoted mails included."""

OWN_LINES_KEPT_ABOVE = 0.99
"""The same above quoted header blocks, where the labels can be trusted; measured 0.997."""

QUOTED_LINES_LEAKED = 0.005
"""Share of quoted lines shown as said; measured 0.000."""

ATTRIBUTION_LINES_LEAKED = 0.02
"""Share of attribution lines shown as said; measured 0.002."""

SIGNATURE_F1 = 0.93
"""F1 over signature lines, from the text alone; measured 0.956."""


def test_the_reply_cases_are_shown_exactly() -> None:
    cases = reply_cases()
    assert sum(is_right(case, visible) for case in cases) / len(cases) >= REPLY_CASES_EXACT


def test_real_list_replies_are_told_apart() -> None:
    found = measure_list(list_replies(), visible)
    assert found.exact / found.messages >= LIST_REPLIES_EXACT
    assert found.kept / found.own >= OWN_LINES_KEPT
    assert found.kept_above / found.own_above >= OWN_LINES_KEPT_ABOVE
    assert found.quoted_leaked / found.quoted <= QUOTED_LINES_LEAKED
    assert found.attributions_leaked / found.attributions <= ATTRIBUTION_LINES_LEAKED


def test_real_signatures_are_found() -> None:
    _, _, f1, _ = measure_signatures(signed_mails(), with_sender=False)
    assert f1 >= SIGNATURE_F1
