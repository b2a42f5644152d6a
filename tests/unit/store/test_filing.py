"""A change is filed under the lock, on what the disk holds, proved and judged before it is kept."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import builders as b
from fjdex.plan.failures import Failure
from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.store.filing import Change, file_batch, file_change
from fjdex.yamlio.splice import insert_reading, remove_item
from unit.check.faults import SOUND, lay_down, sound_with

FILE = "readings/t.yaml"
OLD = SOUND[FILE]
READING = Reading(date=date(2021, 9, 30), value=Decimal(2), source="s")
LINE = "- {date: 2021-09-30, value: 2, source: s}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Answer the sound folder, on disk."""
    data = tmp_path / "data"
    lay_down(data, sound_with(), {})
    return data


def tree(folder: Path) -> dict[str, bytes]:
    """Answer every file of a folder, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def put(reading: Reading) -> Callable[[Plan, str], str]:
    """Answer the splice that puts a reading in."""
    return lambda _, text: insert_reading(text, reading)


def one_more(old: Plan, new: Plan) -> bool:
    """Whether there is one reading more and all else as before."""
    before, after = old.readings.get("t", ()), new.readings.get("t", ())
    same = (old.header, old.lists, old.sources) == (new.header, new.lists, new.sources)
    return same and len(after) == len(before) + 1 and set(before) <= set(after)


def add(folder: Path, reading: Reading = READING, *, write: bool = True) -> Change:
    """File one reading of `t`."""
    return file_change(folder, FILE, put(reading), one_more, write=write)


def failure(action: Callable[[], object]) -> tuple[str, dict[str, str], int]:
    """Answer code, arguments and exit code of the failure that an action raises."""
    with pytest.raises(Failure) as caught:
        action()
    return caught.value.code, dict(caught.value.arguments), caught.value.exit_code


def test_a_change_is_written(folder: Path) -> None:
    """One file differs, by the line that was meant; the answer says what it was and is."""
    before = tree(folder)
    change = add(folder)
    assert tree(folder) == before | {FILE: (OLD + LINE).encode()}
    assert (change.file, change.before, change.after, change.findings) == (
        FILE,
        OLD,
        OLD + LINE,
        (),
    )
    assert change.loaded.plan is not None
    assert [one.line for one in change.loaded.plan.readings["t"]] == [1, 2]


def test_without_writing_nothing_is_written(folder: Path) -> None:
    """The answer is the same."""
    before = tree(folder)
    change = add(folder, write=False)
    assert (tree(folder), change.after) == (before, OLD + LINE)
    written = add(folder)
    assert (written.before, written.after, written.findings) == (
        change.before,
        change.after,
        change.findings,
    )


def test_a_file_that_is_not_there_yet(folder: Path) -> None:
    """It is made, with its folder."""
    (folder / FILE).unlink()
    (folder / FILE).parent.rmdir()
    assert add(folder).before == ""
    assert (folder / FILE).read_bytes() == LINE.encode()


@pytest.mark.parametrize(
    "before",
    [
        OLD,
        f"\ufeff{OLD}",
        OLD.replace("\n", "\r\n"),
        f"\ufeff# 注\r\n{OLD}".replace("\n", "\r\n").replace("\r\r", "\r"),
        OLD.rstrip("\n"),
        f"\ufeff{OLD}".rstrip("\n"),
        "---\n# 注\n  - date: 2021-06-30 # 日\n    value: 1\n    source: s\n\n# 尾\n\n",
    ],
)
def test_filed_and_taken_out_again(folder: Path, before: str) -> None:
    """Every byte is as it was: byte order mark, line ends, the last line, comments."""
    (folder / FILE).write_bytes(before.encode())
    change = add(folder)
    assert change.after != change.before
    file_change(folder, FILE, lambda _, text: remove_item(text, 1), lambda *_: True, write=True)
    assert (folder / FILE).read_bytes() == before.encode()


def test_a_file_that_is_left_empty_is_removed(folder: Path) -> None:
    """Readings that are all withdrawn leave no file behind."""
    file_change(folder, FILE, lambda *_: "", lambda *_: True, write=True)
    assert FILE not in tree(folder)


def test_no_change_writes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even the same bytes again."""
    monkeypatch.setattr("fjdex.store.filing.write_file", None)
    change = file_change(folder, FILE, lambda _, text: text, lambda *_: True, write=True)
    assert (change.before, change.after) == (OLD, OLD)


