"""Files and words that somebody made to do harm, or that went through a bad machine.

Whatever is read, the program answers within bounds of time and memory, at a place, in a sentence;
nothing is executed, and nothing that moves a terminal's cursor or colours it comes through.
"""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from rich.cells import cell_len

from stage import REPOSITORY, Result, Stage

READINGS = "readings/ocean-sensors.yaml"
LINE = "- {date: 2023-12-31, value: 50000, source: statistics-2023}\n"
MEGABYTE = 1024 * 1024
# Whatever a terminal obeys, and what turns the direction of writing.
ORDERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
ESCAPE = "\x1b[31m"

# Every command that reads, each as it would be typed.
COMMANDS: dict[str, tuple[str, ...]] = {
    "status": ("status", "--as-of=2024-09-30"),
    "show": ("show", "ocean-sensors", "--as-of=2024-09-30"),
    "check": ("check", "--format=full"),
    "report": ("report", "2024Q3", "-o", "-"),
    "record": ("record", "ocean-sensors", "5.6万", "--source=bulletin-2025q1", "--date=2025-03-31"),
    "source list": ("source", "list"),
}


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage.of("invented", tmp_path)


def run(
    stage: Stage,
    *arguments: str | bytes,
    limit: int = 2048,
    seconds: int = 60,
    variables: Mapping[str, str] = MappingProxyType({}),
) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process that may take so many megabytes of memory, and seconds."""
    code = (
        "import resource, sys;"
        f"resource.setrlimit(resource.RLIMIT_AS, ({limit * MEGABYTE},) * 2);"
        "from fjdex.__main__ import run; run()"
    )
    given = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-c", code, *arguments],
        cwd=stage.folder,
        env={**given, "PYTHONPATH": str(REPOSITORY / "src"), "FJDEX_LANG": "en", **variables},
        capture_output=True,
        check=False,
        timeout=seconds,
    )


def told(result: Result) -> list[str]:
    """Answer what `check` says at the readings, from the line number on."""
    start = f"data/{READINGS}:"
    lines = result.out.splitlines()
    return [line.removeprefix(start) for line in lines if line.startswith(start)]


def assert_calm(result: Result) -> None:
    """Hold an answer to what a terminal may be given."""
    assert ORDERS.findall(result.out + result.err) == []
    assert "Traceback" not in result.err
    assert result.code in {0, 1, 2}


# Megabytes of one thing, with the code of what is said of it.
LARGE = {
    "brackets": ("[", 60, "file-too-deep"),
    "quotes": ('"', 60, "yaml-syntax"),
    "comments": ("#", 60, ""),
    "dashes": ("- ", 60, "file-too-deep"),
    "keys": ("a: ", 60, "yaml-syntax"),
    "newlines": ("\n", 10, ""),
    "records": ("- \n", 10, "file-too-large"),
    "faults": ("%a\n", 10, "yaml-syntax"),
}


@pytest.mark.parametrize("what", LARGE)
def test_megabytes_of_one_thing(stage: Stage, what: str) -> None:
    """A file below the limit is judged in a minute and two gigabytes, or refused as a whole."""
    sign, megabytes, code = LARGE[what]
    stage.write(READINGS, sign * (megabytes * MEGABYTE // len(sign)))

    result = run(stage, "check")

    lines = result.stdout.decode().splitlines()
    errors = {line.split("error[")[1].split("]")[0] for line in lines if "error[" in line}
    assert (errors, result.returncode) == ({code} - {""}, 1 if code else 0)
    assert re.fullmatch(rb"(Errors|No problems).*\n", result.stderr)


def test_a_file_above_the_limit(stage: Stage) -> None:
    """A hundred megabytes are not read at all."""
    stage.write_bytes(READINGS, b"#" * (100 * MEGABYTE))

    result = run(stage, "check", limit=512)

    errors = [line for line in result.stdout.decode().splitlines() if "error[" in line]
    assert (result.returncode, [line.split(" ")[:2] for line in errors]) == (
        1,
        [[f"data/{READINGS}:1:1:", "error[file-too-large]"]],
    )


@pytest.mark.parametrize("opening", ["[", "{", "{a: ", "- ", "? ", "[{a: "])
@pytest.mark.parametrize("depth", [10_000, 100_000])
def test_deep_nesting(stage: Stage, opening: str, depth: int) -> None:
    """However deep, in brackets or by dashes: one finding, in a process that lives on."""
    stage.write(READINGS, opening * depth)

    assert [line.split("]")[0] for line in told(stage.run("check"))] == ["1:1: error[file-too-deep"]


def test_deep_nesting_in_block_style(stage: Stage) -> None:
    """A thousand mappings, each under the one before it."""
    stage.write(READINGS, "".join(f"{' ' * depth}a:\n" for depth in range(1000)))

    assert [line.split("]")[0] for line in told(stage.run("check"))] == ["1:1: error[file-too-deep"]


BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))
MERGES = "a0: &a0 {k: v}\n" + "".join(
    f"a{n}: &a{n}\n  <<: [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)
)

# A text, and what is said of it, among other things.
TEXTS = {
    "alias bomb": (BOMB, "1:5: error[yaml-feature]"),
    "merge bomb": (MERGES, "1:5: error[yaml-feature]"),
    "cycle": ("- &a [*a]\n", "1:3: error[yaml-feature]"),
    "tag": ("- !!python/object/apply:os.system [touch hit]\n", "1:3: error[yaml-feature]"),
    "tag on the record": ("- !!python/name:os.system {date: 2023-12-31}\n", "1:3: error[yaml-fea"),
    "binary": ("- {date: 2023-12-31, note: !!binary aGk=}\n", "1:28: error[yaml-feature]"),
    "include": ("- !include /etc/passwd\n", "1:3: error[yaml-feature]"),
    "directive": ("%YAML 1.1\n---\n" + LINE, "1:1: error[yaml-feature]"),
    "two documents": (LINE + "---\n" + LINE, "2:1: error[yaml-feature]"),
    "duplicate key": (
        LINE.replace("value", "value: 1, value"),
        "1:32: error[key-duplicated]",
    ),
    "merge key": (LINE.replace("value: 50000", "<<: {value: 1}"), "1:22: error[yaml-feature]"),
    "conflict": (f"<<<<<<< HEAD\n{LINE}=======\n{LINE}>>>>>>> x\n", "1:1: error[conflict-marker]"),
    "conflict with ancestor": (
        f"{LINE}||||||| merged common ancestors\n{LINE}",
        "2:1: error[conflict-marker]",
    ),
    "only the middle": (f"{LINE}=======\n{LINE}", "2:1: error[conflict-marker]"),
    "only the end, crlf": (f"{LINE}>>>>>>> x\r\n{LINE}", "2:1: error[conflict-marker]"),
    "bare marker": (f"{LINE}<<<<<<<\n{LINE}", "2:1: error[conflict-marker]"),
    "indented marker": (f"{LINE}  <<<<<<< HEAD\n{LINE}", "2:"),
    "nul": (LINE.replace("5", "\0"), "1:29: error[character-forbidden]"),
    "escape": (LINE.replace("5", "\x1b"), "1:29: error[character-forbidden]"),
    "c1": (LINE.replace("5", "\x9b"), "1:29: error[character-forbidden]"),
    "escape by escape": (LINE.replace("50000", r'"\e[31m"'), "1:29: error[character-forbidden]"),
    "key by escape": (LINE.replace("value", r'"\e[31m"'), "1:22: error[character-forbidden]"),
    "override": (LINE.replace("5", "\u202e"), "1:29: error[character-forbidden]"),
    "isolate in a text": (
        LINE.replace("value: 50000", "value: 50000, note: a\u2066b"),
        "1:43: error[character-forbidden]",
    ),
    "override by escape": (
        LINE.replace("source", r'note: "\u202e", source'),
        "1:42: error[character-forbidden]",
    ),
    "surrogate by escape": (
        LINE.replace("source", r'note: "\ud800", source'),
        "1:45: error[yaml-syntax]",
    ),
    "mark in the middle": (LINE + "\ufeff" + LINE, "2:1: error[character-forbidden]"),
    "blank of no width": (LINE.replace("-2023}", "-\u200b2023}"), "1:55: error[character-forb"),
    "joiner in an id": (LINE.replace("-2023}", "-\u200d2023}"), "1:44: error[id-malformed]"),
    "minutes": (LINE.replace("50000", "12:30"), "1:29: error[number-malformed]"),
    "carriage returns": (LINE.replace("\n", "\r") * 2, "1:60: error[character-forbidden]"),
    "million digits": (LINE.replace("50000", "5" * 1_000_000), "1:29: error[number-malformed]"),
}
VALUES = ("1e999999", "1e3", "NaN", ".nan", ".inf", "-.inf", "0x1F", "0o17", "1_000", "٣")
DAYS = ("0000-01-01", "0001-01-01", "10000-01-01", "2022-02-30", "2023-02-29", "2022-13-01")
TEXTS |= {one: (LINE.replace("50000", one), "1:29: error[number-malformed]") for one in VALUES}
TEXTS |= {one: (LINE.replace("2023-12-31", one), "1:10: error[date-malformed]") for one in DAYS}


@pytest.mark.parametrize("what", TEXTS)
def test_a_hostile_text_is_told_at_its_place(stage: Stage, what: str) -> None:
    """The harm is told where it begins, and nothing of it is obeyed."""
    text, said = TEXTS[what]
    stage.write(READINGS, text)
    before = stage.files()

    result = stage.run("check")

    assert said in {one[: len(said)] for one in told(result)}
    assert result.code == 1
    assert_calm(result)
    assert stage.files() == before


@pytest.mark.parametrize("form", ["full", "github", "json"])
@pytest.mark.parametrize("terminal", ["no", "yes", "colour"])
@pytest.mark.parametrize(
    "what", ["escape", "c1", "key by escape", "override", "nul", "escape by escape"]
)
def test_what_is_shown_of_a_hostile_line(stage: Stage, what: str, form: str, terminal: str) -> None:
    """In no form of `check` does the terminal get what the line holds for it."""
    stage.write(READINGS, TEXTS[what][0])

    result = Stage(stage.folder, terminal=terminal).run("check", "--format", form)

    assert result.code == 1
    assert_calm(result)


@pytest.mark.parametrize("command", [one for one in COMMANDS if one != "check"])
@pytest.mark.parametrize("what", ["alias bomb", "tag", "escape", "key by escape", "override"])
def test_no_command_works_with_a_hostile_text(stage: Stage, command: str, what: str) -> None:
    """Every command that needs the data refuses it, answers nothing, and leaks nothing."""
    stage.write(READINGS, TEXTS[what][0])
    before = stage.files()

    result = stage.run(*COMMANDS[command])

    assert (result.code, result.out) == (2, "")
    assert_calm(result)
    assert stage.files() == before


ENCODED = {
    "lone surrogate": (b"- \xed\xa0\x80\n", "1:3: error[file-not-utf8]"),
    "overlong": (b"- \xc0\xaf\n", "1:3: error[file-not-utf8]"),
    "cut in a sign": ("- 指标".encode()[:-1], "1:4: error[file-not-utf8]"),
    "utf-16": (LINE.encode("utf-16"), "1:1: error[file-not-utf8]"),
    "utf-16 without mark": (LINE.encode("utf-16-le"), "1:2: error[character-forbidden]"),
    "utf-16 the other way": (LINE.encode("utf-16-be"), "1:1: error[character-forbidden]"),
    "utf-32": (LINE.encode("utf-32"), "1:1: error[file-not-utf8]"),
    "utf-32 without mark": (LINE.encode("utf-32-le"), "1:2: error[character-forbidden]"),
    "gbk": (("# 填报值\n" + LINE).encode("gbk"), "1:3: error[file-not-utf8]"),
    "two marks": (b"\xef\xbb\xbf" * 2 + LINE.encode(), "1:1: error[character-forbidden]"),
}


@pytest.mark.parametrize("what", ENCODED)
def test_an_encoding_that_is_not_ours(stage: Stage, what: str) -> None:
    """Bytes that are no UTF-8, or only by accident, are told at their place."""
    data, first = ENCODED[what]
    stage.write_bytes(READINGS, data)

    result = stage.run("check")

    assert [one[: len(first)] for one in told(result)] == [first]
    assert_calm(result)


HOSTILE = f"a{ESCAPE}b\n\x9bc\u202ed"
ARGUMENTS: dict[str, tuple[str, ...]] = {
    "command": (HOSTILE,),
    "option": (f"--{HOSTILE}",),
    "id": ("show", HOSTILE),
    "ids": ("status", HOSTILE),
    "day": ("status", "--as-of", HOSTILE),
    "kind": ("status", "--kind", HOSTILE),
    "section": ("status", "--section", HOSTILE),
    "lead": ("status", "--lead", HOSTILE),
    "rating": ("status", "--rating", HOSTILE),
    "due before": ("status", "--due-before", HOSTILE),
    "area filter": ("status", "--area", HOSTILE),
    "language": ("status", "--lang", HOSTILE),
    "folder": ("-C", HOSTILE, "status"),
    "format": ("check", "--format", HOSTILE),
    "quarter": ("report", HOSTILE),
    "output": ("report", "2024Q3", "-o", f"data/plan.yaml/{HOSTILE}/x.md"),
    "record": ("record", HOSTILE, "1"),
    "value": ("record", "ocean-sensors", HOSTILE),
    "value with a unit": ("record", "ocean-sensors", f"5{HOSTILE}"),
    "state": ("record", "outcome-01", HOSTILE),
    "date": ("record", "ocean-sensors", "1", "--date", HOSTILE),
    "source": ("record", "ocean-sensors", "1", "--source", HOSTILE),
    "area": ("record", "ocean-sensors", "1", "--area", HOSTILE),
    "part": ("record", "outcome-06", "已完成", "--part", HOSTILE),
    "period": ("record", "ocean-sensors", "1", "--period", HOSTILE),
    "qualifier": ("record", "ocean-sensors", "1", "--qualifier", HOSTILE),
    "note": ("record", "ocean-sensors", "1", "--note", HOSTILE),
    "printed": ("record", "ocean-sensors", "1", "--printed", HOSTILE),
    "extra": ("show", "ocean-sensors", HOSTILE),
    "sources": ("source", "list", HOSTILE),
    "new source": ("source", "add", HOSTILE),
    "publisher": ("source", "add", "x", "--publisher", HOSTILE),
    "title": ("source", "add", "x", "--title", HOSTILE),
    "address": ("source", "add", "x", "--url", HOSTILE),
    "new folder": ("init", f"data/{HOSTILE}", "--from", HOSTILE),
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("what", ARGUMENTS)
def test_no_argument_reaches_the_terminal_as_an_order(stage: Stage, what: str, lang: str) -> None:
    """What is typed is quoted in the sentence that refuses it so that all of it is seen."""
    before = stage.files()

    result = Stage(stage.folder, lang=lang).run(*ARGUMENTS[what])

    assert_calm(result)
    assert result.code in {0, 2}
    assert stage.files() == before


@pytest.mark.parametrize("name", [f"a{ESCAPE}b.yaml", "a\nb.yaml", "a\u202eb.yaml", "\x9b.yaml"])
@pytest.mark.parametrize("form", ["full", "concise", "github", "json"])
def test_a_file_s_name_is_no_order(stage: Stage, name: str, form: str) -> None:
    """A file in the data folder whose name holds an escape or a line break is told on one line."""
    stage.write(name, "- x\n")

    result = stage.run("check", "--format", form)

    assert_calm(result)
    if form == "concise":
        told_of = [line for line in result.out.split("\n") if "[file-unknown]" in line]
        assert [line.split(":")[1:3] for line in told_of] == [["1", "1"]]
        assert result.out.count("\n") == result.out.count(": warning[")


@pytest.mark.parametrize("name", [b"a\x1b[31mb", b"a\nb", b"\xff\xfe", "省\u202e".encode()])
def test_a_folder_of_any_name(tmp_path: Path, name: bytes) -> None:
    """A plan is read wherever it lies, and the folder's name is no order to the terminal."""
    stage = Stage.of("invented", tmp_path / "plan")
    folder = os.fsencode(tmp_path) + b"/" + name
    (tmp_path / "plan").rename(os.fsdecode(folder))

    results = [
        run(Stage(tmp_path), b"-C", folder, *words)
        for words in (("status",), ("check",), ("report", "2024Q3"), ("record", "data-hub", "x"))
    ]

    assert [one.returncode for one in results] == [0, 0, 0, 2]
    # A path that is the answer is what a script opens, letter for letter.
    assert results[2].stdout.endswith(b"/reports/2024Q3.en.md\n")
    shown = [one.stdout + one.stderr for one in (*results[:2], results[3])]
    assert [ORDERS.findall(one.decode()) for one in shown] == [[]] * 3
    assert stage.folder == tmp_path / "plan"


