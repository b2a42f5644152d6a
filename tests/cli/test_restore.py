"""A reading that is recorded and withdrawn leaves no trace: every byte is as it was before."""

from pathlib import Path

import pytest

from stage import Stage
from unit.check.faults import lay_down, sound_with

READINGS = "readings/t.yaml"
LINE = "- {date: 2021-06-30, value: 1, source: s}"
LATER = "- {date: 2021-12-31, value: 9, source: s}"
OWN = """\
# yaml-language-server: $schema=../schema/readings.json
# 填报值，一行一个，最早的在前。
# Readings, one a line, oldest first.
"""
SHAPES: dict[str, str | None] = {
    "absent": None,
    "a blank line": "\n",
    "an empty list": "[]\n",
    "an empty list without a newline": "[]",
    "an empty list under a comment": "# mine\n[]\n",
    "a foreign header": "# mine\n",
    "a foreign header without a newline": "# mine",
    "a foreign header in CRLF": "# mine\r\n# ours\r\n",
    "a foreign header in CRLF without a newline": "# mine\r\n# ours",
    "a foreign header and a blank line": "# mine\n\n",
    "our header in CRLF": OWN.replace("\n", "\r\n"),
    "a document's mark": "---\n",
    "a document's mark and end": "---\n[]\n...\n",
    "one": f"{LINE}\n",
    "one under our header": f"{OWN}{LINE}\n",
    "one without a newline": LINE,
    "one in CRLF": f"# mine\r\n{LINE}\r\n",
    "one in CRLF without a newline": f"# mine\r\n{LINE}",
    "one with a byte order mark": f"\ufeff{LINE}\n",
    "a header with a byte order mark": "\ufeff# mine\n",
    "one before and one after": f"{LINE}\n{LATER}\n",
    "one after": f"{LATER}\n",
    "one after without a newline": LATER,
    "one after in CRLF": f"# mine\r\n{LATER}\r\n",
    "a comment at the end": f"{LINE}\n# the end\n",
    "a comment at the end without a newline": f"{LINE}\n# the end",
    "blank lines at the end": f"{LINE}\n\n\n",
    "comments between": f"{LINE} # one\n# between\n\n{LATER} # two\n",
    "in block style": "-   date: 2021-06-30\n    value: 1   # one\n    source: s\n",
    "indented": f"  {LINE}\n  {LATER}\n",
    "both line ends": f"{LINE}\r\n{LATER}\n",
}


@pytest.mark.parametrize("day", ["2021-05-31", "2021-09-30", "2021-12-31"])
@pytest.mark.parametrize("shape", SHAPES)
def test_recorded_and_withdrawn(tmp_path: Path, shape: str, day: str) -> None:
    """Before, between, after or on the day of what is there, whatever the file's shape."""
    stage = Stage(tmp_path)
    lay_down(tmp_path / "data", sound_with(sources=SOURCES), {})
    (tmp_path / "data" / READINGS).unlink()
    text = SHAPES[shape]
    if text is not None:
        stage.write(READINGS, text)
    before = stage.files()
    reading = (f"--date={day}", "--source=s2")
    told = [stage.run("record", "t", "4", *reading, "--yes")]
    between = stage.files()
    told.append(stage.run("record", "t", "--withdraw", "--reason=x", *reading))
    assert [one.code for one in told] == [0, 0], told
    assert {one for one in between if between[one] != before.get(one)} == {f"data/{READINGS}"}
    assert stage.files() == before


SOURCES = "".join(
    f"- {{id: {key}, kind: publication, publisher: 虚构局, published: 2022-01-31}}\n"
    for key in ("s", "s2")
)


@pytest.mark.parametrize("shape", [one for one in SHAPES if LINE in (SHAPES[one] or "")])
def test_corrected_and_corrected_back(tmp_path: Path, shape: str) -> None:
    """A correction and its reverse leave every byte, too."""
    stage = Stage(tmp_path)
    lay_down(tmp_path / "data", sound_with(sources=SOURCES), {})
    stage.write(READINGS, SHAPES[shape] or "")
    before = stage.files()
    reading = ("--date=2021-06-30", "--source=s", "--yes", "--correct", "--reason=x")
    codes = [stage.run("record", "t", value, *reading).code for value in ("4", "1")]
    assert (codes, stage.files()) == ([0, 0], before)


@pytest.mark.parametrize("text", ["", OWN])
def test_a_file_of_nothing_but_our_own_header_counts_as_none(tmp_path: Path, text: str) -> None:
    """It cannot be told from the one that `record` makes, and goes with its only reading."""
    stage = Stage(tmp_path)
    lay_down(tmp_path / "data", sound_with(), {})
    (tmp_path / "data" / READINGS).unlink()
    before = stage.files()
    stage.write(READINGS, text)
    reading = ("--date=2021-09-30", "--source=s")
    codes = [
        stage.run("record", "t", "4", *reading).code,
        stage.run("record", "t", "--withdraw", "--reason=x", *reading).code,
    ]
    assert (codes, stage.files()) == ([0, 0], before)


@pytest.mark.parametrize("text", ["# mine\n", "# mine\r\n", None])
def test_nothing_is_left_by_what_is_refused(tmp_path: Path, text: str | None) -> None:
    """A reading whose source nobody knows leaves the file, or that there is none, as it was."""
    stage = Stage(tmp_path)
    lay_down(tmp_path / "data", sound_with(), {})
    (tmp_path / "data" / READINGS).unlink()
    if text is not None:
        stage.write(READINGS, text)
    before = stage.files()
    result = stage.run("record", "t", "4", "--date=2021-09-30", "--source=nobody")
    assert (result.code, stage.files()) == (2, before)
