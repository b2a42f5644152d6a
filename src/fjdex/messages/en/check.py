"""`fjdex check`."""

MESSAGES = {
    "joint": "; ",
    "clean": "No problems found.",
    "summary": "Errors: {errors}. Warnings: {warnings}. Files: {files}.",
}
