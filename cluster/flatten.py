"""Rows of the corpus tables off knowledge files, by the definitions that `copydesk corpus schema --json` prints.

The same rows that `copydesk corpus build` writes (src/corpus/compile.ts), for programs that cannot run DuckDB. Needs
nothing but Python. As a command it shows what it does:

    python3 flatten.py SCHEMA.json < knowledge.ndjson    one line a row: {"table": …, "row": {…}}
"""

import json
import re
import sys
from datetime import date

LONE_SURROGATE = re.compile("[\ud800-\udfff]")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")


def tables_of(schema):
    """The definitions of the tables that are read off knowledge files; the others speak of a whole corpus."""
    return [table for table in schema["tables"] if "rows" in table]


def row_maker(table, joint):
    """A function from a knowledge file to the rows of one table, each a tuple in the order of its columns."""
    lists = [] if table["rows"] == "/" else [step.lstrip(".") for step in table["rows"].split("[]") if step]
    readers = [_reader(column, len(lists), joint) for column in table["columns"]]

    def rows(knowledge):
        return [tuple(read(items, position) for read in readers) for items, position in _items(knowledge, lists)]

    return rows


def _items(knowledge, lists):
    """What each row stands for: the file, the items on the way and the last one; and its position in its list."""
    found = [((knowledge,), None)]
    for name in lists:
        found = [
            ((*items, item), position)
            for items, _ in found
            for position, item in enumerate(_field(items[-1], name.split(".")) or [])
        ]
    return found


def _reader(column, depth, joint):
    path = column["read"]
    if path == "#":
        return lambda items, position: position
    level = depth
    if path.startswith("/"):
        level, path = 0, path[1:]
    elif path.startswith("../"):
        level, path = depth - 1, path[3:]
    value = _joined(path, joint) if "[]." in path else _plain(path)
    shape = _shape(column)
    return lambda items, position: shape(value(items[level]))


def _plain(path):
    steps = [] if path == "." else path.split(".")
    return lambda item: _field(item, steps)


def _joined(path, joint):
    """A field of every item of a list as one text; none where there are none."""
    name, rest = path.split("[].")
    steps, inner = name.split("."), rest.split(".")

    def text(item):
        parts = [_field(one, inner) for one in _field(item, steps) or []]
        return joint.join(part for part in parts if part is not None) or None

    return text


def _field(item, steps):
    for step in steps:
        if not isinstance(item, dict):
            return None
        item = item.get(step)
    return item


def _shape(column):
    kind, absent = column.get("as"), column.get("absent")
    if kind == "day":
        return _day
    if kind == "month":
        return _month
    if column["type"] == "double":
        return lambda value: None if value is None else float(value)
    if column["type"] == "string":
        return _text
    return lambda value: absent if value is None else value


def _text(value):
    """UTF-8 has no lone surrogates: tables have U+FFFD for them."""
    return LONE_SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value


def _day(value):
    if value is None or not DAY.fullmatch(value[:10]):
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _month(value):
    found = MONTH.match(value or "")
    return found.group() if found else "unknown"


def _main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    makers = [(table, row_maker(table, schema["joint"])) for table in tables_of(schema)]
    for line in sys.stdin.buffer:
        knowledge = json.loads(line)
        for table, rows in makers:
            names = [column["name"] for column in table["columns"]]
            for row in rows(knowledge):
                print(json.dumps({"table": table["name"], "row": dict(zip(names, row))}, default=str))


if __name__ == "__main__":
    _main()
