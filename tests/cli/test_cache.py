"""What is kept between runs saves time and changes nothing, wherever it lies and whoever asks."""

import os
import pty
import shutil
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from fcntl import ioctl
from pathlib import Path
from unittest import mock

import pytest

import builders as b
from fjdex.cli import tape
from rerun import TODAY, Asker, lay
from stage import REPOSITORY

SECONDS = 60
READINGS = b.lines(
    "date: 2021-06-30, value: 200, source: s",
    "date: 2022-03-31, value: 480, printed: 480个, source: s",
)
TEXTS = b.folder(
    b.target(b.goal(), key="t", unit="个"), sources=b.source("s", "2022-04-30"),
    readings={"t": READINGS},
)  # fmt: skip
ADDED = ("record", "t", "490", "--date=2022-04-15", "--source=s")


@pytest.fixture
def asker(tmp_path: Path) -> Asker:
    """Answer who asks, in a folder that holds a plan."""
    lay(tmp_path / "data", TEXTS)
    return Asker(tmp_path, tmp_path / "cache")


@pytest.mark.parametrize(
    "words",
    [
        "status",
        "status --json",
        "show t",
        "check",
        "check --format full",
        "-C data status --lang=zh",
    ],
)
def test_the_same_question_is_answered_again(asker: Asker, words: str) -> None:
    """Exit code, answer and narration; `check` finds errors again too."""
    first, second = asker.ask(*words.split()), asker.ask(*words.split())

    assert (first.again, second.again) == (False, True)
    assert second.words == first.words == asker.plainly(*words.split()).words
    assert first.code == int("check" in words)


@pytest.mark.parametrize(
    "variables",
    [
        {"FJDEX_LANG": "zh"},
        {"FJDEX_LANG": "", "LANG": "zh_CN.UTF-8"},
        {"FJDEX_LANG": "", "LC_ALL": "zh_CN.UTF-8"},
        {"FJDEX_TODAY": "2022-07-01"},
        {"FORCE_COLOR": "1", "NO_COLOR": ""},
        {"FORCE_COLOR": "None", "NO_COLOR": ""},
        {"COLUMNS": "40"},
        {"TERM": "dumb"},
        {"TZ": "Asia/Shanghai"},
        {"FJDEX_DATA": "other"},
        {"FJDEX_DEBUG": ""},
    ],
)
def test_what_can_change_the_words_is_part_of_the_question(
    asker: Asker, variables: dict[str, str]
) -> None:
    """Language, day, colour, width: another one is asked about anew, and the first is kept."""
    shutil.copytree(asker.here / "data", asker.here / "other")
    asker.ask("status")
    other = asker.ask("status", **variables)

    assert other.again is False
    assert other.words == asker.plainly("status", **variables).words
    assert asker.ask("status").again is True


def test_none_is_no_word_of_a_variable(asker: Asker) -> None:
    """One that is not set is not one that is set to `None`."""
    plain = asker.ask("status", NO_COLOR="")
    coloured = asker.ask("status", NO_COLOR="", FORCE_COLOR="None")

    assert (coloured.again, coloured.out == plain.out) == (False, False)


@pytest.mark.parametrize("option", ["--known-by=2022-04-01", "--area=东市", "--as-of=2022-03-30"])
def test_a_clock_and_an_area_have_answers_of_their_own(asker: Asker, option: str) -> None:
    """What is known of the whole plan as of today is not taken for them, nor theirs for it."""
    for words in (("status", "--json"), ("status", "--json", option)) * 2:
        assert asker.ask(*words).words == asker.plainly(*words).words
    (asker.here / "data" / "remarks.yaml").write_text("[]\n")
    for words in (("status", "--json", option), ("status", "--json")):
        assert asker.ask(*words).words == asker.plainly(*words).words


@pytest.mark.parametrize(
    ("arguments", "variables"),
    [
        (("status", "--no-cache"), {}),
        (("--no-cache", "status"), {}),
        (("status",), {"FJDEX_CACHE": "off"}),
    ],
)
def test_it_can_be_left_alone(
    asker: Asker, arguments: tuple[str, ...], variables: dict[str, str]
) -> None:
    """Neither used nor added to: not for `record`, `due` and the others either."""
    for words in (arguments, arguments):
        assert asker.ask(*words, **variables).again is False
    assert asker.ask("--no-cache", *ADDED).code == 0
    assert asker.ask("--no-cache", "due").code == 0
    assert list(asker.here.glob("cache/*/*")) == []

    asker.ask("status")
    kept = {path: path.read_bytes() for path in files_of(asker.cache)}
    (asker.here / "data" / "remarks.yaml").write_text("[]\n")
    asker.ask(*arguments, **variables)
    assert {path: path.read_bytes() for path in files_of(asker.cache)} == kept


