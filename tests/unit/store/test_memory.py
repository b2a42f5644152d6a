"""What one run learns of a data folder is true in the next, or is not said."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Annotated, get_args, get_origin, get_type_hints
from unittest import mock

import pytest

import builders as b
from fjdex.assess.assessment import rate_alone, roll_up
from fjdex.assess.item import Item
from fjdex.load import Known, Loaded, load
from fjdex.plan.codec import Json
from fjdex.plan.records import LISTS, Header
from fjdex.store import memory as module
from fjdex.store.folder import read_folder
from fjdex.store.memory import Memory, Notebook
from stage import PLANS

DAY = date(2022, 6, 30)
CITED = b.lines(
    "date: 2021-06-30, value: 200, source: s", "date: 2022-03-31, value: 500, source: s"
)
BLOCK = "- date: 2021-06-30\n  value: 200\n  source: s\n"
TEXTS = b.folder(
    b.target(b.goal(), key="t") + b.target(b.goal(), key="u"),
    b.outcome("o"),
    sources=b.source("s", "2022-04-30"),
    readings={"t": CITED, "u": BLOCK, "o": b.lines("date: 2021-12-31, state: started, source: s")},
)


def digest(text: str) -> str:
    """Answer what stands for a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def memory(
    cache: Path, texts: Mapping[str, str] = TEXTS, made_by: bytes = b"1", folder: str = "/data"
) -> Memory:
    """Answer the memory of a folder, as a run of its own would have it."""
    digests = {file: digest(text) for file, text in texts.items()}
    return Memory(Notebook(str(cache), made_by, Path(folder)), digests)


def learnt(cache: Path, texts: Mapping[str, str] = TEXTS) -> Loaded:
    """Have a run learn what a folder holds."""
    loaded = load(texts)
    memory(cache, texts).learn(loaded)
    return loaded


def known(cache: Path, texts: Mapping[str, str] = TEXTS) -> Known:
    """Answer what is known of a folder, of which something must be."""
    found = memory(cache, texts).known
    assert found is not None
    return found


def pages(cache: Path) -> dict[str, Path]:
    """Answer the pages in the cache by their titles."""
    return {path.name.partition("-")[2]: path for path in (cache / "folders").iterdir()}


def put(cache: Path, title: str, body: bytes) -> None:
    """Put something on a page, under a seal that is right, whatever it is."""
    pages(cache)[title].write_bytes(hashlib.sha256(body).digest() + body)


def written(cache: Path, title: str) -> Json:
    """Answer what stands on a page."""
    held: Json = json.loads(pages(cache)[title].read_bytes()[32:])
    return held


def items(cache: Path, texts: Mapping[str, str] = TEXTS, day: date = DAY) -> Mapping[str, Item]:
    """Answer what is known of records."""
    return memory(cache, texts).items(day)


def rated(cache: Path, texts: Mapping[str, str] = TEXTS) -> Mapping[str, Item]:
    """Have a run learn what each record comes to."""
    alone = rate_alone(b.plan_of(texts), DAY)
    memory(cache, texts).learn_items(DAY, alone)
    return alone


def test_nothing_is_known_at_first(tmp_path: Path) -> None:
    """Neither of the registers nor of any record."""
    assert (memory(tmp_path).known, items(tmp_path)) == (None, {})


def test_what_was_learnt_is_known(tmp_path: Path) -> None:
    """The registers as they were understood, and which files of readings are canonical."""
    loaded = learnt(tmp_path)
    found = known(tmp_path)
    assert loaded.plan is not None

    assert found.header == loaded.plan.header
    assert found.lists == {
        f"{name}.yaml": getattr(loaded.plan, name)
        for name in ("tasks", "outcomes", "targets", "agencies", "areas", "sources", "remarks")
    }
    assert found.canonical == {"readings/o.yaml", "readings/t.yaml"}


@pytest.mark.parametrize("name", ["fujian", "invented"])
def test_a_whole_plan_is_remembered_sign_for_sign(tmp_path: Path, name: str) -> None:
    """Digits, notes and the numbers of lines, of every record that we ship."""
    snapshot = read_folder(PLANS[name])
    loaded = load(snapshot.texts)
    learnt(tmp_path, snapshot.texts)
    again = load(snapshot.texts, (), known(tmp_path, snapshot.texts))
    assert loaded.plan is not None
    assert again.plan is not None

    assert again.plan == loaded.plan
    assert repr(again.plan.header) == repr(loaded.plan.header)
    assert repr(again.plan.lists) == repr(loaded.plan.lists)
    assert (again.findings, again.sound, again.named) == ((), True, loaded.named)


def leaves(hint: object) -> Iterator[object]:
    """Answer the types that an annotation is made of."""
    inner = [one for one in get_args(hint) if one is not Ellipsis]
    if get_origin(hint) is Annotated:
        inner = inner[:1]
    if not inner:
        yield hint
    for one in inner:
        yield from leaves(one)


