"""What to type where a figure is written otherwise than a file has it."""

from collections.abc import Mapping

from fjdex.check.written import Written
from fjdex.plan.amounts import (
    beside_figure,
    in_brackets,
    means_nothing,
    misread,
    number_meant,
    of_another_unit,
    trimmed,
)
from fjdex.plan.quantities import parse_state, plain
from fjdex.plan.suggestions import day_meant
from fjdex.plan.terms import Qualifier, Status
from fjdex.plan.vocabulary import term_meant
from fjdex.yamlio.lines import in_quotes

Arguments = Mapping[str, str]


def number_advice(written: Written) -> Arguments:
    """Answer what to type for a number, or why nobody can say."""
    if written.key == "lag" or written.arguments.get("why"):
        return {"why": written.arguments.get("why", "days")}
    if means_nothing(written.text):
        return {"why": "nothing" if written.of_reading else ""}
    if written.exchanged:
        return {"why": "swapped", "near": written.as_exchanged()}
    if written.key == "value" and written.takes == "state":
        state = parse_state(written.text)
        return {"why": "state"} if state is None else {"near": f"state: {state}"}
    near = figure_meant(written)
    return {"near": near} if near else _not_certain(written)


def _not_certain(written: Written) -> Arguments:
    if figure := in_brackets(written.text):
        return {"why": "brackets", "near": f"{written.key}: {figure}"}
    unit = written.unit()
    missed = unit and of_another_unit(written.text, unit)
    return {"why": "unit", "unit": unit} if unit and missed else {}


def figure_meant(written: Written) -> str:
    """Write the keys that say what a figure says, "" where nobody can tell."""
    if pace := written.pace_in_percent:
        return f"{written.key}: {pace}"
    unit = written.unit()
    beside = beside_figure(written.text)
    text = beside[0] if beside else written.text
    forms = (text, misread(text), trimmed(text))
    entered = next(filter(None, (number_meant(one, unit or "") for one in forms)), None)
    if entered is None or entered.value is None or (unit is None and entered.printed):
        return ""
    typed = [f"{written.key}: {plain(entered.value)}"]
    if written.of_reading and entered.qualifier is not Qualifier.EXACT:
        typed += [] if written.beside("qualifier") else [f"qualifier: {entered.qualifier}"]
    if written.of_reading and entered.printed and entered.printed in written.text:
        typed += [] if written.beside("printed") else [f"printed: {as_text(entered.printed)}"]
    if written.of_reading and beside:
        typed.append(_remark(written, beside[1]))
    return ", ".join(filter(None, typed))


def _remark(written: Written, text: str) -> str:
    """Write what stands in brackets behind a figure under the key where it belongs."""
    status = term_meant(text, [one.value for one in Status])
    if status and not written.beside("status"):
        return f"status: {status}"
    return "" if written.beside("note") else f"note: {as_text(text)}"


def as_text(text: str) -> str:
    """Write a text as it stands in braces, in quotes where it needs them."""
    return in_quotes(text) if "," in text else text


def row_meant(written: Written, typed: str) -> str:
    """Answer the line for a row of a table, its figure in the record's unit: 1.6万 as 16000."""
    unit = written.unit_of_record
    line = written.of_line(r"^(.*)$").strip().removeprefix("- ").strip("{}[] ")
    cells = line.split("\t" if "\t" in line else ",") if unit is not None else ()
    for cell in (one.strip() for one in cells):
        entered = number_meant(cell, unit or "") if not day_meant(cell) else None
        if entered is not None and entered.value is not None:
            printed = f", printed: {as_text(entered.printed)}" if entered.printed else ""
            return typed.replace("value: …", f"value: {plain(entered.value)}{printed}")
    return typed
