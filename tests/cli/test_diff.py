"""`fjdex diff` in real repositories: which two states, what is read of them, and what is left."""

import json
from pathlib import Path
from typing import Any

import pytest

from fjdex.store.gitblobs import Blobs
from repositories import Repo
from stage import Result

AS_OF = ("--as-of", "2024-07-20")
PIERS = "readings/smart-piers.yaml"
LINE = "- {date: 2024-06-30, value: 12, source: bulletin-2024q2}"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Answer a repository whose last commit holds the invented plan."""
    repo = Repo.begun(tmp_path)
    repo.commit("The plan")
    return repo


def asked(repo: Repo, *arguments: str) -> dict[str, Any]:
    """Answer what a comparison says for scripts."""
    result = repo.run("diff", *AS_OF, "--json", *arguments)
    assert (result.code, result.err) == (0, "")
    whole: dict[str, Any] = json.loads(result.out)
    return whole


def said(whole: dict[str, Any]) -> list[str]:
    """Answer what changed of which record."""
    return [f"{one['change']} {one['id']}" for one in whole["changes"]]


def head(result: Result) -> str:
    """Answer the first line of an answer."""
    assert result.code == 0, result.err
    return result.out.split("\n")[0]


def test_the_files_here_are_compared_with_the_last_commit(repo: Repo) -> None:
    """Until they are committed; then with the one before."""
    repo.add(PIERS, LINE)
    assert said(asked(repo)) == ["reading-added smart-piers"]

    repo.commit()

    assert said(asked(repo)) == []
    assert said(asked(repo, "HEAD~1")) == ["reading-added smart-piers"]
    assert said(asked(repo, "HEAD", "HEAD~1")) == ["reading-withdrawn smart-piers"]


def test_what_is_staged_is_neither_the_last_commit_nor_the_files(repo: Repo) -> None:
    """Nothing staged is nothing changed."""
    repo.add(PIERS, LINE)
    assert said(asked(repo, "--staged")) == []

    repo.git("add", "-A")
    repo.edit(PIERS, "value: 12,", "value: 13,")

    (staged,) = asked(repo, "--staged")["changes"]
    (here,) = asked(repo)["changes"]
    assert (staged["after"]["value"], here["after"]["value"]) == ("12", "13")
    assert staged["file"] == ":data/readings/smart-piers.yaml"


@pytest.mark.parametrize("name", ["agencies.yaml", "readings"])
def test_a_link_that_leads_out_of_the_repository_is_a_change_only_if_it_changes(
    tmp_path: Path, name: str
) -> None:
    """Of what lies there git knows nothing; where the link is another one, that is told."""
    repo = Repo.begun(tmp_path / "here")
    data, out = repo.top / "data", tmp_path / "out"
    (data / name).rename(out)
    (data / name).symlink_to("../../out")
    repo.commit()
    assert repo.run("diff", "--exit-code") == Result(0, "", "Nothing changed.\n")
    repo.edit("targets.yaml", "value: 20000", "value: 21000")
    assert said(asked(repo)) == ["goal-revised base-stations"]

    (data / name).unlink()
    out.rename(data / name)

    assert {(one["side"], one["code"]) for one in asked(repo)["findings"]} == {
        ("before", "file-unreadable")
    }


def test_what_a_sparse_checkout_leaves_out_is_not_withdrawn(repo: Repo) -> None:
    """Nobody took it out; to git nothing changed either."""
    repo.git("sparse-checkout", "set", "--no-cone", "/*", "!data/readings/")
    assert not (repo.top / "data" / "readings").exists()
    assert repo.run("diff", "--exit-code") == Result(0, "", "Nothing changed.\n")

    repo.edit("targets.yaml", "value: 20000", "value: 21000")
    (repo.top / "data" / "remarks.yaml").unlink()

    found = {one.split()[0] for one in said(asked(repo))}
    assert found == {"goal-revised", "remark-removed"}


@pytest.mark.parametrize("filtered", ["blob:none", "tree:0"])
@pytest.mark.parametrize(
    "arguments",
    [("diff", "HEAD~1"), ("status", "--rev", "HEAD~1"), ("log", "base-stations")],
    ids=lambda one: one[0],
)
def test_what_a_partial_clone_leaves_out_is_not_fetched(
    repo: Repo, filtered: str, arguments: tuple[str, ...]
) -> None:
    """It is said what is missing and how to get it; none of it passes for not there."""
    repo.edit("targets.yaml", "value: 20000", "value: 21000")
    repo.commit()
    repo.git("config", "uploadpack.allowFilter", "true")
    clone = repo.top / "clone"
    repo.git("clone", "-q", f"--filter={filtered}", f"file://{repo.top}", str(clone))
    there = ("-C", str(clone))

    assert repo.run("diff", *there) == Result(0, "", "Nothing changed.\n")
    result = repo.run(*arguments, *there)

    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "error: this clone left out contents that are needed here (a partial clone), and fjdex "
        "fetches nothing. git fetch --refetch --no-filter brings them\n"
    )


def test_what_is_only_meant_to_be_added_is_not_staged(tmp_path: Path) -> None:
    """Git lists it as an empty file."""
    repo = Repo.begun(tmp_path)
    repo.git("add", "-N", "data")
    assert repo.run("diff", "--staged").err == "Nothing changed.\n"

    repo.git("add", "data/plan.yaml")

    result = repo.run("diff", "--staged")
    assert head(result) == (
        "The plan is new, and nothing is in it yet; some data is not understood."
    )


def test_some_records_alone_are_asked_for(repo: Repo) -> None:
    """By the id of a record, or of a register's; an id that there never was names the nearest."""
    repo.edit("targets.yaml", "value: 20000", "value: 21000")
    repo.add(PIERS, LINE)

    assert said(asked(repo, "--id", "smart-piers")) == ["reading-added smart-piers"]
    assert said(asked(repo, "--id", "smart-piers", "--id=base-stations")) == [
        "goal-revised base-stations",
        "reading-added smart-piers",
    ]
    result = repo.run("diff", "--exit-code", "--id", "plan-2022")
    assert result == Result(0, "", "Nothing changed.\n")
    repo.edit("sources.yaml", "kind: publication", "kind: letter")
    result = repo.run("diff", "base-stations")
    assert result.err == (
        "error: git knows no revision `base-stations`. For what changed of the record write "
        "--id base-stations\n"
    )
    result = repo.run("diff", "--id", "plan-2023")
    assert result.err == (
        "error: there is no record, agency, area or source `plan-2023`. Nearest: plan-2022, "
        "next-plan-2024, islander-2024\n"
    )
    result = repo.run("diff", "--id", "base-station")
    assert (result.code, result.out, "base-stations" in result.err) == (2, "", True)


