"""What the pages say of the output holds: its sums add up, and its reasons are the true ones."""

import ast
import io
import json
import operator
import re
from collections.abc import Callable, Mapping
from decimal import Context, Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from fjdex.cli.environment import Environment
from fjdex.cli.main import main
from fjdex.render.numbers import ratio

ROOT = Path(__file__).parents[2]
INVENTED = (
    "fibre-homes",
    "ocean-sensors",
    "base-stations",
    "harbour-uptime",
    "paper-forms",
    "chart-errors",
    "value-added",
    "datacentre-power",
)
_SUMS: Mapping[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_sum = re.compile(r"[-(]?[\d.]+[\d.()+*/ -]*[\d)]")
_result = re.compile(r"= .*?(-?[\d.]+)\S*$")


def printed(*arguments: str, here: Path = ROOT) -> list[str]:
    """Answer the lines that a command prints on the pages' day, in English."""
    out = io.StringIO()
    variables = {"FJDEX_TODAY": "2026-11-23", "NO_COLOR": "1"}
    assert main(arguments, Environment(variables, here, io.StringIO(), out, out)) == 0
    return out.getvalue().splitlines()


def shown(id_: str) -> list[str]:
    """Answer the page of a record of the invented plan on its main day."""
    return printed("show", id_, "-C", "examples/invented", "--as-of", "2024-09-30")


def sum_of(node: ast.expr) -> Fraction:
    """Answer what a sum of numbers comes to."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        return power(sum_of(node.left), sum_of(node.right))
    if isinstance(node, ast.BinOp):
        return _SUMS[type(node.op)](sum_of(node.left), sum_of(node.right))
    if isinstance(node, ast.UnaryOp):
        return -sum_of(node.operand)
    assert isinstance(node, ast.Constant)
    return Fraction(str(node.value))


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """Answer a power to thirty digits."""
    context = Context(prec=30)
    numbers = [
        context.divide(Decimal(one.numerator), Decimal(one.denominator)) for one in (base, exponent)
    ]
    return Fraction(context.power(*numbers))


def evaluated(text: str) -> Fraction:
    """Answer what a sum comes to that is written for people."""
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", text).replace("×", "*").replace("^", "**")
    return sum_of(ast.parse(plain.strip(), mode="eval").body)


def sums_in(lines: list[str]) -> list[tuple[str, bool]]:
    """Answer every line with a sum and its result, and whether the one comes to the other.

    Sum and result are rounded on the screen, so one part in a hundred is allowed, or half of the
    result's last digit.
    """
    found = []
    for line in lines:
        _, label, rest = line.partition("was due   on ") if "was due" in line else ("", "", line)
        text = rest.partition(": ")[2] if label else rest.removeprefix("  pace")
        text = re.sub(r"(?<=\d),(?=\d{3})", "", text.replace("−", "-").replace("×", "*"))
        expression, result = _sum.match(text.strip()), _result.search(text)
        if not (label or rest.startswith("  pace")) or expression is None or result is None:
            continue
        whole = ast.parse(expression[0].strip(), mode="eval").body
        value, said = sum_of(whole), Fraction(result[1])
        digit = Fraction(1, 10 ** len(result[1].partition(".")[2]))
        # What is at least or at most so much is rounded to one side, by up to a whole digit.
        off = digit if " at " in line else digit / 2
        found.append((line, abs(value - said) <= max(off, abs(value) / 100)))
    return found


@pytest.mark.parametrize("id_", INVENTED)
def test_arithmetic_that_is_shown_adds_up(id_: str) -> None:
    """Each sum that `show` prints comes to the result that it prints after it."""
    sums = sums_in(shown(id_))
    assert sums
    assert [line for line, right in sums if not right] == []


def test_reason_of_a_rolled_up_rating_is_its_worst_child() -> None:
    """A task that is as its worst child says so, and speaks of no reading of its own."""
    (verdict,) = [line.strip() for line in shown("task-01") if line.startswith("  so ")]
    assert verdict == "so        missed: as its worst item, Villages without mobile signal"


def test_readings_that_count_are_those_alone() -> None:
    """A lone quarter of a flow, which does not count, is not listed among those that do."""
    lines = shown("value-added")
    counting = lines[lines.index("Readings that count") : lines.index("Beside them, never rated")]
    assert [line for line in counting if "2023Q2" in line] == []


def test_what_is_not_due_is_not_said_to_be() -> None:
    """Before the plan's last day nobody is told that the outcomes due on it are due."""
    asked = ("status", "--as-of", "2022-09-30", "--kind", "outcome", "--rating", "no-reading")
    lines = printed(*asked)
    late = [line for line in lines if line.startswith("no reading") and "2022-12-31" in line]
    whole = printed("status", "--as-of", "2022-09-30")
    outcomes = whole[whole.index("Outcomes (32)") : whole.index("Tasks (22)")]
    said = [line for line in outcomes if line.startswith("no reading")]
    assert late
    assert [line for line in said if "Due, and" in line] == []


def test_nine_months_are_not_taken_for_a_year() -> None:
    """No other method says that a yearly cap is kept by what was used up to September."""
    day = ("-C", "examples/invented", "--as-of", "2024-09-30")
    out = printed("show", "datacentre-power", *day, "--methods", "--json")
    classes = [one["class"] for one in json.loads("\n".join(out))["methods"]]
    assert [one for one in classes if one in {"achieved", "full-marks", "on-track"}] == []


def test_empty_plan_is_not_said_to_fail_the_filters(tmp_path: Path) -> None:
    """A new, empty plan has nothing to rate; no filter is to blame where none is given."""
    printed("init", ".", "--from", "empty", here=tmp_path)
    lines = printed("status", here=tmp_path)
    assert [line for line in lines if "filters" in line] == []


EXAMPLES = [
    line.strip()
    for line in (ROOT / "docs" / "methodology.md").read_text(encoding="utf-8").splitlines()
    if re.fullmatch(r"    [a-z' 0-9-]+ = [-(]*\d.*", line)
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_worked_examples_come_to_what_is_said(example: str) -> None:
    """Each line of sums in docs/methodology.md comes to its result, to the digits given."""
    _, *sums, result = example.split(" = ")
    half = Fraction(1, 2 * 10 ** len(result.partition(".")[2]))
    assert sums
    assert [one for one in sums if abs(evaluated(one) - evaluated(result)) > half] == []


def test_every_line_of_sums_is_one_that_is_reckoned() -> None:
    """No line of sums in docs/methodology.md is passed over: all with digits on both sides are."""
    text = (ROOT / "docs" / "methodology.md").read_text(encoding="utf-8")
    indented = [line.strip() for line in text.splitlines() if line.startswith("    ")]
    outside = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    given = [one for one in indented if one in outside and re.search(r"= .*\d", one)]
    formulas = [one for one in given if re.search(r"e\(|\by\b", one)]
    assert [one for one in given if one not in EXAMPLES] == formulas


def test_pace_stays_on_its_side_of_a_band() -> None:
    """A pace just short of the schedule is shown with the digits that keep it there."""
    bounds = (Fraction(1),)
    assert ratio(Fraction(9996, 10000), bounds) == "0.9996"
    assert ratio(Fraction(9949, 10000), bounds) == "0.99"
    assert ratio(Fraction(10004, 10000), bounds) == "1.00"
