"""Ratings by states: planned, started, delivered, cancelled.

What is known of a delivery is the stretch of days in which its day lies: `by` gives only the last
of them, `within` the first and the last, a printed day both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fjdex.assess.item import Verdict
from fjdex.plan.readings import Reading
from fjdex.plan.records import PathPoint
from fjdex.plan.terms import Qualifier, Rating, State

# How far each state is; a cancelled record has gone nowhere.
_STEPS = {State.PLANNED: 1, State.STARTED: 2, State.DELIVERED: 3}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be reached by when, and which states were planned on the way."""

    due: date
    state: State = State.DELIVERED
    path: Sequence[PathPoint] = ()


@dataclass(frozen=True, slots=True)
class Delivery:
    """A delivery on some day from `earliest` (None: nobody says) to `latest`."""

    earliest: date | None
    latest: date
    reading: Reading


def delivery_of(states: Sequence[Reading], wanted: State = State.DELIVERED) -> Delivery | None:
    """Answer what the states say of the delivery; of several accounts the earliest day counts.

    `wanted` is the state that is asked for, where a goal asks for less than delivery.
    """
    done = [one for one in states if _step(one) >= _STEPS[wanted]]
    if not done:
        return None
    first = min(done, key=lambda one: (one.date, one.qualifier is Qualifier.BY))
    known = _first_day(first)
    open_until = [day for one in states if (day := _not_yet(one, wanted)) and day < first.date]
    after = max(open_until) + timedelta(days=1) if open_until else None
    return Delivery(max(filter(None, (known, after)), default=None), first.date, first)


def _first_day(reading: Reading) -> date | None:
    if reading.qualifier is Qualifier.BY:
        return None
    return reading.within.start if reading.within else reading.date


def _step(reading: Reading) -> int:
    return _STEPS.get(reading.state, 0) if reading.state else 0


def _not_yet(reading: Reading, wanted: State) -> date | None:
    """Answer the last day on which a state says for certain that the wanted one was not reached."""
    return _first_day(reading) if 0 < _step(reading) < _STEPS[wanted] else None


def delivery_of_parts(deliveries: Sequence[Delivery | None]) -> Delivery | None:
    """Answer when all parts were delivered: on the last one's day; None while one is not."""
    done = [one for one in deliveries if one is not None]
    if len(done) < len(deliveries) or not done:
        return None
    last = max(done, key=lambda one: one.latest)
    known = (one.earliest for one in done if one.earliest is not None)
    return Delivery(max(known, default=None), last.latest, last.reading)


def rate_states(
    states: Sequence[Reading], delivery: Delivery | None, wanted: Wanted, as_of: date
) -> Verdict:
    """Answer the verdict on a dated deliverable that is not cancelled.

    `states` are those of the whole and of its parts, oldest first: a part that is not delivered on
    the due day keeps the whole from being so.
    """
    if delivery is not None:
        return _delivered(states, delivery, wanted)
    last = states[-1] if states else None
    if as_of < wanted.due:
        late = _behind_path(states, wanted.path, as_of)
        return Verdict(rating=Rating.BEHIND if late else Rating.NOT_DUE, reading=last)
    days = ((one, _not_yet(one, wanted.state)) for one in states)
    short = [one for one, day in days if day is not None and day >= wanted.due]
    if short:
        return Verdict(rating=Rating.MISSED, reading=short[-1])
    return Verdict(rating=Rating.UNCONFIRMED if last else Rating.NO_READING, reading=last)


def _behind_path(states: Sequence[Reading], path: Sequence[PathPoint], as_of: date) -> bool:
    """Whether some state that was planned by now is not reached, as far as states are on file."""
    due = [_STEPS.get(point.state, 0) for point in path if point.state and point.date <= as_of]
    return bool(states) and max(due, default=0) > max(map(_reached, states))


def _reached(reading: Reading) -> int:
    """Answer how far a state brings the whole: one part delivered only starts it."""
    return min(_step(reading), _STEPS[State.STARTED]) if reading.part else _step(reading)


def _delivered(states: Sequence[Reading], delivery: Delivery, wanted: Wanted) -> Verdict:
    days = ((one.date, _not_yet(one, wanted.state)) for one in states)
    fell_back = any(day is not None and at > delivery.latest for at, day in days)
    if delivery.latest <= wanted.due:
        rating = Rating.MET
    elif delivery.earliest is not None and delivery.earliest > wanted.due:
        rating = Rating.MET_LATE
    else:
        rating = Rating.MET_UNDATED
    return Verdict(rating=rating, reading=delivery.reading, fell_back=fell_back)