def test_whatever_a_record_or_an_item_may_hold_can_be_written() -> None:
    """Types that stand in them, and in these again: none is left out."""
    plain = {str, int, bool, type(None), date, Decimal, Fraction}
    found, left = {Header, *LISTS.values(), Item}, {Header, *LISTS.values(), Item}
    while left:
        of = left.pop()
        hints = get_type_hints(of, include_extras=True).values() if is_dataclass(of) else ()
        new = {one for hint in hints for one in leaves(hint)} - found - plain
        left |= new
        found |= new

    assert found - set(module._TYPES) == set()  # noqa: SLF001 (the table that is meant)


@pytest.mark.parametrize("name", ["fujian", "invented"])
def test_every_item_is_remembered_sign_for_sign(tmp_path: Path, name: str) -> None:
    """And parents come to the same."""
    snapshot = read_folder(PLANS[name])
    plan = b.plan_of(snapshot.texts)
    day = plan.header.end
    alone = rate_alone(plan, day)
    memory(tmp_path, snapshot.texts).learn_items(day, alone)
    again = items(tmp_path, snapshot.texts, day)

    assert repr(dict(again)) == repr(dict(alone))
    assert roll_up(plan, day, rate_alone(plan, day, again)) == roll_up(plan, day, alone)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("sources.yaml", b.source("s", "2022-05-31")),
        ("plan.yaml", b.HEADER.replace("0.60", "0.70")),
        ("areas.yaml", b.AREAS + "- {id: 南市, name: {zh: 南市, en: South}, parent: 虚构省}\n"),
        ("remarks.yaml", "[]\n"),
        ("more.yml", ""),
        ("readings/deep/t.yaml", CITED),
    ],
)
def test_other_registers_are_not_known(tmp_path: Path, file: str, text: str) -> None:
    """Not a single record: a day of publication or a band may decide any rating."""
    learnt(tmp_path)
    rated(tmp_path)
    others = {**TEXTS, file: text}

    assert (memory(tmp_path, others).known, items(tmp_path, others)) == (None, {})


def test_a_name_cannot_pass_for_two_registers(tmp_path: Path) -> None:
    """However it is spelt: a name may hold what parts names."""
    learnt(tmp_path)
    rest = {
        file: text for file, text in TEXTS.items() if file not in {"sources.yaml", "tasks.yaml"}
    }
    for between in ("\n", " "):
        name = f"sources.yaml {digest(TEXTS['sources.yaml'])}{between}tasks.yaml"
        assert memory(tmp_path, {**rest, name: TEXTS["tasks.yaml"]}).known is None


def test_a_register_that_is_gone_is_missed(tmp_path: Path) -> None:
    """What was there is not what is there."""
    learnt(tmp_path)
    rest = {file: text for file, text in TEXTS.items() if file != "tasks.yaml"}

    assert memory(tmp_path, rest).known is None


@pytest.mark.parametrize(("made_by", "folder"), [(b"2", "/data"), (b"1", "/data2"), (b"", "/data")])
def test_what_another_program_or_of_another_folder_is_not_known(
    tmp_path: Path, made_by: bytes, folder: str
) -> None:
    """Each program and each folder has pages of its own."""
    learnt(tmp_path)
    rated(tmp_path)
    other = memory(tmp_path, made_by=made_by, folder=folder)

    assert (other.known, other.items(DAY)) == (None, {})


def test_a_file_of_readings_is_known_by_what_it_holds(tmp_path: Path) -> None:
    """Under whatever name; one that has changed has to be looked at."""
    learnt(tmp_path)
    moved = {**TEXTS, "readings/u.yaml": CITED, "readings/t.yaml": CITED.replace("500", "501")}

    assert known(tmp_path, moved).canonical == {"readings/o.yaml", "readings/u.yaml"}


@pytest.mark.parametrize(
    "texts",
    [
        {**TEXTS, "targets.yaml": TEXTS["targets.yaml"] + "- bad\n"},
        {**TEXTS, "readings/t.yaml": "<<<<<<< ours\n" + CITED},
        {**TEXTS, "readings/t.yaml": CITED.replace("200", "2OO")},
        {**TEXTS, "notes.yaml": "- 1\n"},
        {file: text for file, text in TEXTS.items() if file != "plan.yaml"},
    ],
)
def test_of_what_is_not_right_nothing_is_learnt(tmp_path: Path, texts: dict[str, str]) -> None:
    """A warning is enough: it would have to be told again."""
    assert learnt(tmp_path, texts).findings != ()

    assert (memory(tmp_path, texts).known, list(tmp_path.iterdir())) == (None, [])


def test_who_reads_some_files_forgets_no_others(tmp_path: Path) -> None:
    """`record` reads the readings of one record."""
    learnt(tmp_path)
    alone = {file: text for file, text in TEXTS.items() if "readings" not in file}
    learnt(tmp_path, alone)
    changed = {"readings/t.yaml": CITED.replace("500", "501")}
    learnt(tmp_path, {**alone, **changed})

    assert known(tmp_path, {**TEXTS, **changed}).canonical == {"readings/o.yaml", "readings/t.yaml"}


