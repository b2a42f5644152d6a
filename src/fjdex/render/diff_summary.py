"""What a comparison comes to, in one sentence."""

from collections import Counter
from collections.abc import Iterator, Sequence

from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.plan.terms import Rating
from fjdex.review.change import Change, Deed
from fjdex.review.review import Review

# What is counted by itself, in the order in which it is said; the rest is counted together.
_COUNTED = (
    "reading-added",
    "reading-corrected",
    "reading-withdrawn",
    "goal-added",
    "goal-revised",
    "goal-removed",
    "target-added",
    "target-removed",
    "outcome-added",
    "outcome-removed",
    "task-added",
    "task-removed",
    "renamed",
    "source-added",
    "remark-added",
)
_OTHER = "other"
# So many sorts of moves, and so many files, are said one by one.
_FEW = 3
_TABLES = ("targets", "outcomes", "tasks", "agencies", "areas", "sources", "remarks")

_Way = tuple[Rating | None, Rating | None]


def headline(review: Review, plans: tuple[Plan, Plan], prefix: str, voice: Voice) -> str:
    """Say in one sentence what a change does to the data and to the ratings.

    `prefix` stands before the names of files.
    """
    comparison = review.comparison
    if not comparison.changes:
        return _unchanged(review, prefix, voice) if comparison.same else voice("diff.unread")
    said = [*(_all(comparison.whole, plans, voice) or _done(comparison.changes, voice))]
    if comparison.before or comparison.after:
        said.append(voice("diff.unread-besides"))
    elif not comparison.whole and review.rated and (review.moved or not review.part):
        said += _went(review, plans[1], voice)
    sentence = voice("diff.comma").join(said) + voice("diff.stop")
    return sentence[0].upper() + sentence[1:]


def _all(whole: Deed | None, plans: tuple[Plan, Plan], voice: Voice) -> list[str]:
    """Say that all of the folder came or went, where it did."""
    if whole is None:
        return []
    added = whole is Deed.ADDED
    counts = voice("diff.list").join(_counts(plans[1] if added else plans[0], voice))
    form = "" if counts else ".empty"
    return [voice(f"diff.all-{'new' if added else 'gone'}{form}", counts=counts)]


def _unchanged(review: Review, prefix: str, voice: Voice) -> str:
    reshaped = review.comparison.reshaped
    return (
        reshaped_said("diff.reshaped", reshaped, prefix, voice) if reshaped else voice("diff.same")
    )


def reshaped_said(key: str, files: Sequence[str], prefix: str, voice: Voice) -> str:
    """Say of which files only the shape changed."""
    names = voice("diff.list").join(prefix + file for file in files[:_FEW])
    more = len(files) - _FEW
    names = voice("diff.files-more", files=names, count=more) if more > 0 else names
    return voice(key + ".one" if len(files) == 1 else key, count=len(files), files=names)


def _counts(plan: Plan, voice: Voice) -> Iterator[str]:
    counts = {table: len(getattr(plan, table)) for table in _TABLES}
    counts["readings"] = sum(map(len, plan.readings.values()))
    for table, count in counts.items():
        if count:
            yield voice(f"diff.count.{table}", count=count)


def _done(changes: Sequence[Change], voice: Voice) -> Iterator[str]:
    counts = Counter(map(_sort, changes))
    for sort in _COUNTED:
        if counts[sort]:
            one = ".one" if counts[sort] == 1 else ""
            yield voice(f"diff.done.{sort}{one}", count=counts[sort])
    if counts[_OTHER]:
        yield _others([one for one in changes if _sort(one) == _OTHER], voice)


def _others(changes: Sequence[Change], voice: Voice) -> str:
    """Name a few sorts of other facts, of more only say how many they are."""
    things = Counter(change.thing for change in changes)
    if len(things) > _FEW:
        return voice("diff.done.other", count=len(changes))
    said = []
    for thing, count in things.items():
        name = voice(f"diff.key.{thing}")
        said.append(name if count == 1 else voice("diff.thing.several", thing=name, count=count))
    return voice("diff.done.things", things=voice("diff.list").join(said))


def _sort(change: Change) -> str:
    if change.deed is Deed.RENAMED:
        return "renamed"
    return change.code if change.code in _COUNTED else _OTHER


def _went(review: Review, plan: Plan, voice: Voice) -> Iterator[str]:
    """Say which ratings go where; those of what came or went are none that moved."""
    moves = review.moved
    both = [one for one in moves if one.before and one.after]
    lists = [plan.list_of(plan.records[one.id]).value for one in both]
    if not both:
        if not moves:
            yield voice("diff.stayed.late" if review.by_time else "diff.stayed")
        return
    ways: dict[_Way, list[str]] = {}
    for list_, one in zip(lists, both, strict=True):
        ways.setdefault((one.before, one.after), []).append(list_)
    if len(ways) > _FEW:
        counts = Counter(lists)
        said = (voice(f"diff.count.{list_}", count=count) for list_, count in counts.items())
        yield voice("diff.went-many", count=len(both), counts=voice("diff.list").join(said))
        return
    for (before, after), moved in ways.items():
        yield voice(
            "diff.went.one" if len(moved) == 1 else "diff.went",
            items=_items(moved, voice),
            before=voice(f"terms.rating.{before}"),
            after=voice(f"terms.rating.{after}"),
        )


def _items(lists: Sequence[str], voice: Voice) -> str:
    """Say how many records of which lists."""
    counts = Counter(lists)
    said = [
        voice(f"diff.{'one' if count == 1 else 'many'}.{list_}", count=count)
        for list_, count in counts.items()
    ]
    return voice("diff.list").join(said)
