"""`fjdex log` on real repositories: each value is told once, with who, when and why."""

import json
from pathlib import Path
from typing import Any

import pytest

from repositories import Repo

ID = "base-stations"
FILE = f"readings/{ID}.yaml"
_TENTHS = "unit: 万个\n  tasks: [task-01]\n  outcomes: [outcome-06]"
LINE = "- {date: 2024-10-31, value: 8600, source: bulletin-2024q3}"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository in which the invented plan was committed."""
    repo = Repo.begun(tmp_path)
    repo.commit("Begin", day="2024-07-20")
    return repo


def entries(repo: Repo, *arguments: str) -> list[dict[str, Any]]:
    """Answer the entries that scripts get, without that of the first commit."""
    result = repo.run("log", ID, *arguments, "--json")
    assert (result.code, result.err) == (0, "")
    found: list[dict[str, Any]] = json.loads(result.out)["entries"]
    return [one for one in found if one["subject"] != "Begin"]


def told(repo: Repo, *arguments: str) -> list[tuple[str, list[str]]]:
    """Answer subject and changes of each entry, the latest first."""
    return [
        (one["subject"], [change["change"] for change in one["changes"]])
        for one in entries(repo, *arguments)
    ]


def test_a_life_in_words(repo: Repo) -> None:
    """Recorded, corrected, withdrawn; a goal revised in between; other records are not told."""
    repo.add(FILE, LINE)
    repo.commit("录入10月数据", day="2024-11-05", author="陈二")
    repo.edit(FILE, "value: 8600", "value: 8650")
    repo.commit("更正：漏报一个区", day="2024-11-08")
    repo.edit("targets.yaml", "value: 20000", "value: 21000")
    repo.commit("Raise the goal", day="2024-12-01")
    repo.edit("targets.yaml", "unit: 座", "unit: 个")
    repo.commit("Another target", day="2024-12-02")
    repo.edit(FILE, LINE.replace("8600", "8650") + "\n", "")
    repo.commit("Withdraw it", day="2024-12-03")
    ids = repo.git("log", "--format=%h", "-n5").split()
    english, chinese = repo.run("log", ID), repo.run("log", ID, "--lang", "zh")
    wanted = f"""\
New-generation mobile base stations  (base-stations)

2024-12-03  林一: Withdraw it  ({ids[0]})
  reading withdrawn: 2024-10-31, 8,650 (source bulletin-2024q3)  {ids[0]}^:data/{FILE}:21

2024-12-01  林一: Raise the goal  ({ids[2]})
  goal revised (decided 2022-12-20): value 20,000 → 21,000  {ids[2]}:data/targets.yaml:35

2024-11-08  林一: 更正：漏报一个区  ({ids[3]})
  reading corrected (2024-10-31, bulletin-2024q3): value 8,600 → 8,650  {ids[3]}:data/{FILE}:21

2024-11-05  陈二: 录入10月数据  ({ids[4]})
  reading added: 2024-10-31, 8,600 (source bulletin-2024q3)  {ids[4]}:data/{FILE}:21

