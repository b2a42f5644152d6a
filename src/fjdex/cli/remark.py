"""`fjdex remark`: why an item is behind in a quarter, and what is being done."""

from typing import TYPE_CHECKING, Annotated

import typer

from fjdex.cli.desk import Desk, day_asked, desk_of
from fjdex.cli.headers import HEADERS, REMARKS
from fjdex.cli.options import Directory, DryRun, Id, Lang
from fjdex.plan.failures import Failure

if TYPE_CHECKING:
    from fjdex.plan.period import Period
    from fjdex.plan.plan import Plan
    from fjdex.plan.records import Remark
    from fjdex.plan.words import Words

Quarter = Annotated[str, typer.Option("--quarter", metavar="QUARTER", help="remark_quarter")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="remark_reason")]
Action = Annotated[str, typer.Option("--action", metavar="TEXT", help="action")]
ReasonEn = Annotated[str | None, typer.Option("--reason-en", metavar="TEXT", help="reason_en")]
ActionEn = Annotated[str | None, typer.Option("--action-en", metavar="TEXT", help="action_en")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="remark_by")]
DateOption = Annotated[str | None, typer.Option("--date", metavar="DATE", help="remark_date")]
Replace = Annotated[bool, typer.Option("--replace", help="replace")]


def remark(
    ctx: typer.Context,
    id_: Id,
    quarter: Quarter,
    reason: Reason,
    action: Action,
    reason_en: ReasonEn = None,
    action_en: ActionEn = None,
    by: By = None,
    date: DateOption = None,
    replace: Replace = False,
    dry_run: DryRun = False,
    directory: Directory = None,
    lang: Lang = None,
) -> int:
    """Put a remark on file, or replace the one of this quarter."""
    from fjdex.cli.choice import record_asked
    from fjdex.cli.entries import Entry, file_entry
    from fjdex.cli.quarters import quarter_asked
    from fjdex.plan.records import Remark

    desk = desk_of(ctx, directory, lang)
    said = {
        "reason": _words("--reason", reason, reason_en),
        "action": _words("--action", action, action_en),
    }
    signed = _signed(desk, by or None, date)
    plan = desk.plan()
    id_ = record_asked(plan, id_).id
    period = quarter_asked(plan, quarter, desk.environment.today())
    words = {"id": id_, "quarter": str(period), **said, **signed}
    filing = _Filing(id_, period, by or None, replace=replace)
    entry = Entry(REMARKS, Remark, words, filing.splice, filing.proof)
    done = desk.voice("remark.done", id=id_, quarter=str(period))
    message = f"remark {id_} {period}" + (f" by {by}" if by else "")
    code = file_entry(desk, entry, done, write=not dry_run, commit=message)
    _tell(desk, plan, id_, period)
    return code


def _judge(name: str, text: str | None) -> None:
    """Refuse a text that says nothing, and one of several lines."""
    if text is not None and not text.strip():
        raise Failure("option-needed", name=name)
    if text is not None and "\n" in text:
        raise Failure("text-malformed", name=name)


def _signed(desk: Desk, by: str | None, day: str | None) -> dict[str, str]:
    """Answer who says so and when; raises `Failure` for a day that is still to come."""
    said = day_asked(day) if day else None
    if said is not None and said > desk.environment.today():
        today = desk.environment.today().isoformat()
        raise Failure("day-ahead", text=said.isoformat(), today=today)
    return {key: one for key, one in (("by", by), ("date", said and said.isoformat())) if one}


def _words(name: str, text: str, english: str | None) -> "str | Words":
    """Answer a text as it is filed: alone for both languages, or with its English."""
    from fjdex.plan.words import Words

    _judge(name, text)
    _judge(f"{name}-en", english)
    return text if english is None else Words(text, english)


class _Filing:
    """Where a remark goes: at the end, or in the place of the same agency's on the same quarter."""

    def __init__(self, id_: str, quarter: "Period", by: str | None, *, replace: bool) -> None:
        self.key = (id_, quarter, by)
        self.replace = replace

    def splice(self, plan: "Plan", text: str, lines: list[str]) -> str:
        from fjdex.plan.failures import Refused
        from fjdex.yamlio.splice import append_item, replace_item

        at = self._at(plan)
        if at is None:
            return append_item(text or HEADERS[REMARKS], lines)
        if not self.replace:
            raise Refused("remark-taken", id=self.key[0], quarter=str(self.key[1]))
        return replace_item(text, at, *lines)

    def proof(self, old: "Plan", new: "Plan") -> bool:
        at = self._at(old)
        before = old.remarks if at is None else (*old.remarks[:at], *old.remarks[at + 1 :])
        put = len(old.remarks) if at is None else at
        rest = (*new.remarks[:put], *new.remarks[put + 1 :])
        one_more = len(new.remarks) == len(before) + 1 and _key(new.remarks[put]) == self.key
        same = (old.header, old.lists, old.sources, old.readings)
        return (
            one_more
            and rest == before
            and same == (new.header, new.lists, new.sources, new.readings)
        )

    def _at(self, plan: "Plan") -> int | None:
        keys = [_key(one) for one in plan.remarks]
        return keys.index(self.key) if self.key in keys else None


def _key(one: "Remark") -> tuple[str, "Period", str | None]:
    return one.id, one.quarter, one.by


def _tell(desk: Desk, plan: "Plan", id_: str, quarter: "Period") -> None:
    """Say where the item is not behind at the quarter's end: nobody will look for the remark."""
    from fjdex.assess.assessment import assess
    from fjdex.assess.obligations import BEHIND

    rating = assess(plan, quarter.end).items[id_].rating
    if rating not in BEHIND:
        said = desk.voice(f"terms.rating.{rating.value}")
        desk.narrate(desk.voice("remark.not-behind", id=id_, quarter=str(quarter), rating=said))
