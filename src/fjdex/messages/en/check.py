"""`fjdex check`."""

MESSAGES = {
    "clean": "No problems found.",
    "summary": "Errors: {errors}. Warnings: {warnings}. Files: {files}.",
}
