"""The JSON Schemas of a data folder, with what each key means in both languages."""

import json
from collections.abc import Mapping, Sequence

from fjdex.load import FILES
from fjdex.messages import Voice
from fjdex.plan.plan import Plan
from fjdex.yamlio.schema import schema_of


def schema_texts(ids: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Answer the schema of each file by its name, without an ending; `ids` as in `schema_of`."""
    return {
        name: json.dumps(schema_of(name, of, _described, ids), ensure_ascii=False, indent=1) + "\n"
        for name, of in FILES.items()
    }


def ids_of(plan: Plan) -> Mapping[str, Sequence[str]]:
    """Answer the ids of a plan, by the lists that `schema_of` knows."""
    return {
        "agencies": [one.id for one in plan.agencies],
        "areas": [one.id for one in plan.areas],
        "sources": [one.id for one in plan.sources],
        "sections": [one.id for one in plan.header.sections],
        "tasks": [one.id for one in plan.tasks],
        "outcomes": [one.id for one in plan.outcomes],
        "records": list(plan.records),
    }


def _described(name: str) -> tuple[str, str]:
    """Answer the title and description of a type or key, the same for every type where it is."""
    voices = Voice("zh"), Voice("en")
    own = name if voices[0].holds(f"schema.title.{name}") else name.rpartition(".")[2]
    zh, en = ([one(f"schema.{part}.{own}") for part in ("title", "about")] for one in voices)
    return f"{zh[0]} / {en[0]}", f"{zh[1]}\n{en[1]}"
