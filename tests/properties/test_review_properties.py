"""Any edits of the invented plan: each is said once, and taking them back is the mirror of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from fjdex.assess.assessment import assess
from fjdex.load import is_readings, load, readings_file
from fjdex.plan.findings import Place
from fjdex.plan.plan import Plan
from fjdex.plan.records import Target
from fjdex.plan.terms import ListName, Rating
from fjdex.review.change import Change
from fjdex.review.compare import compare
from fjdex.review.review import review
from fjdex.yamlio.canonical import format_readings, format_records
from pairs import back, in_order, said

_DATA = Path(__file__).parents[2] / "examples" / "invented" / "data"
TEXTS: Mapping[str, str] = {
    path.relative_to(_DATA).as_posix(): path.read_bytes().decode()
    for path in sorted(_DATA.rglob("*.yaml"))
}
PLAN = load(TEXTS).draft
DAY = date(2024, 10, 1)

# What is edited: a file, the record, what to do with it, and the line where that matters.
Edit = tuple[str, str, str, int]


def _of_records() -> Iterator[Edit]:
    for name, records in PLAN.lists.items():
        for record in records:
            title = "name" if name is ListName.TARGETS else "title"
            yield f"{name.value}.yaml", record.id, title, 0
            yield f"{name.value}.yaml", record.id, "leads", 0
            if not isinstance(record, Target):
                yield f"{name.value}.yaml", record.id, "due", 0


def _of_targets() -> Iterator[Edit]:
    for target in PLAN.targets:
        if any(goal.value is not None for goal in target.goals):
            yield "targets.yaml", target.id, "goal", 0
        yield "targets.yaml", target.id, "clause", 0
        if target.baseline:
            yield "targets.yaml", target.id, "baseline", 0


def _of_registers() -> Iterator[Edit]:
    for source in PLAN.sources:
        if source.published:
            yield "sources.yaml", source.id, "published", 0
    for rating in ("ahead", "behind"):
        yield "plan.yaml", PLAN.header.id, rating, 0


def _of_readings() -> Iterator[Edit]:
    for id_, readings in PLAN.readings.items():
        yield readings_file(id_), id_, "add", 0
        for reading in readings:
            yield readings_file(id_), id_, "withdraw", reading.line
            if reading.note is None:
                yield readings_file(id_), id_, "correct", reading.line


# Every edit, each of another fact.
EDITS = sorted([*_of_records(), *_of_targets(), *_of_registers(), *_of_readings()])
_WORD = {
    "title": "title-revised",
    "name": "name-revised",
    "leads": "leads-revised",
    "goal": "goal-revised",
}
_WORD |= {one: f"{one}-revised" for one in ("due", "clause", "baseline", "published")}
_WORD |= {"ahead": "band-revised", "behind": "band-revised"}
_WORD |= {"add": "reading-added", "correct": "reading-corrected", "withdraw": "reading-withdrawn"}
_ADDED = "- {date: 2025-11-30, value: 123456, note: 此行为试}\n"
# What an edit of a record puts in the place of what.
_PATTERNS = {
    "title": (r"title: \{zh: ", r"\g<0>新"),
    "name": (r"name: \{zh: ", r"\g<0>新"),
    "leads": (r"leads: \[", r"\g<0>虚构厅, "),
    "goal": (r"value: ", r"value: 9"),
    "due": (r"due: \{.*\}", r"due: {text: 2024年5月底前, date: 2024-05-31}"),
    "clause": (r"clause: \{ref: ", r"\g<0>新"),
    "baseline": (r"baseline: \{value: ", r"\g<0>1"),
    "published": (r"published: [0-9-]+", r"published: 2021-02-03"),
    "ahead": (r"ahead: 1.05", r"ahead: 1.30"),
    "behind": (r"behind: 0.60", r"behind: 0.90"),
}


def made(edits: Iterable[Edit]) -> dict[str, str]:
    """Answer the texts after some edits, those of the last lines first."""
    texts = dict(TEXTS)
    for file, id_, deed, line in sorted(edits, key=lambda edit: -edit[3]):
        texts[file] = _made(texts[file], id_, deed, line)
    return texts


def _made(text: str, id_: str, deed: str, line: int) -> str:
    lines = text.splitlines(keepends=True)
    if deed == "add":
        return text + _ADDED
    if deed == "withdraw":
        return "".join(lines[: line - 1] + lines[line:])
    if deed == "correct":
        lines[line - 1] = lines[line - 1].replace("}\n", ", note: 另有说明}\n")
        return "".join(lines)
    start = re.search(rf"^(?:- )?(?:\{{)?id: {re.escape(id_)}\b", text, re.MULTILINE)
    assert start is not None
    pattern, new = _PATTERNS[deed]
    return text[: start.start()] + re.sub(pattern, new, text[start.start() :], count=1)


def expected(edits: Iterable[Edit]) -> list[str]:
    """Answer what is to be said of some edits."""
    return sorted(f"{_WORD[deed]} {id_}" for _, id_, deed, _ in edits)


def _slot(edit: Edit) -> tuple[str, str, object]:
    file, id_, deed, line = edit
    return file, id_, line or deed


some_edits = st.lists(st.sampled_from(EDITS), max_size=8, unique_by=_slot)
BASE = load(TEXTS)


@settings(max_examples=40)
@given(some_edits)
def test_every_edit_is_said_once(edits: list[Edit]) -> None:
    """Whatever else was edited, in whichever files."""
    changes = compare(BASE, load(made(edits))).changes

    assert sorted(said(changes)) == expected(edits)


@settings(max_examples=40)
@given(some_edits, some_edits)
def test_either_side_may_be_the_earlier_one(some: list[Edit], others: list[Edit]) -> None:
    """The same facts differ, and the same ratings move the other way."""
    one, other = load(made(some)), load(made(others))

    there, here = review(one, other, DAY), review(other, one, DAY)

    assert in_order(here.comparison.changes) == back(there.comparison.changes)
    assert {(move.id, move.after, move.before) for move in here.moved} == {
        (move.id, move.before, move.after) for move in there.moved
    }


@settings(max_examples=40)
@given(some_edits, st.sampled_from([date(2023, 8, 1), DAY, date(2026, 1, 15)]))
def test_what_moved_is_what_two_assessments_differ_in(edits: list[Edit], day: date) -> None:
    """Though only what the edits can reach is rated, and what nothing touched not twice."""
    after = load(made(edits))

    found = review(BASE, after, day)

    assert {move.id: (move.before, move.after) for move in found.moved} == _differences(
        BASE.draft, after.draft, day
    )


def _differences(before: Plan, after: Plan, day: date) -> dict[str, tuple[Rating, Rating]]:
    """Answer where two plans, each rated as a whole by itself, differ."""
    then, now = assess(before, day).items, assess(after, day).items
    both = {id_: (item.rating, now[id_].rating) for id_, item in then.items()}
    return {id_: pair for id_, pair in both.items() if pair[0] is not pair[1]}


@settings(max_examples=40)
@given(some_edits)
def test_every_fact_has_the_line_that_was_edited(edits: list[Edit]) -> None:
    """On both sides: the lines that differ are the lines that are told."""
    kept = [edit for edit in edits if edit[2] not in {"add", "withdraw"}]
    texts = made(kept)

    changes = compare(BASE, load(texts)).changes

    told = {(place.file, place.line) for one in changes for place in _places(one)}
    assert told == {
        (file, number)
        for file, text in TEXTS.items()
        for number, (was, now) in enumerate(
            zip(text.split("\n"), texts[file].split("\n"), strict=True), 1
        )
        if was != now
    }


def _places(change: Change) -> list[Place]:
    places = [change.place_before, change.place_after]
    assert None not in places
    return [one for one in places if one]


@settings(max_examples=20)
@given(some_edits)
def test_nothing_differs_from_itself_in_whatever_shape(edits: list[Edit]) -> None:
    """Nor does the canonical form of it."""
    texts = made(edits)
    formatted = {
        file: (format_readings if is_readings(file) else format_records)(text)
        for file, text in texts.items()
    }
    after = load(texts)

    assert compare(after, load(texts)).same
    assert compare(after, load(formatted)).changes == ()


@settings(max_examples=20)
@given(some_edits)
def test_a_rating_that_moved_has_a_cause_that_is_among_the_changes(edits: list[Edit]) -> None:
    """Or it moved with a child that moved too; never nothing at all."""
    found = review(BASE, load(made(edits)), DAY)
    ids = {move.id for move in found.moved}

    for move in found.moved:
        assert move.cause.changes or move.cause.children
        assert {*move.cause.children} <= ids
        assert all(
            any(one is other for other in found.comparison.changes) for one in move.cause.changes
        )
