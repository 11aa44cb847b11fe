"""What is left of a mail's HTML after cleaning, even where its reader asked for the pictures: structure, and pictures alone."""

import json
import tarfile
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from alongside.web.as_written import ATTRIBUTES, TAGS, cleaned, far_hosts


@pytest.fixture(scope="module")
def payloads(shared_data: Path) -> list[str]:
    """Public payloads against cleaners."""
    archive = shared_data / "broken" / "hostile.tar.gz"
    if not archive.is_file():
        pytest.skip("The shared data folder has no broken/hostile.tar.gz here.")
    with tarfile.open(archive) as tar:
        name = next(each for each in tar.getnames() if each.endswith("xss_dompurify/payloads.json"))
        file = tar.extractfile(name)
        assert file is not None
        return [each["payload"] for each in json.load(file)]


def test_of_no_payload_anything_is_left_but_structure_and_pictures_over_https(payloads: list[str]) -> None:
    assert len(payloads) > 200
    for payload in payloads:
        body = LexborHTMLParser(cleaned(payload.encode("utf-8", "replace").decode(), far=True)).body
        assert body is not None
        for node in body.traverse():
            assert node.tag in TAGS | {"body", "tbody"}, payload
            assert set(node.attributes) <= ATTRIBUTES.get(node.tag, set()), payload
            assert (node.attributes.get("src") or "https:").startswith(("https://", "https:", "data:image/")), payload


@pytest.mark.parametrize(
    "address",
    [
        "http://plain.example/a.png",
        "//relative.example/a.png",
        "https://user@odd.example/a.png",
        "https://odd.example:8443/a.png",
        "https:\\\\odd.example/a.png",
        "https://[broken/a.png",
        "/interactions/1/",
        "data:text/html;base64,AAAA",
        "data:image/svg+xml;base64,AAAA",
        "file:///etc/passwd",
        f"https://long.example/{'x' * 5000}",
    ],
)
def test_no_other_address_is_a_picture(address: str) -> None:
    html = f'<img src="{address}">'
    assert "src" not in cleaned(html, far=True).partition("<body>")[2]
    assert far_hosts(html) == []


def test_the_hosts_are_named_as_a_browser_would_ask_them() -> None:
    html = '<img src="https://A.example/x"><img src="https://a.example:443/y"><img src="HTTPS://b.example">'
    assert far_hosts(html) == ["a.example", "b.example"]
