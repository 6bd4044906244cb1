/* A sheet of chosen paragraphs and capabilities; the choice stands in the address. */
const form = document.querySelector("form.select");
const sheet = document.querySelector(".chosen");
const boxes = [...form.querySelectorAll("[name=select]")];
const edition = fetch(form.dataset.edition).then((r) => r.json());

const element = (tag, text = "", className = "") => Object.assign(document.createElement(tag), { textContent: text, className });
const place = (unit) => (unit.kind === "preambular" ? "" : unit.kind === "operative" ? `${unit.number}. ` : `(${unit.id.at(-1)}) `);

function paragraph(unit, data, notes) {
  const box = element("section", "", "chosen-unit");
  const words = element("p", place(unit), "chosen-words");
  if (unit.opening) words.append(element("em", unit.opening), unit.text.slice(unit.opening.length));
  else words.append(unit.text);
  box.append(element("h3", `Draft resolution ${unit.citation}`), words);
  for (const n of unit.footnotes) box.append(element("p", `Footnote ${n}: ${data.footnotes[n - 1].text}`, "chosen-note"));
  if (notes) for (const note of unit.notes) {
    const line = element("p", "", "chosen-note");
    line.append(element("strong", note.voice === "text" ? "[T] From the text" : "[B] Background"), ` on “${note.on}”: ${note.text}`);
    if (note.sources.length) line.append(` Source: ${note.sources.map((s) => data.sources.find((x) => x.id === s)).map((s) => `${s.publisher}, ${s.title} (${s.date})`).join("; ")}.`);
    box.append(line);
  }
  return box;
}

function capability(entry, data) {
  const box = element("section", "", "chosen-unit");
  const where = entry.paragraphs.map((id) => data.paragraphs.find((p) => p.id === id).citation.split(", ")[1]);
  box.append(element("h3", entry.acronym ? `${entry.name} (${entry.acronym})` : entry.name), element("p", entry.description), element("p", `Named in ${where.join(", ")}.`, "chosen-note"));
  return box;
}

async function show() {
  const ids = boxes.filter((b) => b.checked).map((b) => b.value);
  const notes = form.elements.notes.checked;
  const query = ids.length ? `?select=${ids.join(",")}&notes=${notes ? 1 : 0}` : location.pathname;
  history.replaceState(null, "", query);
  const data = await edition;
  const parts = ids.map((id) => {
    const unit = data.paragraphs.find((p) => p.id === id);
    return unit ? paragraph(unit, data, notes) : capability(data.capabilities.find((c) => c.id === id), data);
  });
  sheet.replaceChildren(...parts);
  document.documentElement.toggleAttribute("data-chosen", ids.length > 0);
  // A page holds 250 mm of the sheet, which is as wide on the screen as on paper.
  const mm = 96 / 25.4;
  const pages = Math.max(1, Math.ceil(sheet.offsetHeight / (250 * mm)));
  form.querySelector("output").value = ids.length ? `${ids.length} chosen, about ${pages} ${pages === 1 ? "page" : "pages"}` : "Nothing chosen yet";
}

const given = new URLSearchParams(location.search);
const wanted = (given.get("select") ?? "").split(",");
boxes.forEach((b) => (b.checked = wanted.includes(b.value)));
form.elements.notes.checked = given.get("notes") !== "0";
form.hidden = false;
form.addEventListener("change", show);
form.addEventListener("reset", () => setTimeout(show));
form.querySelector("[data-act=print]").addEventListener("click", () => print());
show();
