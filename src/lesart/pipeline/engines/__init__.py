"""Engines: where the pure steps run; the local engine uses processes of this machine."""
