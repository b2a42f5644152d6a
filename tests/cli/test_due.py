"""`fjdex due` as a whole: its JSON, its reminders, and what it does not understand."""

import json
import re
from pathlib import Path

import pytest

from stage import Stage

DAY = ("--as-of", "2024-10-10")
LATE = (
    "- {id: chart-errors, quarter: 2024Q3, reason: {zh: 因, en: why}, action: {zh: 做, en: do}}\n"
)


def stage_of(folder: Path, lang: str = "en") -> Stage:
    """Set up the invented plan."""
    return Stage.of("invented", folder, lang=lang)


def test_the_json_counts_what_the_tables_count(tmp_path: Path) -> None:
    """Every row of a table is one obligation, of the agency under which it stands."""
    stage = stage_of(tmp_path)
    whole = json.loads(stage.run("due", *DAY, "--json").out)
    text = stage.run("due", *DAY).out

    rows = re.findall(r"^(?:past due|falls due|reading|remark) .* (\S+)$", text, re.MULTILINE)
    assert rows == [one["id"] for agency in whole["agencies"] for one in agency["led"]]
    assert {key: whole[key] for key in whole if key != "agencies"} == {
        "schema": "fjdex.due/1",
        "plan": "wuyou-2023",
        "as_of": "2024-10-10",
        "until": "2025-01-08",
        "known_by": None,
        "rev": None,
    }
    assert whole["agencies"][-1]["led"] == [
        {
            "matter": "overdue",
            "id": "outcome-07",
            "kind": "outcome",
            "name": {
                "zh": "无何岛海底光缆登陆站",
                "en": "Landing station for the submarine cable on Wuhe Island",
            },
            "leads": ["无何岛管委会"],
            "by": "2024-06-30",
            "days_left": -102,
            "quarter": None,
            "rating": "missed",
            "worst": None,
            "reading": "2024-06-30",
        }
    ]


def test_a_remark_that_is_given_is_owed_no_more(tmp_path: Path) -> None:
    """What `report --require-remarks` lists for the quarter is what `due` says is owed."""
    stage = stage_of(tmp_path)

    def owed() -> list[str]:
        whole = json.loads(stage.run("due", *DAY, "--json").out)
        led = [one for agency in whole["agencies"] for one in agency["led"]]
        return sorted(one["id"] for one in led if one["matter"] == "remark")

    def required() -> list[str]:
        listed = stage.run("report", "2024Q3", "--require-remarks").out
        return sorted(line.partition(":")[0] for line in listed.splitlines())

    before = (owed(), required())
    stage.write("remarks.yaml", stage.text("remarks.yaml") + LATE)

    assert before[0] == before[1]
    assert [owed(), required()] == [[one for one in before[0] if one != "chart-errors"]] * 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_letter_to_each_agency(lang: str, tmp_path: Path) -> None:
    """Each that leads something owed gets one that names all of it; titles cannot break it."""
    stage = stage_of(tmp_path, lang)
    text = stage.text("targets.yaml").replace("en: Errors in the sea charts", 'en: "*|<b>\\\\`"')
    stage.write("targets.yaml", text.replace("zh: 海图差错数", 'zh: "# *|<b>`"'))
    whole = json.loads(stage.run("due", *DAY, "--json").out)
    letters = stage.run("due", *DAY, "--format", "markdown").out.split("\n---\n")

    ids = [re.findall(r"^- .*?[(（]([a-z0-9-]+)[)）][:：]", one, re.MULTILINE) for one in letters]
    assert ids == [[one["id"] for one in agency["led"]] for agency in whole["agencies"]]
    assert all(one.lstrip().startswith("# ") and one.count("\n# ") <= 1 for one in letters)
    assert "<b>" not in "".join(letters)


@pytest.mark.parametrize(
    ("lead", "led", "shared"),
    [
        ("亡是市政府", ["outcome-11"] * 2, ["island-firms"]),
        ("群岛海洋局", ["outcome-10", "chart-errors"], []),
    ],
)
def test_one_agency(lead: str, led: list[str], shared: list[str], tmp_path: Path) -> None:
    """What it leads, and apart from that what it shares."""
    whole = json.loads(stage_of(tmp_path).run("due", *DAY, "--lead", lead, "--json").out)

    found = [
        (one["id"], [of["id"] for of in one["led"]], [of["id"] for of in one["shared"]])
        for one in whole["agencies"]
    ]
    assert found == [(lead, led, shared)]


def test_nobody_owes_anything(tmp_path: Path) -> None:
    """An answer of nothing is a sentence beside it, and done."""
    stage = stage_of(tmp_path)
    result = stage.run("due", "--as-of", "2023-01-01", "--within", "0d")
    nobody = Stage.of("fujian", tmp_path / "f", lang="en").run(
        *("due", "--as-of", "2022-09-30", "--lead", "省数字办", "--format", "markdown")
    )

    assert (result.code, result.out, result.err) == (
        0,
        "",
        "Nothing is owed, and nothing falls due up to 2023-01-01.\n",
    )
    assert (nobody.code, nobody.out) == (0, "")
    assert nobody.err.startswith("Nobody asked for leads anything")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--within", "3x"], "`3x` is not understood as a time ahead"),
        (["--within", "-5d"], "`-5d` is not understood as a time ahead"),
        (["--format", "html"], "`html` is no format"),
        (["--json", "--format", "markdown"], "--json and --format markdown do not go together"),
        (["--lead", "没有"], "there is no agency `没有`"),
        (["--as-of", "2020-01-01"], "2020-01-01 is before the plan"),
    ],
)
def test_what_is_not_understood(arguments: list[str], sentence: str, tmp_path: Path) -> None:
    """A sentence that says what to type instead, and no answer."""
    result = stage_of(tmp_path).run("due", *arguments)

    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"error: {sentence}")


def test_the_data_is_only_read(tmp_path: Path) -> None:
    """No file is written or changed."""
    stage = stage_of(tmp_path)
    before = stage.files()

    stage.run("due", *DAY)
    stage.run("due", *DAY, "--format", "markdown")

    assert stage.files() == before


def test_what_is_met_so_far_says_how_much_is_still_to_come(tmp_path: Path) -> None:
    """In the table and in the letter, where "met" alone would be no reason to write."""
    stage = Stage.of("fujian", tmp_path)
    table = stage.run("due", "--as-of", "2022-10-15")
    letters = stage.run("due", "--as-of", "2022-10-15", "--format", "markdown", "--lang", "zh")

    (row,) = (line for line in table.out.splitlines() if line.endswith("task-08"))
    assert "  met (not due yet: 3)  " in row
    (line,) = (line for line in letters.out.splitlines() if "（task-08）" in line)
    assert line.endswith("，还有77天，目前评价为“已完成（另有3项未到期）”。")
