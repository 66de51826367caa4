"""What an event, a registration, a ticket and a verdict are; pure values and functions."""