@pytest.mark.parametrize(
    ("reading", "codes"),
    [
        (Reading(date=date(2021, 6, 30), value=Decimal(1), source="s"), ["reading-duplicated"]),
        (Reading(date=date(2021, 9, 30), value=Decimal(1)), ["source-missing"]),
        (Reading(date=date(2021, 9, 30), value=Decimal(1), source="s9"), ["source-unknown"]),
    ],
)
def test_an_error_that_a_change_brings_keeps_it_out(
    folder: Path, reading: Reading, codes: list[str]
) -> None:
    """What check would call an error is answered, and nothing is written."""
    before = tree(folder)
    change = add(folder, reading)
    assert ([one.code for one in change.errors], tree(folder)) == (codes, before)
    assert change.findings == change.errors


def test_a_warning_that_a_change_brings_does_not(folder: Path) -> None:
    """It is written, and the warning answered."""
    lay_down(folder, {"sources.yaml": b.source("s") + b.source("s2")}, {})
    change = add(folder, Reading(date=date(2021, 6, 30), value=Decimal(7), source="s2"))
    assert ([one.code for one in change.findings], change.errors) == (["reading-contradicted"], ())
    assert (folder / FILE).read_text("utf-8") == change.after


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (FILE, "- {date: 2021-06-30, value: 1}\n"),
        (FILE, f"- {{date: 2021-05-31, value: 1, source: s9}}\n{OLD}"),
        (FILE, "- {date: 2021-06-30, value: 1, source: s}\n- {date: 2021-05-31, value: 1}\n"),
        ("readings/u.yaml", "- {date: 2021-06-30, value: 1, source: s}\n"),
        ("tasks.yaml", b.task("k") * 2),
    ],
)
def test_what_was_wrong_before_is_not_blamed_on_a_change(
    folder: Path, file: str, text: str
) -> None:
    """Faults that were there, wherever they stand now, keep nobody from recording."""
    lay_down(folder, {file: text}, {})
    before = (folder / FILE).read_text("utf-8")
    change = add(folder)
    assert (change.findings, (folder / FILE).read_text("utf-8")) == ((), before + LINE)


def test_the_same_fault_once_more_is_a_new_one(folder: Path) -> None:
    """A reading without a source does not excuse the next."""
    lay_down(folder, {FILE: "- {date: 2021-06-30, value: 1}\n"}, {})
    change = add(folder, Reading(date=date(2021, 9, 30), value=Decimal(1)))
    assert [one.code for one in change.errors] == ["source-missing"]


@pytest.mark.parametrize("text", ["a: 1\n", "- {\n"])
def test_a_shape_that_takes_no_line(folder: Path, text: str) -> None:
    """The failure names the file, and it stays as it was."""
    lay_down(folder, {FILE: text}, {})
    before = tree(folder)
    told = ("file-unsplicable", {"path": str(folder / FILE)}, 2)
    assert (failure(lambda: add(folder)), tree(folder)) == (told, before)


def test_a_change_that_proves_to_be_another_is_not_written(folder: Path) -> None:
    """What is read back must be the old plan and the one change."""
    before = tree(folder)

    def clumsy(_: Plan, text: str) -> str:
        return insert_reading(text, READING).replace("value: 1", "value: 7")

    told = failure(lambda: file_change(folder, FILE, clumsy, one_more, write=True))
    assert (told[0], tree(folder)) == ("file-unsplicable", before)


def test_a_change_that_takes_the_header_away_is_not_written(folder: Path) -> None:
    """Whatever the proof would say."""
    before = tree(folder)
    told = failure(
        lambda: file_change(folder, "plan.yaml", lambda *_: "x\n", lambda *_: True, write=True)
    )
    assert (told[0], tree(folder)) == ("file-unsplicable", before)


