"""Which ratings an edit moves, and what is named as the cause: found by trying, never guessed."""

from datetime import date

import pytest

from fjdex.review.ratings import Cause, Moved, moved, moved_by_time
from pairs import Edit, compared, edited, loaded

_DAY = date(2022, 6, 1)
_TARGETS, _STATIONS, _OUTCOMES = "targets.yaml", "readings/stations.yaml", "outcomes.yaml"
_PARTS = "readings/outcome-2.yaml"
_RIVAL = (_STATIONS, "", "- {date: 2022-03-31, value: 460, source: news-1}\n")
_NORTH = (
    _PARTS,
    "date: 2021-11-30, part: north, state: started",
    "date: 2022-05-31, part: north, state: delivered",
)
_SOUTH = "    - {id: south, name: {zh: 南站, en: South}, area: 西市}\n"
_LINK = (_TARGETS, "leads: [乙局]", "outcomes: [outcome-1]\n  leads: [乙局]")
_USERS = ("readings/users.yaml", "", "- {date: 2022-03-31, value: 40, source: news-2}\n")
_TIE = ("sources.yaml", "", "- {id: news-3, kind: return, published: 2022-04-20, title: 丙}\n")
_ALONG = [
    "outcome-1: behind → on-schedule: child stations",
    "task-1: behind → on-schedule: child stations",
]

