"""Which charts a bulletin shows, each with its words."""

from dataclasses import dataclass

from fjdex.assess.assessment import Assessment
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


@dataclass(frozen=True)
class Picture:
    """A chart: the path under which the bulletin shows it, what it says in words, and the SVG."""

    path: str
    alt: str
    svg: str


@dataclass(frozen=True)
class Pictures:
    """A bulletin's charts: of the whole, and of single targets."""

    whole: tuple[Picture, ...] = ()
    targets: tuple[Picture, ...] = ()


def pictures_of(bulletin: Bulletin, voice: Voice, folder: str) -> Pictures:
    """Answer a bulletin's charts, named as files of a folder.

    The whole plan has its progress and its agencies, an agency's page the progress of what it
    leads, under names that no target can have; every target with a reading has its series.
    """
    of, items = bulletin.assessment, bulletin.of(ListName.TARGETS)
    whole = _of_whole(of, voice, folder) if bulletin.lead is None else ()
    if bulletin.lead is not None and len(items) > 1:
        led = Led(agency_said(bulletin.plan, bulletin.lead.id, voice), items)
        path = f"{folder}_progress-{bulletin.lead.id}.svg"
        whole = (Picture(path, alt_of_progress(of, voice, led), progress_chart(of, voice, led)),)
    drawn = [(item, target_chart(of, item, voice)) for item in items]
    targets = tuple(
        Picture(f"{folder}{item.id}.svg", alt_of_target(of, item, voice), svg)
        for item, svg in drawn
        if svg is not None
    )
    return Pictures(whole, targets)


def _of_whole(of: Assessment, voice: Voice, folder: str) -> tuple[Picture, ...]:
    return (
        Picture(f"{folder}_progress.svg", alt_of_progress(of, voice), progress_chart(of, voice)),
        Picture(f"{folder}_agencies.svg", alt_of_agencies(of, voice), agencies_chart(of, voice)),
    )
