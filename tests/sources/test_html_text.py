"""The words of an HTML mail: what a reader sees, in lines, and nothing else."""

import pytest

from alongside.sources.caps import TEXT_CHARS_KEPT
from alongside.sources.clean import many_lines
from alongside.sources.html_text import text_of

SEEN = "<p>Seen.</p>"


def read(html: str) -> str:
    return many_lines(text_of(html), TEXT_CHARS_KEPT)


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none">no</div>',
        '<div style="DISPLAY : none !important">no</div>',
        '<span style="visibility:hidden">no</span>',
        '<span style="mso-hide:all">no</span>',
        '<span style="opacity:0">no</span>',
        '<span style="font-size:0">no</span>',
        '<span style="font-size:0px;line-height:0">no</span>',
        '<span style="font-size:1px;color:#ffffff">no</span>',
        '<div style="max-height:0;overflow:hidden">no</div>',
        '<div style="height:0;width:0;overflow:hidden">no</div>',
        '<div style="text-indent:-9999px">no</div>',
        '<div style="position:absolute;left:-10000px">no</div>',
        "<p hidden>no</p>",
        '<span style="color:#fff">no</span>',
        '<span style="color: white">no</span>',
        '<span style="color:rgb(255, 255, 254)">no</span>',
        '<font color="#FFFFFF">no</font>',
        '<div style="background:#000"><span style="color:#010101">no</span></div>',
        '<table bgcolor="#003366"><tr><td><font color="#003366">no</font></td></tr></table>',
        "<!-- no --><!--[if mso]><p>no</p><![endif]-->",
        "<style>.preheader, p.x{display:none}</style><div class='a preheader'>no</div>",
        "<style>#top{font-size:0}</style><div id=top>no</div>",
        "<noscript>no</noscript><textarea>no</textarea><select><option>no</select>",
        "<svg><text>no</text></svg><title>no</title>",
    ],
)
def test_what_nobody_sees_is_not_read(hidden: str) -> None:
    assert read(f"<html><body>{hidden}{SEEN}</body></html>") == "Seen."


@pytest.mark.parametrize(
    "seen",
    [
        '<div style="background-color:#003366"><span style="color:#ffffff">yes</span></div>',
        '<table><tr><td bgcolor="navy"><font color="white">yes</font></td></tr></table>',
        '<table background="x.png"><tr><td style="color:#fff">yes</td></tr></table>',
        '<style>.dark{background:#000}</style><div class="dark"><b style="color:white">yes</b></div>',
        "<style>@media (max-width:600px){.wide{display:none}}</style><p class=wide>yes</p>",
        '<p style="line-height:0;margin:0;padding:0">yes</p>',
        '<p style="font-size:10px">yes</p>',
        '<p style="border-width:0;min-height:0">yes</p>',
        '<p style="opacity:0.9">yes</p>',
        '<div style="background:url(a.png) #fff"><b style="color:#fff">yes</b></div>',
    ],
)
def test_what_is_seen_stays(seen: str) -> None:
    assert "yes" in read(f"<html><body>{seen}</body></html>")


def test_characters_that_show_nothing_go_and_those_that_join_stay() -> None:
    filler = "&#847;&zwnj;&nbsp;" * 50
    assert read(f"<p>Of\u200bfer\u00ad now{filler}</p>\U000e0041\U000e0042") == "Offer now"
    assert many_lines("می\u200cخواهم", 100) == "می\u200cخواهم"


def test_lists_have_dashes_and_numbers() -> None:
    assert read("<p>We need:</p><ul><li>8,000 t<li><b>the assay</b></ul><ol><li>one</li><li>two</li></ol>") == (
        "We need:\n\n- 8,000 t\n- the assay\n\n1. one\n2. two"
    )


def test_a_table_with_headings_shows_its_columns() -> None:
    rows = "<tr><th>Month</th><th>Tons</th></tr><tr><td>May</td><td>8,000</td></tr>"
    assert read(f"<table>{rows}</table>") == "Month | Tons\nMay | 8,000"


@pytest.mark.parametrize(
    ("link", "text"),
    [
        ('<a href="https://x.example/plan">the plan</a>', "the plan <https://x.example/plan>"),
        ('<a href="https://evil.example/">https://bank.example/</a>', "https://bank.example/ <https://evil.example/>"),
        ('<a href="https://x.example/">x.example</a>', "x.example"),
        ('<a href="https://x.example">https://x.example/</a>', "https://x.example/"),
        ('<a href="mailto:joe@x.example">Joe</a>', "Joe"),
        ('<a href="javascript:alert(1)">go</a>', "go"),
        (f'<a href="https://t.example/{"x" * 300}">here</a>', "here <https://t.example/...>"),
        ('<a href="https://x.example"><img src="a.png"></a>', ""),
    ],
)
def test_where_a_link_leads_is_said_where_its_words_do_not(link: str, text: str) -> None:
    assert read(f"<p>{link}</p>") == text


HOSTILE = {
    "a style of a hundred thousand rules": f"<style>{'.a{display:none}' * 20_000}</style>{SEEN}",
    "a style that never closes": "<style>" + "@media{" * 5000 + f"</style>{SEEN}",
    "thousands of coloured words": '<b style="color:red"></b>' * 20_000 + SEEN,
    "an ordered list of thousands": "<ol>" + "<li>x" * 20_000 + "</ol>",
    "thousands of links": '<a href="https://x.example/y">z</a>' * 20_000,
    "a colour without end": f'<b style="color:{"#" * 100_000}"></b>{SEEN}',
    "a background without end": f'<b style="color:#fff;background:{"rgb(" * 20_000}"></b>{SEEN}',
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_pages_give_their_words(html: str) -> None:
    assert text_of(html)
