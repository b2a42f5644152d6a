"""Completion of words in the shell: it never fails, it only knows or does not know."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from fjdex.plan.plan import Plan

Completer = Callable[[typer.Context, str], list[str]]


def completing(name: str) -> Completer:
    """Answer what completes a word: one of `a|b`, of a vocabulary, or an id of the data."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        if "|" in name:
            words: Iterable[str] = name.split("|")
        elif name in _VOCABULARIES:
            words = _VOCABULARIES[name]()
        else:
            words = _ids(ctx, name)
        # What is typed with commas between is completed behind the last one.
        typed, comma, _ = incomplete.rpartition(",") if name in _SEVERAL else ("", "", "")
        offered = (f"{typed}{comma}{word}" for word in words)
        return [word for word in offered if word.startswith(incomplete)]

    return complete


complete_id = completing("record")


def _ids(ctx: typer.Context, group: str) -> list[str]:
    """Answer the ids of one group: of records, agencies, areas, sources, sections or parts."""
    from fjdex.store.ids import Ids

    directory = ctx.params.get("directory") or ctx.find_root().params.get("directory")
    try:
        kept = Ids(directory or os.environ.get("FJDEX_DATA"), os.getcwd(), os.environ)
        ids = kept.known
        if ids is None:
            ids = _read(directory)
            kept.keep(ids)
    except OSError:
        return []
    return [id_.partition(" ")[2] for id_ in ids if id_.startswith(f"{group} ")]


def _read(directory: str | None) -> list[str]:
    from fjdex.cli.desk import Desk
    from fjdex.cli.environment import Environment
    from fjdex.load import load
    from fjdex.plan.failures import Failure
    from fjdex.store.folder import read_folder

    try:
        folder = Desk(Environment.of_process(), directory).folder()
        plan = load(read_folder(folder, readings=()).texts).plan
    except Failure:
        return []
    return list(_grouped(plan)) if plan else []


def _grouped(plan: "Plan") -> Iterator[str]:
    from fjdex.plan.records import Outcome

    registers = {
        "record": plan.records.values(),
        "agency": plan.agencies,
        "area": plan.areas,
        "source": plan.sources,
        "section": plan.header.sections,
    }
    for group, held in registers.items():
        yield from (f"{group} {one.id}" for one in held)
    # Of which record a part is nobody can say before the line is whole.
    outcomes = (one for one in plan.records.values() if isinstance(one, Outcome))
    yield from dict.fromkeys(f"part {part.id}" for one in outcomes for part in one.parts)


def _kinds() -> list[str]:
    from fjdex.plan.terms import Kind, ListName

    return [*(one.one for one in ListName), *Kind]


def _tables() -> Iterable[str]:
    from fjdex.exchange.export import TABLES

    return TABLES


def _codes() -> Iterable[str]:
    from fjdex.plan.findings import CODES

    return CODES


def _terms(name: str) -> Callable[[], list[str]]:
    def terms() -> list[str]:
        from fjdex.plan import terms

        return [one.value for one in getattr(terms, name)]

    return terms


_VOCABULARIES: Mapping[str, Callable[[], Iterable[str]]] = {
    "kind": _kinds,
    "table": _tables,
    "code": _codes,
    "rating": _terms("Rating"),
    "qualifier": _terms("Qualifier"),
    "comparability": _terms("Comparability"),
    "status": _terms("Status"),
}
_SEVERAL = frozenset(("table", "code"))
