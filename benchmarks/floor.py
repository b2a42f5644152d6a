"""The yardstick: one compiled pattern that turns every line into a date and a decimal.

It takes each of the keys that a canonical line can have apart, in one process, and checks nothing.
"""

import re
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

_TEXT = r'(?:"(?:[^"\\]|\\.)*"|[^,{}"]+)'
_WORDS = rf"(?:\{{zh: {_TEXT}, en: {_TEXT}\}}|{_TEXT})"
_KEYS = ("within", "period", "area", "part", "value", "state", "qualifier", "status", "printed")
_MORE = ("measure", "unit", "comparability", "source", "note")
_LINE = re.compile(
    r"- \{date: (?P<date>[0-9-]+)"
    + "".join(f"(?:, {key}: (?P<{key}>{_WORDS}))?" for key in (*_KEYS, *_MORE))
    + r"\}\n"
)


def main(folder: Path) -> int:
    """Answer how many dates and decimals were read from a folder's files of readings."""
    found: list[tuple[date, Decimal]] = []
    for file in sorted((folder / "readings").glob("*.yaml")):
        lines = _LINE.finditer(file.read_text(encoding="utf-8"))
        found += [(date.fromisoformat(line["date"]), Decimal(line["value"])) for line in lines]
    return len(found)


if __name__ == "__main__":
    print(main(Path(sys.argv[1])))
