// A letter that is edited here opens in the mail program as it was edited: the link follows the fields.

const MOST_IN_A_LINK = 1800;

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-mailto]");
  const form = link?.closest("[data-letter]");
  if (!form) return;
  const { to, subject, text } = form.elements;
  const answered = new URLSearchParams(link.getAttribute("href").split("?")[1] ?? "").get("In-Reply-To");
  const fields = { subject: subject.value, body: text.value.slice(0, MOST_IN_A_LINK), ...(answered && { "In-Reply-To": answered }) };
  const query = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  link.href = `mailto:${encodeURIComponent(to.value)}?${query.join("&")}`;
});
