"""Quines: the archives that hold themselves really do."""

import gzip
import io
import zipfile

from hostile.quines import quine_gzip, quine_zip


def test_the_gzip_file_unpacks_to_itself():
    assert gzip.decompress(quine_gzip()) == quine_gzip()


def test_the_zip_archive_holds_itself():
    with zipfile.ZipFile(io.BytesIO(quine_zip())) as archive:
        (name,) = archive.namelist()
        assert archive.read(name) == quine_zip()