def test_what_somebody_else_writes_meanwhile_is_not_lost(folder: Path) -> None:
    """An editor knows no lock: its text stays, and ours is not written."""

    def meddled(_: Plan, text: str) -> str:
        (folder / FILE).write_bytes(b"# mine\n")
        return insert_reading(text, READING)

    told = failure(lambda: file_change(folder, FILE, meddled, one_more, write=True))
    assert (told[0], tree(folder)[FILE]) == ("file-changed", b"# mine\n")


def test_a_file_that_cannot_be_read_is_not_written(folder: Path) -> None:
    """GBK, or a folder of that name."""
    (folder / FILE).write_bytes("# 说明\n".encode("gb18030"))
    before = tree(folder)
    assert (failure(lambda: add(folder))[0], tree(folder)) == ("data-unsound", before)
    (folder / FILE).unlink()
    (folder / FILE).mkdir()
    assert failure(lambda: add(folder))[0] == "data-unsound"


def test_a_folder_without_a_plan(folder: Path) -> None:
    """There is nothing that a reading could be of."""
    (folder / "plan.yaml").unlink()
    before = tree(folder)
    assert (failure(lambda: add(folder))[0], tree(folder)) == ("data-unsound", before)


@pytest.mark.parametrize(("name", "why"), [("nowhere", "missing"), ("file", "not-folder")])
def test_a_folder_that_is_none(tmp_path: Path, name: str, why: str) -> None:
    """Missing, or a file: the failure says which."""
    (tmp_path / "file").touch()
    folder = tmp_path / name
    told = ("folder-unreadable", {"path": str(folder), "why": why}, 2)
    assert failure(lambda: add(folder)) == told


def test_what_a_killed_process_left_anywhere_is_cleared(folder: Path) -> None:
    """A write into one folder clears the others too; one that is not made clears nothing."""
    left = ["readings/.1.fjdex-new", ".2.fjdex-new"]
    for name in left:
        (folder / name).touch()
    before = tree(folder)
    add(folder, write=False)
    assert tree(folder) == before
    text = (folder / "sources.yaml").read_text("utf-8")
    file_change(
        folder, "sources.yaml", lambda *_: text + b.source("s2"), lambda *_: True, write=True
    )
    assert set(before) - set(tree(folder)) == set(left)


def outward(folder: Path, link: str) -> Path:
    """Put a link in the place of something of the folder, which goes beside it."""
    away = folder.parent / "away"
    away.mkdir()
    (folder / link).rename(away / "it")
    (folder / link).symlink_to(away / "it")
    return away / "it"


@pytest.mark.parametrize("link", [FILE, "readings"])
@pytest.mark.parametrize("write", [True, False])
def test_a_link_that_leads_out_of_the_folder_is_not_followed(
    folder: Path, link: str, *, write: bool
) -> None:
    """The file or its folder: the failure names both ends, and a dry run says the same."""
    away = outward(folder, link)
    before = tree(folder.parent)
    target = away / "t.yaml" if link == "readings" else away
    told = {"path": str(folder / FILE), "target": str(target.resolve())}
    assert failure(lambda: add(folder, write=write)) == ("link-leads-out", told, 2)
    assert (tree(folder.parent), (folder / link).is_symlink()) == (before, True)


def test_a_new_file_behind_a_link_that_leads_out(folder: Path) -> None:
    """Nothing is made there either."""
    outward(folder, "readings")
    (folder / FILE).unlink()
    before = tree(folder.parent)
    assert failure(lambda: add(folder))[0] == "link-leads-out"
    assert tree(folder.parent) == before


def test_a_link_that_stays_inside_is_followed_and_stays(folder: Path) -> None:
    """To a file, which also stays when the last reading goes; its bytes are what they were."""
    (folder / ".kept").mkdir()
    (folder / FILE).rename(folder / ".kept" / "t.yaml")
    (folder / FILE).symlink_to("../.kept/t.yaml")
    add(folder)
    assert ((folder / FILE).is_symlink(), (folder / ".kept" / "t.yaml").read_text("utf-8")) == (
        True,
        OLD + LINE,
    )
    file_change(folder, FILE, lambda *_: "", lambda *_: True, write=True)
    assert ((folder / FILE).is_symlink(), (folder / FILE).read_bytes()) == (True, b"")
    assert add(folder).findings == ()
    assert tree(folder)[".kept/t.yaml"] == LINE.encode()


