"""Git is run so that no setting of a repository or of its user changes what it does."""

import os
from pathlib import Path

import pytest

from fjdex.plan.failures import Failure
from fjdex.store.git import Repository, find_repository
from repositories import VARIABLES, Repo


def found(repo: Repo, folder: Path, **variables: str) -> Repository:
    """Answer the repository in which a folder lies."""
    return find_repository(folder, {**VARIABLES, **variables}, repo.top)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository with one commit."""
    repo = Repo.begun(tmp_path / "plans")
    repo.commit()
    return repo


def texts_of(repository: Repository) -> list[str]:
    """Answer the names of the files at HEAD."""
    return sorted(repository.snapshot(repository.revision("HEAD")).texts)


def test_no_program_that_a_repository_names_is_run(repo: Repo, tmp_path: Path) -> None:
    """Not its monitor, pager, filters, textconv, differ, hooks or signature checker."""
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\ncat\n", "utf-8")
    trap.chmod(0o755)
    settings = (
        "core.fsmonitor",
        "core.pager",
        "filter.x.smudge",
        "filter.x.clean",
        "diff.external",
        "diff.x.textconv",
        "gpg.program",
        "core.sshCommand",
        "core.editor",
    )
    for name in settings:
        repo.git("config", name, str(trap))
    repo.git("config", "alias.rev-parse", f"!{trap}")
    repo.git("config", "log.showSignature", "true")
    hooks = repo.top / ".git" / "hooks"
    for name in ("post-index-change", "post-checkout", "fsmonitor-watchman"):
        hooks.mkdir(exist_ok=True)
        (hooks / name).symlink_to(trap)
    (repo.top / ".git" / "info").mkdir(exist_ok=True)
    (repo.top / ".git" / "info" / "attributes").write_text("*.yaml filter=x diff=x\n", "utf-8")
    repository = found(repo, repo.top / "data", GIT_PAGER=str(trap), GIT_EXTERNAL_DIFF=str(trap))
    repository.snapshot(repository.staged())
    repository.merge_base(repository.revision("HEAD"), repository.revision("main"))
    assert (len(texts_of(repository)), (tmp_path / "sprung").exists()) == (37, False)


def test_a_lost_object_is_told_and_not_fetched(repo: Repo, tmp_path: Path) -> None:
    """A clone without contents asks no server and runs no program for it."""
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n", "utf-8")
    trap.chmod(0o755)
    repo.git("config", "uploadpack.allowFilter", "true")
    source = f"file://{repo.top}"
    repo.git(
        "clone", "-q", "--no-checkout", "--filter=blob:none", source, str(tmp_path / "partial")
    )
    clone = tmp_path / "partial"
    repo.git("-C", str(clone), "config", "remote.origin.url", f"ext::{trap}")
    repo.git("-C", str(clone), "config", "protocol.ext.allow", "always")
    (clone / "data").mkdir()
    (clone / "data" / "plan.yaml").write_bytes((repo.top / "data" / "plan.yaml").read_bytes())
    with pytest.raises(Failure) as caught:
        texts_of(found(repo, clone / "data"))
    assert (caught.value.code, (tmp_path / "sprung").exists()) == ("contents-left-out", False)


def test_the_users_way_of_speaking_does_not_count(repo: Repo) -> None:
    """Another language, encoding or way of quoting changes nothing."""
    repo.git("config", "core.quotePath", "true")
    repo.git("config", "i18n.logOutputEncoding", "gb18030")
    repo.git("config", "core.warnAmbiguousRefs", "false")
    plain = texts_of(found(repo, repo.top / "data"))
    spoken = found(repo, repo.top / "data", LC_ALL="zh_CN.UTF-8", LANGUAGE="zh_CN", GIT_TRACE="1")
    assert (texts_of(spoken), len(plain)) == (plain, 37)


def test_the_repository_around_the_folder_counts(repo: Repo, tmp_path: Path) -> None:
    """In a linked worktree, in a submodule, through a link, under a Chinese name."""
    repo.git("worktree", "add", "-q", str(tmp_path / "另一份"), "HEAD")
    allow = ("-c", "protocol.file.allow=always")
    outer = Repo.begun(tmp_path / "outer", "none")
    outer.git(*allow, "submodule", "--quiet", "add", str(repo.top), "方案")
    (tmp_path / "link").symlink_to(repo.top / "data")
    folders = (
        tmp_path / "另一份" / "data",
        outer.top / "方案" / "data",
        tmp_path / "link",
    )
    repositories = [found(repo, folder) for folder in folders]
    assert [one.top.name for one in repositories] == ["另一份", "方案", "plans"]
    assert [one.inside for one in repositories] == ["data"] * 3
    assert [len(texts_of(one)) for one in repositories] == [37] * 3


def test_a_working_tree_beside_a_bare_repository(repo: Repo, tmp_path: Path) -> None:
    """As those keep it who work in several trees at once."""
    place = tmp_path / "several"
    repo.git("clone", "-q", "--bare", str(repo.top), str(place / ".bare"))
    (place / ".git").write_text("gitdir: ./.bare\n", "utf-8")
    repo.git("-C", str(place), "worktree", "add", "-q", "main")
    assert len(texts_of(found(repo, place / "main" / "data"))) == 37


def test_a_working_tree_apart_from_its_repository(repo: Repo, tmp_path: Path) -> None:
    """As those keep it who name both by GIT_DIR and GIT_WORK_TREE."""
    store = tmp_path / "store"
    (repo.top / ".git").rename(store)
    named = {"GIT_DIR": str(store), "GIT_WORK_TREE": str(repo.top)}
    assert len(texts_of(found(repo, repo.top / "data", **named))) == 37
    with pytest.raises(Failure) as caught:
        found(repo, repo.top / "data")
    assert caught.value.code == "repository-none"


def test_what_a_hook_sets_counts_for_its_own_repository(repo: Repo, tmp_path: Path) -> None:
    """Its index is what is staged; another repository's folder is not asked in it."""
    index = tmp_path / "index"
    index.write_bytes((repo.top / ".git" / "index").read_bytes())
    hook = {"GIT_DIR": ".git", "GIT_INDEX_FILE": str(index)}
    repo.git("rm", "-q", "--cached", "data/remarks.yaml")
    own = found(repo, repo.top / "data", **hook)
    other = Repo.begun(tmp_path / "other")
    other.commit()
    beside = found(repo, other.top / "data", **hook)
    assert "remarks.yaml" in own.snapshot(own.staged()).texts
    assert (beside.top, len(texts_of(beside))) == (other.top, 37)
    assert len(beside.snapshot(beside.staged()).texts) == 37


