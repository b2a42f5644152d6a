"""Charts of the bulletin as SVG: values in, text out; no disk, no clock.

The same values give the same bytes on any machine and any day. A chart refers to nothing outside
itself, holds no script, and says in `<title>` and `<desc>` what it shows. The `alt_` functions say
it in words.
"""

from fjdex.assess.assessment import Assessment
from fjdex.assess.item import Item
from fjdex.messages import Voice
from fjdex.render.chart_alt import alt_of_agencies, alt_of_progress, alt_of_target
from fjdex.render.chart_bars import draw_agencies
from fjdex.render.chart_progress import draw_progress
from fjdex.render.chart_shares import Led
from fjdex.render.chart_target import draw_target

__all__ = [
    "Led",
    "agencies_chart",
    "alt_of_agencies",
    "alt_of_progress",
    "alt_of_target",
    "progress_chart",
    "target_chart",
]


def target_chart(of: Assessment, item: Item, voice: Voice) -> str | None:
    """Answer one target's counting readings against its due path and goal.

    The dotted line leads from the last reading to the value projected for the due date. None for
    what is no target, and where nothing counts that could be drawn.
    """
    return draw_target(of, item, voice)


def agencies_chart(of: Assessment, voice: Voice) -> str:
    """Answer ratings by leading agency, in the plan's order and classes.

    Each list has a panel of its own, because totals are never taken across lists.
    """
    return draw_agencies(of, voice)


def progress_chart(of: Assessment, voice: Voice, led: Led | None = None) -> str:
    """Answer how far each target has come on its way, and what was due; or those of an agency.

    Targets without such a share are named below, never drawn as 0.
    """
    return draw_progress(of, voice, led)
