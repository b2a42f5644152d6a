"""Findings are values with a place, ordered as an editor goes through the files."""

import re

from fjdex.plan.findings import CODES, Finding, Place, Severity, in_order


def test_codes_are_kebab_case() -> None:
    """Scripts rely on them, so they have one shape."""
    assert [code for code in CODES if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)+", code)] == []


def test_a_code_says_how_much_it_matters() -> None:
    """A malformed date makes the data wrong, an unused source only doubtful."""
    found = [Finding(code, Place("x")).severity for code in ("date-malformed", "source-unused")]
    assert found == [Severity.ERROR, Severity.WARNING]


def test_findings_are_ordered_by_place_and_then_by_code() -> None:
    """File, line, column, code, whatever order they were found in."""
    places = [
        ("b.yaml", 1, 1, "key-missing"),
        ("a.yaml", 10, 1, "key-missing"),
        ("a.yaml", 9, 2, "key-missing"),
        ("a.yaml", 9, 1, "key-unknown"),
        ("a.yaml", 9, 1, "key-missing"),
    ]
    given = [Finding(code, Place(file, line, column)) for file, line, column, code in places]
    assert in_order(given) == tuple(given[::-1])
