"""Finding a data folder, and reading what stands in it."""

import errno
import os
from pathlib import Path

import pytest

from fjdex.messages import messages_of
from fjdex.plan.failures import Failure
from fjdex.plan.findings import Finding, Place
from fjdex.plan.words import LANGUAGES
from fjdex.store.folder import find_folder, place_of, read_folder, read_templates, reason


def plan_in(folder: Path) -> Path:
    """Make a data folder that holds a plan."""
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_text("id: x\n", encoding="utf-8")
    return folder


def failure(asked: str | None, variable: str | None, here: Path) -> tuple[str, dict[str, str]]:
    """Answer code and arguments of the failure to find a folder."""
    with pytest.raises(Failure) as caught:
        find_folder(asked, variable, here)
    assert caught.value.exit_code == 2
    return caught.value.code, dict(caught.value.arguments)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Answer a folder whose path holds no link."""
    return tmp_path.resolve()


@pytest.mark.parametrize("named", ["x/data", "x", "./x", "x/../x/data"])
def test_a_folder_is_named_itself_or_by_what_holds_it(home: Path, named: str) -> None:
    """Either will do, whatever lies nearer."""
    data = plan_in(home / "x" / "data")
    plan_in(home / "data")
    assert find_folder(named, None, home).samefile(data)


def test_a_data_folder_may_have_any_name_when_it_is_named(home: Path) -> None:
    """Only the search upward goes by the name."""
    plan = plan_in(home / "闽")
    assert find_folder("闽", None, home) == plan


def test_an_absolute_path(home: Path) -> None:
    """Where one stands does not matter then."""
    data = plan_in(home / "x" / "data")
    assert find_folder(str(data), None, Path("/")) == data


def test_what_is_asked_for_goes_before_the_variable_and_that_before_the_nearest(home: Path) -> None:
    """The option, then FJDEX_DATA, then upward."""
    folders = {name: plan_in(home / name / "data") for name in ("asked", "variable")}
    nearest = plan_in(home / "data")
    found = [
        find_folder("asked", "variable", home),
        find_folder(None, "variable", home),
        find_folder("", "variable", home),
        find_folder(None, None, home),
        find_folder(None, "", home),
    ]
    wanted = [folders["asked"], folders["variable"], folders["variable"], nearest, nearest]
    assert found == wanted


@pytest.mark.parametrize("here", [".", "a", "a/b/c", "data", "data/readings"])
def test_the_nearest_upward_is_taken(home: Path, here: str) -> None:
    """From wherever within the project one stands, the data folder itself included."""
    data = plan_in(home / "p" / "data")
    plan_in(home / "data")
    place = home / "p" / here
    place.mkdir(parents=True, exist_ok=True)
    assert find_folder(None, None, place) == data


def test_a_nearer_one_hides_one_farther_up(home: Path) -> None:
    """A plan within a plan's folder is a plan of its own."""
    plan_in(home / "data")
    inner = plan_in(home / "examples" / "data")
    (home / "examples" / "deep").mkdir()
    assert find_folder(None, None, home / "examples" / "deep") == inner


def test_what_is_not_there_is_told_with_where_was_looked(home: Path) -> None:
    """What was named is not searched for elsewhere."""
    inner = home / "p"
    inner.mkdir()
    assert failure(None, None, inner) == ("no-data", {"path": str(inner)})
    plan_in(home / "data")
    assert failure("q", None, home) == ("no-data-at", {"path": str(home / "q")})
    assert failure(None, "q", home) == ("no-data-at", {"path": str(home / "q")})
    assert failure("data/plan.yaml", None, home)[0] == "no-data-at"


def test_a_link_to_a_data_folder(home: Path) -> None:
    """Named, or standing where the data folder would."""
    real = plan_in(home / "real")
    (home / "p").mkdir()
    (home / "p" / "data").symlink_to(real)
    assert find_folder("p", None, home).samefile(real)
    assert find_folder(None, None, home / "p").samefile(real)


