"""Pipeline: plans what is to be read, runs it over processes, keeps checkpoints and failures."""
