"""A small collection to judge: a digest, a page, and a text with matter that is not the piece."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lesart.workbench.collection import AddOptions, Collection

DIGEST = """Presseschau vom Fluss

Der Damm von Lanmark hält
Von Jette Marsand – 4. Mai 2031
Der Damm von Lanmark hat die Nacht überstanden. Die Feuerwehr zählte am Morgen nur zwei Schäden. 🌊
[Hier weiterlesen](#)

Совет спорит о мосте
Von Илья Ветров – 5. Mai 2031
Совет Лансдорфа спорит о новом мосте. Решение обещают в июне, сказала мэр города.
[Hier weiterlesen](#)

Das Cafe\u0301 am Kai schließt
Von Oda Lin – 6. Mai 2031
Nach dreißig Jahren schließt das Cafe\u0301 am Kai. Die Gäste sammeln Unterschriften dagegen.
[Hier weiterlesen](#)
"""
PLAIN = """Die Brücke bleibt gesperrt

Von Jette Marsand – 7. Mai 2031

Die Brücke über die Lan bleibt bis Juli gesperrt. Das teilte die Stadt am Montag mit. Gutachter fanden Risse im Beton.

Wer hinüber will, nimmt die Fähre. Sie fährt alle zwanzig Minuten und kostet nichts.

Anzeige: Jetzt zwei Wochen kostenlos testen!
"""


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("workbench")
    (place / "digest.txt").write_text(DIGEST, encoding="utf-8")
    (place / "bruecke.txt").write_text(PLAIN, encoding="utf-8")
    with Collection.open(place / "pile.lesart", create=True) as collection:
        collection.add([str(place / "digest.txt"), str(place / "bruecke.txt")], options=AddOptions(workers=1))
    return place


@pytest.fixture
def collection(read_once: Path, tmp_path: Path) -> Collection:
    """A copy of the collection, for a person named Ada."""
    copy = tmp_path / "pile.lesart"
    copy.write_bytes((read_once / "pile.lesart").read_bytes())
    opened = Collection.open(copy, person="Ada")
    yield opened
    opened.close()


Find = Callable[[str], str]


@pytest.fixture
def key_of(collection: Collection) -> Find:
    """The key of the one article whose text holds these words."""

    def find(words: str) -> str:
        keys = [row.key for row in collection.articles().items if words in collection.article(row.key).view.text]
        assert len(keys) == 1, (words, keys)
        return keys[0]

    return find
