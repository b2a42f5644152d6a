"""`fjdex source`."""

MESSAGES = {
    "added": "Added source {id}",
    "none": "No source fits.",
    "column.id": "id",
    "column.kind": "kind",
    "column.publisher": "publisher",
    "column.published": "published",
    "column.cited": "cited",
    "column.url": "url",
}
