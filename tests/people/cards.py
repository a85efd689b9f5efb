"""Contact cards of invented people, in the shapes that phones and mail programs write."""

from __future__ import annotations

SECRETS = (
    "3 Hidden Lane",
    "+43 660 5550199",
    "leopold.private@mail.example",
    "1971-04-30",
    "secret note",
    "SE1 0XX",
    "0x0photo",
)
"""What stands in the cards and may never be kept."""

OUTLOOK = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gr=C3=BC=
nwald;Leopold;;Dr.;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Dr. Leopold Gr=C3=BCnwald
ORG:Salzwelten, The;Tours
TITLE:Mine guide
TEL;HOME;VOICE:+43 660 5550199
ADR;HOME;PREF:;;3 Hidden Lane;Hallein;Salzburg;SE1 0XX;Austria
LABEL;HOME;ENCODING=QUOTED-PRINTABLE:3 Hidden Lane=0D=0A=
Hallein
EMAIL;PREF;INTERNET:leopold.private@mail.example
BDAY:1971-04-30
NOTE;ENCODING=QUOTED-PRINTABLE:secret note=
 goes on
PHOTO;ENCODING=BASE64;JPEG:0x0photo
 0x0photo

END:VCARD
"""

APPLE = """BEGIN:VCARD
VERSION:3.0
N:Osei;Abena;;;
FN:Abena Osei
item1.ORG:Tema Fish Market\\, Ltd.;Quay
item1.X-ABLabel:work
item2.ADR;type=HOME;type=pref:;;3 Hidden Lane;Te
 ma;;SE1 0XX;Ghana
TITLE:Auctioneer
END:VCARD
"""

RFC6715 = """begin:vcard
version:4.0
fn:Ji-woo Han
hobby;index=1;level=high:reading\\, sea swimming
INTEREST;LEVEL=medium:r&b music
EXPERTISE;LEVEL=expert:chinese literature
ORG-DIRECTORY:https://directory.example
ADR;LABEL="3 Hidden Lane: back door":;;3 Hidden Lane;Busan;;SE1 0XX;South Korea
TEL;VALUE=uri:tel:+43 660 5550199
end:vcard
"""

NAMELESS = """BEGIN:VCARD
VERSION:3.0
N:Yıldız;Deniz;Can;;
FN:deniz.can@mail.example
ORG:Bosphorus Ferries
END:VCARD
"""
