/* What a browser adds. Every word and link is on the page without it. */
const root = new URL("..", import.meta.url);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector, within = document) => within.querySelector(selector);
const wide = matchMedia("(min-width: 60em)");

let lookedUp;
const lookup = () => (lookedUp ??= fetch(new URL("assets/lookup.json", root)).then((r) => r.json()));
const key = (words) => words.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]/g, "");

/* Notes: folded under their paragraph on narrow screens, open beside it, open in print. */
function foldNotes() {
  const notes = all("details.notes");
  const fold = () => matchMedia("print").matches || notes.forEach((d) => (d.open = wide.matches));
  fold();
  wide.addEventListener("change", fold);
  addEventListener("beforeprint", () => notes.forEach((d) => (d.open = true)));
  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const details = target?.closest("details");
    if (details && !details.open) {
      details.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", unfold);
  unfold();
}

/* Text only, links, or links and notes: kept on this device, or set in the address. */
function viewSwitch() {
  const form = one("form.view");
  if (!form) return;
  const views = all("input[name=view]", form).map((i) => i.value);
  const asked = new URLSearchParams(location.search).get("view");
  const kept = localStorage.getItem("view");
  const show = (view) => {
    document.documentElement.dataset.view = view;
    all(".text a.mention").forEach((a) => {
      if (view === "text" && a.href) [a.dataset.href, a.ariaDisabled] = [a.getAttribute("href"), "true"];
      if (view === "text") a.removeAttribute("href");
      else if (a.dataset.href) a.setAttribute("href", a.dataset.href);
      if (view !== "text") a.ariaDisabled = null;
    });
  };
  const view = [asked, kept, "notes"].find((v) => views.includes(v));
  form.elements.view.value = view;
  show(view);
  form.hidden = false;
  form.addEventListener("change", () => {
    localStorage.setItem("view", form.elements.view.value);
    show(form.elements.view.value);
  });
}

/* The paragraph that is being read is marked in the contents. */
function followReading() {
  const links = new Map(all(".contents a").map((a) => [a.hash.slice(1), a]));
  if (!links.size) return;
  const units = [...links.keys()].map((id) => document.getElementById(id));
  const mark = () => {
    const read = units.findLast((u) => u.getBoundingClientRect().top < innerHeight / 3) ?? units[0];
    links.forEach((a, id) => (id === read.id ? a.setAttribute("aria-current", "location") : a.removeAttribute("aria-current")));
  };
  let due = false;
  addEventListener("scroll", () => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => ((due = false), mark()));
  }, { passive: true });
  mark();
}

/* Go to what was typed: OP13b, 13 (b), para. 9, PP10, fn 7, 73/187, SLTD. */
function goTo() {
  all("form.goto").forEach((form) => {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const typed = form.elements.to.value;
      const found = await lookup();
      const place = found.places[found.keys[key(typed)]];
      if (place) location.href = new URL(place[0].slice(1), root);
      else one("output", form).value = typed.trim() ? `Nothing here is called “${typed.trim()}”; try the search.` : "Type a paragraph, a symbol or a name.";
    });
  });
}

