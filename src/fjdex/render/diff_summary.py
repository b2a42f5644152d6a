"""What a comparison comes to, in one sentence."""

from collections import Counter
from collections.abc import Iterator, Sequence

from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.plan.terms import Rating
from fjdex.review.change import Change, Deed
from fjdex.review.ratings import Moved
from fjdex.review.review import Review

# What is counted by itself, in the order in which it is said; the rest is counted together.
_COUNTED = (
    "reading-added",
    "reading-corrected",
    "reading-withdrawn",
    "goal",
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
# So many sorts of moves are said one by one.
_FEW = 3
_TABLES = ("targets", "outcomes", "tasks", "agencies", "areas", "sources", "remarks")
Way = tuple[str, Rating, Rating]


def headline(review: Review, plans: tuple[Plan, Plan], voice: Voice) -> str:
    """Say in one sentence what a change does to the data and to the ratings."""
    comparison = review.comparison
    if not comparison.changes:
        return _unchanged(review, voice) if comparison.same else voice("diff.unread")
    if comparison.whole:
        added = comparison.whole is Deed.ADDED
        plan = plans[1] if added else plans[0]
        counts = voice("diff.list").join(_counts(plan, voice))
        return voice("diff.all-new" if added else "diff.all-gone", counts=counts)
    said = [*_done(comparison.changes, voice)]
    if review.rated:
        said += _went(review.moved, plans[1], voice)
    return voice("diff.comma").join(said) + voice("diff.stop")


def _unchanged(review: Review, voice: Voice) -> str:
    reshaped = review.comparison.reshaped
    if not reshaped:
        return voice("diff.same")
    return voice("diff.reshaped", count=len(reshaped), files=", ".join(reshaped))


def _counts(plan: Plan, voice: Voice) -> Iterator[str]:
    counts = {table: len(getattr(plan, table)) for table in _TABLES}
    counts["readings"] = sum(map(len, plan.readings.values()))
    for table, count in counts.items():
        if count:
            yield voice(f"diff.count.{table}", count=count)


def _done(changes: Sequence[Change], voice: Voice) -> Iterator[str]:
    counts = Counter(map(_sort, changes))
    for sort in (*_COUNTED, _OTHER):
        if counts[sort]:
            one = ".one" if counts[sort] == 1 else ""
            yield voice(f"diff.done.{sort}{one}", count=counts[sort])


def _sort(change: Change) -> str:
    if change.deed is Deed.RENAMED:
        return "renamed"
    sort = change.thing if change.thing == "goal" else change.code
    return sort if sort in _COUNTED else _OTHER


def _went(moves: Sequence[Moved], plan: Plan, voice: Voice) -> Iterator[str]:
    """Say which ratings go where; those of what came or went are none that moved."""
    both = [one for one in moves if one.before and one.after]
    lists = [plan.list_of(plan.records[one.id]).value for one in both]
    if not both:
        yield voice("diff.stayed")
        return
    ways = Counter((list_, one.before, one.after) for list_, one in zip(lists, both, strict=True))
    if len(ways) > _FEW:
        counts = Counter(lists)
        said = (voice(f"diff.count.{list_}", count=count) for list_, count in counts.items())
        yield voice("diff.went-many", count=len(both), counts=voice("diff.list").join(said))
        return
    for (list_, before, after), count in ways.items():
        form, number = ("went.one", "one") if count == 1 else ("went", "many")
        yield voice(
            f"diff.{form}",
            count=count,
            list=voice(f"diff.{number}.{list_}"),
            before=voice(f"terms.rating.{before}"),
            after=voice(f"terms.rating.{after}"),
        )
