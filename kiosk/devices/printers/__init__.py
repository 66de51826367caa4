"""Ways to put a badge on paper."""
