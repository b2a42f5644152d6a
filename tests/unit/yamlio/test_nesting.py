"""Which keys stand below which is read from the types of the records."""

from fjdex.yamlio.nesting import Below, below, lists_of


def test_keys_below_a_key() -> None:
    """Those of a goal below `goals`; below a name its two languages; below a word none."""
    goals, name = below("goals"), below("name")
    assert goals is not None
    assert name is not None
    assert (goals.listed, {"value", "due", "decided"} <= goals.only, "note" in goals.only) == (
        True,
        True,
        False,
    )
    assert name.keys == name.only == frozenset({"zh", "en"})
    assert not name.listed
    assert [below(one) for one in ("id", "period", "leads")] == [None, None, None]


def test_lists_that_entries_may_stand_in() -> None:
    """By their keys, and by a key beside the list's."""
    keys = frozenset({"value", "operator"})
    assert lists_of(keys, "clause") == ["goals"]
    assert lists_of(frozenset({"id", "name"}), "leads") == ["parts"]
    assert lists_of(frozenset({"id", "nothing"}), "leads") == []
    assert lists_of(frozenset(), "leads") == []


def test_what_stands_only_below() -> None:
    """A key that may stand beside another is not only below it."""
    one = Below(frozenset({"a", "b"}), frozenset({"b", "c"}), listed=False)
    assert one.only == {"a"}
