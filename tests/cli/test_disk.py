"""What a disk and its links do to a write: one sentence, the right exit code, nothing changed."""

import errno
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from stage import Stage

RECORD = ("record", "ocean-sensors", "7.2万", "--source", "bulletin-2025q1", "--date=2025-04-20")
NEW = ("record", "outcome-10", "delivered", "--source", "bulletin-2025q1", "--date=2025-03-31")
REGISTER = ("source", "add", "bulletin-2025q2", "--published=2025-07-20")
READINGS = "data/readings/ocean-sensors.yaml"
COMMANDS = {"record": RECORD, "first": NEW, "source": REGISTER}
WORDS = {
    errno.ENOSPC: {"zh": "磁盘已满", "en": "the disk is full"},
    errno.EDQUOT: {"zh": "磁盘配额已用完", "en": "your share of the disk is used up"},
    errno.EROFS: {"zh": "磁盘只读", "en": "the disk can only be read"},
    errno.EACCES: {"zh": "没有权限", "en": "you may not"},
    errno.EIO: {"zh": "系统拒绝", "en": "the system refused"},
}


@pytest.fixture(params=["zh", "en"])
def stage(request: pytest.FixtureRequest, tmp_path: Path) -> Stage:
    return Stage.of("invented", tmp_path / "here", lang=request.param)


def tree(folder: Path) -> dict[str, str | bytes | None]:
    """Answer everything below a folder: what a link says, what a file holds, None for a folder."""
    found: dict[str, str | bytes | None] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = path.readlink().as_posix()
        else:
            found[name] = path.read_bytes() if path.is_file() else None
    return found


def refused(stage: Stage, *command: str) -> str:
    """Run a command that cannot write; answer its sentence."""
    before = tree(stage.folder.parent)
    result = stage.run(*command)
    assert tree(stage.folder.parent) == before
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1), result.err
    return result.err.removeprefix({"zh": "错误：", "en": "error: "}[stage.lang]).strip()


