"""Packages: written as the zipfile library writes them, known by what they hold however they are packed."""

from __future__ import annotations

import pickle
import random
import zipfile
from hashlib import sha256
from io import BytesIO

import pytest

from pipeline.flows.overview import glance_docx
from pipeline.glance import is_ours, year_glance
from pipeline.glance.seal import SEAL_PART
from pipeline.ooxml.digest import file_digest, parts_digest
from pipeline.ooxml.package import Packer, write_parts
from pipeline.ooxml.xml import legal
from pipeline.ooxml.zip import EPOCH, LEVEL, MODE, UNIX, WORTH_IT, read_parts
from tests.support.files import repacked
from tests.support.small import examine

PARTS = {
    "word/document.xml": "正文".encode() * 2000,
    "[Content_Types].xml": b"<Types/>",
    "word/附件.xml": b"x" * WORTH_IT,
    "word/empty.xml": b"",
}


def by_zipfile(parts: dict[str, bytes]) -> bytes:
    """Pack parts with the zipfile library."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system, entry.external_attr = UNIX, MODE
            method = zipfile.ZIP_STORED if len(parts[name]) < WORTH_IT else zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[name], method, LEVEL)
    return buffer.getvalue()


def test_packages_are_what_the_zipfile_library_writes() -> None:
    assert write_parts(PARTS) == by_zipfile(PARTS)
    changing = {"word/document.xml": PARTS["word/document.xml"]}
    constant = {name: data for name, data in PARTS.items() if name not in changing}
    assert Packer(constant, changing).pack(changing) == by_zipfile(PARTS)
    assert read_parts(write_parts(PARTS)) == PARTS


def test_a_package_is_known_by_its_parts_however_it_is_packed() -> None:
    package = write_parts(PARTS)
    expected = parts_digest(PARTS)
    assert repacked(package) != package
    forms = (package, bytes(package), repacked(package), by_zipfile(PARTS), pickle.loads(pickle.dumps(package)))
    assert {file_digest(data) for data in forms} == {expected}


@pytest.mark.parametrize(
    "changed",
    [
        {**PARTS, "word/empty.xml": b" "},
        {**PARTS, "word/more.xml": b""},
        {name: data for name, data in PARTS.items() if name != "word/empty.xml"},
        {name.replace("empty", "void"): data for name, data in PARTS.items()},
    ],
    ids=["content", "one more", "one less", "name"],
)
def test_another_content_has_another_digest(changed: dict[str, bytes]) -> None:
    assert file_digest(bytes(write_parts(changed))) != parts_digest(PARTS)


def test_what_is_no_package_is_known_by_its_bytes() -> None:
    for data in (b"", b"text", b"PK\x03\x04", bytes(write_parts(PARTS))[:-30]):
        assert file_digest(data) == sha256(data).hexdigest()


def test_a_trap_is_not_unpacked() -> None:
    huge = bytearray(by_zipfile({"a": b"\0" * 5000}))
    directory = huge.index(b"PK\1\2")
    huge[directory + 24 : directory + 28] = (0xF0000000).to_bytes(4, "little")
    assert file_digest(bytes(huge)) == sha256(huge).hexdigest()


def test_damaged_packages_never_raise() -> None:
    whole, chance = bytes(write_parts(PARTS)), random.Random(7)  # the same damage every time
    for _ in range(3000):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 1, 2, 8))):
            data[chance.randrange(4, len(data))] = chance.choice((0, 1, 255, chance.randrange(256)))
        assert len(file_digest(bytes(data))) == 64
        assert not is_ours(bytes(data))


def test_a_year_at_a_glance_packed_by_another_program_is_still_ours() -> None:
    word = glance_docx(year_glance(examine().branch, errors=0))
    assert is_ours(repacked(word))
    assert not is_ours(write_parts({**read_parts(word), "word/styles.xml": b"<x/>"}))
    assert not is_ours(write_parts({name: data for name, data in read_parts(word).items() if name != SEAL_PART}))


def test_characters_that_xml_cannot_hold_are_dropped_or_replaced() -> None:
    assert legal("甲\x00\x0b\x7f\x85\ud800\ufffe乙\t\n🐱") == "甲乙\t\n🐱"
    assert legal("甲\x01乙", instead="?") == "甲?乙"
