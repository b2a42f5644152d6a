"""How charts look, in light and in dark: one style sheet for all of them.

Every rule stands under `.fjdex-chart`, so that pictures put into one page keep to themselves.
Nothing is told by colour alone: lines differ by their dashes, classes by their hatching, and both
are named in words.
"""

from collections.abc import Mapping

# A Chinese font of every system: Windows, macOS and iOS, HarmonyOS, Linux and Android, old Linux.
FONTS = (
    '"Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", '
    '"HarmonyOS Sans SC", "Hiragino Sans GB", "Heiti SC", "STHeiti", "SimHei", '
    '"WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Droid Sans Fallback", "SimSun", sans-serif'
)
# What a class of ratings is filled with, in the order of the plan's classes.
FILLS = 6

_SHAPE = f"""\
.fjdex-chart{{font-family:{FONTS};font-size:13px}}
.fjdex-chart .head{{font-size:16px;font-weight:600}}
.fjdex-chart .small{{font-size:12px}}
.fjdex-chart .strong{{font-weight:600}}
.fjdex-chart .halo{{paint-order:stroke;stroke-width:4px;stroke-linejoin:round}}
.fjdex-chart .grid{{fill:none;stroke-width:1}}
.fjdex-chart .reading{{stroke-width:2}}
.fjdex-chart .due{{fill:none;stroke-width:2;stroke-dasharray:8 4}}
.fjdex-chart .goal{{fill:none;stroke-width:2}}
.fjdex-chart .trend{{fill:none;stroke-width:3;stroke-linecap:round;stroke-dasharray:0.1 6}}
.fjdex-chart .bar{{stroke-width:1}}
.fjdex-chart .mark{{fill:none;stroke-width:3}}
.fjdex-chart .bound{{fill:none;stroke-width:2;stroke-linejoin:round}}
.fjdex-chart .series{{fill:none;stroke-width:1}}
"""

Colours = Mapping[str, str]
LIGHT: Colours = {
    "ground": "#ffffff",
    "text": "#1f2328",
    "muted": "#57606a",
    "grid": "#d0d7de",
    "reading": "#0a58a8",
    "due": "#9a4f00",
    "goal": "#116329",
    "trend": "#6f42c1",
    "fill-0": "#2f7d4a",
    "fill-1": "#2b6cb0",
    "fill-2": "#0f7c86",
    "fill-3": "#b4500c",
    "fill-4": "#6b7480",
    "fill-5": "#8a3b8f",
}
DARK: Colours = {
    "ground": "#0d1117",
    "text": "#e6edf3",
    "muted": "#9da7b3",
    "grid": "#3d444d",
    "reading": "#6cb6ff",
    "due": "#f0a840",
    "goal": "#56d364",
    "trend": "#c8a2ff",
    "fill-0": "#56b877",
    "fill-1": "#5aa2ee",
    "fill-2": "#3fb8c4",
    "fill-3": "#f08a4b",
    "fill-4": "#98a3af",
    "fill-5": "#cf8ad4",
}


def style_sheet() -> str:
    """Answer the style sheet of a chart."""
    dark = "".join(f"{line}\n" for line in _coloured(DARK).splitlines())
    return f"\n{_SHAPE}{_coloured(LIGHT)}@media (prefers-color-scheme:dark){{\n{dark}}}\n"


def _coloured(of: Colours) -> str:
    rules = {
        "text": f"fill:{of['text']}",
        ".muted": f"fill:{of['muted']}",
        ".ground": f"fill:{of['ground']}",
        ".halo": f"stroke:{of['ground']}",
        ".grid": f"stroke:{of['grid']}",
        ".axis": f"stroke:{of['muted']}",
        ".reading": f"fill:{of['reading']};stroke:{of['reading']}",
        ".open": f"fill:{of['ground']}",
        ".due": f"stroke:{of['due']}",
        ".goal": f"stroke:{of['goal']}",
        ".trend": f"stroke:{of['trend']}",
        ".mark": f"stroke:{of['text']}",
        ".bound": f"stroke:{of['text']}",
        ".series": f"stroke:{of['reading']}",
        ".bar": f"stroke:{of['ground']}",
        ".hatch": f"fill:none;stroke:{of['ground']}",
        **{f".fill-{one}": f"fill:{of[f'fill-{one}']}" for one in range(FILLS)},
    }
    return "".join(f".fjdex-chart {name}{{{rule}}}\n" for name, rule in rules.items())
