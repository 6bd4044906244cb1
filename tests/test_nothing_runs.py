"""Whatever stands in the data is shown as words: nothing of it runs, in any output."""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as xml

import pypdfium2
import pytest
import rdflib
import rispy
from bibtexparser.entrypoint import parse_string
from edition.forms import LINE
from edition.load import ENTRY_KINDS, LISTS, load_corpus
from edition.model import Paragraph, Point, Resolution
from edition.received import edition_blocks
from edition.yaml_source import load_document
from playwright.sync_api import Browser, Dialog, expect
from pydantic import BaseModel

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "tests/small/data"
# Put after the words of every field. Whatever would run, would set window.ran.
AFTER = (
    "<script>ran=1</script><img/src=x/onerror=ran=2>\"'><svg/onload=ran=3>"
    " [x](javascript:ran=4)`*_***~~~</p></div></style></script></title>-->]]>{{7*7}}{%raw%}{#"
    ' #eval("1")$x$@ref\\\\{:onclick=ran=5}&lt;&amp;&#60;!!!'
)
SHORT = "<b/onclick=ran=6>{{7*7}}$x$#x*"  # for fields of a few words
# In the text itself, and in what must be found in it.
TEXT = "<script>ran=8</script>{{7*7}}$x$#x*`[x](javascript:ran=9)&lt;\"'"
SLIP = "wahter<b/onclick=ran=7>"
# Put before the words of every field that need not be found in the text, in turn.
BEFORE = ("=cmd|'/C'!A0 ", "# ", "| ", "::: ", "- ", "+1 ", "@x ", "> ", "1. ", "``` ", "<!-- ")
# Fields whose words must be found in the text, or in a field that is: there the payload follows.
MATCHED = {"opening", "names", "words", "except_in", "on", "governed_by", "conditions"}
TERMS = ("Lake Register", "Net Table", "2/7", "members", "as appropriate", "water")
ABSENT: dict[str, Any] = {
    "sources": ["register-page"],
    "as_of": "2019-01",
    "except_in": ["Lake Register"],
}
# What only searches, other programs or the PDFs have.
NOT_ON_PAGES = {"search", "short_title", "brief", "verb"}


class Payloads:
    """Puts payloads into every field of free text that a model has, also where it is left out."""

    def __init__(self) -> None:
        self.put: dict[str, set[str]] = {}
        self.turn = 0

    def into(self, model: type[BaseModel], value: dict[str, Any], skip: str = "") -> dict[str, Any]:
        """`value` with payloads in all fields but `skip`."""
        schema = model.model_json_schema()
        return self.record(schema, schema.get("$defs", {}), value, skip)

    def record(
        self, schema: Any, defs: Any, value: dict[str, Any], skip: str = ""
    ) -> dict[str, Any]:
        for name, field in schema["properties"].items():
            made = (
                value.get(name) if name == skip else self.field(name, field, defs, value.get(name))
            )
            if made is not None:
                value[name] = made
        return value

    def field(self, name: str, field: Any, defs: Any, value: Any) -> Any:
        field = field["anyOf"][0] if "anyOf" in field else field
        if "$ref" in field:
            return self.record(defs[field["$ref"].split("/")[-1]], defs, value or {})
        if field.get("pattern") == LINE:
            return self.text(name, value or name, field["maxLength"])
        if field.get("type") == "array":
            items = field["items"]
            if "$ref" in items and not (value or "Claim" in items["$ref"]):
                return value
            if "$ref" in items or items.get("pattern") == LINE:
                return [
                    self.field(name, items, defs, item)
                    for item in value or ABSENT.get(name) or [None]
                ]
        return ABSENT.get(name) if value is None else value

    def text(self, name: str, words: str, most: int) -> str:
        if name in MATCHED:
            made = words + TEXT
        elif most < 100:
            made = SHORT
        else:
            self.turn += 1
            made = f"{BEFORE[self.turn % len(BEFORE)]}{words}{AFTER}"
        self.put.setdefault(name, set()).add(made)
        return made


