"""Every way of writing a value is understood exactly, and only one line ever changes."""

from pathlib import Path

import pytest

from stage import Stage

# What is typed for a target of a unit, and what stands on the line for it.
VALUES = [
    ("base-stations", "15000", "value: 15000"),
    ("base-stations", "1.5万", "value: 15000, printed: 1.5万"),
    ("base-stations", "1.5万个", "value: 15000, printed: 1.5万个"),
    ("base-stations", "15,000", "value: 15000"),
    ("base-stations", "１５０００", "value: 15000"),
    ("base-stations", "15000个", "value: 15000, printed: 15000个"),
    ("base-stations", "超1.5万个", "value: 15000, qualifier: at-least, printed: 1.5万个"),
    ("base-stations", "1.5万个以上", "value: 15000, qualifier: from, printed: 1.5万个"),
    ("base-stations", "近1.5万", "value: 15000, qualifier: just-under, printed: 1.5万"),
    ("base-stations", "约1.5万", "value: 15000, qualifier: about, printed: 1.5万"),
    ("base-stations", "1.5万左右", "value: 15000, qualifier: about, printed: 1.5万"),
    ("base-stations", "nearly 15,000", "value: 15000, qualifier: just-under"),
    ("harbour-uptime", "98.5%", "value: 98.5, printed: 98.5%"),
    ("harbour-uptime", "98.5", "value: 98.5"),
    ("harbour-uptime", "近99%", "value: 99, qualifier: just-under, printed: 99%"),
    ("tide-app-users", "6.1万人", "value: 6.1, printed: 6.1万人"),
    ("tide-app-users", "61000人", "value: 6.1, printed: 61000人"),
    ("tide-app-users", "6.10", "value: 6.10"),
    ("data-hub", "delivered", "state: delivered"),
    ("data-hub", "已完成", "state: delivered"),
    ("data-hub", "建设中", "state: started"),
    ("data-hub", "Cancelled", "state: cancelled"),
    ("base-stations", "一万五千", "value: 15000"),
    ("base-stations", "一点五万个", "value: 15000, printed: 一点五万个"),
    ("base-stations", "15 000", "value: 15000"),
    ("base-stations", "1.5e4", "value: 15000"),
    ("base-stations", "15000（初步数）", "value: 15000, status: provisional"),
    ("harbour-uptime", "百分之九十八点五", "value: 98.5, printed: 百分之九十八点五"),
]
# What is typed for a day, and what stands on the line for it.
DAYS = [
    ("2025年4月20日", "date: 2025-04-20"),
    ("二〇二五年四月二十日", "date: 2025-04-20"),
    ("２０２５－０４－２０", "date: 2025-04-20"),
    ("2025/4/20", "date: 2025-04-20"),
    ("2025.4.20", "date: 2025-04-20"),
    ("20250420", "date: 2025-04-20"),
    ("截至2025年2月底", "date: 2025-02-28"),
    ("2025年2月", "date: 2025-02-28, within: 2025-02"),
    ("2024年三季度", "date: 2024-09-30, within: 2024Q3"),
]
PERIODS = [
    ("2024年三季度", "2024Q3"),
    ("2024年前三季度", "2024-01/2024-09"),
    ("三季度", "2024Q3"),
    ("上半年", "2024H1"),
    ("2024年1—9月", "2024-01/2024-09"),
    ("二〇二四年九月", "2024-09"),
]
WORDS = [
    ("--qualifier=约", "qualifier: about"),
    ("--qualifier=>=", "qualifier: from"),
    ("--status=初步数", "status: provisional"),
    ("--comparability=相近", "comparability: near"),
]
FLOWS = [
    ("60亿元", "value: 60, printed: 60亿元"),
    ("0.006万亿元", "value: 60, printed: 0.006万亿元"),
    ("6000000000元", "value: 60, printed: 6000000000元"),
    ("60亿", "value: 60, printed: 60亿"),
]


@pytest.mark.parametrize(("id_", "typed", "written"), VALUES)
def test_values_are_understood(id_: str, typed: str, written: str, tmp_path: Path) -> None:
    """A value goes on file in the target's unit, exactly, and one line is all that is added."""
    stage = Stage.of("invented", tmp_path)
    before = stage.text(f"readings/{id_}.yaml")

    result = stage.run("record", id_, typed, "--date=2025-04-20", "--source=bulletin-2025q1")

    line = f"- {{date: 2025-04-20, {written}, source: bulletin-2025q1}}\n"
    assert result.code == 0, result.err
    assert _bare(stage.text(f"readings/{id_}.yaml")) == _bare(before + line)


