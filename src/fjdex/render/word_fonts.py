"""Which signs of a drawing no font of this machine can show. Needs resvg.

What makes the bitmaps draws an empty box, or nothing, for a sign that no font has, and says
nothing. So each sign is drawn by itself and compared with one that no font can have.
"""

from collections.abc import Iterable
from functools import cache
from html import escape
from xml.etree import ElementTree as ET

import resvg_py

from fjdex.render.svg import SVG
from fjdex.render.svg_still import FOUND_MOST

# Tests take the fonts away.
_NO_FONTS = False
# The last place of the last private plane: no font has a sign there.
_NO_SIGN = "\U0010fffd"
_DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="12">'
    '<text y="10" font-size="10" font-family="{fonts}, sans-serif">{sign}</text></svg>'
)


def signs_lacking(drawings: Iterable[str]) -> str:
    """Answer the signs in the words of some drawings that would be boxes, each once, in order."""
    signs = {sign: None for text in drawings for words in _words(text) for sign in words}
    return "".join(sign for sign in signs if not sign.isspace() and not _shown(sign))


def _words(text: str) -> list[str]:
    root = ET.fromstring(text)  # noqa: S314 (drawn by this program)
    return [one.text or "" for one in root.iter(f"{SVG}text")]


@cache
def _shown(sign: str) -> bool:
    return _bitmap(sign) != _bitmap(_NO_SIGN)


@cache
def _bitmap(sign: str) -> bytes:
    drawn = _DRAWN.format(fonts=FOUND_MOST, sign=escape(sign))
    return resvg_py.svg_to_bytes(svg_string=drawn, skip_system_fonts=_NO_FONTS)