2024-07-20  林一: Begin"""
    assert english.out[: len(wanted)] == wanted
    assert chinese.out.split("\n\n")[3] == (
        f"2024-11-08  林一：更正：漏报一个区  （{ids[3]}）\n"
        "  更正填报值（2024-10-31、bulletin-2024q3）：数值由“8600个”改为“8650个”"
        f"  {ids[3]}:data/{FILE}:21"
    )


def test_what_scripts_get(repo: Repo) -> None:
    """Whole ids, ISO days, the changes as `diff` gives them, and of which commit it speaks."""
    repo.add(FILE, LINE)
    commit = repo.commit("Record October", day="2024-11-05")
    short = repo.git("rev-parse", "--short", "HEAD").strip()
    whole = json.loads(repo.run("log", ID, "--date", "2024-10-31", "--json").out)
    assert whole == {
        "schema": "fjdex.log/1",
        "id": ID,
        "entries": [
            {
                "commit": commit,
                "day": "2024-11-05",
                "written": "2024-11-05",
                "author": "林一",
                "subject": "Record October",
                "changes": [
                    {
                        "id": ID,
                        "change": "reading-added",
                        "table": "targets",
                        "former_id": ID,
                        "before": None,
                        "after": {
                            "date": "2024-10-31",
                            "value": "8600",
                            "source": "bulletin-2024q3",
                        },
                        "file": f"{short}:data/{FILE}",
                        "line": 21,
                        "before_file": None,
                        "before_line": None,
                    }
                ],
            }
        ],
        "rev": {"name": "HEAD", "commit": commit, "day": "2024-11-05"},
        "complete": True,
    }


def test_shape_alone_is_not_told(repo: Repo) -> None:
    """What `fmt` does, comments, quotes, and the order of records."""
    repo.add(FILE, LINE.replace(", ", ",  ").replace("8600", '"8600"'))
    repo.commit("Record")
    assert repo.run("fmt").code == 0
    repo.commit("fmt")
    repo.edit(FILE, LINE, LINE + "  # seen")
    repo.commit("Comment")
    assert told(repo) == [("Record", ["reading-added"])]


def test_another_id_is_followed(repo: Repo) -> None:
    """A record of which the title is the same is the same record; its readings' file goes along."""
    repo.add(FILE, LINE)
    repo.commit("Record")
    folder = repo.top / "data"
    (folder / FILE).rename(folder / "readings" / "stations.yaml")
    repo.edit("targets.yaml", "id: base-stations", "id: stations")
    repo.commit("Rename")
    repo.edit("readings/stations.yaml", "value: 8600", "value: 8601")
    repo.commit("Correct")
    result = repo.run("log", "stations", "--json")
    found = [
        (one["subject"], [change["change"] for change in one["changes"]][:1])
        for one in json.loads(result.out)["entries"]
    ]
    wanted = [
        ("Correct", ["reading-corrected"]),
        ("Rename", ["target-renamed"]),
        ("Record", ["reading-added"]),
        ("Begin", ["target-added"]),
    ]
    by_old_id = json.loads(repo.run("log", ID, "--json").out)["entries"]
    assert (found, [one["subject"] for one in by_old_id]) == (wanted, [one[0] for one in wanted])
    assert "id: base-stations → stations" in repo.run("log", "stations").out


def test_another_folder_is_followed(repo: Repo) -> None:
    """Its places are those of then."""
    repo.add(FILE, LINE)
    repo.commit("Record")
    repo.git("mv", "data", "数据")
    repo.commit("Move")
    result = repo.run("log", ID, "-C", "数据", "--date", "2024-10-31")
    short = repo.git("rev-parse", "--short", "HEAD~1").strip()
    assert result.out.endswith(f"  {short}:data/{FILE}:21\n")
    assert "Move" not in repo.run("log", ID, "-C", "数据").out


def test_what_came_by_a_merge_is_told_where_it_was_made(repo: Repo) -> None:
    """Two branches each add a reading; the merge itself did nothing."""
    repo.git("checkout", "-qb", "side")
    repo.add(FILE, LINE)
    repo.commit("On the branch", author="陈二")
    repo.git("checkout", "-q", "main")
    repo.add(FILE, LINE.replace("2024-10-31", "2024-11-30"))
    repo.commit("On main")
    repo.git("merge", "-q", "-m", "Merge", "side")
    assert sorted(told(repo)) == [
        ("On main", ["reading-added"]),
        ("On the branch", ["reading-added"]),
    ]


def test_what_a_merge_decided_is_told_of_the_merge(repo: Repo) -> None:
    """Both sides had corrected one value; whoever merged took a third."""
    repo.git("checkout", "-qb", "side")
    repo.edit(FILE, "value: 8500", "value: 8501")
    repo.commit("One more")
    repo.git("checkout", "-q", "main")
    repo.edit(FILE, "value: 8500", "value: 8502")
    repo.commit("Two more")
    repo.git("merge", "-q", "-s", "ours", "--no-commit", "side")
    repo.edit(FILE, "value: 8502", "value: 8503")
    repo.commit("Merge: three more")
    found = entries(repo)
    values = {
        one["subject"]: [(c["before"]["value"], c["after"]["value"]) for c in one["changes"]]
        for one in found
    }
    assert values == {
        "One more": [("8500", "8501")],
        "Two more": [("8500", "8502")],
        "Merge: three more": [("8502", "8503")],
    }


def test_what_a_merge_took_of_one_side_only_is_told(repo: Repo) -> None:
    """The other side's value is gone with it, and the log does not end with what is not there."""
    repo.git("checkout", "-qb", "side")
    repo.add(FILE, LINE)
    repo.commit("Record")
    repo.git("checkout", "-q", "main")
    repo.edit(FILE, "value: 8500", "value: 8502")
    repo.commit("Correct")
    repo.git("merge", "-q", "-s", "ours", "-m", "Merge without it", "side")
    assert told(repo)[0] == ("Merge without it", ["reading-withdrawn"])


