"""What must not be stored never is: not in what `read` prints, and not in a byte of the workbook."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from rapportkit.people.dossier import Dossier
from rapportkit.people.read import read_person
from rapportkit.workbook.store import Workbook
from tests.people import cards, export_zip, old_profile_pdf, pasted_samples, profile_pdf

NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)
SAMPLES: dict[str, tuple[bytes, str, tuple[str, ...]]] = {
    "export.zip": (export_zip.export_zip(), "Humber Harbours", export_zip.SECRETS),
    "old.pdf": (
        old_profile_pdf.old_profile_pdf(),
        "Medway Hop Gardens",
        ("tamsin.private@mail.example", "splendid", "Someone Else"),
    ),
    "profile.pdf": (profile_pdf.profile_pdf(), "Blue Anchor Stores", ("someone@mail.example", "linkedin.com")),
    "outlook.vcf": (cards.OUTLOOK.encode(), "Salzwelten", cards.SECRETS),
    "apple.vcf": (cards.APPLE.encode(), "Tema Fish Market", cards.SECRETS),
    "rfc.vcf": (cards.RFC6715.encode(), "sea swimming", cards.SECRETS),
    "nameless.vcf": (cards.NAMELESS.encode(), "Bosphorus Ferries", ("deniz.can@mail.example",)),
    "copied.txt": (pasted_samples.COPIED.encode(), "Nordlys Ferries", pasted_samples.SECRETS),
    "resume.md": (pasted_samples.MARKDOWN.encode(), "Addington Hospital", pasted_samples.SECRETS),
    "notes.txt": (pasted_samples.NOTES.encode(), "Coleg Harlech", pasted_samples.SECRETS),
}
"""Files with what is kept of each, and what never is."""


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_private_is_neither_printed_nor_in_a_byte_of_the_workbook(name: str, tmp_path: Path) -> None:
    data, kept, secrets = SAMPLES[name]
    reading = read_person(name, data)
    workbook = Workbook(tmp_path / "workbook", lambda: NOW)
    workbook.save("me", Dossier().with_file(name, reading))
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    places = [reading.model_dump_json().encode(), written]

    assert [kept.encode() in place for place in places] == [True, True]
    assert [secret for secret in secrets for place in places if secret.encode() in place] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_every_secret_stands_in_its_file(name: str) -> None:
    """So that the search above can fail; what a PDF or a ZIP packs is taken on trust."""
    data, _, secrets = SAMPLES[name]
    if name.endswith((".txt", ".md")):
        everywhere = "".join(sample[0].decode() for sample in SAMPLES.values() if sample[2] == secrets)
        assert [secret for secret in secrets if secret not in everywhere] == []
    assert data
