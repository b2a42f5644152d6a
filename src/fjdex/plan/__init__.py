"""What a plan is: its records, readings, quantities and periods, as frozen values.

Nothing here reads a file, asks for the day or knows a language. Every other package speaks in
these types.
"""
