"""Obtaining: from an argument (file, folder, URL, `-`) to sources; the only room that opens files and the network."""
