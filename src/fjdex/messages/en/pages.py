"""What stands on a page or in a document around the bulletin."""

MESSAGES = {
    "contents": "Contents",
    "table": "Table: {heading}",
    "data": "Version of the data: {digest}",
    "templates": "Templates of its own: {digest}",
    "making": "Writing the bulletin …",
    "no-font": "No font here can show {signs}, so the Word file says in words what its pictures would show. Install a Chinese font (fonts-noto-cjk on Debian and Ubuntu, google-noto-sans-cjk-fonts on Fedora) and write it again; --format html needs none",
    "continued": "(continues the picture above)",
    "page": "Page ",
    "page-of": " of ",
    "page-end": "",
}
