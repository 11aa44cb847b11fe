// Small pieces of the page: an element with what is in it, and a time as people say it.

export const one = (name) => document.getElementById(name);

export function element(tag, given = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name === "class") made.className = value;
    else if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null) made.setAttribute(name, value);
  }
  made.append(...inside.filter((each) => each !== null));
  return made;
}

export const button = (words, onclick, more = {}) => element("button", { type: "button", class: "button", onclick, ...more }, words);

const CLOCK = { hour: "2-digit", minute: "2-digit" };
const DAY = { weekday: "short", day: "numeric", month: "short" };

export function when(instant) {
  const at = new Date(instant);
  const isToday = at.toDateString() === new Date().toDateString();
  return at.toLocaleString("en-GB", isToday ? CLOCK : { ...DAY, ...CLOCK });
}

export const day = (stated) => new Date(`${stated}T12:00`).toLocaleDateString("en-GB", DAY);

export const sentence = (words) => words[0].toUpperCase() + words.slice(1);

export const counted = (n, word) => `${n === 1 ? "one" : n} ${word}${n === 1 ? "" : "s"}`;
