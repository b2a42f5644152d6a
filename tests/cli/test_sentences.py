"""Sentences name what they are about, so that the next thing typed is right."""

import re
import shlex
from pathlib import Path

import pytest

from stage import Stage

RECORD = ("record", "ocean-sensors")
SOURCE = "--source=bulletin-2025q1"


@pytest.fixture(params=["zh", "en"])
def stage(request: pytest.FixtureRequest, tmp_path: Path) -> Stage:
    return Stage.of("invented", tmp_path, lang=request.param)


def _quoted(sentence: str) -> list[str]:
    return re.findall("[`“]([^`”]+)[`”]", sentence)


def test_what_is_too_much_is_named(stage: Stage) -> None:
    """An argument too many is quoted as it was typed."""
    result = stage.run("report", "2024Q3", "2024Q4")

    assert (result.code, _quoted(result.err)) == (2, ["2024Q4"])


def test_a_flag_with_a_value_is_not_asked_for_one(stage: Stage) -> None:
    """`--json=yes` and `--as-of` alone are two mistakes, and two sentences."""
    too_much, too_little = stage.run("status", "--json=yes"), stage.run("status", "--as-of")

    first, second = (one.err.split("\n")[0] for one in (too_much, too_little))
    assert (too_much.code, too_little.code) == (2, 2)
    assert first.replace("--json", "") != second.replace("--as-of", "")


def test_help_is_that_of_the_command(stage: Stage) -> None:
    """What is typed wrongly behind a command points to that command's help."""
    for arguments in (("status", "--as-of"), ("status", "--json=yes"), ("status", "--nosuch")):
        assert "fjdex status --help" in stage.run(*arguments).err


def test_near_areas_are_named_once(stage: Stage) -> None:
    """The areas that may have been meant are ids, each named once."""
    result = stage.run(*RECORD, "7.2万", SOURCE, "--area=蓬莱市")

    near = re.split("、|, ", re.split("[：:] ?", result.err.strip())[-1])
    areas = {"乌有群岛", "子虚市", "亡是市", "无何岛"}
    assert result.code == 2
    assert len(near) == len(set(near)) >= 1
    assert set(near) <= areas


def test_a_taken_key_is_named_where_it_can_be_opened(stage: Stage) -> None:
    """The line that is taken is named with the path from here, as everywhere else."""
    result = stage.run(*RECORD, "7.2万", SOURCE, "--date=2025-03-31")

    assert result.code == 1
    assert re.findall(r"[\w/]*readings/ocean-sensors\.yaml:[0-9]+", result.err) == [
        "data/readings/ocean-sensors.yaml:7"
    ]


def test_a_state_of_a_number_is_not_understood(stage: Stage) -> None:
    """A state typed for a target of numbers is not a number: exit 2, with what to write."""
    result = stage.run(*RECORD, "delivered", SOURCE, "--date=2025-04-01")

    assert (result.code, result.out, _quoted(result.err)) == (2, "", ["delivered"])


def test_an_empty_note_is_called_empty(stage: Stage) -> None:
    """A note without text is told apart from one with signs that cannot be seen."""
    reading = (*RECORD, "7.2万", SOURCE, "--date=2025-04-01")
    empty, unseen = stage.run(*reading, "--note="), stage.run(*reading, "--note=a\u2028")

    assert (empty.code, unseen.code) == (2, 2)
    assert empty.err != unseen.err


ECHOES = {
    "area": (("base-stations", "5000", "--area=子虚市"), ("子虚市", "Zixu")),
    "part": (("outcome-04", "delivered", "--part=west-light"), ("西角灯塔", "West Point", "west-")),
    "period": (("value-added", "40", "--period=2025-01/2025-03"), ("2025-01/2025-03",)),
}


@pytest.mark.parametrize("option", ECHOES)
def test_the_echo_says_all_that_was_understood(stage: Stage, option: str) -> None:
    """What is echoed names the area, the part and the period, not the value alone."""
    arguments, names = ECHOES[option]

    result = stage.run("record", *arguments, "--date=2025-04-01", SOURCE)

    assert result.code == 0
    assert any(name in result.out for name in names), result.out


