"""A note on the road: without network, with a tab that closes, a sign-in that ends, another user: kept until it is confirmed."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.capture_faults import PHONE, Road, installation, outcome
from tests.browser.conftest import PASSWORD, Stage
from tests.interactions.test_photographs import PLACE, segment

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FAULTY_RUNS = 12
"""Runs of the ordinary test, one of each fault; `python -m bench capture` does 200. Unit: runs."""

JOE = "joe.kowalski@nationalsteel.example"

EVERYTHING_KEPT = """async () => {
  const came = (asked) => new Promise((done) => (asked.onsuccess = () => done(asked.result)));
  const opened = await came(indexedDB.open("alongside-capture"));
  const told = [];
  for (const name of opened.objectStoreNames) {
    const rows = await came(opened.transaction(name).objectStore(name).getAll());
    for (const row of rows) {
      const sealed = [row.words, row.sealed, ...(row.photos ?? [])].filter(Boolean);
      for (const each of sealed) told.push(new TextDecoder("latin1").decode(each.data));
      told.push(name + JSON.stringify(row));
    }
  }
  opened.close();
  return { rows: told, caches: await caches.keys(), key: told.some((each) => each.startsWith("held")) };
}"""

CACHED = """async () => {
  const found = [];
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname);
  return found;
}"""

LARGE_PHOTO = """async ({ width, height }) => {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const drawn = canvas.getContext("2d");
  drawn.fillStyle = "#7f6230";
  drawn.fillRect(0, 0, width, height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));
  return [...new Uint8Array(await blob.arrayBuffer())];
}"""


@pytest.fixture
def phone(stage: Stage, open_at: Callable[..., "Page"]) -> Callable[..., "Page"]:
    """Open the page on a telephone of its own, signed in and ready for a note."""

    def go(path: str = "/capture/", **options: Any) -> "Page":
        page = open_at(stage, path, **PHONE, **options)
        expect(page.locator("#state")).to_have_text("All with Alongside")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        return page

    return go


def write(page: "Page", words: str) -> None:
    page.locator("#text").fill(words)


def keep(page: "Page") -> None:
    page.get_by_role("button", name="Keep it").tap()
    expect(page.locator("#text")).to_have_value("")


def waiting(page: "Page") -> Any:
    return page.locator("#waiting-notes > li")


def held(stage: Stage, words: str) -> int:
    return stage.id_of("SELECT count(*) FROM alongside_interactionbody WHERE text LIKE ?", f"%{words}%")


def sign_in(page: "Page", stage: Stage) -> None:
    page.get_by_label("Your address").fill(stage.world.user_address)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


# Installed, and without network


def test_it_can_be_installed_and_its_worker_has_a_say_over_this_page_alone(phone: Callable[..., "Page"]) -> None:
    page = phone()
    manifest = page.request.get(page.locator('link[rel="manifest"]').get_attribute("href") or "")
    assert manifest.headers["content-type"].startswith("application/manifest+json")
    said = manifest.json()
    assert (said["start_url"], said["display"]) == ("/capture/", "standalone")
    for icon in said["icons"]:
        address = f"{manifest.url.rpartition('/')[0]}/{icon['src']}"
        assert page.request.get(address).headers["content-type"] == "image/png"
    scopes = page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.map((each) => each.scope))")
    assert [scope.partition("//")[2].partition("/")[2] for scope in scopes] == ["capture/"]


def test_only_the_bare_page_and_its_files_are_ever_in_a_cache(phone: Callable[..., "Page"]) -> None:
    page = phone()
    for path in ("/", "/accounts/", "/capture/"):
        page.goto(path)
    expect(page.locator("#state")).to_have_text("All with Alongside")
    cached = page.evaluate(CACHED)
    assert "/capture/" in cached and len(cached) > 20
    assert [path for path in cached if path != "/capture/" and not path.startswith("/static/")] == []


def test_without_network_it_opens_whole_and_a_note_waits_until_there_is_some(
    phone: Callable[..., "Page"], stage: Stage
) -> None:
    page = phone()
    page.context.set_offline(True)
    missing: list[str] = []
    page.on("requestfailed", lambda request: missing.append(request.url) if "/static/" in request.url else None)
    page.goto("/capture/?from=the-home-screen")
    expect(page.locator("#offered button").first).to_be_visible()
    write(page, "Ann wants the barge at dawn. I will send her the tide table by Friday.")
    page.locator("#about").fill("Joe Kowalski")
    keep(page)
    expect(page.locator("#state")).to_have_text("1 waiting on this device · No network")
    expect(waiting(page)).to_contain_text("Waits for the network.")
    assert missing == [] and held(stage, "tide table") == 0
    page.context.set_offline(False)
    expect(page.locator("#came")).to_contain_text("Kept, about Joe Kowalski.")
    expect(waiting(page)).to_have_count(0)
    assert held(stage, "tide table") == 1


def test_an_older_version_is_let_go(phone: Callable[..., "Page"]) -> None:
    page = phone()
    page.evaluate("caches.open('alongside-capture-older').then((old) => old.put('/capture/', new Response('old')))")
    page.evaluate("navigator.serviceWorker.getRegistration('/capture/').then((found) => found.unregister())")
    page.goto("/")
    page.goto("/capture/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    expect(page.locator("#state")).to_have_text("All with Alongside")
    page.wait_for_timeout(500)
    assert [name for name in page.evaluate("caches.keys()") if name.endswith("older")] == []


def test_any_other_page_sends_what_waits(phone: Callable[..., "Page"], stage: Stage) -> None:
    page = phone()
    page.context.set_offline(True)
    write(page, "The crane stands still.")
    keep(page)
    expect(waiting(page)).to_have_count(1)
    page.goto("about:blank")
    page.context.set_offline(False)
    page.goto("/")
    expect(page.locator("[data-waiting]")).to_be_hidden()
    assert held(stage, "crane stands still") == 1


# Whatever happens


@pytest.fixture
def road(browser: "Browser", tmp_path: Path) -> Iterator[Road]:
    road = Road(browser, installation(tmp_path))
    yield road
    road.close()


def test_through_reload_cut_kill_expiry_and_other_users_nothing_is_lost_and_nothing_is_there_twice(road: Road) -> None:
    written = [text for seed in range(FAULTY_RUNS) for text in road.run(seed)]
    assert outcome(road, written) == {"notes": len(written), "lost": [], "doubled": [], "of somebody else": []}
    assert road.told["answers lost"] > 0


def test_what_is_typed_is_there_again_after_the_tab_was_closed_with_its_photograph(
    phone: Callable[..., "Page"], tmp_path: Path
) -> None:
    page = phone()
    write(page, "Half a sentence")
    page.locator("#photo").set_input_files(photograph(page, tmp_path, 60, 40))
    expect(page.locator("#photos li")).to_have_count(1)
    page.wait_for_timeout(300)
    context = page.context
    page.close()
    again = context.new_page()
    again.goto("/capture/")
    expect(again.locator("#text")).to_have_value("Half a sentence")
    expect(again.locator("#photos li")).to_have_count(1)


def test_two_tabs_have_two_drafts(phone: Callable[..., "Page"]) -> None:
    one = phone()
    write(one, "In the first tab")
    other = one.context.new_page()
    other.goto("/capture/")
    expect(other.locator("#take")).to_be_visible()
    write(other, "In the second")
    one.wait_for_timeout(300)
    for page, words in ((one, "In the first tab"), (other, "In the second")):
        page.reload()
        expect(page.locator("#text")).to_have_value(words)


def test_when_the_sign_in_has_ended_it_says_so_and_goes_on_after_the_next(
    phone: Callable[..., "Page"], stage: Stage
) -> None:
    page = phone()
    page.context.clear_cookies()
    write(page, "The pier is iced.")
    keep(page)
    expect(waiting(page)).to_contain_text("Waits for your sign-in.")
    page.get_by_role("link", name="Sign in").click()
    sign_in(page, stage)
    expect(page.locator("#state")).to_have_text("All with Alongside")
    assert held(stage, "pier is iced") == 1


def test_signing_out_asks_first_and_leaves_nothing_that_can_be_read(phone: Callable[..., "Page"], stage: Stage) -> None:
    page = phone()
    page.context.clear_cookies()  # the sign-in of its own that is ended here
    page.goto("/sign-in/?next=/capture/")
    sign_in(page, stage)
    expect(page.locator("#state")).to_have_text("All with Alongside")
    page.context.set_offline(True)
    write(page, "Marigold secret")
    keep(page)
    expect(waiting(page)).to_have_count(1)
    page.evaluate("localStorage.removeItem('alongside-waiting')")  # so that the next page does not send it at once
    page.context.set_offline(False)
    page.goto("/settings/")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("alert")).to_contain_text("One note waits on this device.")
    page.get_by_role("button", name="Sign out all the same").click()
    page.wait_for_url("**/sign-in/**")
    kept = page.evaluate(EVERYTHING_KEPT)
    assert not kept["key"] and kept["caches"] == []
    assert [row for row in kept["rows"] if "Marigold" in row or "Kowalski" in row] == []
    page.goto("/capture/")
    expect(page.get_by_role("link", name="Sign in once on this device")).to_be_visible()
    assert "Marigold" not in page.content()
    page.goto("/sign-in/?next=/capture/")
    sign_in(page, stage)
    expect(page.locator("#state")).to_have_text("All with Alongside")
    assert held(stage, "Marigold secret") == 1


def test_even_while_somebody_is_signed_in_the_words_lie_closed_on_the_device(phone: Callable[..., "Page"]) -> None:
    page = phone()
    page.context.set_offline(True)
    write(page, "Marigold secret")
    keep(page)
    assert [row for row in page.evaluate(EVERYTHING_KEPT)["rows"] if "Marigold" in row or "Kowalski" in row] == []


def test_what_waits_can_be_read_copied_and_deleted(phone: Callable[..., "Page"], stage: Stage) -> None:
    page = phone(permissions=["clipboard-read", "clipboard-write"])
    page.context.set_offline(True)
    write(page, "First line\nand a second one")
    keep(page)
    waiting(page).locator("summary").tap()
    expect(waiting(page).locator(".waiting__words")).to_contain_text("and a second one")
    waiting(page).get_by_role("button", name="Copy").tap()
    expect(waiting(page).get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "First line\nand a second one"
    waiting(page).get_by_role("button", name="Delete").tap()
    waiting(page).get_by_role("button", name="Delete it for good?").tap()
    expect(waiting(page)).to_have_count(0)
    page.context.set_offline(False)
    expect(page.locator("#state")).to_have_text("All with Alongside")
    assert held(stage, "and a second one") == 0


# What is in it


@pytest.mark.parametrize("words", ["😀👩‍🏭🇩🇪 done", "שלום ג'ו, נתראה ביום שישי", "0123456789" * 10_000])
def test_any_words_come_through(phone: Callable[..., "Page"], stage: Stage, words: str) -> None:
    page = phone()
    write(page, words)
    keep(page)
    expect(page.locator("#came")).to_contain_text("Kept.")
    assert stage.id_of("SELECT count(*) FROM alongside_interactionbody WHERE text = ?", words) == 1


def test_too_many_words_are_not_taken_and_stay_in_the_box(phone: Callable[..., "Page"]) -> None:
    page = phone()
    page.locator("#text").evaluate("(field) => { field.value = 'word '.repeat(40001); field.form.requestSubmit(); }")
    expect(page.locator("#said")).to_contain_text("200,000 are taken")
    assert len(page.locator("#text").input_value()) == 200_005


def photograph(page: "Page", folder: Path, width: int, height: int, *, megabytes: int = 0) -> Path:
    """Make a JPEG with the place in its Exif, and as large as is wished."""
    plain = bytes(page.evaluate(LARGE_PHOTO, {"width": width, "height": height}))
    more = segment(0xE1, b"Exif\0\0" + PLACE) + segment(0xE3, b"\0" * 65_000) * (megabytes * 1024**2 // 65_000)
    path = folder / "IMG_2001.jpg"
    path.write_bytes(plain[:2] + more + plain[2:])
    return path


def test_a_photograph_of_forty_megabytes_is_made_smaller_here_and_leaves_its_place_behind(
    phone: Callable[..., "Page"], stage: Stage, tmp_path: Path
) -> None:
    page = phone()
    path = photograph(page, tmp_path, 4000, 3000, megabytes=40)
    assert path.stat().st_size > 40_000_000
    page.locator("#photo").set_input_files(path)
    expect(page.locator("#photos li")).to_have_count(1)
    keep(page)
    expect(page.locator("#came")).to_contain_text("Kept.")
    [[name, sha256, size]] = stage.ask(
        "SELECT name, sha256, size_bytes FROM alongside_attachment ORDER BY id DESC LIMIT 1"
    )
    content = (stage.server.data / "attachments" / sha256[:2] / sha256).read_bytes()
    assert (name, len(content)) == ("photo-1.jpg", size)
    assert size < 2 * 1024**2 and PLACE not in content and b"Exif" not in content
    frame = content.index(b"\xff\xc0")
    assert (int.from_bytes(content[frame + 7 : frame + 9]), int.from_bytes(content[frame + 5 : frame + 7])) == (
        2000,
        1500,
    )


def test_what_is_no_picture_is_refused_with_what_to_do_and_the_words_stay(
    phone: Callable[..., "Page"], tmp_path: Path
) -> None:
    page = phone()
    write(page, "With a picture")
    (tmp_path / "IMG_1.heic").write_bytes(b"\0\0\0\x18ftypheic" + bytes(300))
    page.locator("#photo").set_input_files(tmp_path / "IMG_1.heic")
    expect(page.locator("#said")).to_contain_text("IMG_1.heic cannot be read as a picture here.")
    expect(page.locator("#text")).to_have_value("With a picture")


def test_a_note_about_nobody_is_kept_and_asked_for_here_and_later(phone: Callable[..., "Page"], stage: Stage) -> None:
    page = phone()
    write(page, "The ferry line is for sale.")
    keep(page)
    expect(page.locator("#came")).to_contain_text("Whom is it about?")
    page.goto("/doubts/")
    page.locator("#unnamed").get_by_role("link", name="The ferry line is for sale.").tap()
    page.locator("#main").get_by_label("A name").fill("Joe Kowalski")
    page.get_by_role("button", name="Say whom").tap()
    expect(page.get_by_role("status").filter(has_text="Kept, about Joe Kowalski.")).to_be_visible()


def test_from_a_persons_page_it_is_about_them(phone: Callable[..., "Page"], stage: Stage) -> None:
    joe = stage.id_of("SELECT id FROM alongside_person WHERE anchor = ? AND merged_into_id IS NULL", JOE)
    page = phone()
    page.goto(f"/people/{joe}/")
    page.locator(".page__head").get_by_role("link", name="Note", exact=True).tap()
    page.wait_for_url("**/capture/?about=*")
    expect(page.locator("#about")).to_have_value("Joe Kowalski")


def test_every_state_of_it_can_be_read_by_everybody(phone: Callable[..., "Page"]) -> None:
    page = phone(bypass_csp=True, reduced_motion="reduce")
    write(page, "I will send Joe the papers by Friday.")
    page.locator("#about").fill("Joe Kowalski")
    keep(page)
    expect(page.locator("#came")).to_contain_text("Our promise")
    page.context.set_offline(True)
    write(page, "And this waits.")
    keep(page)
    expect(waiting(page)).to_have_count(1)
    trouble = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        trouble += [each["id"] for each in Axe().run(page).response["violations"]]
    assert trouble == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["viewport"]["width"]
