"""The docs name everything that the program has, and nothing that it has not."""

import dataclasses
import io
import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import typer

from fjdex.assess.item import Flag
from fjdex.assess.pace import Lean
from fjdex.assess.rollup import worst_of
from fjdex.cli.app import build
from fjdex.cli.environment import Environment
from fjdex.cli.main import main
from fjdex.load import HEADER, load
from fjdex.messages.en.methods import MESSAGES as METHODS
from fjdex.plan import records
from fjdex.plan.findings import CODES
from fjdex.plan.quantities import parse_quantity
from fjdex.plan.readings import Reading
from fjdex.plan.records import LISTS
from fjdex.plan.terms import (
    AgencyKind,
    Comparability,
    Confidence,
    Interval,
    Kind,
    Operator,
    Qualifier,
    Rating,
    SourceKind,
    State,
    Status,
)
from fjdex.store.seeds import SEEDS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
COMMON = "For every command"
# Where the keys of each record type stand in docs/data-format.md.
TYPES: Mapping[str, type[Any]] = {
    "plan.yaml": records.Header,
    "A section": records.Section,
    "A class": records.RatingClass,
    "tasks.yaml": records.Task,
    "A due date": records.Due,
    "outcomes.yaml": records.Outcome,
    "A part": records.Part,
    "targets.yaml": records.Target,
    "A clause": records.Clause,
    "A goal": records.Goal,
    "A planned value": records.PathPoint,
    "A next goal": records.NextGoal,
    "A baseline": records.Baseline,
    "agencies.yaml": records.Agency,
    "areas.yaml": records.Area,
    "sources.yaml": records.Source,
    "remarks.yaml": records.Remark,
    "Readings": Reading,
}

_option = re.compile(r"(?<![\w-])--?[A-Za-z][a-z-]*")
_code = re.compile(r"`([^`]+)`")
_link = re.compile(r"\]\(([^)\s]+)\)")


def page(name: str) -> str:
    """Answer a page without its blocks of output and data, which are held to by other tests."""
    text = (DOCS / name).read_text(encoding="utf-8")
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


def sections(text: str) -> dict[str, str]:
    """Answer what stands under each heading, up to the next heading of any level."""
    pieces = re.split(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


def rows(text: str) -> list[list[str]]:
    """Answer the cells of the first cell's rows that begin with a code, of every table."""
    lines = (line for line in text.splitlines() if line.startswith("| `"))
    return [
        [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))] for line in lines
    ]


def codes(text: str) -> list[str]:
    """Answer the codes of the first column of the tables in a text."""
    return [code for row in rows(text) for code in _code.findall(row[0])]


def options_in(text: str) -> list[str]:
    """Answer the options that the tables of a section describe."""
    return [name for code in codes(text) for name in _option.findall(code)[:1]]


def commands() -> Iterator[tuple[str, Any]]:
    """Answer every command of the program with its whole name."""

    def walk(name: str, command: Any) -> Iterator[tuple[str, Any]]:
        yield name, command
        for key in command.list_commands(None) if hasattr(command, "list_commands") else ():
            yield from walk(f"{name} {key}", command.get_command(None, key))

    return walk("fjdex", typer.main.get_command(build()))


def options_of(command: Any) -> set[str]:
    """Answer the options of a command, help apart, which every command has."""
    return {
        name
        for parameter in command.params
        if parameter.param_type_name == "option"
        for name in parameter.opts
    } - set(options_in(sections(page("commands.md"))[COMMON]))


def test_every_command_has_a_section_with_its_options() -> None:
    """docs/commands.md has each command under its name, with the options that it has."""
    written = sections(page("commands.md"))
    described = {
        name: sorted(options_in(text)) for name, text in written.items() if name.startswith("fjdex")
    }
    assert described == {name: sorted(options_of(command)) for name, command in commands()}


def test_common_options_are_those_that_commands_share() -> None:
    """The options said to be every command's are help, folder and language."""
    shared = options_in(sections(page("commands.md"))[COMMON])
    assert shared == ["-C", "--lang", "-h", "--help"]
    for name, command in commands():
        if hasattr(command, "commands") or name == "fjdex init":
            continue
        own = {one for parameter in command.params for one in parameter.opts}
        assert {"-C", "--lang"} <= own, name


