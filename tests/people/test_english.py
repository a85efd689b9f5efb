"""Whether a text is English, on labelled texts."""

from __future__ import annotations

import pytest

from rapportkit.people.english import language_of_text, reads_as_english
from tests.linear import grows_linearly

ENGLISH = """
Did you sing in the Harrogate choir too?
Thank you for your time yesterday.
Hi Maria de la Cruz, thanks for the talk about Rio de Janeiro!
I noticed you spent time in San Luis Obispo.
Vincent van der Berg and I both rowed in Utrecht.
I grew up in Bad Tölz, near the lake, and moved to Leeds.
What got you into bouldering?
My grandmother's pierogi recipe is still the best thing I cook.
Chess.
Leeds
Ingrid Solheim
Gardening, knitting, crime novels
Congrats!
Sent from my phone
I still play capoeira on Sundays and learned my Portuguese in Lisbon.
Our allotment floods every winter; how do you keep your leeks dry?
I'm told the Café de la Paix on your street does the best coffee.
Great talk.
Motorbikes 4 life
Do tell me how the marathon in Berlin went.
""".strip().splitlines()

OTHER = """
German|Vielen Dank für das Gespräch gestern.
German|Ich bin in Leeds aufgewachsen und spiele gern Schach.
German|Haben Sie auch im Chor gesungen?
German|Danke schön
German|In meiner Freizeit restauriere ich alte Motorräder.
French|Merci beaucoup pour votre temps hier.
French|J'ai grandi à Lyon et je joue aux échecs.
French|Est-ce que vous chantez aussi dans une chorale ?
French|Bonjour, je suis très heureux de vous rencontrer.
Spanish|Muchas gracias por la entrevista de ayer.
Spanish|En mi tiempo libre me gusta restaurar motos.
Spanish|¿También cantó usted en el coro de Sevilla?
Spanish|Crecí en Bogotá, pero vivo en Madrid desde hace diez años.
Portuguese|Muito obrigado pela conversa de ontem.
Portuguese|No meu tempo livre gosto de escalar.
Portuguese|Você também cantou no coro?
Italian|Grazie mille per il colloquio di ieri.
Italian|Nel tempo libero mi piace arrampicare.
Italian|Anche lei ha cantato nel coro?
Dutch|Bedankt voor het gesprek van gisteren.
Dutch|Ik ben in Utrecht opgegroeid en ik speel graag schaak.
Dutch|Zong u ook in het koor van Leiden?
Polish|Dziękuję bardzo za wczorajszą rozmowę.
Polish|W wolnym czasie gram na akordeonie i łowię ryby.
Polish|Czy pan też śpiewał w chórze?
Turkish|Dün için çok teşekkür ederim.
Turkish|Boş zamanlarımda satranç oynarım ve çok okurum.
Swedish|Tack så mycket för samtalet igår.
Swedish|På min fritid sjunger jag i kör och åker skidor.
Indonesian|Terima kasih banyak atas waktu Anda kemarin.
Indonesian|Saya suka bermain catur dan memasak dengan keluarga.
another script|Спасибо за разговор вчера.
another script|昨日はありがとうございました。
another script|شكرا جزيلا على وقتك أمس
another script|Ευχαριστώ πολύ για χθες
another script|आपके समय के लिए धन्यवाद
another script|感谢您昨天抽出时间
another script|어제 시간 내주셔서 감사합니다
another script|תודה רבה על השיחה
another script|ขอบคุณสำหรับเวลาเมื่อวานนี้
""".strip().splitlines()


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_read(text: str) -> None:
    assert reads_as_english(text)


@pytest.mark.parametrize("line", OTHER)
def test_another_language_is_told_by_name(line: str) -> None:
    language, _, text = line.partition("|")

    assert language_of_text(text) == language


@pytest.mark.parametrize("text", ["", "   ", "12345", "?!", "Ania", "🙂🙂"])
def test_what_cannot_be_told_counts_as_english(text: str) -> None:
    assert reads_as_english(text)


def test_a_long_text_takes_linear_time() -> None:
    assert grows_linearly(lambda size: reads_as_english("the quick brown fox " * (size // 20)), 4_000_000)