def test_the_same_change_on_two_branches_is_told_once(repo: Repo) -> None:
    """As by git cherry-pick; done again after it was undone it is told again."""
    repo.git("checkout", "-qb", "side")
    repo.add(FILE, LINE)
    repo.commit("Record", day="2024-11-01")
    repo.git("checkout", "-q", "main")
    repo.git("commit", "-q", "--allow-empty", "-m", "x")
    repo.git("cherry-pick", "side")
    repo.git("merge", "-q", "-s", "ours", "-m", "Merge", "side")
    repo.edit(FILE, LINE + "\n", "")
    repo.commit("Withdraw")
    repo.add(FILE, LINE)
    repo.commit("Record again")
    assert told(repo) == [
        ("Record again", ["reading-added"]),
        ("Withdraw", ["reading-withdrawn"]),
        ("Record", ["reading-added"]),
    ]


def test_one_reading_is_followed_back_through_another_date(repo: Repo) -> None:
    """Its day was corrected; what it was before is part of its life."""
    repo.add(FILE, LINE.replace("2024-10-31", "2024-10-13"))
    repo.commit("Record")
    repo.edit(FILE, "2024-10-13", "2024-10-31")
    repo.commit("Mend the day")
    repo.add(FILE, LINE.replace("2024-10-31", "2024-11-30"))
    repo.commit("November")
    wanted = [("Mend the day", ["reading-corrected"]), ("Record", ["reading-added"])]
    assert told(repo, "--date", "2024-10-31") == wanted
    assert told(repo, "--source", "bulletin-2024q3", "--date", "2024-10-31") == wanted
    assert told(repo, "--source", "return-2023", "--date", "2024-10-31") == []


def test_readings_of_an_area(repo: Repo) -> None:
    """An area is asked for by id or name; what names none is of the whole."""
    repo.add(FILE, LINE.replace("value", "area: 无何岛, value"))
    repo.commit("The island's")
    repo.add(FILE, LINE)
    repo.commit("The whole's")
    assert told(repo, "--area", "无何岛", "--date", "2024-10-31") == [
        ("The island's", ["reading-added"])
    ]
    assert repo.run("log", ID, "--area", "无处").err.startswith("error: there is no area `无处`")


def test_a_record_that_was_taken_out_has_its_history_still(repo: Repo) -> None:
    """By its id; it is named as it was called last."""
    text = (repo.top / "data" / "targets.yaml").read_text("utf-8")
    begin = text.index("- id: smart-piers")
    end = text.index("\n- id:", begin) + 1
    repo.edit("targets.yaml", text[begin:end], "")
    (repo.top / "data" / "readings" / "smart-piers.yaml").unlink()
    repo.commit("Take it out")
    result = repo.run("log", "smart-piers")
    assert result.out.splitlines()[0] == "Smart piers in Zixu City  (smart-piers)"
    assert "target removed: smart-piers Smart piers in Zixu City" in result.out


def test_data_that_cannot_be_read_does_not_end_a_life(repo: Repo) -> None:
    """A broken file in between is passed over; what it says when mended is told then."""
    repo.add(FILE, LINE)
    repo.add("tasks.yaml", "- {id: broken")
    repo.commit("Broken elsewhere")
    repo.edit("tasks.yaml", "- {id: broken\n", "")
    repo.commit("Mend")
    assert told(repo) == [("Broken elsewhere", ["reading-added"])]


def test_as_of_a_revision(repo: Repo) -> None:
    """Only what leads to it."""
    repo.add(FILE, LINE)
    repo.commit("Record")
    assert told(repo, "--rev", "HEAD~1") == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nothing"], "error: there is no task, outcome or target `nothing`. Nearest: "),
        ([ID, "--date", "2024-13-01"], "error: `2024-13-01` is not a date. "),
        ([ID, "--rev", "nothing"], "error: git knows no revision `nothing`. "),
        (["new"], "error: `new` is not committed yet, so it has no history. "),
    ],
)
def test_what_cannot_be_told(repo: Repo, arguments: list[str], said: str) -> None:
    """One sentence each, and exit code 2."""
    text = (repo.top / "data" / "targets.yaml").read_text("utf-8")
    begin = text.index("- id: smart-piers")
    block = text[begin : text.index("\n- id:", begin) + 1]
    repo.add("targets.yaml", block.replace("smart-piers", "new").rstrip("\n"))
    result = repo.run("log", *arguments)
    assert (result.code, result.out, result.err[: len(said)]) == (2, "", said)


