/* Checks a pasted passage against the resolution, and the mark of a printed sheet. */
const root = new URL("..", import.meta.url);
const box = document.querySelector(".check");
const known = JSON.parse(box.dataset.known);

const say = (form, ...parts) => form.querySelector(".result").replaceChildren(...parts);
const element = (tag, text, props = {}) => Object.assign(document.createElement(tag), { textContent: text, ...props });

/* Each kind of difference that is forgiven, and what it is called. */
const FORGIVEN = [
  ["white space", (s) => s.replace(/\s+/g, " ").trim()],
  ["the kind of quotation marks and apostrophes", (s) => s.replace(/[“”„«»]/g, '"').replace(/[‘’]/g, "'")],
  ["hyphens and dashes", (s) => s.replace(/[‐‑‒–—−]/g, "-")],
  ["capital letters", (s) => s.toLowerCase()],
  ["hyphens within words", (s) => s.replace(/(\w)-(?=\w)/g, "$1 ")],
];
const plain = (s) => FORGIVEN.reduce((t, [, rule]) => rule(t), s.normalize("NFC"));

function forgiven(passage, text) {
  const used = [];
  let [a, b] = [passage.normalize("NFC"), text];
  for (const [name, rule] of FORGIVEN) {
    if (b.includes(a)) break;
    const next = [rule(a), rule(b)];
    if (next[0] !== a || next[1] !== b) used.push(name);
    [a, b] = next;
  }
  return used;
}

/* The longest common subsequence of words: which words of `a` are also in `b`, in order. */
function common(a, b) {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i][j] = a[i] === b[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
  const kept = new Set(), there = new Set();
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i] === b[j]) kept.add(i++), there.add(j++);
    else if (table[i + 1][j] >= table[i][j + 1]) i++;
    else j++;
  return { kept, there };
}

const words = (s) => s.split(/\s+/).filter(Boolean);
const bare = (w) => plain(w).replace(/^[^\w]+|[^\w]+$/g, "");

function marked(list, same, title) {
  const line = element("p", `${title}: `);
  list.forEach((word, i) => line.append(same.has(i) ? word : element("mark", `[${word}]`), " "));
  return line;
}

async function checkPassage(form) {
  const passage = form.elements.passage.value.trim().replace(/^["“](.*)["”]$/s, "$1");
  if (!passage) return say(form, element("p", "Paste some words first."));
  const texts = await fetch(new URL("assets/text.json", root)).then((r) => r.json());
  const found = texts.filter((t) => plain(t.text).includes(plain(passage)));
  if (found.length) {
    return say(form, ...found.map((t) => {
      const excused = forgiven(passage, t.text);
      const how = excused.length ? `In the resolution, if one forgives ${excused.join(", ")}: ` : "Word for word in the resolution: ";
      const line = element("p", how);
      line.append(element("a", t.label, { href: new URL(t.address.slice(1), root) }), `. Cite: draft resolution ${t.citation}.`);
      return line;
    }));
  }
  const asked = words(passage).slice(0, 600).map(bare);
  const scored = texts.map((t) => {
    const theirs = words(t.text).map(bare);
    return { t, ...common(asked, theirs) };
  });
  const near = scored.reduce((best, s) => (s.kept.size > best.kept.size ? s : best));
  if (near.kept.size < Math.max(3, asked.length / 4)) return say(form, element("p", "Not in the resolution, and nothing in it is near."));
  const theirs = words(near.t.text);
  const [first, last] = [Math.min(...near.there), Math.max(...near.there)];
  const part = theirs.slice(first, last + 1);
  const same = new Set([...near.there].map((i) => i - first));
  const line = element("p", "Not word for word in the resolution. The nearest passage is in ");
  line.append(element("a", near.t.label, { href: new URL(near.t.address.slice(1), root) }), `: draft resolution ${near.t.citation}. Words that differ stand in brackets.`);
  say(form, line, marked(words(passage), near.kept, "Your passage"), marked(part, same, "The resolution"));
}

function checkMark(form) {
  const mark = form.elements.mark.value.trim().toLowerCase();
  if (!/^\d+(\.\d+)*-[0-9a-f]{8}$/.test(mark)) return say(form, element("p", `A mark looks like ${known.mark}.`));
  if (mark === known.mark) return say(form, element("p", "Current: the sheet was made from the data of these pages."));
  const [version] = mark.split("-");
  const after = known.changes.filter((c) => c.version.localeCompare(version, "en", { numeric: true }) > 0);
  const list = document.createElement("ul");
  list.append(...after.map((c) => element("li", `${c.date}, version ${c.version}: ${c.what}`)));
  const what = after.length ? "Changes since its version:" : "No change of version was made since; small corrections may be missing.";
  say(form, element("p", `Not current: these pages have the mark ${known.mark}. ${what}`), list);
}

const checks = { quotation: checkPassage, mark: checkMark };
box.querySelectorAll("form").forEach((form) => {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    checks[form.dataset.check](form);
  });
});
const asked = new URLSearchParams(location.search).get("mark");
if (asked) {
  const form = box.querySelector("[data-check=mark]");
  form.elements.mark.value = asked;
  checkMark(form);
}