MARKUP = "[red]x[/red] [link=file:///a]y[/link] [/] :smile: [bold"


@pytest.mark.parametrize("terminal", ["no", "yes"])
@pytest.mark.parametrize("command", ["status", "show", "source list"])
def test_markup_is_shown_as_it_is(stage: Stage, command: str, terminal: str) -> None:
    """What a console library takes for colours, links and faces stands there letter for letter."""
    quoted = f'"{MARKUP}"'
    targets = stage.text("targets.yaml").replace("{zh: 海洋传感器数, en: Ocean sensors}", quoted)
    targets = re.sub(
        r"(- id: ocean-sensors\n  name: )\{.*\}", rf"\1{{zh: {quoted}, en: {quoted}}}", targets
    )
    stage.write("targets.yaml", targets)
    sources = re.sub(r"publisher: [^\n,}]+", f"publisher: {quoted}", stage.text("sources.yaml"))
    stage.write("sources.yaml", sources)

    result = Stage(stage.folder, terminal=terminal).run(*COMMANDS[command], COLUMNS="400")

    assert result.code == 0
    assert MARKUP in result.out
    assert_calm(result)


LONG = {"chinese": "长" * 10_000, "latin": "long " * 2000, "one word": "x" * 10_000}


@pytest.mark.parametrize("command", ["status", "show", "source list"])
@pytest.mark.parametrize("what", LONG)
def test_ten_thousand_signs_on_a_narrow_terminal(stage: Stage, what: str, command: str) -> None:
    """Names, notes and publishers of any length are folded, whole, within forty columns."""
    text = LONG[what].strip()
    targets = stage.text("targets.yaml")
    stage.write(
        "targets.yaml",
        re.sub(r"(- id: ocean-sensors\n  name: )\{.*\}", rf"\1{{zh: {text}, en: {text}}}", targets),
    )
    sources = re.sub(
        r"publisher: [^\n,}]+", f"publisher: {text}", stage.text("sources.yaml"), count=1
    )
    stage.write("sources.yaml", sources)
    stage.write(READINGS, LINE.replace("source", f"note: {text}, source").replace("}\n", "}\n"))

    result = Stage(stage.folder, terminal="yes").run(*COMMANDS[command], COLUMNS="40")

    assert result.code == 0
    assert max(map(cell_len, result.out.split("\n"))) <= 40
    assert result.out.count(text[0]) >= text.count(text[0])


