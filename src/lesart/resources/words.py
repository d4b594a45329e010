"""Words: whether a form is a word of a language, by simplemma's dictionaries; loaded when first asked (seconds, 100 MB)."""

import simplemma

LANGUAGES = frozenset({"de", "en", "ru", "uk"})


def is_word(form: str, language: str) -> bool:
    """Say whether a dictionary has the form, case aside; ValueError for a language without one."""
    if language not in LANGUAGES:
        raise ValueError(f"no dictionary for {language!r}; there is one for {', '.join(sorted(LANGUAGES))}")
    return bool(simplemma.is_known(form, lang=language))
