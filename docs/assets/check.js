/* Checks a pasted passage against the resolution, and the mark of a printed sheet. */
const root = new URL("..", import.meta.url);
const box = document.querySelector(".check");
const known = JSON.parse(box.dataset.known);

const say = (form, ...parts) => form.querySelector(".result").replaceChildren(...parts);
const element = (tag, text, props = {}) => Object.assign(document.createElement(tag), { textContent: text, ...props });

const FORGIVEN = [
  ["the kind of quotation marks and apostrophes", (s) => s.replace(/[“”„«»‘’']/g, '"')],
  ["hyphens and dashes", (s) => s.replace(/[‐‑‒–—−]/g, "-")],
  ["capital letters", (s) => s.toLowerCase()],
  ["hyphens and spaces within words", (s) => s.replace(/[-\s]/g, "")],
];
const plain = (s, but) => FORGIVEN.reduce((t, [name, rule]) => (name === but ? t : rule(t)), s);
const forgiven = (a, b) => FORGIVEN.map(([name]) => name).filter((name) => plain(a, name) !== plain(b, name));

/* What stands in braces a passage may leave out. */
let texts;
const cut = (list, by) => list.flatMap((text) => ` ${text.text.normalize("NFKC")} `.split(/[{}]/).flatMap((part, n) => part.split(by).map((c) => ({ key: plain(c), c, text, free: n % 2 }))));
const cutWords = (list) => cut(list, /\s+/).filter((word) => word.key);

function split(passage) {
  const citation = new RegExp(`\\([^()]*${box.dataset.symbol.replace(/\W/g, "\\$&")}.*`, "s");
  const said = passage.normalize("NFKC").replace(citation, "").replace(/\s+/g, " ").trim().replace(/^["“„«‘'](.*)["”»’'][.,;]?$/, "$1");
  return said.split(/ ?[[(]?\.(?: ?\.){2,}[\])]? ?/).filter((part) => plain(part));
}

function taken(all, part, start) {
  const inWord = (i) => !all[i].free && /[\p{L}\p{N}]{2}/u.test(all[i - 1].c + all[i].c);
  let said = "", end = start;
  for (let n = 0; n < part.length; end++) {
    const { key = " ", c, free } = all[end] ?? {};
    if (key === part[n]) n++;
    else if (!n || (key && !free)) return;
    else if (key) continue;
    said += c;
  }
  return !inWord(start) && !inWord(end) && { said, start, end };
}

function next(all, parts, from) {
  const runs = [];
  for (const part of parts) {
    let run;
    while (from < all.length && !(run = taken(all, part, from))) from++;
    if (!run) return;
    runs.push(run);
    from = run.end;
  }
  return runs;
}

const range = (a, b) => (a === b || b.startsWith(`${a} (`) ? a : `${a} to ${b}`)
  .replace(/^(para\. \d+) (.*) to \1 /, "$1 $2–")
  .replace(/^para\. (.*) to para\. /, "paras. $1–");

function cited(what, first, last) {
  const link = (t) => element("a", t.label, { href: new URL(t.address.slice(1), root) });
  const line = element("p", `${what}: `);
  line.append(link(first), ...(first === last ? [] : [" to ", link(last)]), `. Cite: draft resolution ${box.dataset.symbol}, ${range(first.place, last.place)}.`);
  return line;
}

/* Of places with the same end the shortest is told. */
function places(all, said) {
  const parts = said.map((part) => plain(part));
  const found = new Map();
  for (let runs, from = 0; (runs = next(all, parts, from)); from = runs[0].start + 1) found.set(runs.at(-1).end, runs);
  const lines = [...found].map(([end, runs]) => {
    const excused = forgiven(said.join("…"), runs.map((run) => run.said.replace(/\s+/g, " ")).join("…"));
    const how = excused.length ? `In the resolution, if one forgives ${excused.join(", ")}` : "Word for word in the resolution";
    const order = said[1] ? `, in ${said.length} parts in this order` : "";
    return cited(how + order, all[runs[0].start].text, all[end - 1].text);
  });
  return [...new Map(lines.map((line) => [line.textContent, line])).values()];
}

/* To pass over words of the texts costs less than to change one. */
function nearest(passage) {
  const theirs = cutWords(texts);
  const ours = cutWords([{ text: passage }]).slice(0, theirs.length);
  const cost = [new Uint16Array(theirs.length + 1)];
  ours.forEach((a, i) => {
    const row = (cost[i + 1] = [3 * (i + 1)]);
    theirs.forEach((t, j) => row.push(Math.min(cost[i][j] + 3 * (a.key !== t.key), cost[i][j + 1] + 3, row[j] + !t.free)));
  });
  const runs = [], kept = [];
  const add = (same, a, t) => {
    if (runs[0]?.same !== same) runs.unshift({ same, sides: [[], []] });
    [a, t].forEach((word, side) => word && runs[0].sides[side].unshift(word.c));
    if (same) kept.unshift(t.text);
  };
  for (let i = ours.length, j = cost[i].indexOf(Math.min(...cost[i])); i; ) {
    const [a, t] = [ours[i - 1], theirs[j - 1]];
    const same = a.key === t?.key;
    if (t && cost[i][j] === cost[i - 1][j - 1] + 3 * !same) add(same, a, t), i--, j--;
    else if (cost[i][j] === cost[i - 1][j] + 3) add(false, a), i--;
    else t.free || add(false, null, t), j--;
  }
  if (kept.length < Math.max(3, ours.length / 3)) return [element("p", `Not in the resolution, and nothing in it is near: “${passage}”.`)];
  const lines = ["Your passage", "The resolution"].map((title, side) => {
    const line = element("p", `${title}: `);
    for (const { sides } of runs) {
      const [said, other] = [side, 1 - side].map((s) => sides[s].join(" "));
      if (said) line.append(plain(said) === plain(other) ? said : element("mark", `[${said}]`), " ");
    }
    return line;
  });
  return [cited("Not word for word in the resolution; words that differ stand in brackets. Nearest", kept[0], kept.at(-1)), ...lines];
}

async function checkPassage(form) {
  const said = split(form.elements.passage.value);
  if (!said.length) return say(form, element("p", "Paste some words first."));
  texts ??= await fetch(new URL("assets/text.json", root)).then((r) => r.json());
  const all = cut(texts, "");
  const found = places(all, said);
  if (found.length) return say(form, ...found);
  const missing = said.filter((part) => !next(all, [plain(part)], 0));
  say(form, ...(missing[0] ? missing.flatMap(nearest) : [element("p", "Each part is in the resolution, but not in this order.")]));
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
