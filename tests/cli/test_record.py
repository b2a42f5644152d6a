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
