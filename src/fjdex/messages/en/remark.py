"""`fjdex remark`."""

MESSAGES = {
    "done": "Noted for {quarter}: {id}",
    "not-behind": "{id} is not behind at the end of {quarter}: {rating}.",
}
