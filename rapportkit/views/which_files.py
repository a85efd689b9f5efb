"""Which files a dossier takes, and what is read in them."""

from __future__ import annotations

_THEM = (
    "<li><strong>About them:</strong> a profile that you saved as PDF by hand, a contact card (.vcf), a JSON "
    "Resume, or what you copied from their page into a text file.</li><li><strong>Not here, about you:</strong> "
    "the ZIP of data that LinkedIn sends is only ever one's own, so it is never about them. Yours belongs to the "
    "panel <em>You</em>, in Find common ground and in In one hour.</li>"
)
_MINE = (
    "<li>The export of your data that LinkedIn sends you as a ZIP (it has volunteering, causes and interests), "
    "a JSON Resume, your own profile saved as PDF, or a résumé as a text file, with headings such as Experience, "
    "Education and Interests.</li>"
)
_MINE_NAMED = "LinkedIn's ZIP of your data, your profile as PDF, a JSON Resume, or a résumé as text"
_THEIRS_NAMED = "a LinkedIn profile as PDF, a contact card (.vcf), a JSON Resume, or copied text"


def which_files(me: bool) -> str:
    """HTML of what can be brought: for one's own side with *me* true, else for somebody else's."""
    return (
        f"<h4>A file, if you have one: {_MINE_NAMED if me else _THEIRS_NAMED}</h4>"
        "<p>Your own words are the main way, and the better practice. A file may help.</p><details><summary>"
        f"Which files, and what is read in them?</summary><ul>{_MINE if me else _THEM}</ul>"
        "<p>A profile saved as PDF holds jobs, schools and places, and hardly ever hobbies, groups or volunteering: "
        "add those yourself. Streets, birth dates, phone numbers, mail addresses, messages and what others wrote "
        "are left behind, and a list says where, as far as rules can tell: look it through. Nothing is fetched, and "
        "nothing leaves this machine.</p></details>"
    )
