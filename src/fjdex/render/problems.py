"""What is wrong with a sheet, and what is said of it, each in a line at its cell."""

from collections.abc import Sequence

from fjdex.exchange.grid import Problem, Remarked
from fjdex.messages import Voice
from fjdex.plan.scalars import visible

Told = Problem | Remarked

# More lines than anybody reads say no more than that there are more.
_MOST = 1000


def told_lines(told: Sequence[Told], voice: Voice) -> str:
    """Write one line each, the same grammar in every language."""
    lines = [
        f"{visible(str(one.place))}: {_word(one)}[{one.code}] {said_of(one, voice)}\n"
        for one in told[:_MOST]
    ]
    more = len(told) - len(lines)
    return "".join(lines) + (voice("exchange.more", count=more) + "\n" if more else "")


def _word(one: Told) -> str:
    return "error" if isinstance(one, Problem) else "note"


def said_of(one: Told, voice: Voice) -> str:
    """Say what is wrong, in words for a sheet where there are any, else in those of `record`."""
    arguments = {name: visible(text) for name, text in one.arguments.items()}
    if "why" in arguments:
        arguments["why"] = voice(f"failure.why.{arguments['why']}")
    if "near" in arguments:
        arguments["near"] = arguments["near"].replace(", ", voice("status.comma"))
    codes = [f"exchange.{one.code}", f"failure.{one.code}"]
    if isinstance(one, Remarked):
        codes.insert(0, f"exchange.{one.code}.note")
    text = next(voice(code, **arguments) for code in codes if voice.holds(code))
    if isinstance(one, Problem) and one.doubt:
        return voice("exchange.doubt", text=text)
    return text


def told_json(told: Sequence[Told], voice: Voice) -> list[dict[str, object]]:
    """Answer them for scripts."""
    return [
        {
            "code": one.code,
            "message": said_of(one, voice),
            "file": one.place.file,
            "sheet": one.place.sheet,
            "row": one.place.row or None,
            "column": one.place.column.removeprefix(":") or None,
            "arguments": dict(one.arguments),
        }
        for one in told
    ]
