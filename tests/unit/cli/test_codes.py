"""Which codes the words of `--select` and `--ignore` mean."""

import pytest

from fjdex.cli.codes import code_asked, codes_asked
from fjdex.plan.failures import Failure
from fjdex.plan.findings import CODES

GOALS = {code for code in CODES if code.startswith("goal-")}


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ((), (), set(CODES)),
        (("goal-order",), (), {"goal-order"}),
        (("goal",), (), GOALS),
        (("goal",), ("goal-order",), GOALS - {"goal-order"}),
        ((), ("goal",), set(CODES) - GOALS),
        (("term-unknown,key-unknown",), (), {"term-unknown", "key-unknown"}),
        (("term-unknown, key-unknown",), (), {"term-unknown", "key-unknown"}),
        (("term-unknown，key-unknown",), (), {"term-unknown", "key-unknown"}),
        (("term-unknown、key-unknown；",), (), {"term-unknown", "key-unknown"}),
        (("term-unknown", "key-unknown"), (), {"term-unknown", "key-unknown"}),
        (("goal-order",), ("goal",), set()),
    ],
)
def test_words_mean_codes(
    select: tuple[str, ...], ignore: tuple[str, ...], codes: set[str]
) -> None:
    """A code, what several begin with, or several with commas of either width between."""
    assert codes_asked(select, ignore) == codes


@pytest.mark.parametrize(
    ("word", "code", "near"),
    [
        ("TERM-UNKNOWN", "code-unknown", "term-unknown"),
        ("Term_Unknown", "code-unknown", "term-unknown"),
        ("reading-ordr", "code-unknown", "reading-order"),
        ("E501", "code-unknown.none", ""),
        ("", "code-unknown.none", ""),
        (",", "code-unknown.none", ""),
    ],
)
def test_the_nearest_codes_are_named(word: str, code: str, near: str) -> None:
    """In whatever case and with whatever sign between; of nothing there is no nearest."""
    for ask in (lambda: codes_asked((word,), ()), lambda: code_asked(word)):
        with pytest.raises(Failure) as raised:
            ask()
        first = raised.value.arguments.get("near", "").split(", ")[0]
        assert (raised.value.code, first) == (code, near)
