"""Which of several readings for one day is to be believed (docs/methodology.md, Which reading)."""

from fjdex.plan.plan import Plan
from fjdex.plan.readings import Reading
from fjdex.plan.terms import Qualifier, Status

REASONS = ("final", "exact", "published", "source")


def preference(plan: Plan, reading: Reading) -> tuple[bool, bool, int, str]:
    """Order readings for one day, best first; each place of the answer is one of `REASONS`.

    Final before provisional, exact before bounded, latest publication (an undated one counts as
    the earliest), then the source's id.
    """
    source = plan.source.get(reading.source or "")
    published = source.published if source else None
    return (
        reading.status is Status.PROVISIONAL,
        reading.qualifier is not Qualifier.EXACT,
        -(published.toordinal() if published else 0),
        reading.source or "",
    )