def test_the_next_command_can_be_pasted(tmp_path: Path) -> None:
    """The command that is offered next is one that a shell takes apart as it is meant."""
    stage = Stage.of("invented", tmp_path / "数据 目录")
    stage = Stage(tmp_path)

    result = stage.run("-C", "数据 目录", *RECORD, "7.2万", SOURCE, "--date=2025-04-01")

    words = shlex.split(result.err.removeprefix("Next: "))
    files = [f"数据 目录/data/{name}.yaml" for name in ("readings/ocean-sensors", "sources")]
    assert words[:5] == ["git", "add", *files, "&&"]


def test_what_comes_after_init_finds_the_folder(tmp_path: Path) -> None:
    """What `init` offers next works from where it was typed."""
    stage = Stage.of("none", tmp_path)

    result = stage.run("init", "my plan", "--from", "invented")

    told = re.search(r"fjdex [^;；]*", result.err)
    assert told is not None
    assert stage.run(*shlex.split(told[0])[1:], "outcome-01").code == 0


def test_an_empty_plan_is_not_a_filter_that_finds_nothing(stage: Stage) -> None:
    """A plan without records is told apart from a filter that no record passes."""
    nothing = stage.run("status", "--kind=growth", "--rating=met")
    empty = Stage.of("none", stage.folder / "empty", lang=stage.lang)
    empty.run("init", "--from", "empty")

    told = empty.run("status")

    assert told.code == nothing.code == 0
    assert told.out + told.err != nothing.err


@pytest.mark.parametrize("id_", ["outcome-06", "task-01"])
def test_the_reason_of_a_rolled_up_rating_is_its_worst(stage: Stage, id_: str) -> None:
    """What rests on others is not said to fall short by a reading of its own."""
    worst = {
        "outcome-06": {"zh": "新一代移动通信基站数", "en": "New-generation mobile base stations"},
        "task-01": {"zh": "无移动信号村居数", "en": "Villages without mobile signal"},
    }

    lines = stage.run("show", id_, "--as-of=2024-09-30").out.split("\n")

    mark = {"zh": "  评价  ", "en": "  so  "}[stage.lang]
    (reason,) = [line for line in lines if line.startswith(mark)]
    assert reason.endswith(worst[id_][stage.lang])


def test_readings_that_do_not_count_are_not_said_to(stage: Stage) -> None:
    """A quarter of a flow alone does not count, and does not stand among what does."""
    text = stage.run("show", "value-added", "--as-of=2024-09-30").out

    counting, beside = text.split({"zh": "不计入评价\n", "en": "never rated\n"}[stage.lang])
    assert "2023-06-30" not in counting
    assert "2023-06-30" in beside


def test_states_of_parts_are_not_said_to_be_left_out(stage: Stage) -> None:
    """What is on file of an outcome's parts makes its rating, so it is not listed as unrated."""
    text = stage.run("show", "outcome-05", "--as-of=2024-09-30").out

    assert {"zh": "不计入评价", "en": "never rated"}[stage.lang] not in text


def test_a_share_falls_short_by_points(tmp_path: Path) -> None:
    """What a share of 47.6 % lacks to 50 % is 2.4 percentage points, not 2.4 %."""
    told = {}
    for lang in ("zh", "en"):
        stage = Stage.of("fujian", tmp_path / lang, lang=lang)
        asked = ("digital-economy-gdp-share", "--as-of=2022-09-30")
        told[lang] = stage.run("show", *asked).out

    assert re.search(r"2\.4%", told["zh"] + told["en"]) is None
    assert "2.4个百分点" in told["zh"]
    assert "2.4 percentage points" in told["en"]


def test_a_baseline_that_is_shown_is_not_said_to_be_missing(tmp_path: Path) -> None:
    """Where a page shows a baseline, no line of it says that there is none."""
    stage = Stage.of("fujian", tmp_path)

    text = stage.run("show", "5g-base-stations", "--as-of=2023-03-31", "--known-by=2022-12-31").out

    assert "\n  baseline  " in text
    assert "no start" not in text
