"""What a run has written into a folder."""

import os


def tree(folder):
    """The bytes of every file of a folder by its path, without what a run keeps there for itself."""
    files = {}
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != ".tracktable"]
        for name in names:
            with open(os.path.join(where, name), "rb") as file:
                files[os.path.relpath(os.path.join(where, name), folder)] = file.read()
    return files
