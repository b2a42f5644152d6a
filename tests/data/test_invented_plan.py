"""The invented plan holds one of everything, and its README says truly what each record shows."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from fjdex.assess.areas import plan_of_area
from fjdex.assess.assessment import Assessment, assess
from fjdex.assess.item import Flag, Item
from fjdex.assess.pace import Lean
from fjdex.check.rules import check
from fjdex.load import Loaded, load
from fjdex.plan.findings import Severity
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.terms import (
    AgencyKind,
    Comparability,
    Confidence,
    Interval,
    Kind,
    ListName,
    Operator,
    Qualifier,
    Rating,
    SourceKind,
    State,
    Status,
)
from fjdex.yamlio.lines import read_lines, write_line

FOLDER = Path(__file__).parents[2] / "examples" / "invented"
TEXTS = {
    path.relative_to(FOLDER / "data").as_posix(): path.read_text(encoding="utf-8")
    for path in sorted((FOLDER / "data").rglob("*.yaml"))
}
MAIN_DAY = date(2024, 9, 30)

# Every record's rating on the main day, as the commands show it.
EXPECTED_RATINGS = {
    "fibre-homes": "ahead",
    "ocean-sensors": "on-schedule",
    "base-stations": "behind",
    "unserved-villages": "missed",
    "harbour-uptime": "on-schedule",
    "paper-forms": "far-behind",
    "cloud-share": "undecided",
    "smart-piers": "unconfirmed",
    "chart-errors": "reversing",
    "value-added": "ahead",
    "datacentre-power": "behind",
    "service-growth": "on-schedule",
    "island-firms": "no-reading",
    "tide-app-users": "no-baseline",
    "open-datasets": "met-late",
    "drone-routes": "met",
    "trained-crew": "met-undated",
    "data-hub": "not-due",
    "outcome-01": "met",
    "outcome-02": "met-undated",
    "outcome-03": "met-late",
    "outcome-04": "not-due",
    "outcome-05": "met",
    "outcome-06": "behind",
    "outcome-07": "missed",
    "outcome-08": "cancelled",
    "outcome-09": "ongoing",
    "outcome-10": "no-reading",
    "outcome-11": "unconfirmed",
    "outcome-12": "met-undated",
    "task-01": "missed",
    "task-02": "far-behind",
    "task-03": "ongoing",
    "task-04": "met",
    "task-05": "met-late",
    "task-06": "not-due",
}

Row = tuple[str, str, str, str]


@cache
def loaded() -> Loaded:
    return load(TEXTS)


def plan() -> Plan:
    found = loaded().plan
    assert found is not None
    return found


@cache
def assessed(day: date) -> Assessment:
    return assess(plan(), day)


def main_items() -> tuple[Item, ...]:
    return tuple(assessed(MAIN_DAY).items.values())


def readings() -> tuple[Reading, ...]:
    return tuple(one for series in plan().readings.values() for one in series)


def documented() -> list[Row]:
    """Read the tables of the README: record, day, rating and flags."""
    rows = []
    for line in (FOLDER / "README.md").read_text(encoding="utf-8").split("\n"):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and cells[0] in plan().records:
            rows.append((cells[0], cells[1], cells[2], cells[3]))
    return rows


def computed(record: str, day: str) -> Row:
    item = assessed(date.fromisoformat(day)).items[record]
    return (record, day, item.rating.value, " ".join(item.flags))


def test_the_plan_loads_without_findings() -> None:
    """Loading the folder finds nothing at all."""
    assert loaded().findings == ()


def test_the_only_doubts_are_the_intended_ones() -> None:
    """Checking finds no error; warnings where two sources disagree, and where areas do not sum."""
    found = [(one.severity, one.code, one.place.file, one.place.line) for one in check(loaded())]
    assert found == [
        (Severity.WARNING, "reading-contradicted", "readings/base-stations.yaml", 9),
        (Severity.WARNING, "area-sum", "readings/base-stations.yaml", 17),
        (Severity.WARNING, "reading-contradicted", "readings/tide-app-users.yaml", 6),
    ]


def test_every_file_says_in_both_languages_that_it_is_invented() -> None:
    """The comment on top of every file and the plan's title say so, in Chinese and in English."""
    assert [
        name
        for name, text in TEXTS.items()
        if not re.match(r"# yaml-language-server: .*\n# .*虚构.*\n# .*invented.*\n", text)
    ] == []
    title = plan().header.title
    assert ("虚构" in title.zh, "invented" in title.en) == (True, True)


