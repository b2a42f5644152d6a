"""Text to tree and back: files are read with the place of every word, and changed by lines.

Text in, text out. Nothing here knows which files there are or what a plan is made of, but for the
readings, whose canonical lines are read and written here.
"""
