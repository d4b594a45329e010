"""Text model: documents, articles, spans and annotations; standard library only, knows no file and no database."""
