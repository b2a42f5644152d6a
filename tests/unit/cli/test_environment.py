"""The world as one value: language, colour, width and the day."""

from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from fjdex.cli.environment import Environment
from fjdex.plan.failures import Failure
from stage import Terminal


def world(**variables: str) -> Environment:
    """Make an environment of some variables, in a pipe."""
    return Environment(variables, Path(), StringIO(), StringIO(), StringIO())


def place(variables: dict[str, str], *, terminal: bool) -> Environment:
    """Make an environment of some variables, at a terminal or in a pipe."""
    stream = Terminal if terminal else StringIO
    return Environment(variables, Path(), stream(), stream(), stream())


@pytest.mark.parametrize(
    ("asked", "variables", "language"),
    [
        (None, {}, "en"),
        ("zh", {}, "zh"),
        ("en", {"FJDEX_LANG": "zh", "LANG": "zh_CN.UTF-8"}, "en"),
        (None, {"FJDEX_LANG": "zh", "LANG": "en_US.UTF-8"}, "zh"),
        (None, {"LANG": "zh_CN.UTF-8"}, "zh"),
        (None, {"LANG": "zh_TW.Big5"}, "zh"),
        (None, {"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        (None, {"LANG": "en_GB.UTF-8", "LC_ALL": "zh_CN"}, "zh"),
        (None, {"LANG": "zh_CN", "LC_ALL": "", "LC_MESSAGES": ""}, "zh"),
        (None, {"LANG": "fr_FR.UTF-8"}, "en"),
        (None, {"LANG": "C"}, "en"),
    ],
)
def test_the_language(asked: str | None, variables: dict[str, str], language: str) -> None:
    """The one asked for, then FJDEX_LANG, then the locale as POSIX orders it, then English."""
    assert world(**variables).language(asked) == language


@pytest.mark.parametrize(("asked", "variables"), [("fr", {}), (None, {"FJDEX_LANG": "zh_CN"})])
def test_a_language_that_is_not_spoken(asked: str | None, variables: dict[str, str]) -> None:
    """A language asked for by name and not spoken is refused, never silently English."""
    with pytest.raises(Failure, match="language-unknown") as caught:
        world(**variables).language(asked)

    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("terminal", "variables", "coloured"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (False, {"FORCE_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": ""}, False),
        (True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
    ],
)
def test_colour(*, terminal: bool, variables: dict[str, str], coloured: bool) -> None:
    """NO_COLOR goes before FORCE_COLOR, both before the terminal; empty ones count as absent."""
    assert place(variables, terminal=terminal).colour is coloured


@pytest.mark.parametrize(("columns", "width"), [("120", 120), ("1", 1)])
def test_columns(columns: str, width: int) -> None:
    """COLUMNS says how wide the terminal is."""
    assert world(COLUMNS=columns).width == width


@pytest.mark.parametrize("columns", ["", "0", "wide", "-80", "８０x"])
def test_columns_that_are_no_number(columns: str) -> None:
    """A COLUMNS that is no number is passed over, and some width is there all the same."""
    assert world(COLUMNS=columns).width > 0


def test_today() -> None:
    """FJDEX_TODAY stands in for the clock."""
    assert world(FJDEX_TODAY="2022-09-30").today() == date(2022, 9, 30)


@pytest.mark.parametrize("text", ["2022-9-30", "today", "2022-02-30", "20220930"])
def test_a_today_that_is_no_day(text: str) -> None:
    """A FJDEX_TODAY that is no day is refused by name."""
    with pytest.raises(Failure, match="variable-malformed") as caught:
        world(FJDEX_TODAY=text).today()

    assert caught.value.arguments == {"name": "FJDEX_TODAY", "text": text}


def test_prompts_only_at_a_terminal() -> None:
    """Somebody can be asked only where questions are seen and answers come from a keyboard."""
    assert place({}, terminal=True).can_prompt
    assert not world().can_prompt
    assert not Environment({}, Path(), StringIO(), Terminal(), Terminal()).can_prompt
    assert not Environment({}, Path(), Terminal(), Terminal(), StringIO()).can_prompt