def test_a_line_break_within_a_text_breaks_no_table(stage: Stage) -> None:
    """A name of two lines stands on one, in a pipe and in the bulletin."""
    name = r'{zh: "甲\n乙\t丙", en: "a\nb\tc"}'
    targets = stage.text("targets.yaml")
    stage.write(
        "targets.yaml",
        re.sub(r"(- id: ocean-sensors\n  name: )\{.*\}", lambda one: one[1] + name, targets),
    )

    results = {one: stage.run(*COMMANDS[one]) for one in ("status", "show", "report")}

    assert [one.out.count("a b c") > 0 for one in results.values()] == [True] * 3
    for result in results.values():
        assert_calm(result)


def test_two_thousand_records(stage: Stage) -> None:
    """A plan of two thousand targets is checked and shown, each of them."""
    targets = "".join(
        f"- {{id: t-{number}, name: {{zh: 虚构{number}, en: Invented {number}}}, kind: stock,"
        " unit: 个, leads: [海洋局], clause: {ref: 一, text: 虚构},"
        ' goals: [{value: 1, operator: ">=", due: 2025-12-31, decided: 2023-01-01}]}\n'
        for number in range(2000)
    )
    agency = re.findall(r"id: (\S+?)[,\n]", stage.text("agencies.yaml"))[0]
    stage.write("targets.yaml", stage.text("targets.yaml") + targets.replace("海洋局", agency))

    status = run(stage, "status", "--json", "--as-of=2024-09-30")

    assert run(stage, "check").returncode == 0
    assert (status.returncode, status.stdout.count(b'"id": "t-')) == (0, 2000)


