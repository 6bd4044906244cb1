"""The fonts that print the edition: those that Typst carries, and one for Chinese letters."""

from collections.abc import Iterator
from importlib.resources import files

import typst

FONTS = typst.Fonts(include_system_fonts=False, font_paths=[str(files("manimgx_fonts_cjk"))])
# Tags and titles are what PDF/UA asks of any document, be it of a single letter.
_SPECIMEN = '#set document(title: "Letters", date: none)\n#sys.inputs.letters'


def lacking(letters: str) -> Iterator[str]:
    """Each of the letters that no font has, in their order: Typst itself is asked to print them."""
    if not letters or _prints(letters):
        return
    if len(letters) == 1:
        yield letters
        return
    middle = len(letters) // 2
    yield from lacking(letters[:middle])
    yield from lacking(letters[middle:])


def _prints(letters: str) -> bool:
    # A space between them keeps letters that combine or join on their own.
    inputs = {"letters": " ".join(letters)}
    try:
        typst.compile(
            _SPECIMEN.encode(),
            format="pdf",
            pdf_standards=["ua-1"],
            font_paths=FONTS,
            sys_inputs=inputs,
        )
    except typst.TypstError:
        return False
    return True
