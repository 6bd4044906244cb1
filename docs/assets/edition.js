/* What a browser adds. Every word and link is on the page without it. */
const root = new URL("..", import.meta.url);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector, within = document) => within.querySelector(selector);
const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
const left = (x, box) => `${Math.max(8, Math.min(x, document.documentElement.clientWidth - box.offsetWidth - 8)) + scrollX}px`;
const wide = matchMedia("(min-width: 60em)");

let lookedUp;
const lookup = () => (lookedUp ??= fetch(new URL("assets/lookup.json", root)).then((r) => r.json()));
const key = (words) => words.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]/g, "");

/* Notes in the whole text: folded where they stand under it, open beside it and in print. */
function foldNotes() {
  const notes = all(".beside details.notes");
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

function viewSwitch() {
  const form = one("form.view");
  if (!form) return;
  const views = all("input[name=view]", form).map((i) => i.value);
  const asked = new URLSearchParams(location.search).get("view");
  const kept = localStorage.getItem("view");
  const show = (view) => {
    document.documentElement.dataset.view = view;
    all(".text a.mention").forEach((a) => {
      a.dataset.href ??= a.getAttribute("href");
      if (view === "text") a.removeAttribute("href");
      else a.setAttribute("href", a.dataset.href);
      a.ariaDisabled = view === "text" || null;
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

function searchFor(words) {
  const onclick = () => {
    const query = one("[data-md-component=search-query]");
    const toggle = one("#__search");
    if (!toggle.checked) toggle.click();
    query.value = words;
    query.focus();
    query.dispatchEvent(new Event("keyup"));
  };
  return make("button", { type: "button", textContent: "Search for it", onclick });
}

function goTo() {
  all("form.goto").forEach((form) => {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const typed = form.elements.to.value.trim();
      const found = await lookup();
      const place = found.places[found.keys[key(typed)]];
      if (place) location.href = new URL(place[0].slice(1), root);
      else one("output", form).replaceChildren(`Nothing here is called “${typed}”. `, searchFor(typed));
    });
  });
}

/* The box stands after its link, so that Tab leads into it and on. */
function previews() {
  const box = make("div", { className: "preview", popover: "manual", role: "dialog", tabIndex: -1 });
  const content = one(".md-content");
  let shown, timer, open;
  const hide = () => {
    clearTimeout(timer);
    shown?.removeAttribute("aria-describedby");
    box.remove();
    shown = open = null;
  };
  const place = () => {
    const at = shown.getClientRects()[0];
    box.style.left = left(at.left, box);
    const below = at.bottom + 4 + box.offsetHeight < innerHeight || at.top < box.offsetHeight + 60;
    box.style.top = `${(below ? at.bottom + 4 : at.top - box.offsetHeight - 4) + scrollY}px`;
  };
  const show = async (link) => {
    const { places } = await lookup();
    const address = "/" + link.href.split(/[?#]/)[0].slice(root.href.length);
    // An actor has the words of its entry.
    const found = places.find((p) => p[0] === address || (/^\/actors\/./.test(address) && p[0].endsWith(address.slice(7))));
    if (!found || !link.isConnected || shown !== link) return;
    const [, title, text, where] = found;
    const words = make("p", { id: "preview" });
    words.append(...[["strong", title], ["span", text], ["small", where]].map(([tag, textContent]) => make(tag, { textContent })));
    box.ariaLabel = title;
    box.replaceChildren(words);
    if (where && found[0] === address) box.append(make("button", { textContent: "Each place, quoted", onclick: quote }));
    link.after(box);
    box.showPopover();
    place();
    link.setAttribute("aria-describedby", "preview");
  };
  const quote = async () => {
    const link = shown;
    const html = await fetch(link.href).then((r) => r.text());
    const quotes = new DOMParser().parseFromString(html, "text/html").querySelector("dl.quotes");
    all("a", quotes).forEach((a) => (a.href = new URL(a.getAttribute("href"), link.href)));
    if (shown !== link) return;
    open = true;
    const page = make("a", { textContent: box.ariaLabel, href: link.href });
    one("strong", box).replaceChildren(page);
    page.focus();
    one("button", box).replaceWith(quotes, make("button", { textContent: "Close", onclick: close }));
    place();
  };
  const close = () => {
    if (box.contains(document.activeElement)) shown.focus();
    hide();
  };
  const want = (link, delay) => {
    if (shown === link) return clearTimeout(timer);
    hide();
    shown = link;
    timer = setTimeout(show, delay, link);
  };
  const linkOf = (event) => {
    const link = event.target.closest?.("article a[href]");
    return link?.href.startsWith(root.href) && !link.closest("nav, .headerlink, .preview, .places") && link;
  };
  content.addEventListener("pointerover", (e) => {
    if (box.contains(e.target)) clearTimeout(timer);
    const link = e.pointerType === "mouse" && !e.buttons && !open && linkOf(e);
    if (link) want(link, 300);
  });
  content.addEventListener("pointerout", (e) => {
    if (shown && !open && !shown.contains(e.relatedTarget) && !box.contains(e.relatedTarget)) timer = setTimeout(hide, 200);
  });
  content.addEventListener("focusin", (e) => {
    const link = linkOf(e);
    if (link && link.matches(":focus-visible")) want(link, 0);
  });
  content.addEventListener("focusout", (e) => e.relatedTarget !== shown && !box.contains(e.relatedTarget) && hide());
  addEventListener("keydown", (e) => e.key === "Escape" && shown && close());
  addEventListener("pointerdown", (e) => open && !box.contains(e.target) && hide());
  // A finger opens the page; a mark beside it the box.
  if (matchMedia("(hover: none)").matches) all(".text a.mention").forEach((link) => {
    const onclick = (e) => (e.preventDefault(), hide(), (shown = link), show(link).then(quote));
    link.after(make("a", { className: "places", href: link.href, ariaLabel: `Where else: ${link.textContent}`, onclick }));
  });
}

function reporting() {
  const foot = one(".report a");
  if (!foot) return;
  const here = make("a", { className: "report-here", textContent: "Report a mistake here", hidden: true, rel: "external" });
  document.body.append(here);
  let timer;
  const fill = () => {
    const selection = getSelection();
    const inside = one("article").contains(selection.anchorNode) && !selection.isCollapsed;
    const words = inside ? `${selection}`.trim().slice(0, 1000) : "";
    const address = new URL(location.href);
    address.hash = (inside && selection.anchorNode.parentElement.closest(".unit[id]")?.id) || location.hash;
    const report = new URL(foot.href);
    report.searchParams.set("body", `Page: ${address}\n${words && `Words: “${words}”\n`}\nWhat is wrong: `);
    foot.href = here.href = report;
    here.hidden = !words;
    if (!words) return;
    const end = [...selection.getRangeAt(0).getClientRects()].at(-1);
    here.style.left = left(end.right, here);
    here.style.top = `${end.bottom + 8 + scrollY}px`;
  };
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(fill, 200);
  });
  // Pressing either link must not undo the selection.
  [foot, here].forEach((link) => link.addEventListener("mousedown", (e) => e.preventDefault()));
  fill();
}

/* "Draft" is never lost. */
function copying() {
  const cite = one("details.cite");
  if (!cite) return;
  const link = new URL(cite.dataset.address, location.href).href;
  const source = `draft resolution ${cite.dataset.citation}`;
  const clone = one(".leaf-text").cloneNode(true);
  all("sup, .footnotes, .unit > p > span.number", clone).forEach((x) => x.remove());
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
  const told = one(".copy output");
  one(".copy").hidden = false;
  all("[data-copy]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await forms[button.dataset.copy](button);
      button.after(told);
      told.value = "Copied.";
    });
  });
}

/* The foot of each printed sheet. */
document.documentElement.dataset.foot = one(".unofficial")?.dataset.printed ?? "";

foldNotes();
copying();
viewSwitch();
followReading();
goTo();
previews();
reporting();
