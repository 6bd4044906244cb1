"""What a first view costs: the bytes of every response, compressed as a server would."""

import gzip
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Response


def first_view(browser: Browser, address: str) -> dict[str, int]:
    """Path of each response -> its bytes after gzip, for an empty cache and a quiet page.

    `address` is that of a page on a server. Headers are not counted; nothing counts twice.
    """
    context = browser.new_context()
    responses: list[Response] = []
    context.on("response", lambda response: responses.append(response))
    context.new_page().goto(address, wait_until="networkidle")
    weights = {urlsplit(r.url).path: len(gzip.compress(r.body())) for r in responses}
    context.close()
    return weights
