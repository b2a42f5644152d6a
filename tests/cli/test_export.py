"""`fjdex export` as a whole: where tables go, what they hold, what is refused."""

import csv
import json
import sys
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest
from pyarrow import parquet as pq

from fjdex.exchange.export import TABLES
from stage import Stage


def stage_of(folder: Path, lang: str = "en", terminal: str = "no") -> Stage:
    """Set up the invented plan."""
    return Stage.of("invented", folder, lang=lang, terminal=terminal)


def rows_in(data: bytes) -> list[list[str]]:
    """Read a text file of values as Excel would."""
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_a_file_a_table(form: str, tmp_path: Path) -> None:
    """Beside the data folder, each named on a line of the answer; twice gives the same bytes."""
    stage = stage_of(tmp_path)
    before = stage.files()
    results = [stage.run("export", "--format", form) for _ in range(2)]
    written = {name: data for name, data in stage.files().items() if name not in before}
    again = stage.run("export", "--format", form, FJDEX_TODAY="2026-11-23", LANG="zh_CN.UTF-8")

    paths = [f"exports/{name}.{form}" for name in TABLES]
    assert [(one.code, one.out, one.err) for one in (*results, again)] == [
        (0, "".join(f"{path}\n" for path in paths), "")
    ] * 3
    assert sorted(written) == sorted(paths)
    assert stage.files() == {**before, **written}


def test_all_forms_hold_the_same_rows(tmp_path: Path) -> None:
    """Column by column and row by row, each as its form writes it."""
    stage = stage_of(tmp_path)
    for form in ("csv", "jsonl", "parquet", "xlsx"):
        stage.run("export", "--format", form, "--as-of", "2024-09-30")
    files = stage.files()
    book = openpyxl.load_workbook(BytesIO(files["exports/wuyou-2023.xlsx"]), read_only=True)

    assert book.sheetnames == list(TABLES)
    for name in TABLES:
        heads, *rows = rows_in(files[f"exports/{name}.csv"])
        objects = [json.loads(line) for line in files[f"exports/{name}.jsonl"].splitlines()]
        table = pq.read_table(BytesIO(files[f"exports/{name}.parquet"]))
        sheet = [list(row) for row in book[name].iter_rows(values_only=True)]
        assert table.column_names == heads == sheet[0]
        assert table.num_rows == len(objects) == len(rows) == len(sheet) - 1
        assert all(list(one) == heads for one in objects)
        filled = [[bool(cell) for cell in row] for row in rows]
        assert [[value not in {None, ""} for value in row] for row in sheet[1:]] == filled
        assert [[value not in (None, []) for value in one.values()] for one in objects] == filled


def test_one_table_in_one_file(tmp_path: Path) -> None:
    """The ending says the form; a folder is made where there is none."""
    stage = stage_of(tmp_path)
    places = ["out/a.csv", "a.jsonl", "a.parquet", "A.XLSX", "b"]

    answers = [stage.run("export", "--table", "areas", "-o", place).out for place in places]

    paths = ["out/a.csv", "a.jsonl", "a.parquet", "A.XLSX", "b/areas.csv"]
    assert answers == [f"{path}\n" for path in paths]
    assert set(paths) <= set(stage.files())


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (
            "csv",
            "id,name_zh,name_en,parent\n乌有群岛,乌有群岛,Wuyou Archipelago,\n",
        ),
        (
            "jsonl",
            '{"id": "乌有群岛", "name_zh": "乌有群岛", "name_en": "Wuyou Archipelago", "par',
        ),
    ],
)
def test_a_table_for_another_program(form: str, expected: str, tmp_path: Path) -> None:
    """Printed without a mark at its front, with plain line ends, and no file written."""
    stage = stage_of(tmp_path)
    before = stage.files()

    result = stage.run("export", "--table", "areas", "-o", "-", "--format", form)

    assert (result.code, result.err, result.out[: len(expected)]) == (0, "", expected)
    assert stage.files() == before


@pytest.mark.parametrize(
    ("lang", "heads", "sheets"),
    [
        ("zh", ["编号", "名称（中文）", "名称（英文）", "上级地区"], ["填报值", "进度评价"]),
        ("en", ["Id", "Name (Chinese)", "Name (English)", "Lies in"], ["Readings", "Ratings"]),
    ],
)
def test_heads_for_people(lang: str, heads: list[str], sheets: list[str], tmp_path: Path) -> None:
    """With --labels in the reader's language; ids and codes stay, and so do the files' names."""
    stage = stage_of(tmp_path, lang)
    stage.run("export", "--labels")
    stage.run("export", "--labels", "--format", "xlsx")
    stage.run("export")  # an earlier export under other heads is replaced
    stage.run("export", "--labels", "--table", "areas,ratings", "--as-of", "2024-09-30")
    files = stage.files()

    assert rows_in(files["exports/areas.csv"])[0] == heads
    assert rows_in(files["exports/ratings.csv"])[1][9] == "ahead"
    book = openpyxl.load_workbook(BytesIO(files["exports/wuyou-2023.xlsx"]), read_only=True)
    assert book.sheetnames[:2] == sheets


