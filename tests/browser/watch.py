"""What on a page could run or lead elsewhere: a watch for pages that show strangers' words, without the policy that would stop them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

FRAMES_AT_ONCE = 30
"""Pages that are looked at side by side. Unit: frames; one page a payload takes too long."""

NOT_OURS = """page => {
  const found = [];
  for (const element of page.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      const plain = value.replace(/[\\s\\u0000-\\u001f]/g, "").toLowerCase();
      const leads = ["href", "src", "action", "formaction", "xlink:href", "data", "srcset", "poster", "background"].includes(name);
      if (name.startsWith("on") || name === "style" || name === "srcdoc") found.push(`${element.tagName} ${name}=${value}`);
      if (leads && /^(javascript|vbscript|data|https?:|\\/\\/)/.test(plain)) found.push(`${element.tagName} ${name}=${value}`);
    }
  }
  return found;
}"""
"""Lists what could run or lead elsewhere in a parsed page. Our own pages have no such attribute at all."""

IN_FRAMES = f"""async ({{ addresses, layout }}) => {{
  const notOurs = {NOT_OURS};
  const told = [];
  await Promise.all(addresses.map(async (address) => {{
    const answer = await fetch(address);
    let text = await answer.text();
    if (answer.status !== 200) return layout && answer.status === 404 ? null : told.push(`${{address}}: ${{answer.status}}`);
    text = text.replace(/<script[^>]* src="\\/static\\/[^>]*><\\/script>/g, "").replace(/<link [^>]*>/g, "");
    const page = new DOMParser().parseFromString(text, "text/html");
    if (layout) page.querySelectorAll("meta").forEach((meta) => meta.remove());
    const scripts = page.querySelectorAll("script, object, embed, base, meta[http-equiv], form[action*='//']").length;
    if (scripts) told.push(`${{address}}: ${{scripts}} that run or lead elsewhere`);
    told.push(...notOurs(page).map((each) => `${{address}}: ${{each}}`));
    await new Promise((there) => {{
      const frame = document.createElement("iframe");
      frame.onload = there;
      frame.srcdoc = text;
      document.body.append(frame);
    }});
  }}));
  return told;
}}"""
"""Fetches pages, looks through them, and opens each in a frame in which scripts may run."""


def look_through(page: "Page", addresses: list[str], *, layout: bool = False) -> list[str]:
    """Open these pages in frames in which scripts may run; list what is not ours on them."""
    found: list[str] = []
    for start in range(0, len(addresses), FRAMES_AT_ONCE):
        page.goto("/about/")
        found += page.evaluate(IN_FRAMES, {"addresses": addresses[start : start + FRAMES_AT_ONCE], "layout": layout})
    return found


def note_request(address: str, ours: str, trouble: list[str]) -> None:
    """Note a request that leads to another place than ours."""
    if not address.startswith((ours, "about:", "data:", "blob:")):
        trouble.append(f"asked for {address}")
