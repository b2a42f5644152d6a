"""The quarterly bulletin (通报) as data, before any markup, and the templates that lay it out."""