def test_a_plan_that_is_a_broken_link_is_found(home: Path) -> None:
    """So that its fault is told instead of another folder being taken."""
    plan_in(home / "data")
    (home / "p" / "data").mkdir(parents=True)
    (home / "p" / "data" / "plan.yaml").symlink_to(home / "nowhere")
    folder = find_folder(None, None, home / "p")
    assert folder == home / "p" / "data"
    assert read_folder(folder).refused == (
        Finding("file-unreadable", Place("plan.yaml"), {"why": "missing"}),
    )


def test_what_is_read(home: Path) -> None:
    """YAML files of the folder and of readings, by their path, with their bytes."""
    data = plan_in(home / "data")
    (data / "readings").mkdir()
    (data / "readings" / "t.yaml").write_bytes(b"\xef\xbb\xbf- x\r\n")
    (data / "notes.yml").touch()
    (data / "notes.txt").touch()
    snapshot = read_folder(data)
    assert (snapshot.folder, dict(snapshot.texts), dict(snapshot.raw), snapshot.refused) == (
        data,
        {"notes.yml": "", "plan.yaml": "id: x\n", "readings/t.yaml": "- x\r\n"},
        {"notes.yml": b"", "plan.yaml": b"id: x\n", "readings/t.yaml": b"\xef\xbb\xbf- x\r\n"},
        (),
    )


@pytest.mark.parametrize("name", [".hidden.yaml", "readings/.t.yaml", ".t.yaml.0a1b.fjdex-new"])
def test_hidden_files_are_left_alone(home: Path, name: str) -> None:
    """What an editor or a killed process left is no data."""
    data = plan_in(home / "data")
    (data / "readings").mkdir()
    (data / name).write_bytes(b"\xff")
    snapshot = read_folder(data)
    assert (list(snapshot.texts), snapshot.refused) == (["plan.yaml"], ())


@pytest.mark.parametrize("name", ["notes.yml", "targets.YAML", "readings/2022/t.yaml"])
def test_a_slip_in_a_name_loses_no_file(home: Path, name: str) -> None:
    """A YAML file that is not where it would be read is seen, so that it can be told."""
    data = plan_in(home / "data")
    (data / name).parent.mkdir(parents=True, exist_ok=True)
    (data / name).touch()
    assert name in read_folder(data).texts


def test_a_folder_that_holds_itself(home: Path) -> None:
    """Links that lead back up are not followed round and round."""
    data = plan_in(home / "data")
    (data / "readings").mkdir()
    (data / "readings" / "t.yaml").touch()
    (data / "readings" / "loop").symlink_to(".")
    assert list(read_folder(data).texts) == ["plan.yaml", "readings/t.yaml"]


def test_files_that_give_no_text_are_told(home: Path) -> None:
    """A folder with a file's name, a broken link, another encoding: each by itself."""
    data = plan_in(home / "data")
    (data / "tasks.yaml").mkdir()
    (data / "areas.yaml").symlink_to("nowhere.yaml")
    (data / "sources.yaml").write_bytes("- 来源\n".encode("gb18030"))
    snapshot = read_folder(data)
    assert (list(snapshot.texts), list(snapshot.raw), snapshot.refused) == (
        ["plan.yaml"],
        ["plan.yaml", "sources.yaml"],
        (
            Finding("file-unreadable", Place("areas.yaml"), {"why": "missing"}),
            Finding("file-not-utf8", Place("sources.yaml", 1, 3, 1, 4), {"guess": "GBK"}),
            Finding("file-unreadable", Place("tasks.yaml"), {"why": "folder"}),
        ),
    )


