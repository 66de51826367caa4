"""Exports of an event in the forms an office asks for."""