# What both sides have, what one edits, and which ratings move from what to what, and why.
CASES: dict[str, tuple[list[Edit], list[Edit], list[str]]] = {
    "a reading that counts": (
        [],
        [(_STATIONS, "value: 400", "value: 460")],
        ["stations: behind → on-schedule: reading reading-corrected", *_ALONG],
    ),
    "a new reading": (
        [],
        [(_STATIONS, "", "- {date: 2022-04-30, value: 490, source: news-2}\n")],
        ["stations: behind → on-schedule: reading reading-added", *_ALONG],
    ),
    "of two new readings the one that the rating rests on": (
        [],
        [
            (_STATIONS, "", "- {date: 2022-04-30, value: 490, source: news-2}\n"),
            (_STATIONS, "", "- {date: 2022-05-31, value: 530, source: news-2}\n"),
        ],
        ["stations: behind → on-schedule: reading reading-added", *_ALONG],
    ),
    "a reading that is gone": (
        [],
        [(_STATIONS, "- {date: 2022-03-31, value: 400, source: news-2}\n", "")],
        ["stations: behind → on-schedule: reading reading-withdrawn", *_ALONG],
    ),
    "a reading beside": ([], [(_STATIONS, "value: 200", "value: 900")], []),
    "a goal": (
        [],
        [(_TARGETS, "value: 730\n", "value: 500\n")],
        ["stations: behind → on-schedule: goal goal-revised", *_ALONG],
    ),
    "a goal that is not in force": ([], [(_TARGETS, "value: 700", "value: 100")], []),
    "a planned value": (
        [],
        [(_TARGETS, "value: 365}", "value: 290}")],
        ["stations: behind → on-schedule: path path-revised", *_ALONG],
    ),
    "a baseline": (
        [],
        [
            (
                _TARGETS,
                "baseline: {value: 0, date: 2020-12-31}\n  note",
                "baseline: {value: 350, date: 2020-12-31}\n  note",
            )
        ],
        [
            "stations: behind → far-behind: baseline baseline-revised",
            "outcome-1: behind → far-behind: child stations",
            "task-1: behind → far-behind: child stations",
        ],
    ),
    "a band": (
        [],
        [("plan.yaml", "behind: 0.60", "behind: 0.90")],
        [
            "stations: behind → far-behind: band band-revised",
            "outcome-1: behind → far-behind: child stations",
            "task-1: behind → far-behind: child stations",
        ],
    ),
    "a kind": (
        [],
        [(_TARGETS, "kind: stock", "kind: flow")],
        [
            "stations: behind → no-reading: kind kind-revised",
            "outcome-1: behind → no-reading: child stations",
            "task-1: behind → no-reading: child stations",
        ],
    ),
    "the day of a source": (
        [_RIVAL],
        [("sources.yaml", "published: 2022-01-20", "published: 2022-05-01")],
        ["stations: behind → on-schedule: source published-revised", *_ALONG],
    ),
    "a source that is registered at last": (
        [(_STATIONS, "", "- {date: 2022-03-31, value: 460, source: news-9}\n")],
        [
            (
                "sources.yaml",
                "",
                "- {id: news-9, kind: publication, publisher: 报, published: 2022-05-01}\n",
            )
        ],
        ["stations: behind → on-schedule: source source-added", *_ALONG],
    ),
    "a goal and a reading that need each other": (
        [],
        [(_TARGETS, "value: 730\n", "value: 690\n"), (_STATIONS, "value: 400", "value: 446")],
        ["stations: behind → on-schedule: together reading-corrected goal-revised", *_ALONG],
    ),
    "one of several changes": (
        [],
        [
            (_TARGETS, "note: 含室内", "note: 不含室内"),
            (_TARGETS, "value: 900", "value: 950"),
            (_STATIONS, "value: 400", "value: 460"),
        ],
        ["stations: behind → on-schedule: reading reading-corrected", *_ALONG],
    ),
    "changes that come to nothing together": (
        [],
        [(_TARGETS, "value: 730\n", "value: 900\n"), (_STATIONS, "value: 400", "value: 460")],
        [],
    ),
    "a link": (
        [],
        [(_TARGETS, "  outcomes: [outcome-1]\n", "")],
        ["outcome-1: behind → not-due: outcomes outcomes-removed"],
    ),
    "a due date": (
        [],
        [("tasks.yaml", ", date: 2022-12-31", "")],
        ["task-1: behind → ongoing: due due-revised"],
    ),
    "a part": (
        [_NORTH],
        [(_OUTCOMES, _SOUTH, "")],
        ["outcome-2: not-due → met: part part-removed"],
    ),
    "a state of its own": (
        [],
        [
            (
                "readings/outcome-1.yaml",
                "",
                "- {date: 2022-05-01, state: cancelled, source: news-2}\n",
            )
        ],
        [
            "outcome-1: behind → cancelled: reading reading-added",
            "task-1: behind → cancelled: child outcome-1",
        ],
    ),
    "two children that hold a record back": (
        [_LINK, _USERS],
        [
            (_STATIONS, "value: 400", "value: 460"),
            ("readings/users.yaml", "value: 40", "value: 46"),
        ],
        [
            "stations: behind → on-schedule: reading reading-corrected",
            "users: behind → on-schedule: reading reading-corrected",
            "outcome-1: behind → on-schedule: together stations users",
            "task-1: behind → on-schedule: child outcome-1",
        ],
    ),
    "a child, beside a band that the other children keep up with": (
        [_LINK, (_USERS[0], "", _USERS[2].replace("40", "46"))],
        [
            ("plan.yaml", "on-schedule: 1,", "on-schedule: 1.02,"),
            (_STATIONS, "value: 400", "value: 470"),
            ("readings/users.yaml", "value: 46", "value: 47"),
        ],
        ["stations: behind → on-schedule: reading reading-corrected", *_ALONG],
    ),
    "a child that a band moves, beside one that it does not": (
        [_LINK, _USERS],
        [
            ("plan.yaml", "behind: 0.60", "behind: 0.90"),
            ("readings/users.yaml", "value: 40", "value: 42"),
        ],
        [
            "stations: behind → far-behind: band band-revised",
            "outcome-1: behind → far-behind: child stations",
            "task-1: behind → far-behind: child stations",
        ],
    ),
    "a child that is new and has moved itself": (
        [],
        [
            _LINK,
            ("readings/users.yaml", "", "- {date: 2022-03-31, value: 1, source: news-2}\n"),
            ("plan.yaml", "behind: 0.60", "behind: 0.50"),
        ],
        [
            "users: no-reading → far-behind: reading reading-added",
            "outcome-1: behind → far-behind: together outcomes-added users",
            "task-1: behind → far-behind: child outcome-1",
        ],
    ),
    "a title": ([], [(_TARGETS, "zh: 基站数", "zh: 基站个数")], []),
    "the id of a source that decides between two figures of one day": (
        [_TIE, (_STATIONS, "", "- {date: 2022-03-31, value: 460, source: news-3}\n")],
        [("sources.yaml", "id: news-3", "id: a-3"), (_STATIONS, "news-3", "a-3")],
        ["stations: behind → on-schedule: source source-renamed", *_ALONG],
    ),
    "the id of a source that decides nothing": (
        [_TIE, (_STATIONS, "", "- {date: 2022-03-31, value: 460, source: news-3}\n")],
        [("sources.yaml", "id: news-3", "id: z-3"), (_STATIONS, "news-3", "z-3")],
        [],
    ),
    "another id": ([], [(_TARGETS, "id: users", "id: accounts")], []),
}


