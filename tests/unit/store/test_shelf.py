"""The cache: what is put in comes out whole or not at all, and there is never too much of it."""

import hashlib
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest

from fjdex.store import shelf as module
from fjdex.store.shelf import Shelf, cache_folder, key_of, program

NAME = "a" * 64


def shelf(folder: Path, *, most: int = 3, each: int = 100, all_: int = 1000) -> Shelf:
    """Answer a small shelf."""
    return Shelf(str(folder), "things", most=most, each=each, all_=all_)


def put_at(folder: Path, second: int, name: str, data: bytes, **bounds: int) -> None:
    """Put something in at a second of our choosing."""
    one = shelf(folder, **bounds)
    with mock.patch.object(one, "_forget_oldest"):
        one.put(name, data)
    os.utime(folder / "things" / name, (second, second))


@pytest.mark.parametrize("data", [b"", b"x", b"\0" * 100, bytes(range(100))])
def test_what_was_put_is_taken(tmp_path: Path, data: bytes) -> None:
    """Whatever bytes, up to as many as a thing may have."""
    shelf(tmp_path).put(NAME, data)

    assert shelf(tmp_path).take(NAME) == data
    assert [one.name for one in (tmp_path / "things").iterdir()] == [NAME]


def test_the_later_takes_the_place_of_the_earlier(tmp_path: Path) -> None:
    """Under one name there is one thing."""
    shelf(tmp_path).put(NAME, b"first")
    shelf(tmp_path).put(NAME, b"second")

    assert shelf(tmp_path).take(NAME) == b"second"


def test_nobody_else_looks_in(tmp_path: Path) -> None:
    """What stands in the data is for who may read the data."""
    shelf(tmp_path / "deep" / "cache").put(NAME, b"x")

    assert (tmp_path / "deep" / "cache" / "things").stat().st_mode & 0o777 == 0o700


def test_what_is_too_large_is_not_put(tmp_path: Path) -> None:
    """And what stands under its name stays."""
    shelf(tmp_path).put(NAME, b"small")
    shelf(tmp_path).put(NAME, b"x" * 101)

    assert shelf(tmp_path).take(NAME) == b"small"


def test_of_too_many_the_oldest_go(tmp_path: Path) -> None:
    """The newest of them stay, as many as there may be."""
    for second, name in enumerate(("d", "b", "a", "c"), start=1):
        put_at(tmp_path, second, name, b"x")
    shelf(tmp_path).put("e", b"x")

    assert sorted(one.name for one in (tmp_path / "things").iterdir()) == ["a", "c", "e"]


def test_of_too_much_the_oldest_go(tmp_path: Path) -> None:
    """The seals count: a bound is one of the disk."""
    for second, name in enumerate(("d", "b", "a", "c"), start=1):
        put_at(tmp_path, second, name, b"x" * 68, most=10)
    shelf(tmp_path, most=10, all_=200).put("e", b"")

    assert sorted(one.name for one in (tmp_path / "things").iterdir()) == ["c", "e"]


def test_what_a_run_left_half_written_goes_too(tmp_path: Path) -> None:
    """It counts among the others, and keeps nobody with the same number from writing."""
    put_at(tmp_path, 1, f"{NAME}.{os.getpid()}.new", b"half")
    shelf(tmp_path).put(NAME, b"first")
    shelf(tmp_path).put(NAME, b"second")

    assert shelf(tmp_path).take(NAME) == b"second"
    for second in range(2, 6):
        put_at(tmp_path, second, str(second), b"x")
    shelf(tmp_path).put("last", b"x")
    assert sorted(one.name for one in (tmp_path / "things").iterdir()) == ["5", NAME, "last"]


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _seal_cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:31])


def _bit(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))


