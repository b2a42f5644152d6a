"""What stands on a page or in a document around the bulletin."""

MESSAGES = {
    "contents": "Contents",
    "table": "Table: {heading}",
    "data": "Version of the data: {digest}",
    "page": "Page ",
    "page-of": " of ",
    "page-end": "",
}
