"""The local SQLite file: the one floor that speaks SQL to it."""
