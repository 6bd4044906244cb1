/* The choice stands in the address. */
const form = document.querySelector("form.select");
const sheet = document.querySelector(".chosen");
const boxes = [...form.querySelectorAll("[name=select]")];
const edition = fetch(form.dataset.edition).then((r) => r.json());
const mm = 96 / 25.4;
// The page's heights less its margins, which edition.css sets.
const HEIGHTS = { A4: (297 - 36) * mm, Letter: (279.4 - 36) * mm };

const element = (tag, text = "", className = "") => Object.assign(document.createElement(tag), { textContent: text, className });
const place = (unit) => (unit.kind === "preambular" ? "" : unit.kind === "operative" ? `${unit.number}. ` : `(${unit.id.at(-1)}) `);

/* Quotation marks as the pages have them. */
const prose = (text) => text.replace(/(^|[\s(\[“])"/g, "$1“").replaceAll('"', "”").replace(/(?<=\w)'/g, "’");

function said(unit) {
  const words = element("p", place(unit), "chosen-words");
  if (unit.opening) words.append(element("em", unit.opening), unit.text.slice(unit.opening.length));
  else words.append(unit.text);
  return words;
}

/* What has a source comes from elsewhere. */
function voiced(words, ids, data) {
  const line = element("p", "", "chosen-note");
  const sources = ids.map((id) => data.sources.find((x) => x.id === id)).map((s) => `${s.publisher}, ${s.title} (${s.date})`).join("; ");
  line.append(element("strong", sources ? "[B] Background" : "[T] From the text"), words, sources && ` Source: ${sources}.`);
  return line;
}

/* `above` is the paragraph that a point continues, where it is not on the sheet itself. */
function paragraph(unit, above, data, notes) {
  const parts = [element("h3", `Draft resolution ${unit.citation}`), ...(above ? [said(above)] : []), said(unit)];
  for (const n of unit.footnotes) parts.push(element("p", `Footnote ${n}: ${data.footnotes.find((f) => f.number === n).text}`, "chosen-note"));
  if (notes) for (const note of unit.notes) parts.push(voiced(` on “${note.on}”: ${prose(note.text)}`, note.sources, data));
  return parts;
}

function capability(entry, data) {
  const where = entry.paragraphs.map((id) => data.paragraphs.find((p) => p.id === id).citation.split(", ")[1]);
  return [
    element("h3", entry.acronym ? `${entry.name} (${entry.acronym})` : entry.name),
    voiced(` ${prose(entry.description)}`, entry.sources, data),
    element("p", `Named in ${where.join(", ")}.`, "chosen-note"),
  ];
}

/* Pages break as the print style has it: a heading goes with three lines of what follows, words
   break between lines, three together at the least, the rest is kept whole. */
function pages(height) {
  const least = 3;
  let count = 1;
  let top = sheet.getBoundingClientRect().top;
  const turn = (at) => [count, top] = [count + 1, at];
  for (const part of sheet.querySelectorAll("h3, p")) {
    const box = part.getBoundingClientRect();
    const line = parseFloat(getComputedStyle(part).lineHeight);
    if (part.matches("h3")) {
      const next = part.nextElementSibling.getBoundingClientRect();
      const kept = part.nextElementSibling.matches(".chosen-words") ? Math.min(next.height, least * line) : next.height;
      if (next.top + kept - top > height) turn(box.top);
    } else if (!part.matches(".chosen-words")) {
      if (box.bottom - top > height) turn(box.top);
    } else {
      let [at, left] = [box.top, Math.round(box.height / line)];
      const room = () => Math.floor((top + height - at) / line);
      while (left > room()) {
        const most = Math.min(room(), left - least);
        const lines = most < least ? 0 : most;
        [at, left] = [at + lines * line, left - lines];
        turn(at);
      }
    }
  }
  return count;
}

async function show() {
  const ids = boxes.filter((b) => b.checked).map((b) => b.value);
  const notes = form.elements.notes.checked;
  const query = ids.length ? `?select=${ids.join(",")}&notes=${notes ? 1 : 0}` : "";
  history.replaceState(null, "", query || location.pathname);
  const data = await edition;
  const parts = ids.map((id) => {
    const unit = data.paragraphs.find((p) => p.id === id);
    const section = element("section", "", "chosen-unit");
    const first = unit?.parent && !ids.includes(unit.parent) && ids.find((other) => other.startsWith(`${unit.parent}-`)) === id;
    const above = first && data.paragraphs.find((p) => p.id === unit.parent);
    section.append(...(unit ? paragraph(unit, above, data, notes) : capability(data.capabilities.find((c) => c.id === id), data)));
    return section;
  });
  const standing = document.querySelector(".unofficial");
  const [before, after] = standing.dataset.printed.split("/handout/");
  const last = element("p", `${standing.textContent} ${before}/handout/${query}${after}`, "chosen-foot");
  sheet.replaceChildren(...(ids.length ? [...parts, last] : []));
  document.documentElement.toggleAttribute("data-chosen", ids.length > 0);
  form.querySelector("[data-act=print]").disabled = !ids.length;
  form.querySelector("output").value = ids.length ? `${ids.length} chosen, ${counted()}` : "Nothing chosen yet";
}

function counted() {
  sheet.classList.add("measured");
  const [a4, letter] = Object.values(HEIGHTS).map(pages);
  sheet.classList.remove("measured");
  const words = (n) => `${n} ${n === 1 ? "page" : "pages"}`;
  return a4 === letter ? words(a4) : `${words(a4)} of A4 or ${words(letter)} of Letter`;
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
