"""Cameras, scanners and printers: no widgets; what they notice leaves as signals."""
