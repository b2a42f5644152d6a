"""`fjdex check`."""

MESSAGES = {
    "clean": "No problems found.",
    "summary": "{errors} error(s), {warnings} warning(s) in {files} file(s).",
}