def test_a_folder_of_readings_that_is_a_link_inside(folder: Path) -> None:
    """It is followed, and what is not there yet is made behind it."""
    (folder / "readings").rename(folder / ".kept")
    (folder / "readings").symlink_to(".kept")
    (folder / FILE).unlink()
    add(folder)
    assert ((folder / "readings").is_symlink(), tree(folder)[".kept/t.yaml"]) == (
        True,
        LINE.encode(),
    )


def test_a_data_folder_that_is_a_link(folder: Path) -> None:
    """It is the same folder by another name, with the same lock."""
    link = folder.with_name("link")
    link.symlink_to(folder)
    add(link)
    assert tree(folder)[FILE] == (OLD + LINE).encode()


@pytest.mark.parametrize("named", [FILE, "readings/u.yaml"])
def test_two_names_of_one_file(folder: Path, named: str) -> None:
    """A change through either that would be one of two records is not made."""
    lay_down(folder, {"targets.yaml": SOUND["targets.yaml"] + b.target(b.goal(), key="u")}, {})
    (folder / "readings" / "u.yaml").symlink_to("t.yaml")
    before = tree(folder)
    other = {FILE: "readings/u.yaml", "readings/u.yaml": FILE}[named]

    def one(old: Plan, new: Plan) -> bool:
        changed = named.removeprefix("readings/").removesuffix(".yaml")
        return all(new.readings[key] == old.readings[key] for key in {"t", "u"} - {changed})

    told = failure(lambda: file_change(folder, named, put(READING), one, write=True))
    assert told == ("file-shared", {"path": str(folder / named), "other": other}, 2)
    assert tree(folder) == before


def test_a_broken_link_is_not_written_through(folder: Path) -> None:
    """It is told as a file that cannot be read, and nothing is made where it leads."""
    (folder / FILE).unlink()
    (folder / FILE).symlink_to("nowhere.yaml")
    before = tree(folder)
    assert (failure(lambda: add(folder))[0], tree(folder)) == ("data-unsound", before)


OTHER = "- {id: more, kind: return}\n"


def test_several_files_change_at_once(folder: Path) -> None:
    """A reading and the source that it cites, which is on no file before."""
    reading = Reading(date=date(2021, 9, 30), value=Decimal(2), source="more")
    sources = (folder / "sources.yaml").read_text("utf-8")
    splices = {
        "sources.yaml": lambda _, text: text + OTHER,
        FILE: put(reading),
        "readings/u.yaml": lambda _, text: text,
    }

    batch = file_batch(
        folder, lambda _: splices, lambda _, new: bool(new.source["more"]), write=True
    )

    assert batch.errors == ()
    assert list(batch.files) == ["sources.yaml", FILE]
    assert (folder / "sources.yaml").read_text("utf-8") == sources + OTHER
    assert "source: more" in (folder / FILE).read_text("utf-8")


def test_of_several_files_none_is_written_where_one_breaks_a_rule(folder: Path) -> None:
    """What would be wrong is told."""
    before = tree(folder)
    reading = Reading(date=date(2021, 9, 30), value=Decimal(2), source="nowhere")
    splices = {"sources.yaml": lambda _, text: text + OTHER, FILE: put(reading)}

    batch = file_batch(folder, lambda _: splices, lambda *_: True, write=True)

    assert ([one.code for one in batch.errors], tree(folder)) == (["source-unknown"], before)


def test_what_changes_nothing_is_not_judged(folder: Path) -> None:
    """Nor written."""
    before = tree(folder)

    batch = file_batch(folder, lambda _: {FILE: lambda _, text: text}, lambda *_: False, write=True)

    assert (dict(batch.files), batch.findings, tree(folder)) == ({}, (), before)


def test_a_batch_that_is_not_what_was_meant_is_not_written(folder: Path) -> None:
    """The proof decides."""
    before = tree(folder)

    told = failure(
        lambda: file_batch(folder, lambda _: {FILE: put(READING)}, lambda *_: False, write=True)
    )

    assert (told[0], tree(folder)) == ("file-unsplicable", before)
