# document.py - small Onward JSON documents for tests, written as facts
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Document collects facts; ids are words of the test, made into UUIDs that sort as the words do."""


def uuid(word):
    """A UUID for a short word: the same for the same word, in the order of the words ("a1" before "a2")."""
    digits = word.encode().hex().ljust(32, "0")[:32]
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


REFERENCES = {"company", "search", "stage", "introduction", "sibling_of", "opportunity", "interview", "contact", "introducer",
              "person", "by", "value_item", "feedback"}
LISTS = {"contacts", "excluded"}


def resolve(member, value):
    """Words of the test become UUIDs where the format has ids."""
    if isinstance(value, dict):
        return {name: resolve(name, inside) for name, inside in value.items()}
    if isinstance(value, list):
        return [uuid(inside) if member in LISTS and isinstance(inside, str) else resolve(None, inside) for inside in value]
    return uuid(value) if member in REFERENCES and isinstance(value, str) else value


class Document:
    """Facts in the words of the exchange format; every method returns the document, so that they can be chained."""

    def __init__(self, **settings):
        self.data = {"format": "onward", "version": 1}
        if settings:
            self.data["settings"] = settings

    def add(self, collection, word, **members):
        """An object of a collection; `word` is its id. The same word again replaces the object."""
        others = [entry for entry in self.data.get(collection, []) if entry["id"] != uuid(word)]
        self.data[collection] = [*others, {"id": uuid(word), **resolve(None, members)}]
        return self

    def profile(self, **members):
        self.data["profile"] = members
        return self

    def company(self, word, **members):
        return self.add("companies", word, **{"name": word.capitalize(), **members})

    def contact(self, word, **members):
        return self.add("contacts", word, **{"name": word.capitalize(), **members})

    def search(self, word, **members):
        return self.add("searches", word, **{"name": word.capitalize(), **members})

    def stage(self, word, kind, position=0):
        return self.add("stages", word, name=word.capitalize(), position=position, kind=kind)

    def opportunity(self, word, **members):
        return self.add("opportunities", word, **{"title": word.capitalize(), "kind": "role", **members})

    def interview(self, word, starts_at, ends_at=None, people=(), **members):
        """`people` are words, or (word, {members of the participant})."""
        facts = {"kind": "video", "starts_at": starts_at, "status": "booked", **members}
        if ends_at:
            facts["ends_at"] = ends_at
        return self.add("interviews", word, people=make_people(people), **facts)

    def touch(self, word, contacts, at, **members):
        return self.add("touches", word, contacts=list(contacts),
                        **{"at": at, "direction": "out", "channel": "email", **members})

    def follow_up(self, word, key, **members):
        return self.add("follow_ups", word, **{"key": key, "rule": key.partition(":")[0], "state": "open", **members})


def make_people(people):
    """Participants from words, or (word, members)."""
    pairs = [(entry, {}) if isinstance(entry, str) else entry for entry in people]
    return [{"contact": word, **members} for word, members in pairs]


def get_word(identifier):
    """The word behind uuid (word)."""
    return bytes.fromhex(identifier.replace("-", "")).rstrip(b"\0").decode()


def make_key(key):
    """A key written with words: "thank-you:i:amara"; days in it stay."""
    rule, *parts = key.split(":")
    return ":".join([rule, *(part if part[:1].isdigit() else uuid(part) for part in parts)])


def read_key(key):
    """The same key with the words of the test."""
    rule, *parts = key.split(":")
    return ":".join([rule, *(get_word(part) if len(part) == 36 else part for part in parts)])
