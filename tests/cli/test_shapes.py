"""In every shape that people write, a command changes the line that it means and no other byte."""

from pathlib import Path

import pytest

from fjdex.yamlio.brackets import Unsplicable
from fjdex.yamlio.splice import remove_item
from readers import comments_of, items_of, typed
from shapes import (
    FAULTY,
    OTHER_SHAPES,
    READINGS_FILE,
    READINGS_SHAPES,
    SOUND_SHAPES,
    SOURCES_SHAPES,
    Shape,
    texts_with,
)
from stage import Stage

NAME = f"data/{READINGS_FILE}"
REGISTER = "data/sources.yaml"
EARLIEST, BETWEEN, LATEST = "2021-02-28", "2021-07-31", "2021-12-31"
UNSPLICABLE = "has a shape into which no line can be put safely. Run fjdex fmt first\n"

# What stays as it is when a reading is recorded, by the days on which that is so. Between the items
# of a list in brackets stands a comment, and nothing says to which of them it belongs.
NOT_RECORDED = {
    "comment inside flow list": {EARLIEST, BETWEEN, LATEST},
    "list in brackets, comments": {EARLIEST, BETWEEN, LATEST},
    "list in brackets, no space before a comment": {EARLIEST, BETWEEN, LATEST},
    "list in brackets, a comment beside the only one": {BETWEEN, LATEST},
    # A word for nothing is no list.
    "null": {EARLIEST, BETWEEN, LATEST},
    "null word": {EARLIEST, BETWEEN, LATEST},
}
# The readings are out of order already, and a third between them would add to that.
OUT_OF_ORDER = {"out of order", "out of order, commented", "out of order, in brackets"}
# Within the reading that is corrected stands a comment, which would have no place any more.
NOT_CORRECTED = {
    ("comment inside flow seq", "2021-03-31"),
    ("comments between keys", "2021-03-31"),
    ("tabs after values", "2021-03-31"),
    ("flow map over several lines, comments", "2021-03-31"),
    ("flow map, no space before comments", "2021-03-31"),
    ("folded > with a comment in the header", "2021-06-30"),
    ("block words with comments", "2021-06-30"),
}
# A record of several lines does not go between brackets.
NOT_ADDED = {
    "list in brackets",
    "list in brackets over several lines",
    "list in brackets, empty, over lines",
    "json",
    "empty flow with a comment",
}


def staged(texts: dict[str, str], folder: Path) -> Stage:
    """Lay a folder down, and stand before it."""
    stage = Stage(folder)
    for file, text in texts.items():
        stage.write(file, text)
    return stage


def others(files: dict[str, bytes], name: str) -> dict[str, bytes]:
    """Answer the files but for one."""
    return {one: data for one, data in files.items() if one != name}


def is_longer_by_one_stretch(old: bytes, new: bytes) -> bool:
    """Whether a text is another with one stretch put in."""
    at = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(old))
    return new.startswith(old[:at]) and new.endswith(old[at:]) and len(new) > len(old)


def recorded(stage: Stage, day: str, *more: str) -> tuple[int, str]:
    """Record 5 for a day; answer the exit code and what was said last."""
    result = stage.run("record", "t", "5", f"--date={day}", "--source=s", "--yes", *more)
    return result.code, result.err


@pytest.mark.parametrize("day", [EARLIEST, BETWEEN, LATEST])
@pytest.mark.parametrize("shape", READINGS_SHAPES, ids=str)
def test_a_reading_goes_in_and_comes_out(shape: Shape, day: str, tmp_path: Path) -> None:
    """A reading is one stretch more in its file, at its day; withdrawn, every byte is as it was."""
    stage = staged(shape.texts, tmp_path)
    before = stage.files()

    code, said = recorded(stage, day)
    after = stage.files()

    if code:
        rule = (1, True) if shape.name in OUT_OF_ORDER and day == BETWEEN else (2, False)
        refused = day in NOT_RECORDED.get(shape.name, ()) or rule[1]
        assert (code, refused, after) == (rule[0], True, before), said
        return
    old = items_of(shape.text)
    at = max((i + 1 for i, one in enumerate(old) if str(one["date"]) <= day), default=0)
    new = {"date": day, "value": "5", "source": "s"}
    assert items_of(after[NAME].decode()) == [*old[:at], new, *old[at:]]
    assert is_longer_by_one_stretch(before[NAME], after[NAME])
    assert others(after, NAME) == others(before, NAME)
    taken = stage.run("record", "t", "--withdraw", "--reason=x", f"--date={day}", "--source=s")
    # A file that was empty is none again.
    left = before if before[NAME] else others(before, NAME)
    assert (taken.code, stage.files()) == (0, left)


