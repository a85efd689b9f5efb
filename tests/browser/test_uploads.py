"""Large files that are brought into a panel: read, or refused in a sentence, but never lost without a word."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.learner import Learner

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

PROFILE = "First Name,Last Name,Headline,Geo Location\nMara,Lindqvist,Baker,Leeds\n"
POSITIONS = "Company Name,Title,Location,Started On,Finished On\nNorthern Bakery,Baker,York,Jan 2016,Mar 2020\n"
BRING = "Bring a file you saved"


def export(megabytes: int) -> bytes:
    """A LinkedIn data export that is nearly all connections and messages, which do not get smaller in a ZIP."""
    noise, data = random.Random(3), io.BytesIO()
    with zipfile.ZipFile(data, "w") as folder:
        folder.writestr("Profile.csv", PROFILE)
        for name in ("Connections.csv", "messages.csv"):
            folder.writestr(name, noise.randbytes(megabytes * 500_000))
    return data.getvalue()


TAKES_LESS = """size => {
    const page = document.getElementById('jupyter-config-data');
    const told = JSON.parse(page.textContent);
    if (told.rapportkitLargestMessage !== '268435456') throw new Error(told.rapportkitLargestMessage);
    page.textContent = JSON.stringify({...told, rapportkitLargestMessage: size});
}"""


def bring(learner: Learner, panel: Locator, name: str, data: bytes) -> None:
    learner.bring(panel, BRING, name, data, "application/octet-stream")


def test_an_export_that_jupyter_would_not_take_is_read_where_we_start_it(learner: Learner) -> None:
    learner.open("one_hour")
    panel = learner.panel("You")

    bring(learner, panel, "mine.zip", export(12))

    learner.hears(panel, "Read 'mine.zip': 1 fact on Mara Lindqvist.")
    learner.finds_no_fault()


def test_what_is_too_large_to_be_sent_is_refused_in_a_sentence_below_its_button(learner: Learner) -> None:
    learner.open("one_hour")
    learner.page.evaluate(TAKES_LESS, 2_200_000)
    panel = learner.panel("The person you will meet")
    said = panel.locator(".rk-row:has(.rk-upload) + .rk-too-large")

    for name, remedy in (("export.zip", "bring Profile.csv"), ("me.pdf", "Is it the file you meant?")):
        bring(learner, panel, name, bytes(2_400_000))
        expect(said).to_contain_text(f"'{name}' has 2.4 MB, more than the 2.1 MB that JupyterLab takes here at once.")
        learner.hears(panel, remedy)
    keep = learner.panel("Keep your work")
    learner.bring(keep, "Bring back a workbook", "workbook.json", bytes(2_400_000), "application/json")
    learner.hears(keep, "'workbook.json' has 2.4 MB")
    learner.finds_no_fault()

    bring(learner, panel, "Positions.csv", POSITIONS.encode())
    learner.hears(panel, "Read 'Positions.csv': 2 facts")
    expect(said).to_have_text("")
