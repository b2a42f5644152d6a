"""The bulletin is the same data and the same bytes, today and in five years."""

import re
import time
from pathlib import Path

import pytest

from fjdex.bulletin.rated import Rated, rated
from fjdex.plan.period import Period
from fjdex.plan.plan import Plan
from fjdex.store.folder import digest_of
from stage import Stage

QUARTERS = [("fujian", "2022Q3"), ("fujian", "2022Q4"), ("invented", "2024Q3")]


@pytest.mark.parametrize(("plan", "quarter"), QUARTERS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_same_bytes_anywhere_and_any_day(
    plan: str, quarter: str, lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the day nor locale, time zone, terminal or colour changes a byte of a bulletin."""
    told = set()
    for number, variables in enumerate(
        (
            {},
            {"FJDEX_TODAY": "2031-11-23"},
            {"LANG": "fr_FR.UTF-8", "LC_ALL": "de_DE.UTF-8"},
            {"FORCE_COLOR": "1", "COLUMNS": "20"},
        )
    ):
        monkeypatch.setenv("TZ", ["UTC", "Pacific/Kiritimati"][number % 2])
        time.tzset()
        for terminal in ("no", "colour"):
            stage = Stage.of(plan, tmp_path / f"{number}{terminal}", lang=lang, terminal=terminal)
            told.add(stage.run("report", quarter, "-o", "-", **variables).out)

    assert len(told) == 1


@pytest.mark.parametrize(("plan", "quarter"), QUARTERS)
def test_a_file_holds_what_is_printed(plan: str, quarter: str, tmp_path: Path) -> None:
    """The file holds what `-o -` prints, and shows the charts beside it; twice is once."""
    stage = Stage.of(plan, tmp_path)
    printed = stage.run("report", quarter, "-o", "-").out

    paths = [stage.run("report", quarter).out for _ in range(2)]

    assert paths == [f"reports/{quarter}.en.md\n"] * 2
    folder = stage.folder / "reports"
    text = (folder / f"{quarter}.en.md").read_bytes().decode()
    shown = re.findall(r"^!\[.*\]\((.*)\)\n\n", text, re.MULTILINE)
    assert re.sub(r"^!\[.*\n\n", "", text, flags=re.MULTILINE) == printed
    assert sorted(path.name for path in folder.iterdir()) == [f"{quarter}.en", f"{quarter}.en.md"]
    assert sorted(shown) == sorted(
        path.relative_to(folder).as_posix() for path in folder.glob("*/*.svg")
    )


def test_the_data_is_only_read(tmp_path: Path) -> None:
    """Writing a bulletin changes no byte of the data folder."""
    stage = Stage.of("invented", tmp_path)
    before = stage.files()

    stage.run("report", "2024Q3")

    assert {name: data for name, data in stage.files().items() if name in before} == before


@pytest.mark.parametrize("quarter", ["2023Q1", "2023Q4", "2024Q1", "2024Q2", "2024Q3", "2025Q4"])
def test_the_printed_counts_add_up(quarter: str, tmp_path: Path) -> None:
    """In the table of classes each row adds up to its total, and in that of ratings each column.

    What is cancelled is in the totals and in no class, as the row says.
    """
    text = Stage.of("invented", tmp_path).run("report", quarter, "-o", "-").out
    tables = [
        [
            [int(word) for word in re.findall(r"\| ([0-9]+)(?: \([^|]+\))?(?= \|)", row)]
            for row in block.split("\n")
        ]
        for block in text.split("\n\n")
        if block.startswith("| ")
    ]
    classes, ratings = tables[0][2:], tables[1][2:]
    totals = [18, 12, 6] if quarter == "2023Q1" else [18, 18, 12, 12, 6, 6]

    assert [row[0] for row in classes] == totals
    rows = next(row for row in text.split("\n\n") if row.startswith("| List")).split("\n")[2:]
    cancelled = [int((re.findall(r"with ([0-9]+) cancelled", row) or ["0"])[0]) for row in rows]
    assert [sum(row[1:]) for row in classes] == [
        row[0] - gone for row, gone in zip(classes, cancelled, strict=True)
    ]
    assert [sum(column) for column in zip(*ratings[:-1], strict=True)] == ratings[-1] == totals


def test_a_template_that_fails_leaves_no_report(tmp_path: Path) -> None:
    """Where the last agency's page cannot be made, none of the others is written."""
    stage = Stage.of("invented", tmp_path)
    folder = tmp_path / "data" / "templates"
    folder.mkdir()
    path = folder / "bulletin.md.jinja"
    path.write_text(
        '{% extends "fjdex/bulletin.md.jinja" %}\n'
        "{% block heading %}\n{% if targets | length == 1 %}{{ nix }}{% endif %}\n{% endblock %}\n"
    )

    result = stage.run("report", "2024Q3", "--all-leads")

    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "error: data/templates/bulletin.md.jinja, line 3: nothing is called `nix`. "
        "docs/templates.md lists what a template may use\n"
    )
    assert not (tmp_path / "reports").exists()


def test_a_bulletin_says_of_which_templates_it_is(tmp_path: Path) -> None:
    """With a team's templates the front matter has their digest too, without them it has not."""
    stage = Stage.of("invented", tmp_path)
    bare = stage.run("report", "2024Q3", "-o", "-").out
    folder = tmp_path / "data" / "templates"
    folder.mkdir()
    template = '{% extends "fjdex/bulletin.md.jinja" %}\n'
    (folder / "bulletin.md.jinja").write_text(template)

    own = stage.run("report", "2024Q3", "-o", "-").out

    digest = digest_of({"templates/bulletin.md.jinja": template})
    assert own == bare.replace("\n---\n\n", f"\ntemplates: {digest}\n---\n\n", 1)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_page_that_is_printed_has_its_charts(lang: str, tmp_path: Path) -> None:
    """`--format html -o -` prints the page that `--format html` writes, charts and all."""
    stage = Stage.of("invented", tmp_path, lang=lang)
    printed = stage.run("report", "2024Q3", "--format", "html", "-o", "-").out
    stage.run("report", "2024Q3", "--format", "html")

    written = (tmp_path / "reports" / f"2024Q3.{lang}.html").read_bytes().decode()
    assert printed == written
    assert printed.count('<span class="picture">') == 18


def test_all_agencies_pages_rate_the_plan_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many pages there are, and whatever is owed on them."""
    asked: list[str] = []

    def counted(plan: Plan, period: Period) -> Rated:
        asked.append(str(period))
        return rated(plan, period)

    monkeypatch.setattr("fjdex.cli.bulletins.rated", counted)
    told = Stage.of("invented", tmp_path).run("report", "2023Q4", "--all-leads")

    assert (told.code, told.out.count("\n"), asked) == (0, 6, ["2023Q4"])


@pytest.mark.parametrize(("lang", "mark"), [("zh", "阶段性通报"), ("en", "interim bulletin")])
def test_a_period_that_is_not_over_is_told_on_the_page(
    lang: str, mark: str, tmp_path: Path
) -> None:
    """And with the same data the page is the same after its end: only the warning goes."""
    stage = Stage.of("invented", tmp_path, lang=lang)
    before = stage.run("report", "2026Q4", "-o", "-", FJDEX_TODAY="2026-11-23")
    after = stage.run("report", "2026Q4", "-o", "-", FJDEX_TODAY="2027-11-23")

    assert mark in before.out.split("\n## ")[0]
    assert (before.out, after.err) == (after.out, "")
    assert "2026Q4" in before.err


def test_the_terminal_counts_what_the_page_counts(tmp_path: Path) -> None:
    """What was left out of an agency's page, and not of the whole plan."""
    stage = Stage.of("invented", tmp_path, lang="en")
    asked = ("report", "2024Q1", "--known-by", "2024-02-01", "-o", "-")
    told = [stage.run(*asked, *more) for more in ((), ("--lead", "群岛数字局"))]

    assert [one.err for one in told] == [
        "Left out by --known-by 2024-02-01: 6 published later, 2 of undated sources.\n",
        "Left out by --known-by 2024-02-01: 2 published later, 1 of undated sources.\n",
    ]
    assert [
        re.findall(r"^- Left out, as .*: ([0-9]+) ", one.out, re.MULTILINE) for one in told
    ] == [
        ["6", "2"],
        ["2", "1"],
    ]
