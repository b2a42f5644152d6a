"""`record` reads what it needs, and says what it would say if it read everything."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import pytest

from fjdex.cli import filing
from fjdex.cli.desk import sound_plan
from fjdex.load import load
from fjdex.plan.plan import Plan
from fjdex.plan.records import Target
from fjdex.plan.terms import Kind
from fjdex.store.filing import WHOLE
from fjdex.store.folder import read_folder
from stage import PLANS, Result, Stage

TODAY = "2024-12-01"
ADDED = ("--date=2024-09-29", "--source=bulletin-2024q3", "--yes")
FILE = "readings/drone-routes.yaml"
OTHER = "readings/base-stations.yaml"


def invented() -> Plan:
    """Answer the invented plan."""
    plan = load(read_folder(PLANS["invented"]).texts).plan
    assert plan is not None
    return plan


PLAN = invented()
# One of each sort: with and without readings, parts, an area, children, parents.
RECORDS = list(PLAN.records)
ON_FILE = [
    (id_, reading) for id_, readings in PLAN.readings.items() for reading in list(readings)[-2:]
]


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage.of("invented", tmp_path)


@contextmanager
def reading_all() -> Iterator[None]:
    """Have `record` read the whole folder."""

    def plan(one: filing.Filing) -> Plan:
        return sound_plan(one.desk, read_folder(one.desk.folder()))[0]

    with (
        mock.patch.object(filing.Filing, "_plan", plan),
        mock.patch.object(filing, "About", return_value=WHOLE),
    ):
        yield


def both(folder: Path, *words: str) -> tuple[Result, Result]:
    """Run one command on two copies of the plan, reading what it needs and reading all."""
    alone, whole = (Stage.of("invented", folder / name) for name in ("alone", "whole"))
    told = alone.run(*words, FJDEX_TODAY=TODAY)
    with reading_all():
        wholly = whole.run(*words, FJDEX_TODAY=TODAY)
    assert alone.files() == whole.files()
    return told, wholly


@pytest.mark.parametrize("id_", RECORDS)
def test_the_same_is_said_of_a_reading_that_is_added(id_: str, tmp_path: Path) -> None:
    """Of every record: what is written, what is found, and how its rating moves."""
    record = PLAN.records[id_]
    kind = record.kind if isinstance(record, Target) else Kind.DELIVERABLE
    value = "delivered" if kind is Kind.DELIVERABLE else "19000"
    period = ["--period=2024-01/2024-08"] if kind in {Kind.FLOW, Kind.GROWTH} else []

    told, wholly = both(tmp_path, "record", id_, value, *ADDED, *period)

    assert told == wholly
    assert told.code in {0, 1}


@pytest.mark.parametrize("at", range(len(ON_FILE)))
def test_the_same_is_said_of_a_reading_that_is_taken_out(at: int, tmp_path: Path) -> None:
    """Of the last readings of every record, also where nothing cites their source any more."""
    id_, reading = ON_FILE[at]
    given = {"date": reading.date, "area": reading.area, "part": reading.part}
    options = [f"--{key}={word}" for key, word in given.items() if word]
    options += [f"--source={reading.source}"] if reading.source else []

    told, wholly = both(tmp_path, "record", id_, *options, "--withdraw", "--reason=错")

    assert told == wholly


@pytest.mark.parametrize(
    ("data", "check"),
    [
        (b"- {date: 2024-13-30\n", 1),
        (b"\xff\xfe", 1),
        (b"<<<<<<< ours\n- x\n=======\n- y\n>>>>>>> theirs\n", 1),
        (b"&a [*a, *a]\n", 1),
    ],
)
def test_what_is_wrong_elsewhere_keeps_nobody_from_recording(
    stage: Stage, data: bytes, check: int
) -> None:
    """The readings of another record may be of any kind; `check` tells of them."""
    stage.write_bytes(OTHER, data)
    told = stage.run("record", "drone-routes", "18", *ADDED)

    assert told.code == 0
    assert "value: 18" in stage.text(FILE)
    assert (stage.folder / "data" / OTHER).read_bytes() == data
    assert stage.run("check").code == check


def test_a_file_that_nobody_can_read_keeps_nobody_from_recording(stage: Stage) -> None:
    """Nor does a folder or a link to nothing in a file's place."""
    place = stage.folder / "data" / OTHER
    place.unlink()
    place.mkdir()
    assert stage.run("record", "drone-routes", "18", *ADDED).code == 0

    place.rmdir()
    place.symlink_to("nowhere")
    assert stage.run("record", "drone-routes", "19", "--date=2024-09-28", *ADDED[1:]).code == 0


@pytest.mark.parametrize("id_", ["base-stations", "outcome-06", "task-01"])
def test_what_is_wrong_below_keeps_from_recording(stage: Stage, id_: str) -> None:
    """A record's own readings, and those that it is rated from, have to be understood."""
    stage.write_bytes(OTHER, b"- {date: 2024-13-30\n")
    before = stage.files()
    told = stage.run("record", id_, "delivered" if "-0" in id_ else "9000", *ADDED)

    assert (told.code, told.out) == (2, "")
    assert f"data/{OTHER}:1:" in told.err
    assert stage.files() == before


def test_what_is_wrong_in_a_register_keeps_from_recording(stage: Stage) -> None:
    """Every record rests on them."""
    stage.write("remarks.yaml", "x: [\n")
    told = stage.run("record", "drone-routes", "18", *ADDED)

    assert (told.code, told.out) == (2, "")
    assert "data/remarks.yaml:1:" in told.err


CITING = {
    "- {date: 2024-06-30, value: 1, source: lone}\n": False,
    "- date: 2024-06-30\n  value: 1\n  source: lone\n": False,
    '- {date: 2024-06-30, value: 1, source: "lone"}\n': False,
    "- {date: 2024-06-30, value: 1, source : 'lone'}\n": False,
    '- {"date": "2024-06-30", "value": 1, "source": "lone"}\n': False,
    "- date: 2024-06-30\n  value: 1\n  source:\n    lone\n": False,
    "- {date: 2024-06-30, value: 1, source: lone-2}\n": True,
    "- {date: 2024-06-30, value: 1, note: lone, source: bulletin-2024q2}\n": True,
}


@pytest.mark.parametrize("elsewhere", CITING)
def test_a_source_that_others_cite_is_used(stage: Stage, elsewhere: str) -> None:
    """However they spell it; another source with a longer name is another one."""
    sources = stage.text("sources.yaml")
    more = "".join(
        f"- {{id: {one}, kind: return, published: 2024-10-01}}\n" for one in ("lone", "lone-2")
    )
    stage.write("sources.yaml", sources + more)
    assert stage.run("record", "drone-routes", "18", ADDED[0], "--source=lone", "--yes").code == 0
    stage.write("readings/data-hub.yaml", elsewhere)
    words = ("record", "drone-routes", ADDED[0], "--source=lone", "--withdraw", "--reason=错")
    told = stage.run(*words)

    assert told.code == 0
    assert ("source-unused" in told.err) is CITING[elsewhere]