def test_readings_stand_in_canonical_lines() -> None:
    """Below its comment, every file of readings is what its readings are written as."""
    for name, text in TEXTS.items():
        if name.startswith("readings/"):
            lines = read_lines(text)
            assert lines is not None
            assert text.split("\n")[3:] == [*map(write_line, lines), ""]


def test_the_plan_stays_small() -> None:
    """The numbers of records and readings are those that the README gives."""
    held = plan()
    lists = {name: len(records) for name, records in held.lists.items()}
    assert lists == {ListName.TARGETS: 18, ListName.OUTCOMES: 12, ListName.TASKS: 6}
    assert (len(held.agencies), len(held.areas), len(readings())) == (6, 4, 98)
    days = [one.date for one in readings()]
    assert (min(days), max(days)) == (date(2022, 12, 31), date(2025, 3, 31))


def test_ratings_on_the_main_day() -> None:
    """Every record has on the main day the rating that the documentation shows."""
    assert {item.id: item.rating.value for item in main_items()} == EXPECTED_RATINGS


def test_the_main_day_shows_every_rating() -> None:
    """All sixteen ratings occur on the main day."""
    assert {item.rating for item in main_items()} == set(Rating)


def test_targets_show_every_rating_that_numbers_can_have() -> None:
    """On the main day the targets alone show every rating but ongoing and cancelled."""
    found = {item.rating for item in assessed(MAIN_DAY).of(ListName.TARGETS)}
    assert found == set(Rating) - {Rating.ONGOING, Rating.CANCELLED}


def test_the_main_day_shows_every_flag() -> None:
    """All eight flags occur on the main day."""
    assert {flag for item in main_items() for flag in item.flags} == set(Flag)


def test_the_main_day_shows_every_lean() -> None:
    """True paces lie above, below and on either side of the printed ones on the main day."""
    assert {item.pace.lean for item in main_items() if item.pace} == {None, *Lean}


def test_the_readme_tells_every_record_on_the_main_day() -> None:
    """The README's rows for the main day are the computed ratings and flags, in order."""
    rows = [row for row in documented() if row[1] == MAIN_DAY.isoformat()]
    assert rows == [computed(record, MAIN_DAY.isoformat()) for record in EXPECTED_RATINGS]


@pytest.mark.parametrize("row", documented()[len(EXPECTED_RATINGS) :], ids="-".join)
def test_the_readme_tells_the_truth_about_other_days(row: Row) -> None:
    """A row of the README for another day is the computed rating with its flags."""
    record, day, _, _ = row
    assert row == computed(record, day)


def test_the_readme_tells_of_other_days() -> None:
    """The README has rows for six other days, from the plan's first half-year to its last year."""
    days = sorted({row[1] for row in documented()} - {MAIN_DAY.isoformat()})
    assert days == [
        "2023-06-30",
        "2024-01-31",
        "2024-02-15",
        "2024-04-30",
        "2024-07-31",
        "2025-03-31",
    ]


def documented_areas() -> list[Row]:
    """Read the README's table of areas: area, record, rating and flags."""
    rows = []
    for line in (FOLDER / "README.md").read_text(encoding="utf-8").split("\n"):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and cells[0] in plan().area:
            rows.append((cells[0], cells[1], cells[2], cells[3]))
    return rows


@pytest.mark.parametrize("area", ["子虚市", "亡是市", "无何岛"])
def test_the_readme_tells_all_of_an_area_on_the_main_day(area: str) -> None:
    """The README's rows for an area are what is rated there, all of it and in order."""
    items = assess(plan_of_area(plan(), area), MAIN_DAY).items.values()
    found = [(area, one.id, one.rating.value, " ".join(one.flags)) for one in items]
    assert [row for row in documented_areas() if row[0] == area] == found


def test_the_goals_of_the_areas_split_the_goal_of_the_whole() -> None:
    """The three areas' goals for base stations name the day of the whole's and add up to it."""
    target = next(one for one in plan().targets if one.id == "base-stations")
    whole, *shares = target.goals
    assert whole.area is None
    assert {goal.area: str(goal.value) for goal in shares} == {
        "子虚市": "8000",
        "亡是市": "10300",
        "无何岛": "1700",
    }
    assert {(goal.of, goal.due, goal.path) for goal in shares} == {(whole.decided, whole.due, ())}
    assert sum(goal.value or 0 for goal in shares) == whole.value


def test_states_by_date_are_planned_for_a_target_and_an_outcome() -> None:
    """One deliverable of each list has a path of states."""
    held = plan()
    assert [one.id for one in held.outcomes if one.path] == ["outcome-04"]
    assert [one.id for one in held.targets if any(point.state for point in one.goals[-1].path)] == [
        "data-hub"
    ]


