"""`fjdex diff`: what changed, in the plan's terms, and which ratings moved because of it."""

from typing import TYPE_CHECKING, Annotated

import typer

from fjdex.cli.completion import complete_id, completing
from fjdex.cli.desk import Desk, desk_of
from fjdex.cli.options import AsOf, Directory, Json, Lang
from fjdex.plan.failures import Failure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fjdex.cli.compared import Compared
    from fjdex.review.review import Review

Revisions = Annotated[list[str] | None, typer.Argument(metavar="REV", help="revisions")]
Staged = Annotated[bool, typer.Option("--staged", help="staged")]
MergeBase = Annotated[bool, typer.Option("--merge-base", help="merge_base")]
DiffFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="text|markdown|json",
        help="diff_format",
        autocompletion=completing("text|markdown|json"),
    ),
]
ExitCode = Annotated[bool, typer.Option("--exit-code", help="exit_code")]
Only = Annotated[
    list[str] | None,
    typer.Option("--id", metavar="ID", help="diff_id", autocompletion=complete_id),
]
_FORMATS = ("text", "markdown", "json")


def diff(
    ctx: typer.Context,
    revisions: Revisions = None,
    staged: Staged = False,
    merge_base: MergeBase = False,
    ids: Only = None,
    as_of: AsOf = None,
    format_: DiffFormat = None,
    json: Json = False,
    exit_code: ExitCode = False,
    directory: Directory = None,
    lang: Lang = None,
) -> int:
    """Answer 0, or with --exit-code 1 where something changed."""
    from fjdex.cli.compared import compared
    from fjdex.review.narrowed import narrowed
    from fjdex.review.review import review

    desk = desk_of(ctx, directory, lang)
    form = _form(format_, json=json)
    day = desk.day(as_of)
    both = compared(desk, revisions or (), staged=staged, merge_base=merge_base)
    if as_of:
        _refuse_before_plan(both, as_of)
    only = _known(both, ids or ())
    found = review(both.before, both.after, day, both.asked.before.day, both.same)
    found = narrowed(found, only) if only else found
    _answer(desk, both, found, form)
    return int(exit_code and not found.comparison.same)


def _form(name: str | None, *, json: bool) -> str:
    if json and name not in {None, "json"}:
        raise Failure("options-exclusive", one="--json", other="--format")
    form = "json" if json else name or "text"
    if form not in _FORMATS:
        raise Failure("format-unknown", text=form, known=", ".join(_FORMATS))
    return form


def _known(both: "Compared", ids: "Sequence[str]") -> frozenset[str]:
    """Answer the ids that are asked for; raises `Failure` for one that neither side has."""
    from difflib import get_close_matches

    from fjdex.cli.choice import record_asked

    plans = both.before.draft, both.after.draft
    registers = ("agency", "area", "source", "records")
    known = {id_ for plan in plans for name in registers for id_ in getattr(plan, name)}
    for id_ in ids:
        if id_ in known:
            continue
        near = get_close_matches(id_, sorted(known - plans[1].records.keys()))
        if near:
            raise Failure("thing-unknown", text=id_, near=", ".join(near))
        record_asked(plans[1], id_)
    return frozenset(ids)


def _refuse_before_plan(both: "Compared", text: str) -> None:
    """Refuse a day that is before the plan on either side that there is."""
    plans = [one.plan for one in (both.before, both.after) if one.plan]
    day = min((plan.header.start for plan in plans), default=None)
    if day is not None and text < day.isoformat():
        raise Failure("day-before-plan", text=text, start=day.isoformat())


def _answer(desk: Desk, both: "Compared", found: "Review", form: str) -> None:
    from fjdex.render.diff_json import diff_json

    before, after = both.snapshots
    prefixes = desk.prefix_of(before), desk.prefix_of(after)
    if form == "json":
        desk.answer_json({**diff_json(found, prefixes), **_asked(both)})
        return
    from fjdex.render.diff import diff_blocks, diff_markdown
    from fjdex.render.diff_lines import Sides
    from fjdex.render.diff_page import page_of

    names = both.asked.named(desk.voice)
    sides = Sides((both.before.draft, both.after.draft), names, prefixes)
    page = page_of(found, sides, desk.voice)
    if form == "markdown":
        desk.answer(diff_markdown(page, desk.voice))
    elif found.comparison.same:
        desk.narrate(page.headline)
    else:
        desk.show(diff_blocks(page, desk.voice))


def _asked(both: "Compared") -> dict[str, object]:
    """Answer the two sides for scripts; null for the files on disk."""
    before, after = both.asked.before, both.asked.after
    return {"before": before.asked(), "after": after.asked() if after else None}
