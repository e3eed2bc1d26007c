"""A browser page in a process of its own: types into one field and prints each number whose save was acknowledged.

python typist.py DATABASE_URL PATH COUNT CLIENT
"""

import sys

from eva.settings import Settings
from eva.storage.opening import open_store
from tests.contract.editing_people import Page

if __name__ == "__main__":
    url, path, count, client = sys.argv[1:]
    page = Page(open_store(Settings(database_url=url, organisation="mikkeli")), f"by {client}", client)
    page.look(path)
    for number in range(1, int(count) + 1):
        page.send(path, f"{client} {number}", minute=number)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