def test_two_sources_dispute_the_users_of_the_tide_application() -> None:
    """The bulletin's figure is taken, as it was published later, and the return's is named."""
    item = assessed(MAIN_DAY).items["tide-app-users"]
    assert item.reading is not None
    assert (item.reading.source, [one.source for one in item.disputing]) == (
        "bulletin-2024q3",
        ["return-2024q3"],
    )


def test_targets_hold_every_kind_operator_and_cadence() -> None:
    """Every kind of target, every operator in a goal and every interval is in use."""
    held = plan()
    goals = [goal for target in held.targets for goal in target.goals]
    cadences = {held.header.every, *(one.every for one in held.targets if one.every)}
    assert {target.kind for target in held.targets} == set(Kind)
    assert {goal.operator for goal in goals} == {None, *Operator}
    assert cadences == set(Interval)


def test_flows_and_shares_have_goals_in_both_directions() -> None:
    """Stocks, flows and shares have goals where more, and goals where less is better."""
    found = {
        (target.kind, goal.operator.rising)
        for target in plan().targets
        for goal in target.goals
        if goal.operator
    }
    both = {(kind, way) for kind in (Kind.STOCK, Kind.FLOW, Kind.RATIO) for way in (True, False)}
    assert found == both | {(Kind.GROWTH, True)}


def test_readings_hold_every_qualifier_comparability_status_and_state() -> None:
    """Every word that a reading may carry is carried by one."""
    held = readings()
    assert {one.qualifier for one in held} == set(Qualifier)
    assert {one.comparability for one in held} == set(Comparability)
    assert {one.status for one in held} == set(Status)
    assert {one.state for one in held} == {None, *State}


def test_agencies_and_sources_hold_every_kind_and_confidence() -> None:
    """Every kind of agency and of source and every confidence is in use."""
    held = plan()
    assert {agency.kind for agency in held.agencies} == set(AgencyKind)
    assert {source.kind for source in held.sources} == set(SourceKind)
    assert {source.confidence for source in held.sources} == set(Confidence)


def test_every_source_and_agency_is_used() -> None:
    """Readings cite a return and an undated source, and every agency leads something."""
    cited = {plan().source[one.source or ""] for one in readings()}
    assert {one.id for one in cited if one.kind is SourceKind.RETURN} == {
        "return-2023",
        "return-2024q3",
    }
    assert {one.id for one in cited if one.published is None} == {"islander-2024"}
    leads = {lead for record in plan().records.values() for lead in record.leads}
    assert leads == set(plan().agency)


def test_readings_hold_every_form_of_period() -> None:
    """Periods of every form occur: a year, a half, a quarter, a month, a running total."""
    forms = {
        re.sub(r"(?<=[HQ])[0-9]", "n", re.sub(r"-[0-9]{2}", "-mm", one.period.text)).replace(
            one.period.text[:4], "yyyy"
        )
        for one in readings()
        if one.period
    }
    assert forms == {"yyyy", "yyyyHn", "yyyyQn", "yyyy-mm", "yyyy-mm/yyyy-mm"}


def test_values_and_days_hold_the_awkward_cases() -> None:
    """There is a reading of 0, one below 0, a day within a stretch, and a goal of 0."""
    values = [one.value for one in readings() if one.value is not None]
    assert sorted(str(one) for one in values if one <= 0) == ["-0.4", "0"]
    assert sorted(one.within.text for one in readings() if one.within) == [
        "2023",
        "2024-02",
        "2024Q1",
    ]
    assert [target.id for target in plan().targets if target.goals[-1].value == 0] == [
        "unserved-villages"
    ]


def test_goals_were_revised_and_added_later() -> None:
    """One goal was tightened, one put off, one set after the plan began; one later plan asks."""
    held = plan()
    assert {
        target.id: [(str(goal.value), goal.due.isoformat()) for goal in goals]
        for target in held.targets
        if len(goals := [goal for goal in target.goals if goal.area is None]) > 1
    } == {
        "fibre-homes": [("100000", "2025-12-31"), ("120000", "2025-12-31")],
        "paper-forms": [("5", "2024-06-30"), ("5", "2025-12-31")],
    }
    assert [
        target.id for target in held.targets if target.goals[0].decided > held.header.start
    ] == ["island-firms"]
    assert [target.id for target in held.targets if target.next] == ["base-stations"]


