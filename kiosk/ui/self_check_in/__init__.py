"""The touchscreen on which guests check themselves in."""
