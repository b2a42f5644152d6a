"""`fjdex init --git`: what it says, and when it writes nothing."""

from pathlib import Path

import pytest

from repositories import Repo
from stage import Result

SETTING = {
    "en": "Set diff.fjdex.xfuncname in this repository's own configuration: "
    "git diff names the record of each hunk\n",
    "zh": "已在本仓库的配置中设置diff.fjdex.xfuncname：git diff 的区段标题写明所在记录\n",
}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_new_folder_with_what_git_is_to_know(tmp_path: Path, lang: str) -> None:
    """Its attributes come with it, so only the setting is to be made."""
    repo = Repo.begun(tmp_path, "none", lang=lang)
    result = repo.run("init", "--git", "--from", "empty")
    laid = {"en": "Laid down data (18 files)\n", "zh": "已建立data（18个文件）\n"}
    assert (result.code, result.out) == (0, laid[lang] + SETTING[lang])
    assert (repo.top / "data" / "plan.yaml").is_file()


@pytest.mark.parametrize("where", [(), (".",), ("data",)])
def test_a_folder_that_is_there_gets_what_is_missing(
    tmp_path: Path, where: tuple[str, ...]
) -> None:
    """Named itself or by the one that holds it; the second time there is nothing to do."""
    repo = Repo.begun(tmp_path)
    (repo.top / "data" / ".gitattributes").write_text("*.yaml text eol=lf\n", "utf-8")
    before = (repo.top / "data" / "targets.yaml").read_bytes()
    first, second = repo.run("init", *where, "--git"), repo.run("init", *where, "--git")
    assert first == Result(
        0,
        "Added to data/.gitattributes: *.yaml diff=fjdex\n"
        "Added to data/.gitattributes: readings/*.yaml merge=union\n" + SETTING["en"],
        "",
    )
    assert second == Result(0, "", "Nothing was missing.\n")
    assert (repo.top / "data" / "targets.yaml").read_bytes() == before


def test_a_setting_of_somebody_else_is_told(tmp_path: Path) -> None:
    """And left."""
    repo = Repo.begun(tmp_path)
    repo.git("config", "diff.fjdex.xfuncname", "^x")
    result = repo.run("init", "--git")
    said = "diff.fjdex.xfuncname is set to something else and was left so.\n"
    assert result == Result(0, "", said)


def test_a_plan_that_is_asked_for_is_not_laid_over_another(tmp_path: Path) -> None:
    """`--from` is a new folder, also with `--git`."""
    repo = Repo.begun(tmp_path)
    result = repo.run("init", "--git", "--from", "empty")
    assert (result.code, result.out) == (1, "")
    assert result.err == "error: /here/data is there already. Name another folder\n"


def test_outside_a_repository_no_folder_is_laid_down(tmp_path: Path) -> None:
    """Nothing is written before it is known that all can be."""
    repo = Repo.begun(tmp_path, "none")
    (repo.top / ".git").rename(repo.top / "git")
    result = repo.run("init", "new", "--git")
    assert (result.code, result.out, (repo.top / "new").exists()) == (2, "", False)
    assert result.err.startswith("error: /here lies in no git repository, ")
