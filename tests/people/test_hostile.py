"""Files built to do harm, and files that broke: a person or a sentence, within ten seconds of work and 500 MB."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.people import cards, export_zip, hostile_pdfs, old_profile_pdf, pasted_samples, profile_pdf
from tests.people.hostile_pdfs import document, pdf, stream

SECONDS = 10
MEGABYTES = 500

CHILD = """
import pathlib, resource, sys, time
limit = {megabytes} << 20
resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from rapportkit.errors import RapportError
from rapportkit.people.read import read_person
slowest = 0.0
for path in sys.argv[1:]:
    data, began = pathlib.Path(path).read_bytes(), time.process_time()
    try:
        print("READ", read_person("a file", data).person.name)
    except RapportError as problem:
        print("SENTENCE", problem)
    slowest = max(slowest, time.process_time() - began)
# Linux counts what the process that began this one had taken into ru_maxrss; what it says of itself it does not.
status = pathlib.Path("/proc/self/status")
own = [line.split()[1] for line in status.read_text().splitlines() if "VmHWM" in line] if status.exists() else []
peak = int(own[0]) if own else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print("SLOWEST", slowest, "PEAK", peak / 1024)
"""


def read_apart(folder: Path, *files: bytes) -> list[str]:
    """What reading each file comes to, in a process of its own that may take no more than the limits."""
    paths = []
    for number, data in enumerate(files):
        paths.append(folder / f"{number}")
        paths[-1].write_bytes(data)
    child = subprocess.run(
        [sys.executable, "-c", CHILD.format(megabytes=MEGABYTES), *map(str, paths)],
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert child.stderr == b""
    *said, measured = child.stdout.decode().splitlines() or [""]
    assert child.returncode == 0, child.stderr.decode()[-500:]
    _, slowest, _, peak = measured.split()
    assert float(slowest) < SECONDS
    assert float(peak) < MEGABYTES
    return said


def zipped_zeros(unpacked: int) -> bytes:
    """A ZIP whose Profile.csv unpacks to *unpacked* zeros."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("Profile.csv", "w") as member:
        for _ in range(unpacked >> 20):
            member.write(bytes(1 << 20))
    return buffer.getvalue()


def ten_gigabytes() -> bytes:
    """
    A ZIP whose Profile.csv unpacks to ten gigabytes, and says four, the most that a plain ZIP can say.

    What is packed are a thousand copies of one deflated block of ten megabytes, which is quicker made than ten
    gigabytes are packed.
    """
    block = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = block.compress(bytes(10_000_000)) + block.flush(zlib.Z_FULL_FLUSH)
    packed = piece * 1_000 + zlib.compressobj(9, zlib.DEFLATED, -15).flush()
    whole = bytearray(zipped_zeros(1 << 20))
    head = whole.index(b"PK\x01\x02")
    start = 30 + len("Profile.csv")
    listing = bytearray(whole[head:])
    listing[20:24] = len(packed).to_bytes(4, "little")
    listing[24:28] = b"\xfe\xff\xff\xff"
    end = listing.index(b"PK\x05\x06")
    listing[end + 16 : end + 20] = (start + len(packed)).to_bytes(4, "little")
    return bytes(whole[:start] + packed + listing)


def twice_deflated(unpacked: int) -> bytes:
    """A page that draws *unpacked* blanks."""
    inner = zlib.compressobj(9)
    packed = b"".join(inner.compress(b" " * (1 << 20)) for _ in range(unpacked >> 20)) + inner.flush()
    return document(stream(zlib.compress(packed, 9), b"/Filter [/FlateDecode /FlateDecode]"), b"")


def drawings_in_drawings(depth: int, width: int) -> bytes:
    """A page that draws ten forms that draw ten forms, and so on."""
    forms = []
    for level in range(depth):
        below = 5 + level + 1
        names = b" ".join(b"/F%d %d 0 R" % (number, below) for number in range(width))
        draws = b" ".join(b"/F%d Do" % number for number in range(width)) if level < depth - 1 else b"BT (x) Tj ET"
        extra = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << %s >> >>" % names
        forms.append(stream(draws, extra))
    return document(stream(b"/F Do"), b"/XObject << /F 5 0 R >>", *forms)


def nested_zip() -> bytes:
    inner = export_zip.export_zip()
    for _ in range(50):
        inner = export_zip.zipped({"inner.zip": inner})
    return inner


def _card(line: bytes, times: int) -> bytes:
    return b"BEGIN:VCARD\r\nFN:Ann Lee\r\n" + (line + b"\r\n") * times + b"END:VCARD\r\n"


def _copies(number: int) -> bytes:
    """A ZIP of one large table in many folders."""
    table = b"First Name\n" + b"A," * 200_000
    return export_zip.zipped({f"{folder}/Profile.csv": table for folder in range(number)})