@pytest.mark.parametrize(
    ("id_", "typed", "written"),
    [
        ("base-stations", "1.5万(自报)", "value: 15000, printed: 1.5万"),
        ("data-hub", "建成（自报）", "state: delivered"),
    ],
)
def test_what_stands_in_brackets_is_a_note(
    id_: str, typed: str, written: str, tmp_path: Path
) -> None:
    """Where it is no word for how final a figure is."""
    stage = Stage.of("invented", tmp_path)
    result = stage.run("record", id_, typed, "--date=2025-04-20", "--source=bulletin-2025q1", "-n")
    line = f"+- {{date: 2025-04-20, {written}, source: bulletin-2025q1, note: 自报}}"
    assert result.code == 0, result.err
    assert line in result.out.splitlines()


@pytest.mark.parametrize(("typed", "written"), DAYS)
def test_days_are_understood(typed: str, written: str, tmp_path: Path) -> None:
    """In the forms in which they are pasted; where no day is known, with the time it lies in."""
    stage = Stage.of("invented", tmp_path)
    result = stage.run(
        "record", "base-stations", "15000", f"--date={typed}", "--source=bulletin-2025q1", "-n"
    )
    line = f"+- {{{written}, value: 15000, source: bulletin-2025q1}}"
    assert result.code == 0, result.err
    assert line in result.out.splitlines()


@pytest.mark.parametrize(("typed", "written"), PERIODS)
def test_periods_are_understood(typed: str, written: str, tmp_path: Path) -> None:
    """One without its year is of the year of the day."""
    stage = Stage.of("invented", tmp_path)
    result = stage.run(
        "record", "value-added", "30", "--date=2024-09-30", f"--period={typed}",
        "--source=bulletin-2025q1", "-n", "--yes",
    )  # fmt: skip
    line = f"+- {{date: 2024-09-30, period: {written}, value: 30, source: bulletin-2025q1}}"
    assert result.code == 0, result.err
    assert line in result.out.splitlines()


def test_a_period_without_any_year_is_refused(tmp_path: Path) -> None:
    """With what to type."""
    stage = Stage.of("invented", tmp_path)
    result = stage.run("record", "value-added", "30", "--period=三季度")
    said = "error: `三季度` lacks its year; write it as 2022Q3, or type the day too\n"
    assert (result.code, result.out, result.err) == (2, "", said)


@pytest.mark.parametrize(("typed", "written"), WORDS)
def test_words_are_understood(typed: str, written: str, tmp_path: Path) -> None:
    """For a term of the format its word in either language."""
    stage = Stage.of("invented", tmp_path)
    result = stage.run(
        "record", "base-stations", "15000", "--date=2025-04-20", typed,
        "--source=Bulletin_2025Q1", "-n",
    )  # fmt: skip
    (line,) = [one for one in result.out.splitlines() if one.startswith("+- ")]
    assert result.code == 0, result.err
    assert sorted(line[4:-1].split(", ")) == sorted(
        ["date: 2025-04-20", "value: 15000", written, "source: bulletin-2025q1"]
    )


def test_a_reading_is_found_by_the_day_as_it_is_typed(tmp_path: Path) -> None:
    """To take it out again."""
    stage = Stage.of("invented", tmp_path)
    words = ["--date=2024年9月30日", "--source=return-2024q3", "--withdraw", "--reason=误"]
    result = stage.run("record", "base-stations", *words, "-n")
    gone = [one for one in result.out.splitlines() if one.startswith("-- ")]
    assert (result.code, [one[:20] for one in gone]) == (0, ["-- {date: 2024-09-30"])


def _bare(text: str) -> str:
    """Answer a text without the quotes that YAML asks for around some figures."""
    return text.replace('"', "")


@pytest.mark.parametrize(("typed", "written"), FLOWS)
def test_sums_of_money_are_understood(typed: str, written: str, tmp_path: Path) -> None:
    """万, 亿 and 万亿 are reckoned into the unit of the target, without rounding."""
    stage = Stage.of("invented", tmp_path)
    before = stage.text("readings/value-added.yaml")

    result = stage.run(
        "record", "value-added", typed, "--period=2025-01/2025-03", "--date=2025-04-20",
        "--source=bulletin-2025q1",
    )  # fmt: skip

    line = f"- {{date: 2025-04-20, period: 2025-01/2025-03, {written}, source: bulletin-2025q1}}\n"
    assert result.code == 0, result.err
    assert stage.text("readings/value-added.yaml") == before + line


def test_the_shipped_file_gets_one_line(tmp_path: Path) -> None:
    """On the Fujian plan a figure is one line more in one file, and every other byte stays."""
    stage = Stage.of("fujian", tmp_path)
    before = stage.files()

    result = stage.run(
        "record",
        "5g-base-stations",
        "8.2万个",
        "--date=2023-06-14",
        "--source=fujian-daily-2023-06-15",
    )

    after = stage.files()
    name = "data/readings/5g-base-stations.yaml"
    line = "- {date: 2023-06-14, value: 82000, printed: 8.2万个, source: fujian-daily-2023-06-15}\n"
    assert result.code == 0, result.err
    assert {one for one in after if after[one] != before.get(one)} == {name}
    assert after[name].decode().replace(line, "") == before[name].decode()
    assert after[name].decode().count(line) == 1


