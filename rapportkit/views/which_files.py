"""Which files a dossier takes, and whether a file is about the person of the dossier."""

from __future__ import annotations

from rapportkit.ground.fold import folded_words


def is_same(name: str, other: str) -> bool:
    """Whether two names can be one person's: one has all the words of the other, in whatever order."""
    one, two = set(folded_words(name)), set(folded_words(other))
    return bool(one and two) and (one <= two or two <= one)


def which_files(me: bool) -> str:
    """HTML of what can be brought: for one's own side with *me* true, else for somebody else's."""
    them = (
        "<li><strong>About them:</strong> a profile that you saved as PDF by hand, a contact card (.vcf), a JSON "
        "Resume, or what you copied from their page into a text file.</li><li><strong>Not here, about you:</strong> "
        "the ZIP of data that LinkedIn sends is only ever one's own, so it is never about them. Yours belongs to the "
        "panel <em>You</em>, in Find common ground and in In one hour.</li>"
    )
    mine = (
        "<li>The export of your data that LinkedIn sends you as a ZIP (it has volunteering, causes and interests), "
        "a JSON Resume, your own profile saved as PDF, or a résumé as a text file, with headings such as Experience, "
        "Education and Interests.</li>"
    )
    named = (
        "LinkedIn's ZIP of your data, your profile as PDF, a JSON Resume, or a résumé as text"
        if me
        else "a LinkedIn profile as PDF, a contact card (.vcf), a JSON Resume, or copied text"
    )
    return (
        f"<h4>A file, if you have one: {named}</h4>"
        "<p>Your own words are the main way, and the better practice. A file may help.</p><details><summary>"
        f"Which files, and what is read in them?</summary><ul>{mine if me else them}</ul>"
        "<p>A profile saved as PDF holds jobs, schools and places, and hardly ever hobbies, groups or volunteering: "
        "add those yourself. Streets, birth dates, phone numbers, mail addresses, messages and what others wrote "
        "are left behind, and a list says where, as far as rules can tell: look it through. Nothing is fetched, and "
        "nothing leaves this machine.</p></details>"
    )