def test_baselines_are_on_file_derived_and_equal_to_the_goal() -> None:
    """Of the main day's targets some measure from a baseline on file, some from a derived one."""
    items = {item.id: item for item in main_items()}
    derived = [one.id for one in items.values() if one.start and one.start.derived]
    assert derived == ["ocean-sensors", "value-added", "datacentre-power"]
    level = [
        target.id
        for target in plan().targets
        if target.baseline and target.baseline.value == target.goals[-1].value
    ]
    assert level == ["harbour-uptime"]


def test_the_bent_path_decides_a_rating() -> None:
    """On its own path the base stations' pace is behind, on the straight line far behind."""
    item = assessed(MAIN_DAY).items["base-stations"]
    assert item.pace is not None
    assert item.pace.ratio == Fraction(4500, 2000 + Fraction(6000 * 274, 366))
    assert Fraction(4500, 1) / Fraction(16000 * 639, 1096) < Fraction(3, 5) < item.pace.ratio


def test_the_sensors_are_on_schedule_and_behind_the_year() -> None:
    """The sensors' pace is above 1, while of what was due this year they made two fifths."""
    item = assessed(MAIN_DAY).items["ocean-sensors"]
    assert item.pace is not None
    assert item.outlook is not None
    assert item.outlook.year is not None
    assert (item.pace.ratio, item.outlook.year.ratio) == (
        Fraction(36000) / Fraction(60000 * 639, 1096),
        Fraction(2, 5),
    )


@pytest.mark.parametrize(
    ("day", "values", "total"),
    [
        (date(2024, 6, 30), ["7300", "2500", "3600", "1200"], 7300),
        (date(2025, 3, 31), ["14500", "4700", "7600", "1800"], 14100),
    ],
)
def test_all_areas_reported_for_a_day(day: date, values: list[str], total: int) -> None:
    """On one day the areas add up to the archipelago's own figure, on another they do not."""
    held = plan()
    record = held.records["base-stations"]
    reported = {
        held.area_read(record, one): one.value
        for one in held.readings["base-stations"]
        if one.date == day
    }
    areas = ("乌有群岛", "亡是市", "子虚市", "无何岛")
    assert reported == dict(zip(areas, map(Decimal, values), strict=True))
    assert sum(value or 0 for area, value in reported.items() if area != held.whole) == total


def test_outcomes_have_parts_areas_and_targets() -> None:
    """One of four parts is delivered and both of two; one outcome lies in an area, two roll up."""
    items = assessed(MAIN_DAY).of(ListName.OUTCOMES)
    assert {item.id: item.parts for item in items if item.parts} == {
        "outcome-04": (1, 4),
        "outcome-05": (2, 2),
    }
    assert {item.id: item.worst for item in items if item.worst} == {
        "outcome-06": "base-stations",
        "outcome-12": "trained-crew",
    }
    assert {one.id: one.area for one in plan().outcomes if one.area} == {"outcome-07": "无何岛"}
    assert {one.id: one.area for one in plan().targets if one.area} == {"smart-piers": "子虚市"}


def test_tasks_roll_up_or_stand_alone() -> None:
    """Dated tasks are as their worst leaf is, an undated one only counts, one stands alone."""
    assert {item.id: item.worst for item in assessed(MAIN_DAY).of(ListName.TASKS)} == {
        "task-01": "unserved-villages",
        "task-02": "paper-forms",
        "task-03": None,
        "task-04": None,
        "task-05": "open-datasets",
        "task-06": "outcome-04",
    }
    children = assessed(MAIN_DAY).items["task-03"].children
    assert children == {Rating.AHEAD: 1, Rating.ON_SCHEDULE: 1, Rating.BEHIND: 1}


def test_remarks_cover_two_quarters() -> None:
    """Remarks are on file for two quarters, most with who acts and when it was said."""
    remarks = [
        (one.id, one.quarter.text, one.by is not None, one.date is not None)
        for one in plan().remarks
    ]
    assert remarks == [
        ("base-stations", "2024Q2", True, True),
        ("base-stations", "2024Q3", True, True),
        ("unserved-villages", "2024Q3", True, True),
        ("outcome-07", "2024Q3", True, False),
    ]


def test_notes_come_in_both_shapes() -> None:
    """Some notes of readings are given in both languages, one is a string; one needs its quotes."""
    notes = [one.note for one in readings() if one.note]
    assert [note.zh for note in notes if note.zh == note.en] == ["自报数，未经核实"]
    assert [note.en for note in notes if "|" in note.en] == [
        "the heading is printed as “Open public data | charts, tides”"
    ]