def test_what_writes_is_never_said_again(asker: Asker) -> None:
    """Whatever words stand among its options: the second time the line is there already."""
    words = (*ADDED, "--note", "status")
    asker.ask("status")
    before = asker.ask("show", "t").words
    assert [asker.ask(*words).code, asker.ask(*words).code] == [0, 1]

    assert asker.ask("show", "t").words != before
    assert asker.ask("show", "t").words == asker.plainly("show", "t").words


def test_a_plan_that_came_nearer_is_another(asker: Asker) -> None:
    """With the same bytes too: its places are named from where one is."""
    below = asker.here / "a"
    below.mkdir()
    first = asker.ask("check", here="a")
    shutil.copytree(asker.here / "data", below / "data")
    second = asker.ask("check", here="a")

    assert (second.again, second.words == first.words) == (False, False)
    assert second.words == asker.plainly("check", here="a").words


def test_places_are_named_from_where_one_asks(asker: Asker) -> None:
    """The same plan, and paths that can be opened."""
    (asker.here / "a").mkdir()
    first = asker.ask("check")
    second = asker.ask("check", here="a")

    assert (second.again, second.words == first.words) == (False, False)
    assert second.words == asker.plainly("check", here="a").words


def test_a_folder_named_by_the_one_that_holds_it(asker: Asker) -> None:
    """It may come to hold a plan as `data`."""
    asker.ask("-C", "data", "check")
    shutil.copytree(asker.here / "data", asker.here / "data" / "data")
    for file in ("data", "data/data"):
        shutil.rmtree(asker.here / file / "readings")

    assert asker.ask("-C", "data", "check").words == asker.plainly("-C", "data", "check").words


@pytest.mark.parametrize("link", ["data", "named"])
def test_a_link_that_leads_elsewhere(asker: Asker, link: str) -> None:
    """In the place of the data, or among the arguments: the files are the same, the paths not."""
    here = asker.here
    shutil.move(here / "data", here / "one")
    shutil.copytree(here / "one", here / "two")
    (here / "data").symlink_to("one")
    (here / "named").symlink_to("one/plan.yaml")
    words = {"data": ("check", "one/readings"), "named": ("check", "named")}[link]
    asker.ask(*words)
    (here / link).unlink()
    (here / link).symlink_to({"data": "two", "named": "one/areas.yaml"}[link])

    assert asker.ask(*words).words == asker.plainly(*words).words


def test_another_program_answers_for_itself(asker: Asker) -> None:
    """What an older one understood or said is not taken."""
    asker.ask("status")
    with mock.patch.object(tape, "program", return_value=b"another"):
        assert asker.ask("status").again is False


