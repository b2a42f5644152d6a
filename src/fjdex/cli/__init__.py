"""The command line: one file a command, each of them three moves: parse, call, render."""
