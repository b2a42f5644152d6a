"""Text that shows as it is in Markdown."""

import re

_SPECIAL = re.compile(r"([\\`*_\[\]|~])")
# What begins a heading, a list or a rule, were it to stand first on a line. A negative number or
# a date begins none of them.
_OPENING = re.compile(r"(?:#{1,6}|[-+]|[0-9]{1,9}(?=[.)]))(?=[.)]?(?: |$))|-(?=[- ]*$)|=(?==*$)")

# What pages that show Markdown make a link of by themselves: an address, a name, an item's number.
_ALIVE = re.compile(
    r"(?<=[A-Za-z]:)(?=//)|(?<=www)(?=\.)|(?<=@)(?=\w)|(?<=[#!])(?=[0-9])|(?<=GH-)(?=[0-9])",
    re.IGNORECASE,
)
# A sign without width that parts what would be taken for a link; nothing is shown of it.
_NOTHING = "&#8203;"


def md(text: str) -> str:
    """Escape a text so that Markdown shows it as it is, in a table cell and first on a line too.

    Nothing in it becomes a link: addresses of sources, which are meant to be, do not come here.
    """
    escaped = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    opening = _OPENING.match(escaped)
    if opening:
        # A digit cannot be escaped, so what stands after it is.
        at = opening.end() if opening[0].isdecimal() else 0
        escaped = f"{escaped[:at]}\\{escaped[at:]}"
    quoted = escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _ALIVE.sub(_NOTHING, quoted)
