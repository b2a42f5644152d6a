"""Which charts a bulletin shows, each with its words."""

from collections.abc import Iterator
from dataclasses import dataclass

from fjdex.assess.assessment import Assessment
from fjdex.assess.item import Item
from fjdex.assess.rollup import rank_of
from fjdex.assess.series import series_of
from fjdex.bulletin.quarterly import Bulletin
from fjdex.messages import Voice
from fjdex.plan.terms import ListName
from fjdex.render.charts import (
    Led,
    agencies_chart,
    alt_of_agencies,
    alt_of_progress,
    alt_of_target,
    progress_chart,
    target_chart,
)
from fjdex.render.items import agency_said

# So many bars have room on a page, and so many single targets are drawn.
_MOST = 40


@dataclass(frozen=True)
class Picture:
    """A chart: the path under which the bulletin shows it, what it says in words, and the SVG."""

    path: str
    alt: str
    svg: str


@dataclass(frozen=True)
class Pictures:
    """A bulletin's charts: of the whole, and of single targets.

    `without` and `first` say what has no chart, because there are too many; "" where all have one.
    """

    whole: tuple[Picture, ...] = ()
    targets: tuple[Picture, ...] = ()
    without: str = ""
    first: str = ""


def pictures_of(bulletin: Bulletin, voice: Voice, folder: str) -> Pictures:
    """Answer a bulletin's charts, named as files of a folder.

    The whole plan has its progress and its agencies, an agency's page the progress of what it
    leads, under names that no target can have; every target with a reading has its series. Of
    very many targets there is no picture of all, and of the single ones only the worst have one.
    """
    of, items = bulletin.assessment, bulletin.of(ListName.TARGETS)
    drawn = [
        item for item in items if series_of(of.plan, of.plan.records[item.id], of.as_of).values
    ]
    # Sorting leaves those that are as bad in their order; shown they are in the plan's.
    worst = {item.id for item in sorted(drawn, key=lambda item: rank_of(item.rating))[:_MOST]}
    targets = tuple(_of_target(of, item, voice, folder) for item in drawn if item.id in worst)
    many, more = len(items) > _MOST, len(drawn) > _MOST
    return Pictures(
        tuple(_of_whole(bulletin, voice, folder)),
        targets,
        voice("charts.without", count=len(items), most=_MOST) if many else "",
        voice("charts.first", count=len(drawn), drawn=len(targets)) if more else "",
    )


def _of_target(of: Assessment, item: Item, voice: Voice, folder: str) -> Picture:
    svg = target_chart(of, item, voice)
    assert svg is not None  # noqa: S101 (the caller has looked)
    return Picture(f"{folder}{item.id}.svg", alt_of_target(of, item, voice), svg)


def _of_whole(bulletin: Bulletin, voice: Voice, folder: str) -> Iterator[Picture]:
    """Answer the pictures of the whole plan or of an agency's page; of nothing, none."""
    of, lead, items = bulletin.assessment, bulletin.lead, bulletin.of(ListName.TARGETS)
    if lead is None:
        if 0 < len(items) <= _MOST:
            alt, svg = alt_of_progress(of, voice), progress_chart(of, voice)
            yield Picture(f"{folder}_progress.svg", alt, svg)
        if of.items:
            alt, svg = alt_of_agencies(of, voice), agencies_chart(of, voice)
            yield Picture(f"{folder}_agencies.svg", alt, svg)
    elif 1 < len(items) <= _MOST:
        led = Led(agency_said(bulletin.plan, lead.id, voice), items)
        alt, svg = alt_of_progress(of, voice, led), progress_chart(of, voice, led)
        yield Picture(f"{folder}_progress-{lead.id}.svg", alt, svg)
