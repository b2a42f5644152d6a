"""Rules about remarks: each for a quarter, and once."""

from collections.abc import Iterator

from fjdex.check.view import At, View, told
from fjdex.plan.findings import Finding
from fjdex.plan.period import quarter_of
from fjdex.plan.records import Remark


def remark_faults(view: View) -> Iterator[Finding]:
    """A remark is for one quarter; nobody makes two on the same item for the same quarter."""
    first: dict[object, int] = {}
    for remark, at in zip(view.plan.remarks, view.at("remarks.yaml"), strict=True):
        yield from told(_faults(remark, at, first))


def _faults(remark: Remark, at: At, first: dict[object, int]) -> Iterator[Finding]:
    quarter = quarter_of(remark.quarter.end)
    if remark.quarter != quarter:
        why = "month" if quarter.covers(remark.quarter.start) else "quarter"
        arguments = {"text": remark.quarter.text, "quarter": quarter.text, "why": why}
        yield Finding("period-unfit", at("quarter"), arguments)
    key = (remark.id, remark.quarter, remark.by)
    if key in first:
        arguments = {"text": remark.id, "quarter": str(quarter), "first": str(first[key])}
        yield Finding("remark-duplicated", at("id"), arguments)
    first.setdefault(key, at("id").line)
