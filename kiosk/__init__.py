"""Haemaji: a check-in and attendance kiosk for seminars."""

__version__ = "0.1.0"