def _more(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _sealed_but_too_large(path: Path) -> None:
    body = b"x" * 101
    path.write_bytes(hashlib.sha256(body).digest() + body)


def _gone(path: Path) -> None:
    path.unlink()


def _a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _a_link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def _no_end(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


DAMAGES = [
    _cut, _seal_cut, _bit, _more, _empty, _sealed_but_too_large, _gone, _a_folder, _a_pipe,
    _a_link_to_itself, _no_end,
]  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_not_whole_is_not_there(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    """Nobody waits for it, and where it can be put again it can be taken again."""
    shelf(tmp_path).put(NAME, b"x" * 50)
    damage(tmp_path / "things" / NAME)

    assert shelf(tmp_path).take(NAME) is None
    shelf(tmp_path).put(NAME, b"again")
    assert shelf(tmp_path).take(NAME) == (None if damage is _a_folder else b"again")


def _a_file(place: Path) -> None:
    place.write_bytes(b"")


def _a_link_to_nothing(place: Path) -> None:
    place.symlink_to(place / "nowhere")


@pytest.mark.parametrize("lay", [_a_file, _a_link_to_nothing])
@pytest.mark.parametrize("where", ["cache", "cache/things"])
def test_where_nothing_can_be_put_nothing_is_lost(
    tmp_path: Path, lay: Callable[[Path], None], where: str
) -> None:
    """What stands in the place of the cache is left as it is."""
    place = tmp_path / where
    place.parent.mkdir(exist_ok=True)
    lay(place)
    shelf(tmp_path / "cache").put(NAME, b"x")

    assert shelf(tmp_path / "cache").take(NAME) is None
    assert (place.is_symlink(), place.exists()) == (lay is not _a_file, lay is _a_file)


def test_a_disk_that_is_full(tmp_path: Path) -> None:
    """Nothing half written stays, and what was there stays."""
    shelf(tmp_path).put(NAME, b"before")
    with mock.patch.object(os, "replace", side_effect=OSError(28, "full")):
        shelf(tmp_path).put(NAME, b"after")

    assert shelf(tmp_path).take(NAME) == b"before"
    assert [one.name for one in (tmp_path / "things").iterdir()] == [NAME]


@pytest.mark.parametrize(
    ("variables", "folder"),
    [
        ({}, None),
        ({"HOME": "/home/li"}, "/home/li/.cache/fjdex"),
        ({"HOME": ""}, None),
        ({"HOME": "li"}, None),
        ({"HOME": "/home/li", "XDG_CACHE_HOME": "/var/li"}, "/var/li/fjdex"),
        ({"HOME": "/home/li", "XDG_CACHE_HOME": ""}, "/home/li/.cache/fjdex"),
        ({"HOME": "/home/li", "XDG_CACHE_HOME": "var"}, None),
        ({"HOME": "/home/li", "FJDEX_CACHE": "/var/../c"}, "/c"),
        ({"HOME": "/home/li", "FJDEX_CACHE": ""}, "/home/li/.cache/fjdex"),
        ({"HOME": "/home/li", "XDG_CACHE_HOME": "/var/li", "FJDEX_CACHE": "off"}, None),
    ],
)
def test_where_the_cache_is(variables: dict[str, str], folder: str | None) -> None:
    """The user's own place for caches, or the one that is named; nowhere else."""
    with mock.patch.object(sys, "platform", "linux"):
        assert cache_folder(variables) == folder


def test_where_the_cache_is_on_other_systems() -> None:
    """Each has a place of its own for it."""
    home = {"HOME": "/Users/li", "LOCALAPPDATA": "/c/li"}
    with mock.patch.object(sys, "platform", "darwin"):
        assert cache_folder(home) == "/Users/li/Library/Caches/fjdex"
    with mock.patch.object(sys, "platform", "win32"):
        assert cache_folder(home) == "/c/li/fjdex/cache"


def test_a_cache_named_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is of the folder that one is in; of one that is gone there is none."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    assert cache_folder({"FJDEX_CACHE": "c"}) == str(here / "c")

    here.rmdir()
    assert cache_folder({"FJDEX_CACHE": "c"}) is None


def test_keys_of_other_words_are_other_keys() -> None:
    """Where one word ends and the next begins counts, and so does who made it."""
    words: list[list[str]] = [
        [],
        [""],
        ["", ""],
        ["ab"],
        ["a", "b"],
        ["1\0a"],
        ["1", "a"],
        ["\udcff"],
    ]
    keys = [key_of(one, made_by) for one in words for made_by in (b"", b"1", b"2")]

    assert len(set(keys)) == len(keys)
    assert key_of(["a", "b"], b"1") == key_of(("a", "b"), b"1")


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Answer a program of two files and a library, and have it asked for its fingerprint."""
    package, library = tmp_path / "fjdex", tmp_path / "lib" / "site-packages"
    for path in (package / "store" / "shelf.py", package / "words.md"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("1")
    (library / "rich-1.0.dist-info").mkdir(parents=True)
    (library / "pytest-1.0.dist-info").mkdir()
    monkeypatch.setattr(module, "__file__", str(package / "store" / "shelf.py"))
    monkeypatch.setattr(
        sys, "path", [str(tmp_path), str(library), str(tmp_path / "absent.zip"), ""]
    )
    return tmp_path


def _code(at: Path) -> None:
    (at / "fjdex" / "store" / "shelf.py").write_text("2")


def _words(at: Path) -> None:
    (at / "fjdex" / "words.md").write_text("2")


def _one_more(at: Path) -> None:
    (at / "fjdex" / "new.py").write_text("")


def _another_release(at: Path) -> None:
    library = at / "lib" / "site-packages"
    (library / "rich-1.0.dist-info").rename(library / "rich-1.0.1.dist-info")


def _another_python(_: Path) -> None:
    mock.patch.object(sys, "version", "3.99").start()


@pytest.mark.parametrize("change", [_code, _words, _one_more, _another_release, _another_python])
def test_another_program_has_another_fingerprint(
    source: Path, change: Callable[[Path], None]
) -> None:
    """Of the same size and at the same second too."""
    before = program()
    times = {path: path.stat().st_mtime_ns for path in source.rglob("*")}
    change(source)
    for path, time in times.items():
        if path.exists():
            os.utime(path, ns=(time, time))
    after = program()
    mock.patch.stopall()

    assert after != before


def test_what_makes_no_answer_does_not_count(source: Path) -> None:
    """Neither what Python keeps for itself, nor the data that is shipped, nor other libraries."""
    before = program()
    for folder in ("__pycache__", "seeds"):
        (source / "fjdex" / folder).mkdir()
        (source / "fjdex" / folder / "x.py").write_text("x")
    shutil.rmtree(source / "lib" / "site-packages" / "pytest-1.0.dist-info")

    assert program() == before


def test_a_program_that_nobody_can_read(source: Path) -> None:
    """It says so: an answer of an unknown program is nobody's."""
    (source / "fjdex" / "link.py").symlink_to("nowhere")

    with pytest.raises(OSError, match=r"link\.py"):
        program()
