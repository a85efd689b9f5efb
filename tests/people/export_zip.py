"""LinkedIn data exports as ZIP folders, made from invented data in the shape that published ones have."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

SECRETS = (
    "17 Quayside Terrace",
    "Feb 29, 1984",
    "HU1 9ZZ",
    "skype:amara.secret",
    "@amara_secret",
    "amara.private@mail.example",
    "+44 7700 900123",
    "07700 900456",
    "Nothing beats a private message",
    "Ravi wrote that she is splendid",
    "Someone Else",
    "INVOICE-4711",
    "I applied at Rival Ltd",
    "Maidenova",
)
"""What stands in the sample and may never be kept."""

TABLES: Mapping[str, str] = {
    "Profile.csv": (
        "\ufeffFirst Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,"
        "Twitter Handles,Websites,Instant Messengers\n"
        'Amara,Nwosu &amp; Søn,Maidenova,"17 Quayside Terrace, Hull","Feb 29, 1984",'
        'Head of &quot;Moorings&quot;,"I look after two harbours.\n\n'
        "In my spare time I carve spoons and sing in a choir.\n"
        'Outside work, reach me: amara.private@mail.example, +44 7700 900123 or 07700 900456.",'
        'Maritime,HU1 9ZZ,"Hull, England, United Kingdom",[@amara_secret],,skype:amara.secret\n'
    ),
    "Positions.csv": (
        "Company Name,Title,Description,Location,Started On,Finished On\n"
        'Humber Harbours,Head of moorings,"Two harbours,\nfour tugs.","Hull, England, United Kingdom",Mar 2017,\n'
        "Nordsee Schlepper &amp; Co,Deckhand,,Remote,2009,01 Oct 2016\n"
        "Trawler Olwen,Cook,,,Jun 1968,Jul 1969\n"
        ",,,,,\n"
    ),
    "Education.csv": (
        "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
        'University of Hull,2005,2008,A note,"BSc, Marine Biology","Rowing, Debating Society, Student Council"\n'
        "South Shields Marine School,2009,,,Mate,\n"
    ),
    "Languages.csv": "Name,Proficiency\nEnglish,Native or bilingual proficiency\nIgbo,\n",
    "Volunteering.csv": (
        "Company Name,Role,Cause,Started On,Finished On,Description\n"
        "RNLI,Crew member,disasterAndHumanitarianRelief,Apr 2018,,Ravi wrote that she is splendid\n"
    ),
    "Causes You Care About.csv": "Supported Cause\nEnvironment\nHUMAN_RIGHTS\n",
    "Organizations_252701747.csv": "Name,Position,Started On,Finished On\nNautical Institute,Fellow,2015,\n",
    "Interests.csv": 'Interests\n"spoon carving, tide tables"\n',
    "Skills.csv": "Name\nMooring\n",
    "Publications.csv": (
        "Name,Published On,Description,Publisher,Url\n"
        "Salt Roads,May 2021,A novel about three sisters.,Tide Press,https://tide.example\n"
        "A novel method of mooring,May 2019,A paper.,Press,\n"
    ),
    "Projects.csv": "Title,Description,Url,Started On,Finished On\nQuay 4,Rebuilt it.,,2019,2020\n",
    "Honors.csv": "Title,Description,Issued On\nHarbour medal,,2020\n",
    "Certifications.csv": "Name,Url,Authority,Started On,Finished On,License Number\nSTCW,,MCA,2010,,4711\n",
    "Recommendations_Received.csv": (
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
        'Someone,Else,Firm,Boss,Ravi wrote that she is splendid,"08/30/22, 05:51 PM",VISIBLE\n'
    ),
    "Connections.csv": (
        'Notes:\n"When exporting, some are missing"\n\n'
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Someone Else,X,https://x.example,amara.private@mail.example,Firm,Boss,05 Mar 2024\n,,,,,,\n"
    ),
    "messages.csv": "CONVERSATION ID,FROM,CONTENT\n1,Someone Else,Nothing beats a private message\n",
    "PhoneNumbers.csv": "Extension,Number,Type\n,+44 7700 900123,Mobile\n",
    "Email Addresses.csv": "Email Address,Confirmed\namara.private@mail.example,Yes\n",
    "Receipts_v2.csv": "Transaction,Amount\nINVOICE-4711,9.99\n",
    "Jobs/Job Applications.csv": "Company,Text\nRival,I applied at Rival Ltd\n",
}


def export_zip(tables: Mapping[str, str] | None = None, folder: str = "", **changed: str) -> bytes:
    """The bytes of an export; *changed* takes the place of tables by their bare names (`Profile`)."""
    held = dict(TABLES if tables is None else tables)
    held |= {f"{name}.csv": text for name, text in changed.items()}
    return zipped({f"{folder}{name}": text.encode() for name, text in held.items()})


def zip_of(*names: str) -> bytes:
    """A ZIP folder of files of these names, with next to nothing in them."""
    return zipped(dict.fromkeys(names, b"x"))


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A ZIP folder of these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()