def told(moves: tuple[Moved, ...]) -> list[str]:
    """Answer what moved, and why."""
    return [
        f"{one.id}: {one.before and one.before.value} → {one.after and one.after.value}: "
        f"{_told(one.cause)}"
        for one in moves
    ]


def _told(cause: Cause) -> str:
    return " ".join([cause.kind, *(one.code for one in cause.changes), *cause.children])


def moves(before: list[Edit], after: list[Edit], day: date = _DAY) -> tuple[Moved, ...]:
    """Answer what moved between two states of the plan, as of one day."""
    was, now = loaded(*before), loaded(*after)
    comparison = compared(edited(*before), edited(*after))
    return moved(was.draft, now.draft, comparison.changes, comparison.renames, day)


@pytest.mark.parametrize("case", CASES)
def test_a_move_has_its_cause(case: str) -> None:
    """The change that alone brings it about, or the ones that are needed together."""
    both, edits, expected = CASES[case]

    assert told(moves(both, [*both, *edits])) == expected


@pytest.mark.parametrize("case", CASES)
def test_what_moves_moves_back(case: str) -> None:
    """From the other side the same ratings move, the other way."""
    both, edits, _ = CASES[case]

    there = {one.id: (one.before, one.after) for one in moves(both, [*both, *edits])}
    here = {one.id: (one.after, one.before) for one in moves([*both, *edits], both)}

    assert there == here


def test_a_record_that_came_or_went_moves_what_rests_on_it() -> None:
    """It has no rating on the side that lacks it; what it leaves behind names it."""
    text = edited()[_TARGETS]
    stations = text[: text.index("- id: users")]

    gone = moves([], [(_TARGETS, stations, "")])

    assert told(gone) == [
        "outcome-1: behind → not-due: target target-removed",
        "task-1: behind → not-due: child outcome-1",
        "stations: behind → None: target target-removed",
    ]


def test_a_moved_record_is_found_under_its_new_id() -> None:
    """And what rests on it names it by that."""
    edits = [
        (_TARGETS, "id: stations", "id: masts"),
        (_STATIONS, edited()[_STATIONS], ""),
        ("readings/masts.yaml", "", edited()[_STATIONS].replace("value: 400", "value: 460")),
    ]

    found = moves([], edits)

    assert told(found) == [
        "masts: behind → on-schedule: reading reading-corrected",
        "outcome-1: behind → on-schedule: child masts",
        "task-1: behind → on-schedule: child masts",
    ]
    assert found[0].former == "stations"


def test_of_many_readings_the_one_that_counts_is_found() -> None:
    """Though hundreds came at once, and none of the first that are tried is it."""
    beside = "".join(
        f"- {{date: 2022-05-{day:02}, area: 西市, value: {day}, source: news-{one}}}\n"
        for day in range(1, 31)
        for one in (1, 2)
    )
    rise = "- {date: 2022-04-30, value: 490, source: news-2}\n"

    found = moves([], [(_STATIONS, "", rise + beside)])

    assert [one.after for one in found[0].cause.changes] == [
        loaded((_STATIONS, "", rise)).draft.readings["stations"][3]
    ]


def test_time_moves_what_falls_due() -> None:
    """One plan on two days; before it begins nothing is rated."""
    plan = loaded().draft

    assert told(moved_by_time(plan, date(2022, 6, 1), date(2023, 1, 1))) == [
        "stations: behind → unconfirmed: time",
        "outcome-1: behind → unconfirmed: time",
        "outcome-2: not-due → unconfirmed: time",
        "task-1: behind → unconfirmed: time",
    ]
    assert moved_by_time(plan, date(2023, 1, 1), date(2022, 6, 1)) == ()
    assert moved_by_time(plan, date(2019, 1, 1), date(2021, 1, 1)) == ()