def test_what_is_known_of_files_has_a_bound(tmp_path: Path) -> None:
    """Beyond it only the files that are there are known."""
    learnt(tmp_path)
    changed = {**TEXTS, "readings/t.yaml": CITED.replace("500", "501")}
    with mock.patch.object(module, "_MOST_FILES", 2):
        learnt(tmp_path, changed)

    assert known(tmp_path, changed).canonical == {"readings/o.yaml", "readings/t.yaml"}
    assert known(tmp_path).canonical == {"readings/o.yaml"}


def test_what_is_known_is_not_written_again(tmp_path: Path) -> None:
    """A run that learns nothing leaves every page alone."""
    learnt(tmp_path)
    before = {title: path.stat().st_mtime_ns for title, path in pages(tmp_path).items()}
    with mock.patch.object(Notebook, "write", side_effect=AssertionError):
        learnt(tmp_path)

    assert {title: path.stat().st_mtime_ns for title, path in pages(tmp_path).items()} == before


def test_items_are_of_their_day(tmp_path: Path) -> None:
    """The last day that was asked about is the one that is kept."""
    alone = rated(tmp_path)

    assert items(tmp_path) == alone
    assert items(tmp_path, day=date(2022, 7, 1)) == {}


def test_items_are_of_their_readings(tmp_path: Path) -> None:
    """A record whose readings are others, or are gone, or have come, is rated again."""
    rated(tmp_path)
    others = {file: text for file, text in TEXTS.items() if file != "readings/o.yaml"}
    others["readings/t.yaml"] = CITED.replace("500", "501")
    come = {**TEXTS, "readings/new.yaml": CITED}

    assert set(items(tmp_path, others)) == {"u"}
    assert set(items(tmp_path, come)) == {"t", "u", "o"}


DEEP = b"[" * 100_000 + b"]" * 100_000
WILD = [
    b"", b"{}", b"null", b"0", b'"a"', b"[]", b"[[]]", b"[1, 2]", b"\xff", b"{", DEEP,
    b"[NaN, 1e999]",
    b'[["a"], ["b"]]', b'[{"a": {}}, {"__class__": "os"}]', b'["a", ["b", "c"]]',
    b"[[[[]]]]", b"[[null, null], [[null, null]]]",
]  # fmt: skip


@pytest.mark.parametrize("body", WILD)
def test_what_nobody_wrote_is_not_known(tmp_path: Path, body: bytes) -> None:
    """Under a seal that is right too: it is as if the page were not there."""
    learnt(tmp_path)
    rated(tmp_path)
    for title in ("registers", "items", "canonical"):
        put(tmp_path, title, body)
    assert (memory(tmp_path).known, items(tmp_path)) == (None, {})

    loaded = learnt(tmp_path)
    again = load(TEXTS, (), known(tmp_path))
    assert again.plan == loaded.plan
    assert known(tmp_path).canonical == {"readings/o.yaml", "readings/t.yaml"}


HELD: list[Json] = [
    None, "a", [], [0], [0, "a"], [0, *"abcdefgh"], [0, "a", [0], [0]], [99, 1], [4, "a", "b"],
]  # fmt: skip


@pytest.mark.parametrize("held", HELD)
def test_a_page_of_the_right_folder_with_the_wrong_things(tmp_path: Path, held: Json) -> None:
    """Registers are a header and lists of their own records; items are items."""
    learnt(tmp_path)
    rated(tmp_path)
    registers, by_day = written(tmp_path, "registers"), written(tmp_path, "items")
    assert isinstance(registers, list)
    assert isinstance(by_day, list)
    assert isinstance(by_day[1], list)
    whose = [one[0] for one in by_day[1] if isinstance(one, list)]
    put(tmp_path, "registers", json.dumps([registers[0], held]).encode())
    put(tmp_path, "items", json.dumps([by_day[0], [[one, held] for one in whose]]).encode())

    assert (memory(tmp_path).known, items(tmp_path)) == (None, {})


def test_registers_in_the_wrong_order(tmp_path: Path) -> None:
    """Tasks are no targets, though both are records."""
    learnt(tmp_path)
    registers = written(tmp_path, "registers")
    assert isinstance(registers, list)
    assert isinstance(registers[1], list)
    tag, header, tasks, outcomes, *rest = registers[1]
    turned: Json = [tag, header, outcomes, tasks, *rest]
    put(tmp_path, "registers", json.dumps([registers[0], turned]).encode())

    assert memory(tmp_path).known is None


def test_a_cache_that_cannot_be_written(tmp_path: Path) -> None:
    """What was learnt is known in the same run, and lost after it."""
    (tmp_path / "folders").write_bytes(b"")
    one = memory(tmp_path)
    one.learn(load(TEXTS))

    assert one.known is not None
    assert memory(tmp_path).known is None