_LONG_FIELD = 'First Name,Summary\n"' + "a" * 5_000_000
_OWN_PAGE = b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"
BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "nested zip": (nested_zip, "another one in it"),
    "10 GB unpacked": (ten_gigabytes, "5 MB unpacked"),
    "64 MB unpacked": (lambda: zipped_zeros(64 << 20), "5 MB unpacked"),
    "climbing path": (lambda: export_zip.zipped({"../../etc/Profile.csv": b"First Name\nAna\n"}), "leads out"),
    "climbing path of Windows": (lambda: export_zip.zipped({"..\\..\\Profile.csv": b"First Name\nAna\n"}), "leads out"),
    "absolute path": (lambda: export_zip.zipped({"/etc/Profile.csv": b"First Name\nAna\n"}), "leads out"),
    "path on a drive": (lambda: export_zip.zipped({"C:/Profile.csv": b"First Name\nAna\n"}), "leads out"),
    "a million members": (lambda: b"PK\x03\x04" + b"PK\x01\x02" * 1_000_000, "far more files"),
    "a field of 5 MB": (lambda: export_zip.export_zip({"Profile.csv": _LONG_FIELD}), "long"),
    "PDF of 256 MB": (lambda: twice_deflated(256 << 20), "PDF"),
    "PDF of drawings in drawings": (lambda: drawings_in_drawings(12, 10), "PDF"),
    "PDF that is its own page": (lambda: pdf(b"<< /Type /Catalog /Pages 2 0 R >>", _OWN_PAGE), "PDF"),
    "20 MB of brackets in a PDF": (lambda: document(stream(b"[" * 19_000_000), b""), "PDF"),
    "a card of 18 MB": (lambda: b"BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:" + b"a=\n" * 6_000_000, "card"),
    "cards without end": (lambda: b"BEGIN:VCARD\n" * 1_500_000, "card"),
    "a card of folds": (lambda: b"BEGIN:VCARD\nFN:" + b"a\n " * 6_000_000, "READ aaa"),
    "a card of quotation marks": (lambda: b'BEGIN:VCARD\nFN;A="' + b'";B="' * 3_000_000, "card"),
    "a card of notes": (lambda: _card(b"NOTE:" + b"Likes a; " * 11_000, 190), "READ Ann Lee"),
    "a card of firms": (lambda: _card(b"ORG:" + b";" * 99_000, 190), "READ Ann Lee"),
    "a card of hobbies": (lambda: _card(b"HOBBY:" + b"a," * 49_000, 190), "READ Ann Lee"),
    "a card in a spelling for names of hosts": (
        lambda: _card(b"ORG;CHARSET=punycode;ENCODING=QUOTED-PRINTABLE:" + b"a" * 50_000 + b"-" + b"b" * 40_000, 99),
        "READ Ann Lee",
    ),
    "a card in a spelling that fails": (
        lambda: _card(b"ORG;CHARSET=idna;ENCODING=QUOTED-PRINTABLE:xn--" + b"a" * 90_000, 1), "READ Ann Lee"),
    "sixty copies of one table": (lambda: _copies(60), "far more than an export"),
    "a table of commas": (lambda: export_zip.export_zip({"Profile.csv": ("," * 50 + "\n") * 90_000}), "export"),
    "a table of 2,000 columns": (
        lambda: export_zip.export_zip(
            {"Profile.csv": f"First Name{',c' * 2_000}\n" + f"A{',b' * 2_000}\n" * 999}
        ),
        "READ A",
    ),
    "empty lines": (lambda: b"Experience\n" + b"\n" * 4_000_000, "plain text"),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_file_built_to_do_harm_does_none(name: str, tmp_path: Path) -> None:
    make, words = BOMBS[name]
    said = read_apart(tmp_path, make())

    assert len(said) == 1
    assert words in said[0]


@pytest.mark.parametrize("kind", ["FONTS", "FORMS", "STREAMS", "FILES"])
def test_a_small_pdf_that_asks_for_hours_is_refused_in_a_sentence_that_is_true(kind: str, tmp_path: Path) -> None:
    files: Mapping[str, tuple[Callable[[], bytes], str]] = getattr(hostile_pdfs, kind)
    said = read_apart(tmp_path, *(make() for make, _ in files.values()))

    told = dict(zip(files, said, strict=True))
    assert not [name for name, (_, words) in files.items() if words not in told[name]], told


def test_a_locked_member_is_a_sentence(tmp_path: Path) -> None:
    data = bytearray(export_zip.export_zip({"Profile.csv": "First Name\nAna\n"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1

    assert "locked with a password" in read_apart(tmp_path, bytes(data))[0]


def test_a_member_packed_in_another_way_is_a_sentence(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("Profile.csv", "First Name\nAna\n")

    assert "packed in a way that is not read" in read_apart(tmp_path, buffer.getvalue())[0]


SAMPLES = {
    "export.zip": export_zip.export_zip(),
    "profile.pdf": profile_pdf.profile_pdf(),
    "old.pdf": old_profile_pdf.old_profile_pdf(),
    "card 2.1": cards.OUTLOOK.encode(),
    "card 3.0": cards.APPLE.encode(),
    "card 4.0": cards.RFC6715.encode(),
    "copied": pasted_samples.COPIED.encode(),
    "markdown": pasted_samples.MARKDOWN.encode(),
    "notes": pasted_samples.NOTES.encode(),
    "resume.json": b'{"basics": {"name": "Ana Reis", "label": "Nurse"}, "interests": ["Chess"]}',
}


def mutated(data: bytes, seed: int) -> bytes:
    """*data* with bytes changed, cut out, doubled and cut off, the same for the same seed."""
    chance = random.Random(seed)
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(changed) or 1)
        length = chance.choice((1, 1, 2, 8, 64, 512))
        match chance.randrange(5):
            case 0:
                changed[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del changed[at : at + length]
            case 2:
                changed[at:at] = changed[at : at + length]
            case 3:
                changed[at:at] = chance.randbytes(length)
            case _:
                changed[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\x00" * 4, b"((((", b'""""', b";;;;"))
    return bytes(changed[: chance.randrange(len(changed) + 1)] if chance.random() < 0.2 else changed)


@pytest.mark.parametrize("name", SAMPLES)
def test_fifty_mutated_copies_of_each_sample_are_people_or_sentences(name: str, tmp_path: Path) -> None:
    said = read_apart(tmp_path, *(mutated(SAMPLES[name], seed) for seed in range(50)))

    assert len(said) == 50
    assert all(line.startswith(("READ", "SENTENCE")) for line in said)
