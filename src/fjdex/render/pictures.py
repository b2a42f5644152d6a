"""Which charts a bulletin shows, each with its words."""

from dataclasses import dataclass

from fjdex.bulletin.quarterly import Bulletin
from fjdex.messages import Voice
from fjdex.plan.terms import ListName
from fjdex.render.charts import (
    agencies_chart,
    alt_of_agencies,
    alt_of_progress,
    alt_of_target,
    progress_chart,
    target_chart,
)


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

    The whole plan has its progress and its agencies, under names that no target can have; every
    target with a reading has its series.
    """
    of = bulletin.assessment
    # The whole's own are drawn once, not for every agency.
    whole = () if bulletin.lead else _WHOLE
    pictures = tuple(
        Picture(f"{folder}{name}.svg", alt(of, voice), draw(of, voice)) for name, alt, draw in whole
    )
    drawn = [(item, target_chart(of, item, voice)) for item in bulletin.of(ListName.TARGETS)]
    targets = tuple(
        Picture(f"{folder}{item.id}.svg", alt_of_target(of, item, voice), svg)
        for item, svg in drawn
        if svg is not None
    )
    return Pictures(pictures, targets)


_WHOLE = (
    ("_progress", alt_of_progress, progress_chart),
    ("_agencies", alt_of_agencies, agencies_chart),
)