def test_only_what_is_asked_for(tmp_path: Path) -> None:
    """By id, kind and agency, as of a day, known by a day."""
    stage = stage_of(tmp_path)

    def ids(*arguments: str) -> list[str]:
        out = stage.run("export", "-o", "-", "--format", "jsonl", *arguments).out
        return list(dict.fromkeys(json.loads(line)["id"] for line in out.splitlines()))

    assert ids("--table", "readings", "smart-piers", "outcome-11") == ["smart-piers", "outcome-11"]
    assert ids("--table", "ratings", "--kind", "task") == [
        f"task-0{number}" for number in range(1, 7)
    ]
    assert ids("--table", "goals", "--lead", "无何岛管委会", "--kind", "stock") == [
        "fibre-homes",
        "base-stations",
        "unserved-villages",
    ]
    (asked,) = stage.run(
        *("export", "-o", "-", "--format", "jsonl", "--table", "plan"),
        *("--as-of", "2024-09-30", "--known-by", "2024-08-01"),
    ).out.splitlines()
    asked_for = json.loads(asked)
    assert (asked_for["as_of"], asked_for["known_by"]) == ("2024-09-30", "2024-08-01")


def test_what_was_published_later_is_left_out(tmp_path: Path) -> None:
    """With --known-by no reading has a later day of publication, and none is without one."""
    stage = stage_of(tmp_path)
    result = stage.run(
        *("export", "--table", "readings", "-o", "-", "--format", "jsonl"),
        *("--known-by", "2024-01-31"),
    )
    days = [json.loads(line)["published"] for line in result.out.splitlines()]

    assert days
    assert all(day is not None and day <= "2024-01-31" for day in days)
    assert result.err.startswith("Left out by --known-by 2024-01-31:")


def test_a_day_before_the_plan_has_readings_and_no_ratings(tmp_path: Path) -> None:
    """What is on file is no rating, and needs none."""
    stage = stage_of(tmp_path)
    day = ("--as-of", "2020-01-01")

    assert stage.run("export", "--table", "readings", *day).code == 0
    assert stage.run("export", "--table", "ratings", *day).err == (
        "error: 2020-01-01 is before the plan. Nothing is rated before 2023-01-01\n"
    )


REFUSED = [
    (["--table", "reading"], "there is no table `reading`. Take some of: readings, ratings"),
    (["-o", "all.csv"], "all.csv takes one table. Say which with --table (readings"),
    (["-o", "-"], "- takes one table"),
    (["-o", "all.txt"], "all.txt ends in none of csv, xlsx, jsonl, parquet"),
    (["-o", "data/plan.yaml"], "data/plan.yaml ends in none of csv"),
    (["--format", "xls"], "`xls` is no format. Take one of: csv, xlsx, jsonl, parquet"),
    (["--format", "csv", "-o", "a.xlsx"], "--format csv and -o a.xlsx do not go together"),
    (["--format", "xlsx", "-o", "-"], "-o - and --format xlsx do not go together"),
    (["--labels", "--format", "jsonl"], "--labels and --format jsonl do not go together"),
    (["no-such-id"], "there is no task, outcome or target `no-such-id`"),
    (["--kind", "x"], "`x` is no kind"),
]


@pytest.mark.parametrize(("arguments", "sentence"), REFUSED)
def test_what_is_not_understood(arguments: list[str], sentence: str, tmp_path: Path) -> None:
    """A sentence that says what to type instead, and no file."""
    stage = stage_of(tmp_path)
    before = stage.files()

    result = stage.run("export", *arguments)

    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"error: {sentence}")
    assert stage.files() == before


def test_somebodys_own_file_is_left_alone(tmp_path: Path) -> None:
    """A sheet that came back from an agency is no earlier export: refused, and not touched."""
    stage = stage_of(tmp_path)
    stage.write_bytes("../exports/goals.csv", "编号,数值\r\n甲,1\r\n".encode())
    before = stage.files()
    taken = (
        "/here/exports/goals.csv is there already and no earlier export. "
        "Name another file, or move that one away"
    )

    result = stage.run("export")

    assert (result.code, result.out, result.err) == (
        1,
        "",
        f"error: {taken}\n",
    )
    assert stage.files() == before


@pytest.mark.parametrize(
    ("form", "module", "extra"),
    [("xlsx", "xlsxwriter", "xlsx"), ("parquet", "pyarrow", "parquet")],
)
def test_a_missing_library_is_named(
    form: str, module: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence says what to install, and nothing is left behind."""
    stage = stage_of(tmp_path)
    before = stage.files()
    monkeypatch.setitem(sys.modules, module, None)

    result = stage.run("export", "--format", form)

    install = f'{sys.executable} -m pip install "fjdex[{extra}]"'
    sentence = f"error: this needs the extra `{extra}`. To install it: {install}\n"
    assert (result.code, result.out, result.err) == (2, "", sentence)
    assert stage.files() == before
    assert not (stage.folder / "exports").exists()