def test_two_thousand_files_that_nobody_reads(stage: Stage) -> None:
    """Each is a warning, and no command is kept from its work."""
    for number in range(2000):
        stage.write(f"deep/er/{number}.yaml", "- x\n")

    result = stage.run("check")

    assert (result.code, result.out.count("warning[file-unknown]")) == (0, 2000)
    assert stage.run("status").code == 0


def test_records_that_are_none(stage: Stage) -> None:
    """Words in the place of records are as many findings, in time that grows as they do."""
    stage.write("tasks.yaml", "- a\n" * 60_000)

    result = run(stage, "check", "--format=concise", seconds=20)

    assert result.stdout.count(b"data/tasks.yaml:") == 60_000


def test_thousands_of_sources_that_nobody_registered(stage: Stage) -> None:
    """Readings that cite what a long register lacks are told, each, in time."""
    register = "".join(f"- {{id: weekly-bulletin-{n}, kind: publication}}\n" for n in range(1000))
    stage.write("sources.yaml", stage.text("sources.yaml") + register)
    readings = "".join(
        LINE.replace("statistics-2023", f"weekly-bulletin-no-{number}") for number in range(3000)
    )
    stage.write(READINGS, readings)

    result = run(stage, "check", "--format=concise", seconds=20)

    assert result.stdout.count(b"error[source-unknown]") == 3000


