"""A row of a table that was pasted into a file of records: what to type in its place."""

import re
from collections.abc import Mapping, Sequence

from fjdex.plan.scalars import Malformed, parse_slug
from fjdex.plan.suggestions import day_meant, period_meant
from fjdex.plan.terms import AgencyKind, SourceKind
from fjdex.plan.vocabulary import key_meant, term_meant
from fjdex.yamlio.flowslips import HEADING, MAX_SHOWN, TABLE, Diagnosis
from fjdex.yamlio.lines import in_quotes

_cells = re.compile("\t|  +").split
# The keys of a record that can stand on one line, by the file it stands in.
_KEYS: Mapping[str, tuple[str, ...]] = {
    "sources.yaml": ("id", "kind", "publisher", "published", "url"),
    "agencies.yaml": ("id", "name", "kind"),
    "areas.yaml": ("id", "name", "parent"),
    "remarks.yaml": ("id", "quarter", "reason", "action", "by", "date"),
}
_NEEDED = frozenset({"id", "name", "kind", "quarter", "reason", "action"})
_plain = re.compile(r"[^-?~\s#:,\[\]{}\"'\\&*!|>%@`][^#:,\[\]{}\"'\\]*").fullmatch


def row(file: str, line: str) -> Diagnosis | None:
    """Answer that a line is a row of a table, with the record to type; None where it is none."""
    keys = _KEYS.get(file)
    if keys is None or "\t" not in line.strip() or set("{}[]") & set(line):
        return None
    cells = [cell.strip(" \r\"'“”") for cell in _cells(line.strip(" \r"))]
    if not cells[0] or re.fullmatch(r"-? *[a-z_]+:.*", line.strip()):
        return None
    header = all(key_meant(cell, keys) for cell in cells if cell)
    if header:
        return Diagnosis(1, len(line.rstrip()) + 1, HEADING)
    found = _told_apart(keys, [cell for cell in cells if cell])
    pairs = [f"{key}: {found.get(key, '…')}" for key in keys if key in found or key in _NEEDED]
    return Diagnosis(1, len(line.rstrip()) + 1, TABLE, f"- {{{', '.join(pairs)}}}")


def _told_apart(keys: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """Answer for each key the first cell that can be its value."""
    found: dict[str, str] = {}
    for cell in cells:
        key = next((key for key in keys if key not in found and _fits(key, keys, cell)), None)
        if key:
            found[key] = _kind(keys, cell) if key == "kind" else _written(key, cell)
    return found


def _fits(key: str, keys: Sequence[str], cell: str) -> bool:
    if key in {"published", "date"}:
        return day_meant(cell) is not None
    if key == "quarter":
        return period_meant(cell) is not None
    if key == "kind":
        return bool(_kind(keys, cell))
    if key == "url":
        return "://" in cell
    if key == "id":
        return "name" in keys or _is_slug(cell)
    return day_meant(cell) is None and "://" not in cell


def _kind(keys: Sequence[str], cell: str) -> str:
    terms = AgencyKind if "name" in keys else SourceKind
    return term_meant(cell, [one.value for one in terms])


def _is_slug(cell: str) -> bool:
    try:
        return bool(parse_slug(cell))
    except Malformed:
        return False


def _written(key: str, cell: str) -> str:
    if key in {"published", "date"}:
        return str(day_meant(cell))
    if key == "quarter":
        return str(period_meant(cell))
    said = cell if len(cell) <= MAX_SHOWN else "…"
    text = said if _plain(said) else in_quotes(said)
    return f"{{zh: {text}, en: …}}" if key == "name" else text
