"""Pages: what makes an HTML page a document: its tree, its blocks, its main text and its clues."""
