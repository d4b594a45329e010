"""A short run of the kill test; scripts/kill_test.py does 200."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "kill_test.py"


@pytest.mark.slow
def test_killed_and_gone_on_with_the_collection_is_the_same():
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--times", "5", "--seed", "5"], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip().endswith("none lost, none twice"), done.stdout + done.stderr
