"""Analysis: findings in articles; every analyser is one file and one line in `registry.py`."""
