"""What changed between two states of a folder: a table of edits, and what each comes to."""

import pytest

from edits import CASES, SHAPES
from fjdex.load import load
from fjdex.plan.findings import Place
from fjdex.review.change import Deed
from fjdex.review.compare import compare
from pairs import TEXTS, Edit, back, compared, edited, in_order, said

_PLAN, _TASKS, _OUTCOMES, _TARGETS = "plan.yaml", "tasks.yaml", "outcomes.yaml", "targets.yaml"
_AGENCIES, _AREAS, _SOURCES = "agencies.yaml", "areas.yaml", "sources.yaml"
_REMARKS, _STATIONS = "remarks.yaml", "readings/stations.yaml"
_LAST = "- {date: 2022-03-31, value: 400, source: news-2}\n"
_TASK = TEXTS[_TASKS][TEXTS[_TASKS].index("- id: task-2") :]
_NEW_TASK = _TASK.replace("task-2", "task-3").replace("任务二", "任务三").replace("two", "three")


@pytest.mark.parametrize(("edit", "expected"), CASES, ids=lambda one: str(one)[:60])
def test_an_edit_is_said_once_and_in_the_plans_terms(edit: Edit, expected: list[str]) -> None:
    """Every fact that an edit changes is one change, and nothing else is said to have changed."""
    assert said(compared(TEXTS, edited(edit)).changes) == expected


@pytest.mark.parametrize("edit", [edit for edit, _ in CASES], ids=lambda one: str(one)[:60])
def test_taking_an_edit_back_is_the_mirror_of_it(edit: Edit) -> None:
    """Whichever side is called the earlier one, the same facts differ, at the same places."""
    there = compared(TEXTS, edited(edit))
    here = compared(edited(edit), TEXTS)

    assert in_order(here.changes) == back(there.changes)


@pytest.mark.parametrize("edit", SHAPES, ids=lambda one: str(one)[:60])
def test_another_shape_is_no_change(edit: Edit) -> None:
    """Order, quotes, comments, defaults: the file is named as written otherwise, no more."""
    comparison = compared(TEXTS, edited(edit))

    assert (comparison.changes, comparison.reshaped) == ((), (edit[0],))


def test_nothing_differs_from_itself() -> None:
    """Neither facts nor shapes."""
    comparison = compared(TEXTS, dict(TEXTS))

    assert (comparison.same, comparison.changes, comparison.reshaped) == (True, (), ())


def test_other_line_ends_are_not_even_another_shape() -> None:
    """A file comes with CRLF from some disks, and with LF from git."""
    text = TEXTS[_TARGETS]

    comparison = compared(TEXTS, {**TEXTS, _TARGETS: text.replace("\n", "\r\n")})

    assert (comparison.changes, comparison.reshaped) == ((), ())


def test_a_change_has_its_place_on_both_sides() -> None:
    """The lines of the fact itself, though the file above it grew."""
    texts = edited((_TARGETS, "value: 730\n", "value: 750\n"))
    texts[_TARGETS] = "# one line more\n" + texts[_TARGETS]

    (change,) = compared(TEXTS, texts).changes

    places = (change.place_before, change.place_after)
    assert [(place.file, place.line) for place in places if place] == [
        (_TARGETS, 11),
        (_TARGETS, 12),
    ]