@pytest.mark.parametrize("code", WORDS, ids=[errno.errorcode[one] for one in WORDS])
@pytest.mark.parametrize("step", ["write", "fsync"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_disk_that_refuses(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, command: str, step: str, code: int
) -> None:
    """Full, over quota, read-only, forbidden or broken, halfway or at the end: said in words."""
    real = Path.open

    def refuse(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    def half(self: Path, mode: str = "r", *arguments: Any, **keys: Any) -> Any:
        file = real(self, mode, *arguments, **keys)
        if mode != "xb":
            return file
        file.write(b"half")
        file.close()
        raise OSError(code, os.strerror(code))

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", refuse)
    else:
        monkeypatch.setattr(Path, "open", half)
    file = {"first": "readings/outcome-10.yaml", "source": "sources.yaml"}
    path = f"/here/data/{file.get(command, 'readings/ocean-sensors.yaml')}"
    why = WORDS[code][stage.lang]
    said = {"zh": f"无法写入{path}（{why}）", "en": f"{path} cannot be written ({why})"}
    assert refused(stage, *COMMANDS[command]) == said[stage.lang]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("path", ["data", "data/readings", READINGS])
def test_what_may_not_be_written(stage: Stage, path: str) -> None:
    """A folder or a file without the right to write."""
    place = stage.folder / path
    mode = place.stat().st_mode
    place.chmod(mode & ~0o222)
    command = REGISTER if path == "data" else RECORD
    try:
        sentence = refused(stage, *command)
    finally:
        place.chmod(mode)
    assert WORDS[errno.EACCES][stage.lang] in sentence


def test_a_file_that_was_made_read_only(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not replaced, even where the folder would allow it."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    path, why = f"/here/{READINGS}", WORDS[errno.EACCES][stage.lang]
    said = {"zh": f"无法写入{path}（{why}）", "en": f"{path} cannot be written ({why})"}
    assert refused(stage, *RECORD) == said[stage.lang]


def moved(stage: Stage, name: str, away: str) -> Path:
    """Move something elsewhere and leave a link in its place."""
    place = stage.folder / name
    there = stage.folder / away
    there.parent.mkdir(parents=True, exist_ok=True)
    place.rename(there)
    place.symlink_to(os.path.relpath(there, place.parent))
    return there


@pytest.mark.parametrize("dry", [(), ("-n",)])
@pytest.mark.parametrize(
    ("link", "command", "file"),
    [
        (READINGS, RECORD, "readings/ocean-sensors.yaml"),
        ("data/readings", RECORD, "readings/ocean-sensors.yaml"),
        ("data/readings", NEW, "readings/outcome-10.yaml"),
        ("data/sources.yaml", REGISTER, "sources.yaml"),
    ],
)
def test_a_link_that_leads_out(
    stage: Stage, link: str, command: tuple[str, ...], file: str, dry: tuple[str, ...]
) -> None:
    """What lies outside the data folder is not written; reading it works as before."""
    moved(stage, link, "away/it")
    sentence = refused(stage, *command, *dry)
    assert sentence.startswith(f"/here/data/{file}")
    assert "/here/away/it" in sentence
    assert stage.run("status").code == 0


def test_a_link_that_stays_inside(stage: Stage) -> None:
    """It is followed and stays, and one reading in and out again leaves every byte."""
    moved(stage, READINGS, "data/.kept/it.yaml")
    before = tree(stage.folder)
    assert stage.run(*RECORD).code == 0
    now = tree(stage.folder)
    assert {name for name in now if now[name] != before[name]} == {"data/.kept/it.yaml"}
    assert stage.run(*RECORD[:2], "--withdraw", "--reason=x", *RECORD[3:]).code == 0
    assert tree(stage.folder) == before


def test_a_data_folder_that_is_a_link(stage: Stage) -> None:
    """It may lie anywhere."""
    there = moved(stage, "data", "../elsewhere")
    before = (there / "readings" / "ocean-sensors.yaml").read_bytes()
    assert stage.run(*RECORD).code == 0
    assert ((stage.folder / "data").is_symlink(), stage.run(*REGISTER).code) == (True, 0)
    after = (there / "readings" / "ocean-sensors.yaml").read_bytes()
    assert (after.startswith(before), len(after) > len(before)) == (True, True)


@pytest.mark.parametrize("link", [READINGS, "data/readings", "data/sources.yaml"])
@pytest.mark.parametrize("to", ["nowhere.yaml", "itself"])
def test_a_link_that_leads_nowhere(stage: Stage, link: str, to: str) -> None:
    """Broken, or round in a circle: exit 2, a sentence that names it, nothing made behind it."""
    place = stage.folder / link
    shutil.rmtree(place) if place.is_dir() else place.unlink()
    place.symlink_to(place.name if to == "itself" else to)
    before = tree(stage.folder)
    result = stage.run(*RECORD)
    assert (result.code, result.out, tree(stage.folder)) == (2, "", before)
    assert "Traceback" not in result.err
    assert link in result.err


@pytest.mark.parametrize("command", [RECORD, REGISTER])
def test_a_folder_where_the_file_should_be(stage: Stage, command: tuple[str, ...]) -> None:
    """Nothing is written anywhere, and `check` names it."""
    name = READINGS if command == RECORD else "data/sources.yaml"
    (stage.folder / name).unlink()
    (stage.folder / name).mkdir()
    before = tree(stage.folder)
    result = stage.run(*command)
    assert (result.code, result.out, tree(stage.folder)) == (2, "", before)
    assert "fjdex check" in result.err
    assert f"{name}:1:1: error[file-unreadable]" in stage.run("check").out


@pytest.mark.parametrize(
    "id_",
    [
        "../x",
        "../../etc/passwd",
        "/etc/passwd",
        "a/b",
        "..",
        ".",
        "a\\b",
        "x" * 300,
        "a\nb",
        "\x7f",
    ],
)
@pytest.mark.parametrize("command", ["record", "source"])
def test_a_path_for_an_id(stage: Stage, command: str, id_: str) -> None:
    """An id is no path: a sentence, exit 2, and nothing is made anywhere."""
    words = {
        "record": ("record", id_, "1", "--date=2025-03-31", "--source=bulletin-2025q1"),
        "source": ("source", "add", id_, "--published=2025-07-20"),
    }
    assert refused(stage, *words[command])


@pytest.mark.parametrize("where", ["x" * 300, "a/" * 3000], ids=["name", "path"])
@pytest.mark.parametrize(
    "command",
    [("status", "-C"), ("init",), ("report", "2024Q3", "-o")],
    ids=["folder", "init", "report"],
)
def test_a_name_that_is_too_long(stage: Stage, command: tuple[str, ...], where: str) -> None:
    """For the data folder, a new one or a bulletin: a sentence, exit 2."""
    assert refused(stage, *command, f"{where}x")