def test_a_branch_is_compared_from_where_it_began(repo: Repo) -> None:
    """What came to the other branch meanwhile is not the change's doing."""
    repo.git("checkout", "-q", "-b", "piers")
    repo.add(PIERS, LINE)
    repo.commit("The piers", day="2024-07-21")
    repo.git("checkout", "-q", "main")
    repo.edit("targets.yaml", "value: 20000", "value: 21000")
    repo.commit("The goal", day="2024-07-22")
    repo.git("checkout", "-q", "piers")

    ways = (("main",), ("--merge-base", "main"), ("main...piers",), ("main..piers",), ("main..",))

    assert [said(asked(repo, *words)) for words in ways] == [
        ["goal-revised base-stations", "reading-added smart-piers"],
        ["reading-added smart-piers"],
        ["reading-added smart-piers"],
        ["goal-revised base-stations", "reading-added smart-piers"],
        ["goal-revised base-stations", "reading-added smart-piers"],
    ]


def test_the_two_sides_are_named_with_their_days(repo: Repo) -> None:
    """The commit's own id; the files here have none."""
    commit = repo.git("rev-parse", "HEAD").strip()

    whole = asked(repo)

    assert whole["before"] == {"name": "HEAD", "commit": commit, "day": "2024-07-20"}
    assert (whole["after"], whole["as_of"]) == (None, "2024-07-20")


def test_the_exit_code_says_that_something_changed(repo: Repo) -> None:
    """Only where it is asked to, and not for the shape of a file."""
    assert repo.run("diff", "--exit-code").code == 0
    repo.add(PIERS, "# counted on the quay")
    assert repo.run("diff", "--exit-code").code == 0
    repo.add(PIERS, LINE)
    assert [repo.run("diff", *one).code for one in ((), ("--exit-code",))] == [0, 1]


def test_a_folder_that_was_renamed_is_found(repo: Repo) -> None:
    """By its plan; the paths are those of either side."""
    repo.git("mv", "data", "plan")
    repo.commit("Another name")
    path = repo.top / "plan" / PIERS
    path.write_text(path.read_text("utf-8") + LINE + "\n", "utf-8")

    whole = json.loads(repo.run("diff", "-C", "plan", *AS_OF, "--json", "HEAD~1").out)

    assert said(whole) == ["reading-added smart-piers"]
    assert whole["changes"][0]["file"] == "plan/readings/smart-piers.yaml"


def test_a_folder_that_no_commit_holds_yet_is_all_new(tmp_path: Path) -> None:
    """Before the first commit, and where the first one did without it."""
    repo = Repo.begun(tmp_path)
    before = head(repo.run("diff"))
    repo.git("commit", "-q", "--allow-empty", "-m", "nothing")

    assert before.startswith("Everything is new: targets: 18, outcomes: 12, tasks: 6")
    assert head(repo.run("diff")) == before
    assert repo.run("diff", "HEAD").code == 2