def test_no_option_is_named_that_no_command_has() -> None:
    """Every option that any page or the changelog speaks of exists."""
    known = {
        name for _, command in commands() for parameter in command.params for name in parameter.opts
    } | {"-h", "--help", "--update-docs"}
    texts = {path.name: page(path.name) for path in DOCS.glob("*.md")}
    texts["CHANGELOG.md"] = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    unknown = {
        (name, option)
        for name, text in texts.items()
        for code in _code.findall(text)
        for option in _option.findall(code)
        if option.startswith("--") and option not in known
    }
    assert unknown == set()


def test_words_that_options_take_are_named() -> None:
    """The words that an option takes are those of the program."""
    text = page("commands.md")
    words = {*Rating, *Kind} - set(Rating) | {*Qualifier, *Comparability, *Status, *SourceKind}
    assert [word for word in (*sorted(words), *SEEDS) if word not in text] == []


def test_findings_are_those_of_the_program() -> None:
    """docs/commands.md lists every code that `check` knows, with its severity, and no other."""
    table = rows(sections(page("commands.md"))["Findings"])
    written = {_code.findall(row[0])[0]: row[1] for row in table}
    assert written == {code: severity.value for code, severity in CODES.items()}


def test_environment_variables_are_those_that_are_read() -> None:
    """docs/commands.md lists every variable that the program asks for, and no other."""
    asked = {
        name
        for path in (ROOT / "src" / "fjdex").rglob("*.py")
        for name in re.findall(r'"([A-Z]+(?:_[A-Z]+)*)"', path.read_text(encoding="utf-8"))
        if name.startswith("FJDEX_") or path.name == "environment.py"
    }
    assert set(codes(sections(page("commands.md"))["Environment"])) == asked


def test_keys_of_an_item_are_those_of_the_json() -> None:
    """docs/commands.md lists the keys of an item in the order of `status --json`."""
    out = io.StringIO()
    environment = Environment({"FJDEX_TODAY": "2026-11-23"}, ROOT, io.StringIO(), out, out)
    assert main(["status", "5g-base-stations", "--json"], environment) == 0
    (item,) = json.loads(out.getvalue())["items"]
    written = codes(sections(page("commands.md"))["fjdex status"])
    assert [code for code in written if not code.startswith("-")] == list(item)


@pytest.mark.parametrize("heading", TYPES)
def test_keys_of_a_record_are_those_of_its_type(heading: str) -> None:
    """docs/data-format.md lists each record's keys in their order, and which of them it needs."""
    table = rows(sections(page("data-format.md"))[heading])
    written = [(_code.findall(row[0])[0], row[2]) for row in table]
    fields = [one for one in dataclasses.fields(TYPES[heading]) if one.compare]
    assert written == [(one.name, "yes" if _needed(one) else "no") for one in fields]


def _needed(field: "dataclasses.Field[Any]") -> bool:
    missing = dataclasses.MISSING
    return field.default is missing and field.default_factory is missing


def test_every_record_type_has_its_keys_in_the_docs() -> None:
    """No type of a file's records is left out of docs/data-format.md."""
    described = set(TYPES.values())
    types = {one for one in vars(records).values() if _is_type_of(one)}
    assert types | {Reading} == described
    assert {HEADER, *LISTS} <= set(sections(page("data-format.md")))


def _is_type_of(one: object) -> bool:
    return (
        isinstance(one, type)
        and dataclasses.is_dataclass(one)
        and one.__module__ == "fjdex.plan.records"
    )


@pytest.mark.parametrize(
    "words",
    [
        AgencyKind,
        Comparability,
        Confidence,
        Interval,
        Kind,
        Operator,
        Qualifier,
        SourceKind,
        State,
        Status,
    ],
)
def test_words_of_the_files_are_named(words: type[StrEnum]) -> None:
    """Each word that a file may hold where only some are allowed is in docs/data-format.md."""
    text = page("data-format.md")
    assert [word for word in words if f"`{word.value}`" not in text] == []


def test_ratings_and_flags_are_all_explained() -> None:
    """docs/methodology.md has a row for each rating and each flag, and no other."""
    written = sections(page("methodology.md"))
    assert sorted(codes(written["The ratings"])) == sorted(Rating)
    assert sorted(codes(written["Flags"])) == sorted(Flag)
    assert sorted(codes(written["Bounds"])) == sorted(Qualifier)
    for lean in Lean:
        assert lean.value in page("commands.md"), lean