def test_correct_and_withdraw_give_back_the_bytes(tmp_path: Path) -> None:
    """A reading that is recorded, corrected and withdrawn leaves the folder as it was."""
    stage = Stage.of("invented", tmp_path)
    before = stage.files()
    reading = ("--date=2025-04-20", "--source=bulletin-2025q1")

    codes = [
        stage.run("record", "ocean-sensors", "7.2万", *reading).code,
        stage.run("record", "ocean-sensors", "7.3万", *reading, "--correct", "--reason=x").code,
        stage.run("record", "ocean-sensors", *reading, "--withdraw", "--reason=x").code,
    ]

    assert codes == [0, 0, 0]
    assert stage.files() == before


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_line_endings_and_a_missing_last_newline_are_the_file_s(
    ending: str, tmp_path: Path
) -> None:
    """A file's own line endings stay; a last line without one gets one, and no other byte moves."""
    stage = Stage.of("invented", tmp_path)
    name = "readings/ocean-sensors.yaml"
    text = stage.text(name).replace("\n", ending)
    stage.write(name, text.removesuffix(ending))

    result = stage.run(
        "record", "ocean-sensors", "72000", "--date=2025-04-20", "--source=bulletin-2025q1"
    )

    line = f"- {{date: 2025-04-20, value: 72000, source: bulletin-2025q1}}{ending}"
    assert result.code == 0, result.err
    assert stage.text(name).removesuffix(ending) == (text + line).removesuffix(ending)


def test_a_dry_run_writes_nothing_and_judges_the_same(tmp_path: Path) -> None:
    """`-n` answers what would change with the exit code of the real run, and writes nothing."""
    stage = Stage.of("invented", tmp_path)
    before = stage.files()
    asked = [
        ("7.2万", "--date=2025-04-20"),
        ("7.2万", "--date=2025-03-31"),
        ("7.2万", "--date=2025-13-31"),
        ("7.2万", "--date=2025-09-30"),
    ]

    dry = [
        stage.run("record", "ocean-sensors", *one, "--source=bulletin-2025q1", "-n").code
        for one in asked
    ]

    assert stage.files() == before
    real = [
        stage.run("record", "ocean-sensors", *one, "--source=bulletin-2025q1").code for one in asked
    ]
    assert dry == real == [0, 1, 2, 1]


@pytest.mark.parametrize("answer", ["n\n", "\n", "", "no\n", "yess\n"])
def test_only_a_yes_is_a_yes(answer: str, tmp_path: Path) -> None:
    """At the question about a doubtful value everything but a yes writes nothing and exits 1."""
    stage = Stage.of("invented", tmp_path)
    before = stage.files()

    result = stage.run(
        "record", "smart-piers", "110", "--date=2025-04-20", "--source=bulletin-2025q1",
        answer=answer,
    )  # fmt: skip

    assert (result.code, result.out) == (1, "")
    assert stage.files() == before


@pytest.mark.parametrize("answer", ["y\n", "Y\n", "yes\n", "是\n", " YES \n"])
def test_a_yes_writes(answer: str, tmp_path: Path) -> None:
    """A yes in either language writes the doubtful value."""
    stage = Stage.of("invented", tmp_path)

    result = stage.run(
        "record", "smart-piers", "110", "--date=2025-04-20", "--source=bulletin-2025q1",
        answer=answer,
    )  # fmt: skip

    line = "- {date: 2025-04-20, value: 110, source: bulletin-2025q1}\n"
    assert result.code == 0
    assert stage.text("readings/smart-piers.yaml").endswith(line)


def test_a_source_that_is_added_can_be_cited(tmp_path: Path) -> None:
    """What `source add` puts on the register is what `record` and `source list` then know."""
    stage = Stage.of("invented", tmp_path)
    added = stage.run("source", "add", "bulletin-2025q2", "--published=2025-07-20")

    recorded = stage.run(
        "record", "ocean-sensors", "7.6万", "--date=2025-06-30", "--source=bulletin-2025q2"
    )

    assert (added.code, recorded.code) == (0, 0)
    assert stage.run("source", "list", "bulletin-2025q2").out.split("\n")[1].split()[:1] == [
        "bulletin-2025q2"
    ]
    assert stage.run("check").code == 0


def test_what_is_withdrawn_is_of_the_record_s_own_measure(tmp_path: Path) -> None:
    """Where others share its day and source they stay, as `--correct` leaves them."""
    stage = Stage.of("fujian", tmp_path)
    file = "readings/5g-base-stations.yaml"
    before = stage.text(file)

    done = stage.run(
        "record", "5g-base-stations", "--withdraw", "--reason=x", "--date=2022-09-30",
        "--source=fjca-2022-09",
    )  # fmt: skip

    gone = set(before.splitlines()) - set(stage.text(file).splitlines())
    assert (done.code, len(gone)) == (0, 1)
    assert next(iter(gone)).startswith("- {date: 2022-09-30, value: 71000, printed: 7.1万个,")