def test_only_what_differs_is_read_of_the_earlier_side(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of fifty files the one that was changed; the others are known by their ids."""
    repo.add(PIERS, LINE)
    fetched: list[str] = []
    fetch = Blobs.fetch

    def watched(self: Blobs, ids: Any) -> None:
        given = list(ids)
        fetched.extend(given)
        fetch(self, given)

    monkeypatch.setattr(Blobs, "fetch", watched)

    assert said(asked(repo)) == ["reading-added smart-piers"]
    blob = repo.git("rev-parse", f"HEAD:data/{PIERS}").strip()
    assert set(fetched) == {blob}


def test_a_conflict_is_told_and_the_rest_compared(repo: Repo) -> None:
    """Where two branches wrote the same line, until somebody decides."""
    repo.add(
        PIERS, "<<<<<<< HEAD\n" + LINE + "\n=======\n" + LINE.replace("12", "13") + "\n>>>>>>> b"
    )
    repo.edit("tasks.yaml", "zh: 开放数据", "zh: 开放全部数据")

    result = repo.run("diff", *AS_OF)

    assert "changed: title" in head(result)
    assert "error[conflict-marker]" in result.out
    assert "Ratings are not compared" in result.out


def test_nothing_is_written(repo: Repo) -> None:
    """Neither in the data nor in the repository."""
    repo.add(PIERS, LINE)
    repo.git("add", "-A")
    before = repo.stage.files()

    for words in ((), ("--staged",), ("HEAD",), ("--format", "markdown")):
        assert repo.run("diff", *words).code == 0

    assert repo.stage.files() == before


def test_nothing_in_the_data_becomes_live(repo: Repo) -> None:
    """A comment on a change shows what is written and does nothing with it."""
    repo.edit(
        "tasks.yaml", "zh: 开放数据", 'zh: "<b>开放</b> |[x](http://invented.example) @all #1"'
    )

    result = repo.run("diff", "--format", "markdown", "--lang", "zh", *AS_OF)

    (line,) = [line for line in result.out.split("\n") if "开放" in line and line[:2] == "- "]
    assert "&lt;b&gt;开放&lt;/b&gt; \\|\\[x\\](http:&#8203;//invented.example) @&#8203;all" in line
    assert "<b>" not in line


def test_a_change_has_the_keys_that_scripts_rely_on(repo: Repo) -> None:
    """More may come, none may go."""
    repo.add(PIERS, LINE)

    whole = asked(repo)

    assert whole["schema"] == "fjdex.diff/1"
    assert {"id", "change", "before", "after", "file", "line"} <= set(whole["changes"][0])
    assert {"id", "before", "after", "cause"} <= set(whole["ratings"][0])
    assert whole["ratings"][0]["cause"] == {"kind": "reading", "changes": [0], "children": []}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_edit_is_said_in_either_language(repo: Repo, lang: str) -> None:
    """No code of ours, no word of Python's, nothing left blank."""
    repo.edit("plan.yaml", "every: quarter", "every: half-year")
    repo.edit("targets.yaml", 'operator: ">="', 'operator: ">"')
    repo.edit("targets.yaml", "kind: stock", "kind: ratio")
    repo.edit("agencies.yaml", "kind: department", "kind: other")
    repo.edit("sources.yaml", "kind: publication", "kind: reprint")

    result = repo.run("diff", "--lang", lang, *AS_OF)

    assert result.code == 0
    assert "None" not in result.out
    assert "Decimal" not in result.out
    quarterly = {
        "zh": "填报频率由“每季”改为“每半年”",
        "en": "reporting interval: quarterly → half-yearly",
    }
    assert quarterly[lang] in result.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["data/targets.yaml"],
            (
                "`data/targets.yaml` is a file, not a revision. fjdex diff compares "
                "revisions; write --id ID for what changed of one record. git diff shows the lines "
                "of a file"
            ),
        ),
        (
            ["HEAD", "readings/smart-piers.yaml"],
            (
                "`readings/smart-piers.yaml` is a file, not a revision. fjdex diff compares "
                "revisions; write --id ID for what changed of one record. git diff shows the lines "
                "of a file"
            ),
        ),
        (
            ["smart-piers"],
            (
                "git knows no revision `smart-piers`. For what changed of the record write "
                "--id smart-piers"
            ),
        ),
        (
            ["argets.yaml"],
            (
                "git knows no revision `argets.yaml`. Name a branch, a tag or a commit; "
                "git log --oneline lists them"
            ),
        ),
        (["HEAD", "HEAD", "main"], "`main` is one revision too many: fjdex diff compares two"),
        (
            ["--merge-base"],
            "--merge-base needs the branch that it is to go back to: fjdex diff --merge-base main",
        ),
    ],
)
def test_what_is_no_revision_is_refused(repo: Repo, words: list[str], sentence: str) -> None:
    """The sentence says what to type for what was probably meant."""
    result = repo.run("diff", *words)

    assert (result.code, result.out, result.err) == (2, "", f"error: {sentence}\n")
