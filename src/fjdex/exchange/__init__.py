"""Sheets and tables in and out, as values: rows and cells, no files and no sentences."""
