"""Building blocks of the faces; they know domain values and nothing else of ours."""