def test_a_reading_has_the_line_that_it_stands_on() -> None:
    """Where it was added there is no place before."""
    texts = edited((_STATIONS, _LAST, "- {date: 2022-01-31, value: 380, source: news-2}\n" + _LAST))

    (change,) = compared(TEXTS, texts).changes

    assert (change.place_before, change.place_after) == (None, Place(_STATIONS, 3, 1, 3, 1))


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        (
            [
                (_AGENCIES, "id: 甲局", "id: 甲厅"),
                (_TASKS, "[甲局, 乙局]", "[甲厅, 乙局]"),
                (_TARGETS, "[甲局]", "[甲厅]"),
            ],
            ["agency-renamed 甲厅"],
        ),
        (
            [
                (_TASKS, "id: task-1", "id: road"),
                (_OUTCOMES, "[task-1]", "[road]"),
                (_TARGETS, "[task-1]", "[road]"),
            ],
            ["task-renamed road"],
        ),
        (
            [(_SOURCES, "id: news-2", "id: return-2"), (_STATIONS, "news-2", "return-2")],
            ["source-renamed return-2"],
        ),
        (
            [
                (_AREAS, "id: 东市", "id: 东州"),
                (_OUTCOMES, "area: 东市", "area: 东州"),
                (_STATIONS, "area: 东市", "area: 东州"),
            ],
            ["area-renamed 东州"],
        ),
        (
            [
                (_PLAN, "id: outcomes-1", "id: results"),
                (_OUTCOMES, "outcomes-1", "results"),
                (_OUTCOMES, "outcomes-1", "results"),
            ],
            ["section-revised invented"],
        ),
        (
            [(_OUTCOMES, "id: north", "id: main"), ("readings/outcome-2.yaml", "north", "main")],
            ["part-revised outcome-2"],
        ),
        (
            [
                (_TARGETS, "id: stations", "id: masts"),
                (_REMARKS, "id: stations", "id: masts"),
                (_STATIONS, TEXTS[_STATIONS], ""),
                ("readings/masts.yaml", "", TEXTS[_STATIONS]),
            ],
            ["target-renamed masts"],
        ),
        (
            [(_TARGETS, "id: users", "id: accounts"), (_TARGETS, "zh: 用户数", "zh: 账户数")],
            ["target-renamed accounts", "name-revised accounts"],
        ),
        (
            [(_TASKS, "id: task-2", "id: bridge"), (_TASKS, "zh: 架桥", "zh: 架大桥")],
            ["task-renamed bridge", "content-revised bridge"],
        ),
        (
            [(_AGENCIES, "id: 甲局", "id: 甲厅")],
            ["agency-renamed 甲厅"],
        ),
        (
            [(_SOURCES, "id: news-2", "id: return-2")],
            ["source-renamed return-2"],
        ),
        (
            [(_TASKS, _TASK, _NEW_TASK)],
            ["task-added task-3", "task-removed task-2"],
        ),
    ],
)
def test_what_only_follows_another_id_is_no_change(edits: list[Edit], expected: list[str]) -> None:
    """A rename is one change, however many lines name the record; and back again as well.

    Nor is it one of shape in the files that follow.
    """
    there, here = compared(TEXTS, edited(*edits)), compared(edited(*edits), TEXTS)

    assert (said(there.changes), there.reshaped) == (expected, ())
    assert in_order(here.changes) == back(there.changes)


@pytest.mark.parametrize(
    "edit",
    [
        (_STATIONS, "2021-12-31, value: 365", "2021-12-30, value: 365"),
        (_STATIONS, "value: 365, printed: 365个", "value: 366, printed: 366个"),
        (_STATIONS, "value: 400, source: news-2", "value: 401, source: news-1"),
    ],
)
def test_a_reading_is_corrected_though_its_record_lies_elsewhere_now(edit: Edit) -> None:
    """A reading that names no area goes along with its record to another one."""
    elsewhere = (_TARGETS, "  note: 含室内\n", "  note: 含室内\n  area: 西市\n")
    edits = [elsewhere, edit]

    there, here = compared(TEXTS, edited(*edits)), compared(edited(*edits), TEXTS)

    assert said(there.changes) == ["area-added stations", "reading-corrected stations"]
    assert in_order(here.changes) == back(there.changes)


def test_a_reading_stays_where_its_record_moves_and_its_source_is_renamed() -> None:
    """It names no area, and the source by its new id."""
    edits = [
        (_TARGETS, "  note: 含室内\n", "  note: 含室内\n  area: 西市\n"),
        (_SOURCES, "id: news-2", "id: return-2"),
        (_STATIONS, "news-2", "return-2"),
    ]

    there, here = compared(TEXTS, edited(*edits)), compared(edited(*edits), TEXTS)

    assert said(there.changes) == ["area-added stations", "source-renamed return-2"]
    assert in_order(here.changes) == back(there.changes)


