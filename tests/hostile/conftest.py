"""The makers of hostile files live beside the script that runs thousands of them."""

import sys
from pathlib import Path

SCRIPTS = Path(__file__).parents[2] / "scripts"

if str(SCRIPTS) not in sys.path:
    sys.path.insert(0, str(SCRIPTS))
