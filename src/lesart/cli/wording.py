"""Wording: what the terminal says in German; English is in the code. What programs read stays English."""

import os
from collections.abc import Mapping

GERMAN: Mapping[str, str] = {
    # status
    "Collection": "Sammlung",
    "Originals": "Originale",
    "Documents": "Dokumente",
    "Articles": "Artikel",
    "Left out": "Entfernt",
    "Decisions": "Entscheidungen",
    "Languages": "Sprachen",
    "Formats": "Formate",
    "Not read": "Nicht gelesen",
    "{0} passages": "{0} Stellen",
    "A run was interrupted; go on with: {0}": "Ein Lauf wurde unterbrochen; weiter mit: {0}",
    # tables
    "run": "Lauf",
    "started": "begonnen",
    "state": "Stand",
    "originals": "Originale",
    "articles": "Artikel",
    "before": "bekannt",
    "failed": "gescheitert",
    "sources": "Quellen",
    "key": "Schlüssel",
    "date": "Datum",
    "basis": "beruht auf",
    "lang": "Spr.",
    "extent": "Umfang",
    "words": "Wörter",
    "outlet": "Medium",
    "authors": "Autoren",
    "title": "Titel",
    "format": "Format",
    "about": "wozu",
    # add
    "Read {0} originals: {1} documents, {2} articles.": "{0} Originale gelesen: {1} Dokumente, {2} Artikel.",
    "{0} were read before.": "{0} waren schon gelesen.",
    "{0} could not be read:": "{0} konnten nicht gelesen werden:",
    "All of them: {0}": "Alle: {0}",
    "Stopped. What was reported as done is kept; go on with: {0}": "Angehalten. Was als fertig gemeldet war, bleibt; "
    "weiter mit: {0}",
    # lists
    "{0} articles, {1} more with --offset {2}": "{0} Artikel, {1} weitere mit --offset {2}",
    "{0} found": "{0} gefunden",
    "{0} not read": "{0} nicht gelesen",
    "{0} more with --offset {1}": "{0} weitere mit --offset {1}",
    "read since {0}": "gelesen seit {0}",
    # show
    "without title": "ohne Titel",
    "teaser": "Anriss",
    "author": "Autor",
    "translator": "Übersetzung",
    "editor": "Redaktion",
    "introduction": "Einleitung",
    "interviewer": "Gespräch",
    "photographer": "Foto",
    "language": "Sprache",
    "address": "Adresse",
    "topic": "Thema",
    "origin": "Herkunft",
    "comes from": "kommt aus",
    "translation of": "Übersetzung von",
    "republished from": "zuerst erschienen in",
    "agency": "Agentur",
    "excerpt of": "Auszug aus",
    "collected in": "gesammelt in",
    "introduced by": "eingeleitet von",
    "unknown": "unbekannt",
    "stated": "angegeben",
    "inferred": "erschlossen",
    "full": "ganz",
    "left out": "entfernt",
    "restored": "zurückgeholt",
    "{0} passages, --layers removed shows them": "{0} Stellen, --layers removed zeigt sie",
    "decided": "entschieden",
    "{0}: {1} by {2}": "{0}: {1} von {2}",
    # report, export, serve
    "{0} articles in {1}": "{0} Artikel in {1}",
    "The desk: {0}\nCtrl+C closes it.": "Der Schreibtisch: {0}\nStrg+C schließt ihn.",
    "The desk is closed.": "Der Schreibtisch ist geschlossen.",
    "Nobody has decided anything here.": "Hier hat niemand etwas entschieden.",
    # errors
    "Interrupted.": "Unterbrochen.",
    "There is no collection at {0}.": "Bei {0} ist keine Sammlung.",
    "Make one with: lesart add {0} FILES…": "Eine anlegen: lesart add {0} DATEIEN…",
}


def worded(message: str, *values: object) -> str:
    """Return a message in the language of the terminal, its places filled in."""
    said = GERMAN.get(message, message) if speaks_german(os.environ) else message
    return said.format(*values) if values else said


def speaks_german(environment: Mapping[str, str]) -> bool:
    """Read the language from LESART_LANGUAGE, else from LC_ALL, LC_MESSAGES or LANG, as programs do."""
    for name in ("LESART_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return environment[name].lower().startswith("de")
    return False