def test_everything_is_new_where_nothing_was() -> None:
    """Every record and reading once, and the plan as a whole first."""
    comparison = compared({}, TEXTS)

    assert comparison.whole is Deed.ADDED
    assert (comparison.before, comparison.after) == ((), ())
    assert said(comparison.changes) == [
        "plan-added invented",
        "target-added stations",
        "reading-added stations",
        "reading-added stations",
        "reading-added stations",
        "target-added users",
        "outcome-added outcome-1",
        "outcome-added outcome-2",
        "reading-added outcome-2",
        "task-added task-1",
        "task-added task-2",
        "agency-added 甲局",
        "agency-added 乙局",
        "agency-added 各市",
        "area-added 虚构省",
        "area-added 东市",
        "area-added 西市",
        "source-added plan-a",
        "source-added plan-b",
        "source-added news-1",
        "source-added news-2",
        "remark-added stations",
    ]
    assert compared(TEXTS, {}).whole is Deed.REMOVED


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ((_TARGETS, "value: 730\n", "value: 73o\n"), ["number-malformed"]),
        ((_STATIONS, "value: 400", "value: 4oo"), ["number-malformed"]),
        ((_SOURCES, "kind: return", "kind: letter"), ["term-unknown"]),
        ((_REMARKS, "quarter: 2022Q1", "quarter: soon"), ["period-malformed"]),
        ((_PLAN, "lag: 60", "lag: soon"), ["number-malformed"]),
    ],
)
def test_what_one_side_cannot_read_is_not_gone(fault: Edit, expected: list[str]) -> None:
    """It is told as that side's findings, and what else changed is told all the same."""
    other = (_TASKS, "zh: 修路", "zh: 修大路")

    there = compared(TEXTS, edited(fault, other))
    here = compared(edited(fault, other), TEXTS)

    assert said(there.changes) == said(here.changes) == ["content-revised task-1"]
    assert ([one.code for one in there.after], there.before) == (expected, ())
    assert ([one.code for one in here.before], here.after) == (expected, ())


def test_a_reading_beside_a_fault_is_compared() -> None:
    """Of a file of which one line is not understood the others are told; none is called gone."""
    fault = (_STATIONS, "value: 400", "value: 4oo")
    more = (_STATIONS, "", "- {date: 2022-06-30, value: 500, source: news-2}\n")

    assert said(compared(TEXTS, edited(fault, more)).changes) == ["reading-added stations"]
    assert said(compared(edited(fault, more), TEXTS).changes) == ["reading-withdrawn stations"]


@pytest.mark.parametrize(
    "fault",
    [
        (_AREAS, TEXTS[_AREAS], "areas: [\n"),
        (_AREAS, "en: Invented province}}", "en: Invented province}, parnt: 无}"),
        (_AREAS, "- {id: 虚构省, name: {zh: 虚构省, en: Invented province}}\n", "- {id: 虚构省}\n"),
    ],
)
def test_a_correction_stays_one_where_a_side_cannot_read_its_areas(fault: Edit) -> None:
    """A reading without an area is of the whole, though that side does not know which it is."""
    correction = (_STATIONS, "value: 400", "value: 410")

    there = compared(TEXTS, edited(fault, correction))
    here = compared(edited(fault, correction), TEXTS)

    assert said(there.changes) == said(here.changes) == ["reading-corrected stations"]
    assert there.after
    assert here.before


def test_a_fault_that_was_there_before_is_told_once() -> None:
    """It is of both sides, and stands with the later one."""
    fault = (_STATIONS, "value: 400", "value: 4oo")

    comparison = compared(edited(fault), edited(fault, (_TASKS, "修路", "修大路")))

    assert (comparison.before, [one.code for one in comparison.after]) == ((), ["number-malformed"])


def test_files_that_are_known_to_be_equal_are_not_looked_at() -> None:
    """Whoever knows it from git says so."""
    after = edited((_TASKS, "修路", "修大路"), (_STATIONS, "value: 400", "value: 410"))

    comparison = compare(load(TEXTS), load(after), frozenset({_STATIONS}))

    assert said(comparison.changes) == ["content-revised task-1"]
