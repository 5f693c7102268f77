"""Ways to damage a file, each drawn at random."""

import random
import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

#: Damages put into one file: more leave nothing to read.
MOST_DAMAGES = 6
#: Share of archives damaged inside: most damages to the packing itself end early.
MOSTLY = 0.8
#: How deep elements are nested by the mutation that nests them.
DEEP = 20_000

_TAG = re.compile(rb"<[^<>]{1,200}>")
_NUMBER = re.compile(rb"\d{1,9}")
#: Values that programs do not expect where they expect a number or a name.
ODD = (
    b"",
    b"-1",
    b"0",
    b"4294967296",
    b"99999999999999999999",
    b"1e9",
    b"\xff\xfe",
    b"%s%n",
    b"../../x",
    b"&#0;",
    b"A" * 5000,
)

Mutation = Callable[[bytes, random.Random], bytes]


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Return a file with some damages, inside the members of a ZIP archive or in its bytes."""
    if content.startswith(b"PK") and chance.random() < MOSTLY:
        return _repacked(content, chance)
    return _damaged(content, chance, BYTES)


def _damaged(content: bytes, chance: random.Random, mutations: tuple[Mutation, ...]) -> bytes:
    for _ in range(chance.randint(1, MOST_DAMAGES)):
        content = chance.choice(mutations)(content, chance) if content else content
    return content


def _repacked(content: bytes, chance: random.Random) -> bytes:
    """Damage one member of an archive, or swap, lose or double members."""
    with ZipFile(BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    names = [name for name in members if name.endswith((".xml", ".rels"))] or list(members)
    for _ in range(chance.randint(1, 2)):
        name, other = chance.choice(names), chance.choice(names)
        match chance.randrange(8):
            case 0:
                members[name], members[other] = members[other], members[name]
            case 1:
                members[name] = b""
            case 2:
                members = {key: value for key, value in members.items() if key != name}
                names = [each for each in names if each != name] or list(members)
            case _:
                members[name] = _damaged(members[name], chance, XML)
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for key, value in members.items():
            archive.writestr(key, value)
    return target.getvalue()


def _flip(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 40)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _truncate(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _cut(content: bytes, chance: random.Random) -> bytes:
    start, end = _span(content, chance)
    return content[:start] + content[end:]


def _double(content: bytes, chance: random.Random) -> bytes:
    start, end = _span(content, chance)
    return content[:end] + content[start:end] * chance.randint(1, 5) + content[end:]


def _move(content: bytes, chance: random.Random) -> bytes:
    start, end = _span(content, chance)
    rest = content[:start] + content[end:]
    place = chance.randrange(len(rest) + 1)
    return rest[:place] + content[start:end] + rest[place:]


def _odd_number(content: bytes, chance: random.Random) -> bytes:
    return _replaced(_NUMBER, content, chance, chance.choice(ODD))


def _lose_tag(content: bytes, chance: random.Random) -> bytes:
    return _replaced(_TAG, content, chance, b"")


def _swap_tag(content: bytes, chance: random.Random) -> bytes:
    tags = [match.group() for match in _TAG.finditer(content)]
    return _replaced(_TAG, content, chance, chance.choice(tags)) if tags else content


def _nest(content: bytes, chance: random.Random) -> bytes:
    """Put an element into itself, very often."""
    tags = [match for match in _TAG.finditer(content) if not match.group().startswith((b"</", b"<?"))]
    if not tags:
        return content
    tag = chance.choice(tags)
    opening = tag.group().rstrip(b"/>") + b">"
    name = opening[1:-1].split()[0] if opening[1:-1].split() else b"x"
    depth = chance.choice((200, DEEP))
    nested = opening * depth + b"x" + (b"</" + name + b">") * depth
    return content[: tag.start()] + nested + content[tag.start() :]


def _declare(content: bytes, _: random.Random) -> bytes:
    """Declare entities that grow, and use them."""
    entities = b"".join(b'<!ENTITY e%d "%b">' % (level, b"&e%d;" % (level - 1) * 10) for level in range(1, 9))
    document = b'<!DOCTYPE x [<!ENTITY e0 "lol">' + entities + b"]>"
    head, mark, rest = content.partition(b"?>") if content.startswith(b"<?xml") else (b"", b"", content)
    return head + mark + document + _TAG.sub(lambda match: match.group() + b"&e8;", rest, count=3)


def _span(content: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(content))
    return start, min(len(content), start + chance.choice((1, 16, 256, 4096, 65536)))


def _replaced(pattern: re.Pattern[bytes], content: bytes, chance: random.Random, value: bytes) -> bytes:
    found = list(pattern.finditer(content))
    if not found:
        return content
    match = chance.choice(found)
    return content[: match.start()] + value + content[match.end() :]


#: Damages to a file of any kind.
BYTES: tuple[Mutation, ...] = (_flip, _flip, _truncate, _cut, _double, _move, _odd_number, _odd_number)
#: Damages to XML.
XML: tuple[Mutation, ...] = (
    _flip,
    _truncate,
    _cut,
    _double,
    _odd_number,
    _odd_number,
    _lose_tag,
    _swap_tag,
    _nest,
    _declare,
)
