"""`fjdex fmt`."""

MESSAGES = {
    "faulty": "{file} is not understood, so it stays as it is.",
    "kept": "{file} has no canonical form, so it stays as it is.",
    "written": "Files rewritten: {count}.",
    "unwritten": "Files that would be rewritten: {count}.",
}
