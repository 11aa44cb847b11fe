// Whom is it about? The meeting that just was, somebody lately met, or a name that is matched later.

import { button, element, one } from "./elements.js";

const SHOWN = 9;

let people = [];
let chosen = { about: "", name: "" };
let changed = () => {};

const field = () => one("about");
const fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const written = ({ name, more }) => (more ? `${name}, ${more}` : name);

// Who was lately met, to be asked after where a note did not say whom it is about.
export const met = (most) => people.filter((each) => each.about.startsWith("person:")).slice(0, most);

export const about = () => ({ ...chosen });

export function whenChanged(hear) {
  changed = hear;
  field().addEventListener("input", () => {
    chosen = { about: "", name: field().value.trim() };
    draw();
    changed();
  });
}

export function offer(list) {
  people = list;
  draw();
}

export function choose({ about: value, name }) {
  chosen = { about: value, name };
  field().value = name;
  draw();
}

function matching() {
  const words = fold(chosen.about ? "" : chosen.name).split(/\s+/).filter(Boolean);
  const found = people.filter((each) => words.every((word) => fold(written(each)).includes(word)));
  const first = people.filter((each) => each.about === chosen.about && chosen.about);
  return [...first, ...found.filter((each) => !first.includes(each))].slice(0, SHOWN);
}

function draw() {
  one("offered").replaceChildren(...matching().map(chip));
}

function chip(each) {
  const isOn = each.about === chosen.about;
  const take = () => {
    choose(isOn ? { about: "", name: "" } : { about: each.about, name: nameOf(each) });
    changed();
    one("text").focus();
  };
  const isMeeting = each.about.startsWith("meeting:");
  const words = element("span", {}, each.name, each.more ? element("small", {}, isMeeting ? ` with ${each.more}` : ` ${each.more}`) : null);
  return element("li", {}, button(words, take, { class: "whom__one", "aria-pressed": String(isOn) }));
}

// A name that still says who is meant when the row is not there any more.
const nameOf = (each) => (each.about.startsWith("person:") ? written(each) : each.name);
