"""`fjdex log`."""

MESSAGES = {
    "entry": "{day}  {author}: {subject}  ({commit})",
    "none": "No commit touched such a reading.",
    "shallow": "This clone has only the latest history: what came before it is told as if it had come with its first commit. git fetch --unshallow brings the rest.",
}
