"""A built page: the theme's faults mended, and a policy that lets nothing foreign or inline run."""

import base64
import hashlib
import re

# What the theme's markup gets wrong, and what stands there instead.
MENDED = (
    (
        '<div class="md-search" data-md-component="search" role="dialog">',
        '<div class="md-search" data-md-component="search" role="dialog" aria-label="Search">',
    ),
    ('type="checkbox" id="__drawer" autocomplete="off"', 'type="checkbox" id="__drawer"'),
    ('type="checkbox" id="__search" autocomplete="off"', 'type="checkbox" id="__search"'),
)
# The theme's script fetches the whole search index with every page; so, when the search is opened.
AT_ONCE = '$(location.protocol!=="file:")'
WHEN_OPENED = "$(false)"

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_POLICY = (
    "default-src 'none'; script-src 'self' {hashes}; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'self'; form-action 'self'"
)


def mend(html: str) -> str:
    """The page without the theme's faults. Raises ValueError where a fault is no longer found."""
    for wrong, right in MENDED:
        html = _replaced(html, wrong, right)
    # On some pages only: a number that is missing, a label of nothing.
    html = html.replace(' tabindex=""', "")
    return html if 'id="__toc"' in html else html.replace(' for="__toc"', "")


def mend_script(script: str) -> str:
    """The theme's script without its fault. Raises ValueError where it is no longer found."""
    return _replaced(script, AT_ONCE, WHEN_OPENED)


def _replaced(text: str, wrong: str, right: str) -> str:
    if wrong not in text:
        raise ValueError(f"the theme no longer writes {wrong!r}: look at it again")
    return text.replace(wrong, right)


def script_hashes(html: str) -> list[str]:
    """The inline scripts of a page as a policy names them, in order, each once."""
    digests = (hashlib.sha256(s.encode()).digest() for s in _INLINE.findall(html))
    return list(dict.fromkeys(f"'sha256-{base64.b64encode(d).decode()}'" for d in digests))


def policy(hashes: list[str]) -> str:
    """The Content-Security-Policy: only what the site itself serves, and the scripts hashed."""
    return _POLICY.format(hashes=" ".join(hashes))


def with_policy(html: str, hashes: list[str]) -> str:
    """The page with its policy in its head, before anything that could load."""
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(hashes)}">'
    return html.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n{tag}', 1)


def headers_file(hashes: list[str]) -> str:
    """A _headers file as Netlify and Cloudflare Pages read it, for the scripts of all pages."""
    lines = [
        "/*",
        f"  Content-Security-Policy: {policy(hashes)}; frame-ancestors 'none'",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: no-referrer",
        "  Permissions-Policy: camera=(), geolocation=(), microphone=()",
        "  Cross-Origin-Opener-Policy: same-origin",
    ]
    return "\n".join(lines) + "\n"