@pytest.mark.parametrize("heading", ["The ratings", "Flags"])
def test_examples_of_ratings_and_flags_are_such(heading: str) -> None:
    """The record named beside a rating or a flag has it, in the invented plan on its main day."""
    out = io.StringIO()
    environment = Environment({"FJDEX_TODAY": "2026-11-23"}, ROOT, io.StringIO(), out, out)
    day = ("-C", "examples/invented", "--as-of", "2024-09-30")
    assert main(["status", *day, "--json"], environment) == 0
    items = json.loads(out.getvalue())["items"]
    held = {one["id"]: {one["rating"], *one["flags"]} for one in items}
    table = [
        (row[0].strip("`"), row[-1].strip("`"))
        for row in rows(sections(page("methodology.md"))[heading])
    ]
    assert table
    assert [(code, id_) for code, id_ in table if code not in held[id_]] == []


def test_classes_are_those_of_the_plan() -> None:
    """docs/methodology.md puts each rating into the class in which the Fujian plan puts it."""
    lines = sections(page("methodology.md"))["Classes of the bulletin"].splitlines()
    cells = [line.strip("|").split("|") for line in lines if "`" in line and line.startswith("|")]
    written = {name.strip(): set(re.findall(r"`([^`]+)`", last)) for name, _, last in cells}
    text = (ROOT / "data" / HEADER).read_text(encoding="utf-8")
    header = load({HEADER: text}).draft.header
    assert written == {one.name.en: {*one.ratings} for one in header.classes}


def test_other_methods_and_their_classes_are_named() -> None:
    """docs/methodology.md has each of the other methods and each class that one can give."""
    text = sections(page("methodology.md"))["Other methods"]
    verdicts = [key.removeprefix("verdict.") for key in METHODS if key.startswith("verdict.")]
    methods = [key.removesuffix(".why") for key in METHODS if key.endswith(".why")]
    assert codes(text) == methods
    assert [word for word in verdicts if f"`{word}`" not in text] == []


def test_order_of_the_roll_up_is_the_program_s() -> None:
    """Of two ratings the one that stands higher in the docs' list is the worse."""
    text = sections(page("methodology.md"))["Rolling up"]
    order = [Rating(code) for code in re.findall(r"^\d+\. `([a-z-]+)`$", text, re.MULTILINE)]
    assert sorted(order) == sorted(Rating)
    for worse, better in pairwise(order):
        assert worst_of([("better", better), ("worse", worse)]) == ("worse", worse)


def test_contracts_and_packages_are_all_named() -> None:
    """docs/architecture.md names each import contract and each package of the house."""
    written = sections(page("architecture.md"))
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    table = written["The import contracts"].splitlines()
    assert [line.split("|")[1].strip() for line in table if line.startswith("| ")][1:] == [
        one["name"] for one in contracts
    ]
    inside = (ROOT / "src" / "fjdex").iterdir()
    parts = {one.name for one in inside if one.is_dir() or one.suffix == ".py"}
    assert set(codes(written["The packages"])) == parts - {"__init__.py", "__pycache__"}


def test_examples_of_data_are_lines_of_the_files() -> None:
    """Each YAML example begins with the name of a file and shows lines of it, in their order."""
    for path in DOCS.glob("*.md"):
        text = path.read_text(encoding="utf-8")
        for block in re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
            head, *lines = block.splitlines()
            given = (ROOT / head.removeprefix("# ")).read_text(encoding="utf-8").splitlines()
            assert not _missing(lines, given), head


def _missing(lines: Sequence[str], given: Sequence[str]) -> list[str]:
    """Answer the lines that do not stand in a file after the ones above them."""
    rest = iter(given)
    return [line for line in lines if line not in rest]


def test_links_within_the_docs_lead_somewhere() -> None:
    """Every link to a file or a heading of this repository leads to one that is there."""
    broken = []
    for path in (ROOT / "CHANGELOG.md", *DOCS.glob("*.md")):
        for target in _link.findall(path.read_text(encoding="utf-8")):
            name, _, heading = target.partition("#")
            to = path.parent / name if name else path
            if target.startswith("https://"):
                continue
            if not to.exists() or (heading and heading not in _anchors(to)):
                broken.append((path.name, target))
    assert broken == []


def _anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one).strip().lower().replace(" ", "-") for one in headings}


@pytest.mark.parametrize(("number", "unit"), [("71000", "个"), ("2.6", "万亿元")])
def test_values_are_understood_as_the_docs_say(number: str, unit: str) -> None:
    """Each way of writing a value that docs/commands.md gives is read as the value beside it."""
    table = rows(sections(page("commands.md"))["fjdex record"])
    (typed,) = [row[0] for row in table if row[1] == f"{number}, in {unit}"]
    read = {parse_quantity(text, unit).value for text in _code.findall(typed)}
    assert read == {Decimal(number)}
