"""The organiser's window: what prepares an event and what follows it."""
