"""Articles: splitting a document into pieces, cleaning them, and describing where they come from."""