def files_of(folder: Path) -> list[Path]:
    """Answer every file of a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]


def _instead(lay: Callable[[Path], None]) -> Callable[[Path], None]:
    def replaced(path: Path) -> None:
        path.unlink()
        lay(path)

    return replaced


def damages() -> dict[str, Callable[[Path], object]]:
    """Answer what may have become of a thing in the cache."""
    return {
        "cut": lambda path: path.write_bytes(path.read_bytes()[:-9]),
        "empty": lambda path: path.write_bytes(b""),
        "another's": lambda path: path.write_bytes(b"#!/bin/sh\nexit 1\n"),
        "text": lambda path: path.write_text("{}"),
        "turned": lambda path: path.write_bytes(path.read_bytes()[::-1]),
        "huge": lambda path: os.truncate(path, 1 << 40),
        "a folder": _instead(Path.mkdir),
        "a pipe": _instead(os.mkfifo),
        "a link": _instead(lambda path: path.symlink_to("/dev/zero")),
        "gone": lambda path: path.unlink(),
    }


@pytest.mark.parametrize("damage", damages())
def test_a_cache_that_is_damaged_costs_time_only(asker: Asker, damage: str) -> None:
    """Every single thing in it, at once."""
    asker.ask("status")
    for path in files_of(asker.cache):
        damages()[damage](path)
    (asker.here / "data" / "readings" / "t.yaml").write_text(READINGS.replace("480", "490"))

    for words in (("status",), ("due",), ("record", "t", "500", "--date=2022-04-01", "-n")):
        assert asker.ask(*words).words == asker.plainly(*words).words


def test_things_that_change_places(asker: Asker) -> None:
    """Each is whole, and none is what it is asked for as."""
    for words in (("status",), ("show", "t"), ("check",)):
        asker.ask(*words)
    for folder in ("answers", "folders"):
        paths = sorted((asker.cache / folder).iterdir())
        held = [path.read_bytes() for path in paths]
        for path, other in zip(paths, [*held[1:], held[0]], strict=True):
            path.write_bytes(other)

    # An answer holds of what it says that it was made of, so each is a right one; of another
    # question, though, which only somebody who may write there can bring about.
    (asker.here / "data" / "readings" / "t.yaml").write_text(READINGS.replace("480", "490"))
    for words in (("status",), ("show", "t"), ("check",)):
        assert asker.ask(*words).words == asker.plainly(*words).words


@pytest.mark.parametrize("place", ["data/cache", "data/.cache", "data/readings/cache"])
def test_a_cache_in_the_data_is_no_data(asker: Asker, place: str) -> None:
    """Whoever puts it there gets the same answers."""
    inside = Asker(asker.here, asker.here / place)
    for words in (("status",), ("check",)):
        assert inside.ask(*words).words == asker.plainly(*words).words
        assert inside.ask(*words).again is True


@pytest.mark.parametrize(
    "variables",
    [
        {"FJDEX_CACHE": "", "HOME": ""},
        {"FJDEX_CACHE": "", "HOME": "/proc/nowhere"},
        {"FJDEX_CACHE": "/dev/null/cache"},
        {"FJDEX_CACHE": "data/plan.yaml"},
        {"FJDEX_CACHE": "x" * 300},
        {"FJDEX_CACHE": "\udcff/省"},
    ],
)
def test_where_there_can_be_no_cache_there_is_none(asker: Asker, variables: dict[str, str]) -> None:
    """No home, a file, a name that is too long: nobody is told, nothing is hurt."""
    for words in (("status",), ("status",), ADDED, ("check",)):
        told = asker.ask(*words, **variables)
        assert told.words[2] == "" or "check" in words or "record" in words
        assert told.code in {0, int("check" in words)}
    assert (asker.here / "data" / "plan.yaml").read_text() == b.HEADER


def test_it_lies_in_the_users_own_place(asker: Asker) -> None:
    """Never in the data, and never where one is."""
    home = asker.here / "home"
    before = sorted(path.name for path in asker.here.iterdir())
    for words in (("status",), ("check",), ADDED):
        asker.ask(*words, FJDEX_CACHE="", HOME=str(home), XDG_CACHE_HOME="")

    assert sorted(path.name for path in asker.here.iterdir()) == sorted([*before, "home"])
    assert sorted(path.name for path in (home / ".cache" / "fjdex").iterdir()) == [
        "answers", "folders",
    ]  # fmt: skip
    data = asker.here / "data"
    inside = {path.relative_to(data).as_posix() for path in files_of(data)}
    assert {name for name in inside if not name.startswith(".")} == set(TEXTS)


# From here on, processes of their own.


def of_process(asker: Asker, **own: str) -> dict[str, str]:
    """Answer what a process is given."""
    given = {
        "PYTHONPATH": str(REPOSITORY / "src"), "FJDEX_LANG": "en", "FJDEX_TODAY": TODAY,
        "FJDEX_CACHE": str(asker.cache),
    }  # fmt: skip
    return {**os.environ, **given, **own}


def ran(asker: Asker, script: str, **own: str) -> tuple[int, str, str]:
    """Run a line of the shell, in which `fjdex` is the program."""
    done = subprocess.run(  # noqa: S603 (our own program)
        ["/bin/sh", "-c", f'fjdex() {{ "{sys.executable}" -m fjdex "$@"; }}\n{script}'],
        cwd=asker.here, env=of_process(asker, **own), capture_output=True, check=False,
        timeout=SECONDS, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_an_answer_given_again_starts_no_program(asker: Asker) -> None:
    """No parser, no rules, no commands: a few modules of ours and of the system."""
    script = (
        "import sys\nfrom fjdex.__main__ import run\nsys.argv = ['fjdex', 'status']\n"
        "try:\n    run()\nfinally:\n"
        "    ours = sorted(one for one in sys.modules if one.startswith('fjdex'))\n"
        "    print(*ours, *({'typer', 'json', 'pydantic', 'rich'} & {*sys.modules}))"
    )
    told = [
        subprocess.run(  # noqa: S603 (our own program)
            [sys.executable, "-c", script],
            cwd=asker.here, env=of_process(asker), stdout=subprocess.PIPE, check=False,
            timeout=SECONDS,
        ).stdout.decode().splitlines()[-1]
        for _ in range(2)
    ]  # fmt: skip

    assert "fjdex.cli.status" in told[0]
    assert told[1].split() == [
        "fjdex", "fjdex.__main__", "fjdex.cli", "fjdex.cli.recall", "fjdex.cli.tape",
        "fjdex.store", "fjdex.store.answers", "fjdex.store.files", "fjdex.store.shelf",
    ]  # fmt: skip


def test_half_an_answer_is_not_kept(asker: Asker) -> None:
    """Whoever read went away before `check` could say that there are errors."""
    script = "trap '' PIPE; fjdex check | true; fjdex check >full; echo $?"

    assert ran(asker, script)[:2] == (0, "1\n")
    assert (asker.here / "full").read_text() == asker.plainly("check").out


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_closed_streams(asker: Asker, closed: str) -> None:
    """Before anything is kept and after: the exit code is the answer's, and nothing breaks."""
    script = (
        f"fjdex check {closed}; echo $?; fjdex check >/dev/null 2>&1; fjdex check {closed}; echo $?"
    )
    _, out, err = ran(asker, script)
    plain = asker.plainly("check")
    kept = plain.out if ">&-" not in closed.replace("2>&-", "") else ""

    assert out == f"{kept}1\n" * 2
    assert err == ("" if "2>&-" in closed else plain.err * 2)