def test_a_value_is_said_in_the_unit_that_it_had(repo: Repo) -> None:
    """Also where the commit that changed the unit is none of those that are asked for."""
    repo.edit("targets.yaml", "unit: 个\n  tasks: [task-01]\n  outcomes: [outcome-06]", _TENTHS)
    repo.edit(FILE, "value: 8500, status: provisional, printed: 8500个", "value: 0.85")
    repo.commit("Count in 万个", day="2024-11-05")
    last = repo.git("rev-parse", "--short", "HEAD").strip()
    asked = ("--date", "2024-09-30", "--lang", "zh")

    whole, one = repo.run("log", ID, "--lang", "zh"), repo.run("log", ID, *asked)

    place = f"{last}:data/{FILE}:14"
    assert (
        "  更正填报值（2024-09-30、bulletin-2024q3）：数值由“8500个”改为“0.85万个”；"
        f"数据性质由“初步数”改为“终值”；删去原印数字“8500个”  {place}"
    ) in one.out.split("\n")
    assert f"  计量单位由“个”改为“万个”  {last}:data/targets.yaml:29" in whole.out.split("\n")
    for result in (whole, one):
        assert "新增填报值：2024-09-30，8500个（初步数、来源bulletin-2024q3）" in result.out


def test_where_no_commit_touched_such_a_reading(repo: Repo) -> None:
    """A sentence beside the answer; for scripts an empty list."""
    result = repo.run("log", ID, "--date", "2019-01-01")
    assert (result.code, result.out) == (0, "")
    assert result.err == "No commit touched such a reading.\n"


def test_a_clone_without_its_history_says_so(repo: Repo, tmp_path: Path) -> None:
    """What came before would else seem to have come with its first commit."""
    repo.commit("Later")
    clone = tmp_path / "clone"
    repo.git("clone", "-q", "--depth=1", f"file://{repo.top}", str(clone))
    result = repo.run("log", ID, "-C", str(clone))
    assert (result.code, "Later" in result.out) == (0, True)
    assert result.err.startswith("This clone has only the latest history: ")
    assert json.loads(repo.run("log", ID, "-C", str(clone), "--json").out)["complete"] is False


def test_words_of_a_commit_cannot_move_the_cursor(repo: Repo) -> None:
    """Signs that cannot be seen are named."""
    repo.add(FILE, LINE)
    repo.commit("red \x1b[31m", author="x\u202ey")
    assert "x<U+202E>y: red <U+001B>[31m  (" in repo.run("log", ID).out


def test_at_a_terminal_progress_is_wiped(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    """How many commits are done is said while one waits, and nothing of it stays."""
    monkeypatch.setattr("fjdex.cli.progress._PATIENCE", -1.0)
    repo.add(FILE, LINE)
    repo.commit("Record")
    result = repo.stage.run("log", ID, answer="", PATH="/usr/bin:/bin")
    assert (result.code, "1/2" in result.err) == (0, True)
    assert result.err.endswith("\r\x1b[K")


def test_a_correction_is_one_while_the_areas_cannot_be_read(tmp_path: Path) -> None:
    """The reading names no area, and for a commit nobody knows which is the whole."""
    repo = Repo.begun(tmp_path)
    repo.commit("The plan", day="2024-10-21")
    areas = (repo.top / "data" / "areas.yaml").read_bytes()
    repo.edit("readings/base-stations.yaml", "value: 8500,", "value: 8600,")
    (repo.top / "data" / "areas.yaml").write_bytes(b"areas: [\n")
    repo.commit("Broken", day="2024-10-22")
    repo.edit("readings/base-stations.yaml", "value: 8600,", "value: 8700,")
    (repo.top / "data" / "areas.yaml").write_bytes(areas)
    repo.commit("Mended", day="2024-10-23")

    result = repo.run("log", "base-stations", "--date", "2024-09-30", "--json")

    told = [
        (one["subject"], [change["change"] for change in one["changes"]])
        for one in json.loads(result.out)["entries"]
    ]
    assert told == [
        ("Mended", ["reading-corrected"]),
        ("Broken", ["reading-corrected"]),
        ("The plan", ["reading-added"] * 3),
    ]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["data-hub", "--source", "nope"],
            (
                "no reading of data-hub ever cited the source `nope`, and the register has none of "
                "that id. Its sources: statistics-2023, bulletin-2024q3"
            ),
        ),
        (
            ["outcome-04", "--part", "nope"],
            (
                "no reading of outcome-04 was ever of the part `nope`. "
                "Its parts: east-light, west-light, south-light, north-light"
            ),
        ),
    ],
)
def test_a_source_or_part_that_never_was(repo: Repo, words: list[str], sentence: str) -> None:
    """What nobody ever cited is a slip of the pen; the sentence says what there is."""
    result = repo.run("log", *words)

    assert (result.code, result.out, result.err) == (2, "", f"error: {sentence}\n")
