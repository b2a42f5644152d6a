"""What stands on a page or in a document around the bulletin."""

MESSAGES = {
    "contents": "Contents",
    "table": "Table: {heading}",
    "data": "Version of the data: {digest}",
    "templates": "Templates of its own: {digest}",
    "making": "Writing the bulletin …",
    "page": "Page ",
    "page-of": " of ",
    "page-end": "",
}
