"""What must not be stored never is: not in what `read` prints, and not in a byte of the workbook."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rapportkit.people.dossier import Dossier, Note
from rapportkit.people.private import private_kinds, without_private
from rapportkit.people.read import read_person
from rapportkit.workbook.store import Workbook
from tests.linear import grows_linearly
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


CASES = {
    part: [(case, case) if isinstance(case, str) else tuple(case) for case in held["cases"]]
    for part, held in tomllib.loads(
        Path(__file__).with_name("private_sentences.toml").read_text(encoding="utf-8")
    ).items()
}


@pytest.mark.parametrize(("written", "kept"), [case for part in CASES.values() for case in part])
def test_only_what_is_private_goes_out_of_a_sentence(written: str, kept: str) -> None:
    assert without_private(written) == kept
    assert bool(private_kinds(written)) == (written != kept)


@pytest.mark.parametrize(("_written", "kept"), [case for part in CASES.values() for case in part])
def test_what_is_kept_is_kept_when_it_is_read_again(_written: str, kept: str) -> None:
    assert without_private(kept) == kept


@pytest.mark.parametrize(
    "piece",
    [
        "Flat 3, ",
        "A1 1AA ",
        "12 Hidden ",
        "born in Leeds ",
        "a@",
        "a at ",
        "a dot ",
        "+1",
        "1-",
        "Skype: ",
        "1234 ",
        "(",
        "oh seven ",
        "ann plus ",
        "ann at gmail ",
        "27 Hiddengate, ",
        "ann.b on Skype ",
        "Skype on ",
        "3 May, my ",
    ],
)
def test_the_work_grows_with_the_line(piece: str) -> None:
    assert grows_linearly(lambda size: without_private(f"born {piece * (size // len(piece))}{size}"), 60_000)


@given(some.text())
def test_no_text_is_too_strange(text: str) -> None:
    assert isinstance(without_private(text), str)


SECRETS = (
    "1981", "3 March", "12 Hidden", "Hidden Street", "LS1", "7700900123", "900123", "ann.secret", "annsecret", "[dot]",
    "dot example", "QQ 12", "GB29",
)  # fmt: skip
"""What stands in the sentences below and may never be kept."""

LONG = (
    "Born in Leeds on 3 March 1981. I love chess and was born on 3 March 1981.",
    "I enjoy gardening, call me 7700900123. I love jazz: ann [at] secret [dot] example.",
    "I live at 12 Hidden Street, Leeds LS1 4AB, and I love sailing. Skype: ann.secret, I love films.",
    "I love maps, my IBAN is GB29 NWBK 6016 1331 9268 19. I love tea (ann (at) secret dot example).",
)
SHORT = (
    "rowing", "Born 3 March 1981", "12 Hidden Street", "WhatsApp 7700900123", "Telegram @annsecret",
    "ann at secret dot example", "knitting, born 1981", "baking (NI number QQ 12 34 56 C)", "Leeds LS1 4AB",
)  # fmt: skip


def _typed() -> str:
    posts = "Northwind, Clerk, 2019-2021, 12 Hidden Street\nCook at Blue Anchor, born 1981\n"
    schools = "Hull College, born 3 March 1981\n"
    return (
        "Ann Lee\n12 Hidden Street\nLikes: chess, born 1981, Telegram @annsecret\n"
        "Location: 12 Hidden Street, Leeds LS1 4AB\n"
        f"Role: Clerk, call me 7700900123\n\nAbout\n{chr(10).join(LONG)}\n\nExperience\n{posts}\nEducation\n{schools}\n"
        f"Interests\n{chr(10).join(SHORT)}\n\nGroups\nHull Choir, 12 Hidden Street\n"
    )


def _card() -> str:
    sentences = "\\n".join((*LONG, *SHORT)).replace(",", "\\,")
    hobbies = "".join(f"HOBBY:{one}\n".replace(",", "\\,") for one in SHORT)
    return (
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee (7700900123)\nN:Lee;Ann;;;\n"
        "ORG:Northwind, 12 Hidden Street\nTITLE:Clerk, Skype: ann.secret\n"
        f"ADR:;;12 Hidden Street;Leeds LS1 4AB;;;England\nNOTE:{sentences}\n{hobbies}END:VCARD\n"
    )


def _resume() -> dict[str, object]:
    return {
        "basics": {
            "name": "Ann Lee (07700900123)",
            "label": "Clerk, 12 Hidden Street, Telegram @annsecret",
            "summary": "\n".join(LONG),
            "location": {"city": "12 Hidden Street, Leeds LS1 4AB", "region": "born 1981"},
        },
        "work": [{"name": "Northwind", "position": "Clerk, call me 7700900123", "location": "12 Hidden Street, Leeds"}],
        "education": [{"institution": "Hull College", "area": "born 3 March 1981"}],
        "interests": [{"name": one, "keywords": list(SHORT)} for one in SHORT],
        "languages": [{"language": "Welsh", "fluency": "ann [at] secret [dot] example"}],
    }


def _printed() -> dict[str, object]:
    facts = [{"kind": "interest", "label": one, "detail": LONG[0], "where": "by hand"} for one in (*SHORT, *LONG)]
    person = {"name": "Ann Lee 07700900123", "headline": "Clerk, 12 Hidden Street", "facts": facts}
    return {"person": person, "not_understood": [{"text": one, "where": "by hand"} for one in LONG]}


def _zip() -> bytes:
    summary, listed = " ".join(LONG), "; ".join(SHORT)
    return export_zip.export_zip(
        {
            "Profile.csv": "First Name,Last Name,Headline,Summary,Geo Location\n"
            f'Ann,Lee 07700900123,"Clerk, Skype: ann.secret","{summary}","12 Hidden Street, Leeds LS1 4AB, England"\n',
            "Positions.csv": "Company Name,Title,Location,Started On,Finished On\n"
            'Northwind,"Clerk, call me 7700900123","12 Hidden Street, Leeds",2019,2021\n',
            "Education.csv": "School Name,Start Date,End Date,Degree Name,Activities\n"
            f'Hull College,,,born 1981,"{listed}"\n',
            "Interests.csv": f'Interests\n"{listed}"\n',
        }
    )


def _pdf() -> bytes:
    jobs = (
        profile_pdf.Job("Northwind", "Clerk, call me 7700900123", "2019 - 2021", "12 Hidden Street, Leeds LS1 4AB"),
    )
    return profile_pdf.profile_pdf(
        replace(
            profile_pdf.SAMPLE,
            headline="Clerk, Telegram @annsecret",
            place="12 Hidden Street, Leeds LS1 4AB, England",
            summary=LONG,
            jobs=jobs,
            skills=("Rostering", "Skype: ann.secret"),
        )
    )


def _old_pdf() -> bytes:
    summary = [("heading", "Summary"), *(("plain", one) for one in LONG)]
    interests = [("heading", "Interests"), ("plain", ", ".join(SHORT[:5])), ("more", f", {', '.join(SHORT[5:])}")]
    posts = [("heading", "Experience"), ("bold", "Clerk, 12 Hidden Street  at   Northwind"), ("plain", "2019  -  2021")]
    return old_profile_pdf.old_profile_pdf((*summary, *posts, *interests))


TOLD: dict[str, bytes] = {
    "typed.txt": _typed().encode(),
    "card.vcf": _card().encode(),
    "resume.json": json.dumps(_resume()).encode(),
    "printed.json": json.dumps(_printed()).encode(),
    "export.zip": _zip(),
    "profile.pdf": _pdf(),
    "old.pdf": _old_pdf(),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_is_private_inside_a_sentence_is_in_no_byte_of_the_workbook(name: str, tmp_path: Path) -> None:
    reading = read_person(name, TOLD[name])
    workbook = Workbook(tmp_path / "workbook", lambda: NOW)
    workbook.save("me", Dossier().with_file(name, reading))
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    printed = reading.model_dump_json()

    assert [secret for secret in SECRETS if secret in printed or secret.encode() in written] == []
    assert any(kept in printed for kept in ("Northwind", "rowing"))
    assert "Leeds" in printed or name == "card.vcf"
    assert "Left out, since it is never kept: " in printed


def test_what_somebody_typed_is_kept_to_the_letter() -> None:
    """The promise is about files; a note is the learner's own, and nothing that a person typed is lost."""
    dossier = Dossier(name="Ann", notes=(Note(kind="interest", text="chess, born 3 March 1981"),))

    assert "born 3 March 1981" in dossier.model_dump_json()
    assert [fact.label for fact in dossier.person().facts] != []