def test_without_git_a_sentence_says_so(repo: Repo, tmp_path: Path) -> None:
    """The path holds none."""
    with pytest.raises(Failure) as caught:
        found(repo, repo.top / "data", PATH=str(tmp_path))
    assert (caught.value.code, caught.value.arguments) == ("git-missing", {})


def test_outside_a_repository_a_sentence_says_so(tmp_path: Path) -> None:
    """It names the folder."""
    with pytest.raises(Failure) as caught:
        find_repository(tmp_path, VARIABLES, tmp_path)
    assert (caught.value.code, caught.value.arguments) == (
        "repository-none",
        {"path": str(tmp_path)},
    )


def test_a_repository_of_somebody_else_is_not_read(repo: Repo) -> None:
    """Git refuses it, and the failure names the folder to trust."""
    with pytest.raises(Failure) as caught:
        found(repo, repo.top / "data", GIT_TEST_ASSUME_DIFFERENT_OWNER="1")
    assert (caught.value.code, caught.value.arguments) == (
        "repository-unsafe",
        {"path": str(repo.top)},
    )


def test_what_git_says_otherwise_is_passed_on(repo: Repo) -> None:
    """In its own words, of which the first line tells."""
    with (repo.top / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write("[broken\n")
    with pytest.raises(Failure) as caught:
        found(repo, repo.top / "data")
    assert caught.value.code == "git-refused"
    assert caught.value.arguments["text"].startswith("bad config line")


def test_a_repository_of_another_format_is_refused(repo: Repo) -> None:
    """One that this git is too old for."""
    repo.git("config", "core.repositoryformatversion", "999")
    with pytest.raises(Failure) as caught:
        found(repo, repo.top / "data")
    assert caught.value.code == "git-refused"
    assert os.linesep not in caught.value.arguments["text"]