def test_a_disk_that_takes_no_answer(asker: Asker) -> None:
    """Given again or not, what cannot be written is said to be so, and no trace is shown."""
    again = "fjdex status >/dev/full; echo $?"
    code, out, err = ran(asker, f"{again}; fjdex status >/dev/null; {again}")

    assert (code, out) == (0, "2\n2\n")
    assert err == "error: stdout cannot be written (the disk is full)\n" * 2


def test_a_disk_that_takes_no_cache(asker: Asker) -> None:
    """Every write to a file fails, and the answers are the same; nothing half written stays."""
    asker.cache.mkdir()
    script = "ulimit -f 0; fjdex status | cat; fjdex status | cat"

    assert ran(asker, script) == (0, asker.plainly("status").out * 2, "")
    assert files_of(asker.cache) == []


def test_in_a_folder_that_is_gone(asker: Asker) -> None:
    """Where the data is named it is read all the same; nothing of ours breaks."""
    script = (
        f"mkdir gone; cd gone; rmdir ../gone; fjdex status t -C '{asker.here}/data';"
        f" FJDEX_CACHE=here fjdex status t -C '{asker.here}/data'"
    )

    assert ran(asker, script) == (0, asker.plainly("status", "t").out * 2, "")


def test_an_interrupt_at_any_time_is_one(asker: Asker) -> None:
    """While an answer is looked up too, when the program has not been started yet."""
    with mock.patch("fjdex.cli.recall.tape_of", side_effect=KeyboardInterrupt):
        assert asker.ask("status").words == (130, "", "")


def test_many_processes_keep_one_answer(asker: Asker) -> None:
    """Whoever comes last wins, and all say the same."""
    for number in range(2):
        started = [
            subprocess.Popen(
                [sys.executable, "-m", "fjdex", "status"],
                cwd=asker.here,
                env=of_process(asker),
                stdout=subprocess.PIPE,
            )
            for _ in range(4)
        ]
        told = {one.communicate(timeout=SECONDS)[0].decode() for one in started}

        assert told == {asker.plainly("status").out}
        assert len(list((asker.cache / "answers").iterdir())) == 1, number
        assert list(asker.cache.rglob("*.new")) == []


def test_each_width_of_a_terminal_has_its_answer(asker: Asker) -> None:
    """What was folded for a narrow one is not said in a wide one."""

    def seen(columns: int) -> bytes:
        ours, theirs = pty.openpty()
        ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        process = subprocess.Popen(
            [sys.executable, "-m", "fjdex", "status"],
            cwd=asker.here, env=of_process(asker, COLUMNS=""),
            stdin=theirs, stdout=theirs, stderr=theirs,
        )  # fmt: skip
        os.close(theirs)
        held = b""
        try:
            while piece := os.read(ours, 1 << 16):
                held += piece
        except OSError:
            pass  # the other end is closed
        process.wait(SECONDS)
        os.close(ours)
        return held

    wide, narrow, again = seen(200), seen(40), seen(200)

    assert (again == wide, narrow == wide) == (True, False)
    assert len(list((asker.cache / "answers").iterdir())) == 2