@pytest.mark.parametrize("name", NOT_RECORDED)
def test_what_cannot_take_a_line_says_so(name: str, tmp_path: Path) -> None:
    """Where nothing can go in safely, that is said with what to do, and nothing is written."""
    shape = next(one for one in READINGS_SHAPES if one.name == name)
    stage = staged(shape.texts, tmp_path)
    before = stage.files()

    said = [recorded(stage, day) for day in sorted(NOT_RECORDED[name])]

    sentence = f"error: /here/{NAME} {UNSPLICABLE}"
    assert said == [(2, sentence)] * len(said)
    assert stage.files() == before


@pytest.mark.parametrize("shape", READINGS_SHAPES, ids=str)
def test_a_reading_is_corrected(shape: Shape, tmp_path: Path) -> None:
    """Only the stretch of the reading is another; comments beside it and elsewhere stay."""
    old = items_of(shape.text)
    for at, one in enumerate(old):
        if "measure" in one:
            continue
        stage = staged(shape.texts, tmp_path / str(at))
        before = stage.files()
        day, source = one["date"], one["source"]

        result = stage.run(
            "record", "t", "7", f"--date={day}", f"--source={source}", "--yes", "--correct",
            "--reason=x",
        )  # fmt: skip
        after = stage.files()

        if result.code:
            refused = (shape.name, day) in NOT_CORRECTED
            assert (result.code, refused, after) == (2, True, before), result.err
            continue
        text, flow = after[NAME].decode(), f"{{date: {day}, value: 7, source: {source}}}"
        head, tail = text.split(flow)
        new = {"date": day, "value": "7", "source": source}
        assert items_of(text) == [*old[:at], new, *old[at + 1 :]]
        assert shape.text.startswith(head)
        assert shape.text.endswith(tail)
        assert comments_of(text) == comments_of(shape.text)
        assert others(after, NAME) == others(before, NAME)


@pytest.mark.parametrize("shape", READINGS_SHAPES, ids=str)
def test_any_reading_comes_out(shape: Shape) -> None:
    """What is left are the other readings, in a text of which only one stretch is gone."""
    text, old = shape.text.removeprefix("\ufeff"), items_of(shape.text)
    for at in range(len(old)):
        try:
            rest = remove_item(text, at)
        except Unsplicable:
            assert shape.name in NOT_RECORDED
            continue
        assert items_of(rest) == [*old[:at], *old[at + 1 :]]
        assert not rest or is_longer_by_one_stretch(rest.encode(), text.encode())


@pytest.mark.parametrize("shape", SOURCES_SHAPES, ids=str)
def test_a_source_is_added(shape: Shape, tmp_path: Path) -> None:
    """A source is one stretch more at the end of the register; or it is refused."""
    stage = staged(shape.texts, tmp_path)
    before = stage.files()

    result = stage.run("source", "add", "neu", "--published=2022-01-01", "--note=12:30")
    after = stage.files()

    if result.code:
        assert (result.code, shape.name in NOT_ADDED, after) == (2, True, before), result.err
        return
    new = {"id": "neu", "kind": "publication", "published": "2022-01-01", "note": "12:30"}
    text = after[REGISTER].decode()
    # The brackets of an empty list are what the list is put in place of.
    kept = before[REGISTER] if shape.name != "list in brackets, empty" else b""
    assert items_of(text) == [*items_of(shape.text), new]
    assert is_longer_by_one_stretch(kept, after[REGISTER])
    assert comments_of(text) == comments_of(shape.text)
    assert others(after, REGISTER) == others(before, REGISTER)


@pytest.mark.parametrize("shape", SOUND_SHAPES, ids=str)
def test_a_file_is_formatted_once(shape: Shape, tmp_path: Path) -> None:
    """`fmt --check` writes nothing and says what `fmt` would; after it nothing is left."""
    stage = staged(shape.texts, tmp_path)
    before = stage.files()

    checked = stage.run("fmt", "--check")
    untouched = stage.files()
    done = stage.run("fmt")
    after = stage.files()
    again = stage.run("fmt", "--check")

    changed = [name for name in sorted(after) if after[name] != before[name]]
    assert untouched == before
    assert (checked.code, checked.out) == (int(bool(changed)), "".join(f"{n}\n" for n in changed))
    assert (done.code, done.out, again.code, again.out) == (0, checked.out, 0, "")
    assert stage.files() == after
    assert set(changed) <= {f"data/{shape.file}"}