def write_poisoned(data: Path) -> dict[str, set[str]]:
    """Write the small edition with payloads in every field; what was put in, by field."""
    payloads = Payloads()
    shutil.copytree(SMALL, data)

    def rewrite(path: Path, change: Any) -> Any:
        value = change(load_document(path, path.name).value)
        path.write_text(json.dumps(value, ensure_ascii=False))
        return value

    def text(value: dict[str, Any], opening: str) -> None:
        for term in TERMS:
            value["text"] = value["text"].replace(term, term + TEXT)
        value["text"] = value["text"].replace(opening, opening + TEXT, 1)
        for action in value.get("actions", ()):
            action |= {"governed_by": opening + TEXT, "conditions": [opening + TEXT]}
            payloads.put |= {"governed_by": {opening + TEXT}, "conditions": {opening + TEXT}}

    def paragraph(value: dict[str, Any]) -> dict[str, Any]:
        opening = value["opening"]
        for point in value.get("points", ()):
            text(payloads.into(Point, point, "text"), opening)
        points = value.pop("points", [])
        text(payloads.into(Paragraph, value, "text"), opening)
        return value | {"points": points}

    def particulars(value: dict[str, Any]) -> dict[str, Any]:
        value = payloads.into(Resolution, value)
        return value | {"enacting": f"{value['enacting']},"}  # the comma goes on to the paragraphs

    resolution = rewrite(data / "resolution.yml", particulars)
    for path in (data / "paragraphs").iterdir():
        rewrite(path, paragraph)
    for kind, model in ENTRY_KINDS.items():
        for path in (data / kind).iterdir():
            rewrite(path, partial(payloads.into, model))
    for name, model in LISTS.items():
        rewrite(data / f"{name}.yml", lambda found, m=model: [payloads.into(m, x) for x in found])

    def emendations(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
        start = resolution["organization"][:3]
        found[0] |= {"edition": f"\n\n{start}", "received": start}
        water = {"id": "water", "at": ["pp3"], "edition": f"water{TEXT}", "received": SLIP}
        return [*found, {**found[0], **water}]

    rewrite(data / "emendations.yml", emendations)
    source = data / "source/received.txt"
    received = "".join(block.text for block in edition_blocks(load_corpus(data)))
    foot = f"\n\n1/1 {resolution['job_number']}\n\n¹ {resolution['footnotes'][0]['text']}"
    received = received.replace(f"water{TEXT}", SLIP).strip("\n") + foot
    source.write_text(received)
    return payloads.put


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, set[str]]]:
    """The built site of the poisoned edition, and what was put in."""
    project = tmp_path_factory.mktemp("poisoned")
    put = write_poisoned(project / "data")
    (project / "mkdocs.yml").write_text(
        f"INHERIT: {ROOT}/mkdocs.yml\nsite_name: Poisoned\ndocs_dir: {ROOT}/docs\nwatch: []\n"
        f"hooks: [{ROOT}/scripts/mkdocs_hook.py]\ntheme: {{custom_dir: {ROOT}/docs/overrides}}\n"
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-d", "site"]
    result = subprocess.run(command, cwd=project, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    return project / "site", put


@pytest.fixture(scope="module")
def address(poisoned: tuple[Path, dict[str, set[str]]]) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(poisoned[0])))
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}"
    httpd.shutdown()


def plain(text: str) -> str:
    """As compared: quotation marks of one sort, one space, small letters."""
    text = re.sub("[“”]", '"', text.replace("’", "'"))
    return " ".join(text.split()).casefold()


# What could run on a page: handlers, addresses that run, scripts that the site does not serve.
RUNNABLE = """() => [...document.querySelectorAll("*")].flatMap((e) => [
  ...[...e.attributes].filter((a) => /^on/i.test(a.name)).map((a) => a.name),
  ...["href", "src", "action"].filter((n) => /^\\s*(javascript|data:text)/i.test(e[n])),
  ...(e.matches("script:not([src], [type])") && /ran=/.test(e.text) ? ["a script"] : []),
  ...(e.matches("b, img[src=x]") ? ["an element of the data"] : []),
].map((what) => e.outerHTML.slice(0, 120) + " has " + what)).concat(window.ran ?? [])"""


def test_every_field_of_free_text_has_a_payload(
    poisoned: tuple[Path, dict[str, set[str]]],
) -> None:
    fields = set()
    models: tuple[type[BaseModel], ...] = (Resolution, Paragraph, Point)
    for model in (*models, *ENTRY_KINDS.values(), *LISTS.values()):
        schema = model.model_json_schema()
        for part in (schema, *schema.get("$defs", {}).values()):
            pattern = json.dumps(LINE)
            fields |= {n for n, f in part["properties"].items() if pattern in json.dumps(f)}
    assert fields == set(poisoned[1])


