// Files are dropped or chosen, and sent with word of how far they are. Without this the form sends them as any form does.

const form = document.querySelector("[data-bring-in]");
const inputs = [...form.querySelectorAll("input[type=file]")];
const part = (name) => form.querySelector(`[data-${name}]`);
const [chosenWords, sending, sentWords, forget] = ["chosen", "sending", "sent", "forget"].map(part);
const bar = sending.querySelector("progress");
const submit = form.querySelector("[type=submit]");
const MOST_FILES = Number(form.dataset.mostFiles);
const NAMES_SHOWN = 3;
const dropped = [];

const chosen = () => [...dropped, ...inputs.flatMap((input) => [...input.files])];
const number = (n) => n.toLocaleString("en-GB");

function size(bytes) {
  if (bytes < 1e6) return `${Math.max(1, Math.round(bytes / 1e3))} KB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

function tell() {
  const files = chosen();
  forget.hidden = !files.length;
  if (files.length) part("trouble")?.remove();
  if (!files.length) return (chosenWords.textContent = "");
  const bytes = files.reduce((all, file) => all + file.size, 0);
  const named = files.slice(0, NAMES_SHOWN).map((file) => file.name).join(", ");
  const rest = files.length > NAMES_SHOWN ? ` and ${number(files.length - NAMES_SHOWN)} more` : "";
  chosenWords.textContent = `${files.length === 1 ? "One file" : `${number(files.length)} files`}, ${size(bytes)}: ${named}${rest}`;
}

function complain(words) {
  part("trouble")?.remove();
  const line = Object.assign(document.createElement("p"), { className: "field__error", textContent: words });
  line.setAttribute("role", "alert");
  line.dataset.trouble = "";
  sending.hidden = true;
  submit.disabled = false;
  submit.parentElement.before(line);
}

// A folder that is dropped is walked to its last file.
async function filesIn(entry) {
  if (entry.isFile) return [await new Promise((done, fail) => entry.file(done, fail))];
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!some.length) return found;
    for (const each of some) found.push(...(await filesIn(each)));
  }
}

const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");

document.addEventListener("dragover", (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  form.classList.add("drop--over");
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) form.classList.remove("drop--over");
});
document.addEventListener("drop", async (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  form.classList.remove("drop--over");
  const plain = [...event.dataTransfer.files];
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  try {
    if (!entries.length) dropped.push(...plain);
    for (const entry of entries) dropped.push(...(await filesIn(entry)));
    tell();
  } catch {
    complain("Something in that folder cannot be read by the browser. Choose the files themselves, or bring them in by the command line.");
  }
  submit.focus();
});

form.addEventListener("change", tell);
forget.addEventListener("click", () => {
  dropped.length = 0;
  for (const input of inputs) input.value = "";
  tell();
  inputs[0].focus();
});

form.addEventListener("submit", (event) => {
  const files = chosen();
  if (!files.length) return;
  event.preventDefault();
  if (files.length > MOST_FILES) {
    complain(`These are ${number(files.length)} files; at most ${number(MOST_FILES)} come in at once. Choose fewer, or bring the folder in by the command line.`);
    return;
  }
  part("trouble")?.remove();
  send(files);
});

function send(files) {
  const body = new FormData(form);
  body.delete("files");
  for (const file of files) body.append("files", file, file.name);
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    bar.value = total ? loaded / total : 0;
    sentWords.textContent = `${size(loaded)} of ${size(total)} sent`;
  });
  request.addEventListener("load", () => {
    if (request.status < 400) location.assign(request.responseURL);
    else complain("They were not taken, and nothing was changed. Load the page again and try once more; very large archives come in by the command line.");
  });
  request.addEventListener("error", () => complain("They did not reach Alongside, and nothing was changed. Try again when it runs."));
  request.open("POST", location.pathname);
  request.send(body);
  sending.hidden = false;
  submit.disabled = true;
}

form.querySelector("[data-only-with-script]").hidden = false;
tell();
