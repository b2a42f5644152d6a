"""Values to text: tables for people, JSON for scripts, Markdown for bulletins."""