/* What a link leads to, shown on hover or focus; Escape closes it; touch opens the page. */
function previews() {
  const box = document.createElement("div");
  box.className = "preview";
  box.id = "preview";
  box.setAttribute("role", "tooltip");
  box.hidden = true;
  document.body.append(box);
  let shown, timer;
  const hide = () => {
    clearTimeout(timer);
    shown?.removeAttribute("aria-describedby");
    box.hidden = true;
    shown = null;
  };
  const show = async (link) => {
    const { places } = await lookup();
    const address = "/" + (link.origin + link.pathname).slice(root.href.length);
    const place = places.find((p) => p[0] === address);
    if (!place || !link.isConnected || shown !== link) return;
    box.replaceChildren(...["strong", "span", "small"].map((tag, i) => Object.assign(document.createElement(tag), { textContent: place[i + 1] })));
    const at = link.getClientRects()[0];
    box.hidden = false;
    box.style.left = `${Math.max(8, Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - 8)) + scrollX}px`;
    const below = at.bottom + 4 + box.offsetHeight < innerHeight;
    box.style.top = `${(below ? at.bottom + 4 : at.top - box.offsetHeight - 4) + scrollY}px`;
    link.setAttribute("aria-describedby", "preview");
  };
  const want = (link, delay) => {
    if (shown === link) return clearTimeout(timer);
    hide();
    shown = link;
    timer = setTimeout(show, delay, link);
  };
  const linkOf = (event) => event.target.closest?.(".md-content article a[href]");
  const inside = (link) => link.href.startsWith(root.href) && !link.closest("nav, .headerlink");
  const content = one(".md-content");
  content.addEventListener("pointerover", (e) => {
    const link = e.pointerType === "mouse" && linkOf(e);
    if (link && inside(link)) want(link, 300);
  });
  const leave = (e) => {
    if (shown && !(e.relatedTarget && (box.contains(e.relatedTarget) || shown.contains(e.relatedTarget)))) timer = setTimeout(hide, 200);
  };
  content.addEventListener("pointerout", leave);
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", leave);
  content.addEventListener("focusin", (e) => {
    const link = linkOf(e);
    if (link?.matches(":focus-visible") && inside(link)) want(link, 0);
  });
  content.addEventListener("focusout", hide);
  addEventListener("keydown", (e) => e.key === "Escape" && hide());
}

/* Rows of a table chosen by what they say; the choice stands in the address. */
function filterRows() {
  const form = one("form.filter");
  if (!form) return;
  const rows = all(`table.${form.dataset.filter} tbody tr`);
  const selects = all("select", form);
  const given = new URLSearchParams(location.search);
  selects.forEach((s) => { if ([...s.options].some((o) => o.value === given.get(s.name))) s.value = given.get(s.name); });
  const choose = () => {
    const chosen = selects.filter((s) => s.value);
    rows.forEach((row) => (row.hidden = !chosen.every((s) => row.dataset[s.name].split(" ").includes(s.value))));
    one("output", form).value = `${rows.filter((r) => !r.hidden).length} of ${rows.length} acts`;
    const query = new URLSearchParams(chosen.map((s) => [s.name, s.value])).toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  };
  form.addEventListener("change", choose);
  form.addEventListener("reset", () => setTimeout(choose));
  form.hidden = false;
  choose();
}

/* Copy a link, a quotation, a citation, or rich text with a live link; "draft" is never lost. */
function copying() {
  const cite = one("details.cite");
  if (!cite) return;
  const link = new URL(cite.dataset.address, location.href).href;
  const source = `draft resolution ${cite.dataset.citation}`;
  const clone = one(".leaf-text").cloneNode(true);
  all("sup, .footnotes, .unit > p > .number:first-child", clone).forEach((x) => x.matches("span.number, sup, .footnotes") && x.remove());
  const words = all(".unit > p", clone).map((p) => p.textContent.trim().replace(/\s+/g, " ")).join(" ");
  const escaped = (s) => Object.assign(document.createElement("i"), { textContent: s }).innerHTML;
  const quotation = `“${words}” (${source})`;
  const forms = {
    link: () => navigator.clipboard.writeText(link),
    quotation: () => navigator.clipboard.writeText(quotation),
    style: (button) => navigator.clipboard.writeText(button.closest("dt").nextElementSibling.textContent),
    rich: () => {
      const html = `<p>“${escaped(words)}” (<a href="${escaped(link)}">${escaped(source)}</a>)</p>`;
      const blob = (type, text) => new Blob([text], { type });
      return navigator.clipboard.write([new ClipboardItem({ "text/html": blob("text/html", html), "text/plain": blob("text/plain", `${quotation} ${link}`) })]);
    },
  };
  one(".copy", cite).hidden = false;
  all("[data-copy]", cite).forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await forms[button.dataset.copy](button);
      one("output", cite).value = "Copied.";
    });
  });
}

foldNotes();
copying();
viewSwitch();
followReading();
goTo();
previews();
filterRows();
