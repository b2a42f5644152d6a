"""Which tables one run of `fjdex export` writes, in which form, and where they go."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from fjdex.assess.assessment import Assessment
from fjdex.cli.assessed import Clocks, as_known, assessed
from fjdex.cli.choice import Choice
from fjdex.cli.desk import Desk
from fjdex.cli.progress import counted, wipe
from fjdex.exchange.export import TABLES, Export
from fjdex.exchange.export_registers import Asked
from fjdex.exchange.lines import csv_lines, json_lines
from fjdex.exchange.table import Column, Row, Table
from fjdex.messages import Voice
from fjdex.plan.failures import Failure
from fjdex.plan.plan import Plan
from fjdex.plan.scalars import visible
from fjdex.plan.words import LANGUAGES
from fjdex.store.exports import write_export

FORMATS = ("csv", "xlsx", "jsonl", "parquet")
_LINES: Mapping[str, Callable[[Table], Iterator[str]]] = {
    "csv": lambda table: csv_lines(table, "\n"),
    "jsonl": json_lines,
}
_KEYED = ("jsonl", "parquet")
_WHOLE = "xlsx"
# So much is answered at once: a line each would be flushed each.
_CHUNK = 1 << 16


@dataclass(frozen=True)
class Way:
    """How tables are written: their form, where to, and with which heads."""

    form: str
    output: str | None
    labels: bool

    @classmethod
    def of(cls, desk: Desk, form: str | None, output: str | None, *, labels: bool) -> "Way":
        """Check what was asked for; raises `Failure`."""
        if form is not None and form not in FORMATS:
            raise Failure("format-unknown", text=form, known=", ".join(FORMATS))
        ending = _ending(desk, output)
        if form and ending and form != ending:
            raise Failure("options-exclusive", one=f"--format {form}", other=f"-o {output}")
        found = form or ending or FORMATS[0]
        if labels and found in _KEYED:
            raise Failure("options-exclusive", one="--labels", other=f"--format {found}")
        if output == "-" and found not in _LINES:
            raise Failure("options-exclusive", one="-o -", other=f"--format {found}")
        return cls(found, output, labels)

    @property
    def names_file(self) -> bool:
        """Whether what was asked for is one file, or the answer itself, and no folder."""
        return self.output == "-" or (self.output or "").lower().endswith(f".{self.form}")

    def expect_one_file(self, tables: Sequence[str]) -> None:
        """Raise `Failure` where several tables would go into a file that holds one."""
        if self.names_file and self.form != _WHOLE and len(tables) > 1:
            raise Failure("export-one-table", path=str(self.output), known=", ".join(TABLES))


def _ending(desk: Desk, output: str | None) -> str | None:
    """Answer the form that a file's name asks for; None for a folder's, and for none."""
    if output in {None, "-"} or str(output).endswith(("/", "\\")):
        return None
    path = desk.environment.here / str(output)
    ending = path.suffix.removeprefix(".").lower()
    if ending in FORMATS:
        return ending
    if ending and not path.is_dir():
        raise Failure("export-ending", path=str(output), known=", ".join(FORMATS))
    return None


def tables_asked(words: Sequence[str]) -> tuple[str, ...]:
    """Answer the names of tables in their order, all where none is asked for; raises `Failure`."""
    named = [name.strip() for word in words for name in word.split(",")]
    unknown = next((name for name in named if name not in TABLES), None)
    if unknown is not None:
        raise Failure("table-unknown", text=unknown, known=", ".join(TABLES))
    return tuple(name for name in TABLES if name in named) or TABLES


def asked_tables(
    desk: Desk, plan: Plan, clocks: Clocks, choice: Choice, revision: str | None
) -> Export:
    """Answer the tables of a plan as known by a day, and of the records that are chosen."""
    known = plan if clocks.known_by is None else as_known(plan, desk, clocks.known_by)

    @cache
    def assess() -> Assessment:
        return assessed(known, desk, Clocks(clocks.as_of, None))

    ids: Collection[str] = known.records.keys()
    if choice.tests:
        ids = {item.id for item in choice.among(known, assess().items.values())}
    return Export(Asked(known, clocks.as_of, clocks.known_by, revision), ids, assess)


def answer_table(desk: Desk, table: Table, way: Way) -> None:
    """Print a table as text, for another program."""
    chunk: list[str] = []
    size = 0
    for line in _LINES[way.form](_headed(desk.voice, table) if way.labels else table):
        chunk.append(line)
        size += len(line)
        if size > _CHUNK:
            desk.answer("".join(chunk))
            chunk, size = [], 0
    desk.answer("".join(chunk))


def write_tables(desk: Desk, tables: Sequence[Table], way: Way, folder: Path, name: str) -> None:
    """Write tables, and print the path of each file; `name` is a workbook's, without an ending.

    `folder` is where they go that were not asked to go anywhere.
    """
    files = _places(desk, tables, way, folder, name)
    watched = {
        path: [_watched(desk, _headed(desk.voice, one) if way.labels else one) for one in held]
        for path, held in files.items()
    }
    voices = [Voice(language) for language in LANGUAGES]
    heads = {
        path: [held[0], *(_headed(voice, held[0]) for voice in voices)]
        for path, held in files.items()
    }
    try:
        write_export(watched, way.form, heads)
    finally:
        wipe(desk)
    for path in files:
        desk.answer(visible(desk.prefix(path).rstrip("/")) + "\n")


def _places(
    desk: Desk, tables: Sequence[Table], way: Way, folder: Path, name: str
) -> Mapping[Path, Sequence[Table]]:
    if way.output:
        folder = Path(desk.environment.here / way.output)
    if way.form == _WHOLE:
        return {folder if way.names_file else folder / f"{name}.{way.form}": tables}
    if way.names_file:
        return {folder: tables}
    return {folder / f"{one.name}.{way.form}": [one] for one in tables}


def _watched(desk: Desk, table: Table) -> Table:
    """Answer a table that says at a terminal how far it is, where that takes long."""

    def rows() -> Iterator[Row]:
        return counted(desk, table.name, table.rows())

    return replace(table, rows=rows)


def _headed(voice: Voice, table: Table) -> Table:
    """Answer a table with heads in a language."""
    heads = tuple(Column(_head(voice, one.name), one.type) for one in table.columns)
    return replace(table, name=voice(f"export.table.{table.name}"), columns=heads)


def _head(voice: Voice, name: str) -> str:
    base, _, language = name.rpartition("_")
    if language not in LANGUAGES:
        return voice(f"export.column.{name}")
    return voice(f"export.in.{language}", name=voice(f"export.column.{base}"))