def test_one_long_line_in_quotes_of_a_chinese_keyboard(stage: Stage) -> None:
    """Lines of commas after an open quote are judged in time that grows as they do."""
    stage.write(READINGS, ("- {note: “" + "," * 19_000 + "\n") * 100)

    result = run(stage, "check", seconds=20)

    assert result.returncode == 1


def test_the_excerpt_of_an_endless_line_is_not_endless(stage: Stage) -> None:
    """Of a line of megabytes a screenful is shown."""
    stage.write(READINGS, LINE.replace("2023-12-31", "长" * 1_000_000))

    result = Stage(stage.folder, terminal="yes").run("check")

    assert result.code == 1
    assert len(result.out) < 20_000


ASCII = {
    "none": {"LC_ALL": "C", "LANG": "C"},
    "forced": {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "another": {"PYTHONUTF8": "1", "LC_ALL": "en_US.ISO-8859-1"},
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("what", ASCII)
def test_a_locale_that_knows_no_chinese(tmp_path: Path, command: str, what: str) -> None:
    """In an ASCII locale answers are UTF-8 all the same, byte for byte, and so is what is typed.

    Only where Python is forbidden to take arguments for UTF-8 does Chinese not come in.
    """
    words = [
        one.replace("5.6万", "56000") if what == "forced" else one for one in COMMANDS[command]
    ]
    usual, other = (Stage.of("invented", tmp_path / name) for name in ("usual", "other"))

    expected = run(usual, *words, variables={"LC_ALL": "C.UTF-8", "FJDEX_LANG": "zh"})
    result = run(other, *words, variables={"FJDEX_LANG": "zh", **ASCII[what]})

    assert (result.returncode, result.stdout) == (expected.returncode, expected.stdout)
    assert result.stderr == expected.stderr
