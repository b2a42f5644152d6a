"""Text that shows as it is in Markdown."""

import re

_SPECIAL = re.compile(r"([\\`*_\[\]|~])")
# What begins a heading, a list or a rule, were it to stand first on a line. A negative number or
# a date begins none of them.
_OPENING = re.compile(r"(?:#{1,6}|[-+]|[0-9]{1,9}(?=[.)]))(?=[.)]?(?: |$))|-(?=[- ]*$)|=(?==*$)")

# What pages that show Markdown make something of by themselves, and where it is parted: an address,
# a name, the number of an item, a label, the id of a commit, a small picture.
_ALIVE = re.compile(
    r"(?<=[a-z]:)(?=//)|(?<=www)(?=\.)|(?<=@)(?=[\w\\])|(?<=[#!])(?=[0-9])|(?<=\bGH-)(?=[0-9])"
    r"|(?<=~)(?=[a-z\"])|(?<=&amp;)(?=[0-9])|(?<=%)(?=[a-z0-9\"])"
    r"|(?<=(?<![0-9a-z])[0-9a-f])(?=[0-9a-f]{39}(?:[0-9a-f]{24})?(?![0-9a-z]))"
    r"|(?<=:)(?=(?:[a-z0-9_+\\-]*[a-z][a-z0-9_+\\-]*|[+-]1|100|1234):)",
    re.IGNORECASE,
)
# Two of these hold a formula. Written so, and away from a blank before it, it is none.
_FORMULA = "$", "&#8203;&#36;"
# A sign without width that parts what would be taken for a link; nothing is shown of it.
_NOTHING = "&#8203;"


def md(text: str) -> str:
    """Escape a text so that Markdown shows it as it is, in a table cell and first on a line too.

    Nothing in it becomes a link, a formula or a picture: addresses of sources, which are meant to
    be links, do not come here.
    """
    escaped = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    opening = _OPENING.match(escaped)
    if opening:
        # A digit cannot be escaped, so what stands after it is.
        at = opening.end() if opening[0].isdecimal() else 0
        escaped = f"{escaped[:at]}\\{escaped[at:]}"
    quoted = escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _ALIVE.sub(_NOTHING, quoted).replace(*_FORMULA)
