"""A longer campaign of hands on the locked touchscreen than the suite has time for.

    PYTHONPATH=tests python tests/campaigns/hands.py --events 100000 --seed 7

It ends with status 1 at the first thing that is not as it must be, and names seed and act.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent


def main() -> int:
    """Run the suite's own test with more events and another seed."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--events", type=int, default=100_000)
    words.add_argument("--seed", type=int, default=7)
    told = words.parse_args()
    os.environ["KIOSK_HANDS_EVENTS"] = str(told.events)
    os.environ["KIOSK_HANDS_SEED"] = str(told.seed)
    test = HERE.parent / "qt" / "test_self_check_in_hands.py"
    return int(pytest.main([str(test), "-q", "--rootdir", str(HERE.parents[1])]))


if __name__ == "__main__":
    sys.exit(main())