@pytest.mark.parametrize("shape", SOUND_SHAPES, ids=str)
def test_formatting_keeps_what_is_said(shape: Shape, tmp_path: Path) -> None:
    """Every comment is kept; a text stays a text and a number a number for whoever reads YAML."""
    stage = staged(shape.texts, tmp_path)

    stage.run("fmt")

    text = stage.text(shape.file)
    assert comments_of(text) == comments_of(shape.text)
    # A text at the end that keeps its blank lines keeps them.
    ended = text if "|+" in shape.text else text.strip("\n") + "\n" * bool(text)
    assert text == ended
    assert [line for line in text.split("\n") if line != line.rstrip()] == []
    if shape.file == READINGS_FILE:
        assert sorted(map(_given, items_of(text)), key=_day) == sorted(
            map(_given, items_of(shape.text)), key=_day
        )
    else:
        # YAML 1.1 knows no bare colon within brackets.
        for version in [(1, 2)] if shape.name == "link in flow" else [(1, 1), (1, 2)]:
            assert repr(typed(text, version)) == repr(typed(shape.text, version))


def _given(reading: dict[str, object]) -> dict[str, object]:
    """Leave out of a reading what says nothing: words for nothing, and what is so without it."""
    same = {"qualifier": "exact", "status": "final", "comparability": "same"}
    nothing = {"", "~", "null", "Null"}
    return {
        key: one
        for key, one in reading.items()
        if not (isinstance(one, str) and (one in nothing or same.get(key) == one))
    }


def _day(reading: dict[str, object]) -> str:
    return str(reading["date"])


@pytest.mark.parametrize("shape", READINGS_SHAPES, ids=str)
def test_after_formatting_readings_can_be_recorded(shape: Shape, tmp_path: Path) -> None:
    """Whatever the file was, in canonical form it takes readings, each at its day."""
    stage = staged(shape.texts, tmp_path)
    stage.run("fmt")
    before = stage.text(READINGS_FILE)

    codes = [recorded(stage, day)[0] for day in (LATEST, BETWEEN)]

    days = [_day(one) for one in items_of(before)]
    assert codes == [0, 0]
    assert [_day(one) for one in items_of(stage.text(READINGS_FILE))] == sorted(
        [*days, BETWEEN, LATEST]
    )


@pytest.mark.parametrize("shape", SOURCES_SHAPES + OTHER_SHAPES, ids=str)
def test_after_formatting_a_source_can_be_added(shape: Shape, tmp_path: Path) -> None:
    """Whatever the register was, in canonical form it takes another source."""
    stage = staged(shape.texts, tmp_path)
    stage.run("fmt")

    assert stage.run("source", "add", "neu").code == 0


@pytest.mark.parametrize("name", FAULTY)
def test_what_is_no_shape_is_found(name: str, tmp_path: Path) -> None:
    """What data files do without is found, each in its file."""
    file, text, codes = FAULTY[name]
    stage = staged(texts_with(file, text), tmp_path)
    found = stage.run("check", "--format=concise", f"data/{file}").out.split("\n")

    told = [line.split(": error[")[1].split("]")[0] for line in found if ": error[" in line]
    assert told == list(codes)


@pytest.mark.parametrize("name", FAULTY)
def test_what_is_no_shape_stays(name: str, tmp_path: Path) -> None:
    """No command writes into a file that is not understood; `fmt` names it and does the others."""
    file, text, _ = FAULTY[name]
    other = "areas.yaml"
    texts = texts_with(file, text)
    texts[other] = texts[other].replace("- {", "-  {")
    stage = staged(texts, tmp_path)
    before = stage.files()

    code, said = recorded(stage, LATEST)
    after = stage.files()
    done = stage.run("fmt")

    assert (code, after) == (2, before)
    assert said.endswith("Mend them first; fjdex check --format full shows each with its line\n")
    assert (done.code, done.out) == (1, f"data/{other}\n")
    assert f"data/{file} is not understood, so it stays as it is.\n" in done.err
    assert others(stage.files(), f"data/{other}") == others(before, f"data/{other}")
    assert stage.text(other) == texts_with(file, text)[other]


@pytest.mark.parametrize("name", [one for one in FAULTY if FAULTY[one][0] == "sources.yaml"])
def test_a_register_that_is_no_shape_takes_nothing(name: str, tmp_path: Path) -> None:
    """Into a register that is not understood no source goes, and the sentence leads to `check`."""
    file, text, _ = FAULTY[name]
    stage = staged(texts_with(file, text), tmp_path)
    before = stage.files()

    result = stage.run("source", "add", "neu")

    assert (result.code, stage.files()) == (2, before)
    assert result.err.endswith("fjdex check --format full shows each with its line\n")
