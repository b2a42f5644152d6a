"""`fjdex init`."""

MESSAGES = {
    "done": "Laid down {path} ({count} files)",
    "next": "Next: fjdex status{where}; git add the folder to keep its history.",
}
