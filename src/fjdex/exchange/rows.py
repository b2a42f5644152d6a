"""From the rows of a sheet to entries: which record each is about, and what it says of it.

Every row gives an entry, what is wrong with it, or what is said of a row that was passed over.
Whether what an entry says is right is judged where `fjdex record` is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from fjdex.exchange.columns import bare, field_of
from fjdex.exchange.form import REGISTERS
from fjdex.exchange.grid import Cell, CellPlace, Problem, Remarked, Row, Sheet
from fjdex.exchange.heads import SAID, Heads, Places, find_heads, head_faults, table_of
from fjdex.exchange.items import Items, part_named
from fjdex.exchange.words import said_in
from fjdex.plan.quantities import parse_quantity, plain, same_unit
from fjdex.plan.records import Record, Target
from fjdex.plan.scalars import Malformed, shown
from fjdex.plan.terms import Qualifier

_total = re.compile(
    r"(?:[一二三四五六七八九十]+[、.])?(?:各.{1,4})?"
    r"(?:合计|总计|小计|共计|汇总|grandtotal|subtotal|total|sum)(?:数)?"
).fullmatch
# What says nothing without a value, and is lost where the row is passed over.
_LOST = ("note", "note_zh", "note_en", "printed", "measure", "measure_zh", "measure_en")

# What may have been filled in for everybody, so that whoever is sure may pass over it.
_BESIDE = ("qualifier", "source", "date")


@dataclass(frozen=True)
class Word:
    """What one cell says, and where it stands."""

    text: str
    place: CellPlace


@dataclass(frozen=True)
class Opening:
    """What a sheet says of all its rows: whose return it is, for which quarter, handed in when."""

    place: CellPlace
    words: Mapping[str, Word]


@dataclass(frozen=True)
class Entry:
    """What one row says of one record, by field; `faulty` are the fields that were told."""

    place: CellPlace
    record: Record
    words: Mapping[str, Word]
    value_place: CellPlace
    faulty: frozenset[str] = frozenset()


Event = Opening | Entry | Problem | Remarked


@dataclass
class SheetRows:
    """One sheet, gone through once; `found` is whether it has heads, `empty` whether no row."""

    items: Items
    file: str
    sheet: Sheet
    found: bool = False
    empty: bool = True
    _told: set[int] = field(default_factory=set)

    def events(self) -> Iterator[Event]:
        """Answer what a sheet says, from top to bottom; nothing for one without heads."""
        rows = iter(self.sheet.rows)
        heads, row = find_heads(rows)
        self.empty = row is None
        if heads is None or row is None:
            return
        self.found = True
        if table := table_of(row):
            yield Remarked("table-passed", self._places.at(), {"text": table})
            return
        if self.sheet.hidden:
            yield Problem("sheet-hidden", self._places.at(), doubt=True)
        words = {
            name: Word(text, self._places.at(*at)) for name, (text, *at) in heads.statements.items()
        }
        yield Opening(self._places.at(), words)
        heads = self._with_unit(heads)
        yield from head_faults(heads, row, self._places)
        for one in rows:
            yield from self._row(one, heads)

    def _with_unit(self, heads: Heads) -> Heads:
        """Take the unit that stands above the heads; 单位 also means the agency that reports."""
        above = heads.statements.get("unit", ("", 0, 0))[0]
        agency = self.items.agency(above) if above else None
        return heads if heads.unit or agency else replace(heads, unit=above)

    @property
    def _places(self) -> Places:
        return Places(self.file, self.sheet)

    def _row(self, row: Row, heads: Heads) -> Iterator[Event]:
        cells = {name: row.cells[at] for name, at in heads.columns.items() if at in row.cells}
        if not cells or _repeats(cells):
            return
        total = _total_in(row, heads)
        place = self._places.at(row.number)
        if total:
            if set(SAID) & cells.keys():
                yield Remarked("total-passed", place, {"text": total})
            return
        if not set(SAID) & cells.keys():
            yield from self._silent(row, heads, cells)
            return
        if row.hidden:
            yield Problem("row-hidden", place, doubt=True)
        yield from self._hidden_columns(row, heads)
        record = self._record(row, heads, cells)
        if isinstance(record, Problem):
            yield record
        words, problems = self._words(row, heads, cells)
        yield from problems
        if not isinstance(record, Problem):
            faulty = frozenset(cells.keys() - words.keys())
            entry = self._entry(row, heads, record, words, faulty)
            yield from _contradicted(entry, cells, heads.unit)
            yield entry

    def _silent(self, row: Row, heads: Heads, cells: Mapping[str, Cell]) -> Iterator[Event]:
        """Tell of a row without a value where something in it would be lost."""
        lost = next((name for name in (*_LOST, *_BESIDE) if name in cells), None)
        name = cells.get("id") or cells.get("name")
        if lost is not None and name is not None:
            place = self._places.at(row.number, heads.columns[lost])
            arguments = {"text": shown(name.text.strip())}
            beside = lost in _BESIDE
            code = "value-forgotten" if beside else "value-missing"
            yield Problem(code, place, arguments, doubt=beside)

    def _hidden_columns(self, row: Row, heads: Heads) -> Iterator[Event]:
        """Tell once of each column that is hidden and would be read."""
        for at in heads.columns.values():
            if at in self.sheet.hidden_columns and at in row.cells and at not in self._told:
                self._told.add(at)
                yield Problem("column-hidden", self._places.at(0, at), doubt=True)

    def _record(self, row: Row, heads: Heads, cells: Mapping[str, Cell]) -> Record | Problem:
        """Answer the record that a row is about; its id and its name must not be of two."""
        key = "id" if "id" in cells else "name"
        if key not in cells:
            return Problem("item-missing", self._places.at(row.number))
        place = self._places.at(row.number, heads.columns[key])
        text = cells[key].text.strip()
        ids: Sequence[str] = self.items.named(text)
        arguments = {"text": shown(text)}
        if not ids:
            near = self.items.near(text)
            return Problem("item-unknown", place, arguments | {"near": near})
        name = cells["name"].text.strip() if key == "id" and "name" in cells else text
        other = self.items.named(name)
        if other and not set(ids) & set(other):
            place = self._places.at(row.number, heads.columns["name"])
            return Problem("item-mismatch", place, {"id": ids[0], "text": shown(name)})
        both = [one for one in ids if one in other] or list(ids)
        if len(both) > 1:
            return Problem("item-ambiguous", place, arguments | {"near": ", ".join(both)})
        return self.items.plan.records[both[0]]

    def _words(
        self, row: Row, heads: Heads, cells: Mapping[str, Cell]
    ) -> tuple[dict[str, Word], list[Problem]]:
        """Answer what the cells of a row say, and what is wrong with them."""
        words: dict[str, Word] = {}
        problems: list[Problem] = []
        for name, cell in cells.items():
            place = self._places.at(row.number, heads.columns[name])
            for said in said_in(cell, name, place, typed=self.sheet.typed):
                if isinstance(said, Problem):
                    problems.append(said)
                else:
                    words[name] = Word(said, place)
        return words, problems

    def _entry(
        self,
        row: Row,
        heads: Heads,
        record: Record,
        words: dict[str, Word],
        faulty: frozenset[str],
    ) -> Entry | Problem:
        if "part" in words:
            part = words["part"]
            words["part"] = replace(part, text=part_named(record, part.text))
        column = heads.columns.get("value") or heads.columns.get("state") or 0
        place = self._places.at(row.number, column)
        if "state" in words and "value" in words:
            return Problem("value-twice", words["state"].place, {"text": words["value"].text})
        value = words.pop("state", None) or words.pop("value", None)
        if value is not None:
            unit = words["unit"].text if "unit" in words else heads.unit
            own = record.unit if isinstance(record, Target) else None
            words["value"] = value
            converted = {} if _measured(words) else _in_unit(words, unit, own or "")
            # How exact it is may be said in a column of its own.
            words = {**converted, **words, "value": converted.get("value", value)}
        return Entry(self._places.at(row.number), record, words, place, faulty)


def _contradicted(
    entry: Entry | Problem, cells: Mapping[str, Cell], head: str
) -> Iterator[Problem]:
    """Tell of a value whose words and whose column, or whose format and whose unit, disagree."""
    if isinstance(entry, Problem) or "value" not in entry.words:
        return
    words = entry.words
    own = entry.record.unit if isinstance(entry.record, Target) else None
    unit = (words["unit"].text if "unit" in words else head) or own or ""
    by_words = _qualified(words["value"].text, unit)
    if "qualifier" in words and by_words not in {None, words["qualifier"].text}:
        arguments = {"text": shown(cells["value"].text.strip()) if "value" in cells else ""}
        yield Problem("qualifier-twice", words["qualifier"].place, arguments)
    shows = cells["value"].unit if "value" in cells else ""
    if shows and not same_unit(shows, unit):
        yield Problem("unit-shown", words["value"].place, {"text": shows, "unit": unit})


def _qualified(text: str, unit: str) -> str | None:
    """Answer how exact the words of a value say that it is; None where they do not."""
    try:
        qualifier = parse_quantity(text, unit).qualifier
    except Malformed:
        return None
    return None if qualifier is Qualifier.EXACT else qualifier.value


def _measured(words: Mapping[str, Word]) -> bool:
    return "measure" in words or "measure_zh" in words


def _in_unit(words: Mapping[str, Word], unit: str, own: str) -> dict[str, Word]:
    """Answer a value and how exact it is, where its column has another unit than the record.

    A text is taken in the column's unit, as `record` takes one in the record's, and named with it.
    What is not understood so stays as it is, for `record` to judge.
    """
    value = words["value"]
    if not unit or not own or bare(unit) == bare(own) or same_unit(unit, own):
        return {}
    try:
        entered = parse_quantity(value.text, unit)
    except Malformed:
        return {}
    if entered.value is None:
        return {}
    found = {"value": replace(value, text=plain(entered.value) + unit)}
    if entered.qualifier is not Qualifier.EXACT:
        found["qualifier"] = Word(entered.qualifier.value, value.place)
    return found


def _total_in(row: Row, heads: Heads) -> str | None:
    """Answer the word of a row of totals, which stands at its item or left of it."""
    columns = {heads.columns[name] for name in ("id", "name") if name in heads.columns}
    first = min(columns)
    for at, cell in sorted(row.cells.items()):
        if (at in columns or at < first) and _total(bare(cell.text)):
            return cell.text.strip()
    return None


def _repeats(cells: Mapping[str, Cell]) -> bool:
    """Whether a row is the heads over again, as on every page of a printed sheet."""
    return all(field_of(cell.text)[0] == name for name, cell in cells.items())


def read_book(items: Items, file: str, sheets: Sequence[Sheet]) -> Iterator[Event]:
    """Answer what the sheets of a file say; a file in which none has heads is told."""
    read = [SheetRows(items, file, sheet) for sheet in sheets]
    yield from chain.from_iterable(one.events() for one in read)
    found = any(one.found for one in read)
    blank = all(one.empty for one in read)
    for one in read:
        place = CellPlace(file, one.sheet.name)
        if one.empty and blank:
            yield Problem("sheet-empty", place)
        elif not one.empty and not one.found and not (found and one.sheet.name in REGISTERS):
            yield Remarked("sheet-passed", place) if found else Problem("heads-missing", place)
