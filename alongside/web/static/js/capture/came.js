// What came of a note that Alongside has: what was found in it, to be judged at once, and whom it is about where it did not say.

import { met } from "./about.js";
import { button, day, element, one } from "./elements.js";
import { state } from "./send.js";

const LATELY_MET = 4; // people who are offered where nobody was named
const SAID = { confirmed: "Yes, it counts.", rejected: "No. It will not be found again." };

export function show({ words, answer }) {
  const card = element("article", { class: "came__note", tabindex: "-1" });
  draw(card, words, answer);
  one("came").prepend(card);
  one("came").hidden = false;
  document.body.classList.add("has-came");
}

function draw(card, words, answer) {
  const about = answer.about.length ? `Kept, about ${answer.about.join(", ")}.` : "Kept.";
  card.replaceChildren(
    element("p", { class: "came__head" }, element("b", {}, about), " ", element("a", { href: answer.href }, "Open the note")),
    answer.whom ? whom(card, words, answer.whom) : found(answer.found),
  );
}

function found(list) {
  if (!list.length) return element("p", { class: "soft" }, "No request, promise or date was seen in it.");
  return element("ol", { class: "came__found" }, ...list.map(oneFound));
}

function oneFound(each) {
  const row = element("li", {});
  const redraw = (review) => {
    const due = each.due ? element("span", { class: "tag" }, `by ${day(each.due)}`) : null;
    const judged = review in SAID ? [element("span", {}, SAID[review]), choice("Take it back", "taken_back", "button--quiet")] : [choice("Yes", "confirmed", "button--go"), choice("No", "rejected", "")];
    row.replaceChildren(element("p", { class: "came__title" }, element("b", {}, each.title), " ", due), element("p", { class: "came__quote", dir: "auto" }, each.quote), element("div", { class: "buttons" }, ...judged));
  };
  const choice = (words, review, kind) =>
    button(words, async () => {
      if (await say(each.judge, { review })) redraw(review);
      else row.append(wrong());
      row.querySelector("button")?.focus();
    }, { class: `button ${kind}` });
  redraw(each.review);
  return row;
}

function whom(card, words, asked) {
  const none = asked.said && !asked.people.length;
  const question = asked.at ? `Who was it with at ${asked.at}?` : none ? `Nobody is called ${asked.said}. Whom is it about?` : asked.people.length ? "Which of them?" : "Whom is it about?";
  const settle = (fields) => async () => {
    const answer = await say(asked.settle, fields);
    if (answer) draw(card, words, answer);
    else card.append(wrong());
    card.focus();
  };
  const name = element("input", { "aria-label": "A name", autocomplete: "off", placeholder: "A name" });
  const typed = element("form", { class: "came__name", onsubmit: (event) => (event.preventDefault(), settle({ about_name: name.value })()) }, name, element("button", { class: "button" }, "Say"));
  const lately = met(LATELY_MET).map((each) => ({ person: each.about.slice("person:".length), name: each.name }));
  const people = (asked.people.length ? asked.people : lately).map((each) => element("li", {}, button(each.name, settle({ person: each.person }), { class: "whom__one" })));
  const mine = element("li", {}, button("Nobody, it is for me", settle({ mine: "1" }), { class: "whom__one" }));
  return element("div", { class: "came__whom" }, element("p", {}, question), element("ul", { class: "whom__offered" }, ...people, mine), element("div", { class: "field" }, typed), element("p", { class: "soft" }, "You can also say it later, under Doubts."));
}

async function say(address, fields) {
  const headers = { "X-CSRFToken": state.said?.token ?? "", Accept: "application/json", "HX-Request": "true" };
  const response = await fetch(address, { method: "POST", headers, body: new URLSearchParams(fields), redirect: "manual" }).catch(() => null);
  if (!response?.ok) return null;
  return response.headers.get("content-type")?.includes("json") ? response.json() : {};
}

const wrong = () => element("p", { class: "field__error", role: "alert" }, "That did not reach Alongside. The note is kept; say it again, or on its page.");
