"""A folder as an archive whose bytes depend on nothing but names and content: files in the order of
their names, all of one time, of nobody, as executable as they are.

usage: archive.py FOLDER OUT.zip|OUT.tar.gz
"""

import gzip
import os
import sys
import tarfile
import zipfile

# The first moment that a zip can tell.
ZIP_TIME, UNIX_TIME = (1980, 1, 1, 0, 0, 0), 315532800


def files(folder):
    """(name in the archive, path, mode), in the order of bytes of the names."""
    base = os.path.dirname(os.path.abspath(folder))
    found = []
    for place, _, names in os.walk(os.path.abspath(folder)):
        for name in names:
            path = os.path.join(place, name)
            mode = 0o755 if os.access(path, os.X_OK) else 0o644
            found.append((os.path.relpath(path, base), path, mode))
    return sorted(found, key=lambda one: one[0].encode())


def write_zip(folder, out):
    with zipfile.ZipFile(out, "w") as archive:
        for name, path, mode in files(folder):
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = mode << 16
            with open(path, "rb") as content:
                archive.writestr(entry, content.read(), compresslevel=9)


def write_tar(folder, out):
    with open(out, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
            for name, path, mode in files(folder):
                entry = tarfile.TarInfo(name)
                entry.size, entry.mtime, entry.mode = os.path.getsize(path), UNIX_TIME, mode
                with open(path, "rb") as content:
                    archive.addfile(entry, content)


def main():
    folder, out = sys.argv[1:]
    (write_zip if out.endswith(".zip") else write_tar)(folder, out)


main()
