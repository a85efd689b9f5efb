"""Profiles of invented people as text: copied from a page, written in Markdown, noted by hand."""

from __future__ import annotations

SECRETS = (
    "14 Fjord Street",
    "0164 960 0123",
    "(555) 010-9988",
    "sigrid.private@mail.example",
    "12 May 1979",
    "Bruno says that she is marvellous",
    "Bruno Alvarez",
)
"""What stands in the samples and may never be kept."""

COPIED = """Sigrid Halvorsen
Sigrid Halvorsen
She/Her
 · 2nd
Ferry captain at Nordlys Ferries
Ålesund, Møre og Romsdal, Norway
 Contact info
500+ connections
Bruno Alvarez and 3 other mutual connections
Message
About
About
I have steered ferries since I was twenty. I grew up in Tromsø. In my spare time I knit and play the fiddle.
Hobbies: cold-water swimming, maps
Call me: 0164 960 0123
…see more
Activity
Bruno Alvarez liked this
Experience
Experience
Nordlys Ferries logo
Captain
Captain
Nordlys Ferries · Full-time
Nordlys Ferries · Full-time
Mar 2015 - Present · 9 yrs 2 mos
Mar 2015 to Present · 9 yrs 2 mos
Ålesund, Norway · On-site
Languages: Python
Kystlinje AS logo
Kystlinje AS
Kystlinje AS
7 yrs 1 mo
7 yrs 1 mo
First mate
First mate
2010 - Mar 2015 · 5 yrs
Education
Education
Ålesund Maritime Academy logo
Ålesund Maritime Academy
Ålesund Maritime Academy
Diploma, Navigation
Diploma, Navigation
2004 - 2007
2004 - 2007
Activities and societies: Rowing, Student Union
Volunteering
Volunteering
Redningsselskapet logo
Crew member
Crew member
Redningsselskapet
Redningsselskapet
Apr 2018 - Present · 6 yrs
Disaster and Humanitarian Relief
Languages
Languages
Norwegian
Norwegian
Native or bilingual proficiency
English
English
Recommendations
Bruno Alvarez
Bruno says that she is marvellous
Interests
Interests
Companies
Maersk
1,234,567 followers
"""

MARKDOWN = """# Thandiwe Mokoena

14 Fjord Street, Durban · (555) 010-9988 · sigrid.private@mail.example

## Profile

Nurse on a night ward. I live in Durban and love open-water swimming.

## Work experience

### Night nurse at Addington Hospital (2016 - present)
- Ran a ward of thirty beds at night
### Nurse, St Aidan's, 2012 - 2016

## Education

- **BSc Nursing**, University of KwaZulu-Natal, 2008 - 2011
- Open University, 2019

## Volunteering

- Lifeguard at North Beach Club (since 2014)
- Sea rescue

## Languages

- isiZulu (native), English - C1

## Hobbies & Interests

open-water swimming, sourdough; gospel choir

## References

Bruno Alvarez, Bruno says that she is marvellous
"""

NOTES = """Name: Gareth Pugh
Role: Head of tours
Likes: whippets, slate roofs
Plays: darts
Speaks: Welsh, English (fluent)
Lives in: Blaenau Ffestiniog
Grew up in: Bala
Address: 14 Fjord Street
Phone: 0164 960 0123
Born: 12 May 1979
Location: 14 Fjord Street, Bala
Studied at: Coleg Harlech 1999-2001
Member of: Cymdeithas Eryri
Seemed to know Bruno Alvarez well.
"""