def test_a_file_too_large_is_not_read(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size is looked at first."""
    data = plan_in(home / "data")
    (data / "tasks.yaml").write_bytes(b"#" * 101)
    monkeypatch.setattr("fjdex.store.folder.MAX_BYTES", 100)
    read: list[str] = []
    real = Path.read_bytes

    def seen(self: Path) -> bytes:
        read.append(self.name)
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", seen)
    snapshot = read_folder(data)
    assert (read, [(one.code, one.place) for one in snapshot.refused]) == (
        ["plan.yaml"],
        [("file-too-large", Place("tasks.yaml"))],
    )


def test_a_file_that_vanishes_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the listing and the reading somebody may remove it."""
    data = plan_in(home / "data")

    def gone(_: Path) -> bytes:
        raise FileNotFoundError(errno.ENOENT, "gone")

    monkeypatch.setattr(Path, "read_bytes", gone)
    assert read_folder(data).refused == (
        Finding("file-unreadable", Place("plan.yaml"), {"why": "missing"}),
    )


def code_of(folder: Path) -> tuple[str, str, str]:
    """Answer code, path and reason of the failure to read a folder."""
    with pytest.raises(Failure) as caught:
        read_folder(folder)
    return caught.value.code, caught.value.arguments["path"], caught.value.arguments["why"]


def test_a_folder_that_cannot_be_listed(home: Path) -> None:
    """Missing, or a file: nothing else can be said of it."""
    (home / "file").touch()
    data = plan_in(home / "data")
    (data / "readings").touch()
    assert code_of(home / "no") == ("folder-unreadable", str(home / "no"), "missing")
    assert code_of(home / "file") == ("folder-unreadable", str(home / "file"), "not-folder")
    assert code_of(data)[::2] == ("folder-unreadable", "not-folder")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read(home: Path) -> None:
    """A file is told, a folder fails."""
    data = plan_in(home / "data")
    (data / "plan.yaml").chmod(0)
    assert read_folder(data).refused == (
        Finding("file-unreadable", Place("plan.yaml"), {"why": "permission"}),
    )
    data.chmod(0)
    try:
        assert code_of(data) == ("folder-unreadable", str(data), "permission")
    finally:
        data.chmod(0o700)


def test_a_link_that_leads_round_in_a_circle(home: Path) -> None:
    """A file is told, a folder fails."""
    data = plan_in(home / "data")
    (data / "tasks.yaml").symlink_to("tasks.yaml")
    assert read_folder(data).refused == (
        Finding("file-unreadable", Place("tasks.yaml"), {"why": "loop"}),
    )
    (data / "readings").symlink_to("readings")
    assert code_of(data)[::2] == ("folder-unreadable", "loop")


@pytest.mark.parametrize("file", ["../a.yaml", "readings/../../a.yaml", "/etc/a.yaml"])
def test_a_name_that_leads_out(home: Path, file: str) -> None:
    """No name leads out of the folder, link or not."""
    data = plan_in(home / "data")
    with pytest.raises(Failure) as caught:
        place_of(data, file)
    assert caught.value.code == "link-leads-out"
    assert place_of(data, "readings/../a.yaml") == data / "a.yaml"


REASONS = {
    errno.ENOENT: "missing",
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.EISDIR: "folder",
    errno.ENOTDIR: "not-folder",
    errno.EEXIST: "not-folder",
    errno.ENOSPC: "full",
    errno.EDQUOT: "quota",
    errno.EROFS: "read-only",
    errno.ELOOP: "loop",
    errno.ENAMETOOLONG: "name-too-long",
    errno.EIO: "system",
    None: "system",
}


@pytest.mark.parametrize("code", REASONS)
def test_every_reason_has_words(code: int | None) -> None:
    """Whatever the system says becomes a word that both languages know."""
    word = reason(OSError("x") if code is None else OSError(code, "x"))
    assert word == REASONS[code]
    assert all(f"why.{word}" in messages_of(language, "failure") for language in LANGUAGES)


def test_templates_are_read_by_their_names(home: Path) -> None:
    """Those of the folder's own `templates`, and no other file."""
    folder = home / "data"
    (folder / "templates").mkdir(parents=True, exist_ok=True)
    (folder / "templates" / "a.jinja").write_text("甲", encoding="utf-8")
    (folder / "templates" / "b.txt").write_text("乙", encoding="utf-8")
    assert read_templates(folder) == {"templates/a.jinja": "甲"}


def test_a_template_that_lies_elsewhere_is_not_read(home: Path) -> None:
    """A link must not show what the folder does not hold."""
    folder = home / "data"
    (folder / "templates").mkdir(parents=True, exist_ok=True)
    (home / "secret").write_text("x", encoding="utf-8")
    (folder / "templates" / "a.jinja").symlink_to(home / "secret")
    with pytest.raises(Failure) as caught:
        read_templates(folder)
    assert caught.value.code == "link-leads-out"