def test_nothing_runs_in_a_browser_and_every_word_is_shown(
    browser: Browser, address: str, poisoned: tuple[Path, dict[str, set[str]]]
) -> None:
    site, put = poisoned
    context = browser.new_context(base_url=address)
    page = context.new_page()
    faults: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        faults.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    shown = ""
    for path in sorted(site.rglob("*.html")):
        where = f"/{path.relative_to(site).as_posix().removesuffix('index.html')}"
        if 'http-equiv="refresh"' in path.read_text():
            continue
        page.goto(where)
        faults += [f"{where}: {found}" for found in page.evaluate(RUNNABLE)]
        shown += page.evaluate("document.body.textContent")
    for where in ("/handout/?select=op1,register&notes=1", "/check/?mark=0.0-00000000"):
        page.goto(where)
        page.wait_for_timeout(300)
        faults += [f"{where}: {found}" for found in page.evaluate(RUNNABLE)]
    for asked in ("register", "search"):
        page.goto("/")
        page.wait_for_load_state("networkidle")
        page.locator("[data-md-component='search-query']").click()
        page.keyboard.type(asked)
        expect(page.locator(".md-search-result__link").first).to_be_visible(timeout=30_000)
        faults += [f"search {asked}: {found}" for found in page.evaluate(RUNNABLE)]
    page.goto("/op/1/")
    page.hover("a.mention")
    page.wait_for_selector(".preview:not([hidden])")
    faults += [f"preview: {found}" for found in page.evaluate(RUNNABLE)]
    context.close()
    assert not faults, "\n".join(faults)
    words = plain(shown)
    missing = {name for name, values in put.items() for v in values if plain(v) not in words}
    assert missing == NOT_ON_PAGES


def test_every_word_is_in_the_data_files_and_no_cell_is_a_formula(
    poisoned: tuple[Path, dict[str, set[str]]],
) -> None:
    site, put = poisoned
    everything = (site / "data/edition.json").read_text()
    json.loads(everything)
    for values in put.values():
        assert all(json.dumps(value, ensure_ascii=False)[1:-1] in everything for value in values)
    for path in (site / "data").glob("*.csv"):
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
        assert len(rows) > 1
        assert len({len(row) for row in rows}) == 1
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    akn = "".join(xml.parse(next((site / "data").glob("*.akn.xml"))).getroot().itertext())
    assert f"Lake Register{TEXT}" in akn
    feed = "".join(xml.parse(site / "changes/feed.xml").getroot().itertext())
    assert put["why"] & {value for value in put["why"] if value in feed}
    graph = rdflib.Graph().parse(site / "data/glossary.ttl", publicID="https://example.org/")
    assert set(map(str, graph.objects(None, rdflib.SKOS.definition))) <= put["description"]
    bib = parse_string((site / "data/citations.bib").read_text())
    assert not bib.failed_blocks
    assert len(bib.entries) == 9
    with (site / "data/citations.ris").open() as ris:
        assert {item["title"] for item in rispy.load(ris)} <= put["title"]


def test_what_a_page_tells_programs_is_whole(poisoned: tuple[Path, dict[str, set[str]]]) -> None:
    site, put = poisoned
    told = ""
    for path in site.rglob("index.html"):
        for script in re.findall(
            r'<script type="application/ld.json">(.*?)</script>', path.read_text()
        ):
            told += json.dumps(json.loads(script))
    assert all(json.dumps(value)[1:-1] in told for value in put["title"] & put["summary"])
    assert json.dumps(AFTER)[1:-1] in told


def test_every_word_is_in_the_printed_edition(
    poisoned: tuple[Path, dict[str, set[str]]],
) -> None:
    document = pypdfium2.PdfDocument(poisoned[0] / "handout/edition-a4.pdf")
    words = "".join(page.get_textpage().get_text_range() for page in document)
    bare = re.sub(r"[\s“”\"’'\ufffe\u00ad-]", "", words)
    assert re.sub(r"[\s\"'-]", "", f"Lake Register{TEXT}") in bare
