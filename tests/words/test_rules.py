"""One rule at a time: what it speaks up for, and what looks like it and is left alone."""

from __future__ import annotations

from typing import get_args

import pytest

from rapportkit.people.person import FactKind
from rapportkit.words.context import MessageContext
from rapportkit.words.explain import explain_rule
from rapportkit.words.message import MessageKind, review_message
from rapportkit.words.opening import LOOKED_FOR, About, review_opening

SWIMMING = About(kind="sport", label="Swimming")
KINDS: tuple[MessageKind, ...] = get_args(MessageKind)
EXAMPLES: dict[str, tuple[FactKind, str]] = {
    "sensitive": ("sport", "Swimming"),
    "surveillance": ("interest", "Allotment gardening"),
    "tossed-out": ("place", "Leeds"),
    "no-invitation": ("interest", "Beekeeping"),
    "off-ground": ("sport", "Surfing"),
    "skill-talk": ("creative", "Choral singing"),
    "canned": ("interest", "Baking"),
    "monologue-question": ("interest", "Fishing"),
    "too-long": ("interest", "Fishing"),
}


def rules_for_line(line: str, about: About = SWIMMING) -> dict[str, str]:
    return {remark.rule: remark.weight for remark in review_opening(line, about).remarks}


def rules_for_message(kind: MessageKind, text: str, *talked_about: str) -> dict[str, str]:
    context = MessageContext(interviewer="Ana Roy", talked_about=talked_about)
    return {remark.rule: remark.weight for remark in review_message(kind, text, context).remarks}


@pytest.mark.parametrize(
    "line",
    [
        "I am a highly reliable nurse with a diploma from Leeds. I swim too. Where do you swim?",
        "I'm an experienced bookkeeper and I swim. Where do you swim?",
        "As a very thorough auditor with an MSc, I count my lengths. How many do you swim?",
        "I hold a first-class degree in physics and swim on Fridays. Where do you swim?",
        "I swim, and I am a chartered surveyor with twelve years behind me. Where do you swim?",
        "I am a punctual, precise driver, and a swimmer. Where do you swim?",
        "I am a fast and careful typist. Do you swim here?",
        "I have a BSc in chemistry from Hull, and I swim. Where do you?",
    ],
)
def test_selling_oneself_by_trade_and_paper_is_talk_of_skills(line: str) -> None:
    assert "skill-talk" in rules_for_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "I am a very slow swimmer with a very red cap, and the ducks overtake me. Where do you swim?",
        "I am a careful swimmer: I once kissed the wall of the pool with my teeth. And you?",
        "I am an accountant, and I lost count of my lengths at four. How do you count yours?",
        "I am a nurse, and I still faint when somebody else dives. What made you start swimming?",
        "My aunt, a chemist, swam in the sea with her hat on. Who taught you to swim?",
        "I studied in Hull, where the pool was so cold that we sang. Where did you learn to swim?",
        "I am a bad singer and a worse swimmer, and I do both in the sea. What do you do in it?",
        "I swim with a baker who smells of rolls, so I am always hungry. Whom do you swim with?",
    ],
)
def test_a_trade_or_a_swimmer_in_a_story_sells_nothing(line: str) -> None:
    assert "skill-talk" not in rules_for_line(line)


@pytest.mark.parametrize("rule", LOOKED_FOR)
def test_the_example_of_a_rule_for_lines_breaks_it_and_the_mended_one_needs_no_mending(rule: str) -> None:
    kind, label = EXAMPLES[rule]
    text = explain_rule(rule, "opening")
    assert rule in rules_for_line(text.before, About(kind=kind, label=label))
    assert "fix" not in rules_for_line(text.after, About(kind=kind, label=label)).values()


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        ("bitter", "gracious-reply"),
        ("pushy", "thank-you"),
        ("no-thanks", "thank-you"),
        ("not-specific", "thank-you"),
        ("no-open-door", "gracious-reply"),
        ("no-offer-of-support", "thanks-for-connecting"),
        ("canned", "thank-you"),
    ],
)
def test_the_example_of_a_rule_for_messages_breaks_it_and_the_mended_one_does_not(rule: str, kind: MessageKind) -> None:
    text = explain_rule(rule, kind)
    assert rules_for_message(kind, text.before, "knitting").get(rule) == "fix"
    assert rule not in rules_for_message(kind, text.after, "knitting")


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("I swim too! Do you swim often?", "tossed-out"),
        ("I got stuck in the turnstile of the lido in flippers. Shall we start?", "no-invitation"),
        (
            "I got stuck in the turnstile of the lido in flippers. What are the next steps in this process?",
            "no-invitation",
        ),
        (
            "I saw photos of you on Facebook, swimming. I lost a flipper in Loch Ness. Where do you swim?",
            "surveillance",
        ),
        (
            "Swimming is my passion. I lost a flipper in Loch Ness. It would be an honour to hear where you swim?",
            "canned",
        ),
        ("Since my chemotherapy I swim in a hat like a tea cosy. What do you wear?", "sensitive"),
        (
            "Swimming taught me discipline and time management, which I would bring to this role. Do you swim?",
            "skill-talk",
        ),
        ("I lost a flipper. Where do you swim? How long have you swum? Do you race?", "monologue-question"),
    ],
)
def test_a_broken_rule_is_said(line: str, rule: str) -> None:
    assert rules_for_line(line).get(rule) == "fix"


@pytest.mark.parametrize(
    "line",
    [
        "I lost a flipper in the lido and swam in circles until a child towed me in. Where did you learn?",
        "I was towed out of the lido by a boy of six, who told everybody. I'd love to hear how you learnt.",
        "A lifeguard once threw me a ring and hit me with it. You must have a story like that",
        "I noticed on your profile that you swim. My goggles sank on my first day. What went wrong on yours?",
        "My dad taught me to float by walking off. Who taught you?",
        "My swimming is a religion without a single miracle: I sink at every turn. How are your turns?",
    ],
)
def test_an_honest_line_is_left_alone(line: str) -> None:
    assert "fix" not in rules_for_line(line).values()


@pytest.mark.parametrize(
    ("text", "thanks"),
    [
        ("Hi Ana, much appreciated, that tour of the kiln.", True),
        ("Ana, I owe you for the tour of the kiln.", True),
        ("Hi Ana, good to see the kiln.", False),
        ("Hi Ana, no thanks to the bus I saw the kiln.", False),
    ],
)
def test_thanks_are_heard_in_any_words(text: str, thanks: bool) -> None:
    assert ("no-thanks" not in rules_for_message("thank-you", text, "the kiln")) is thanks


@pytest.mark.parametrize(
    ("text", "pushy"),
    [
        ("Hi Ana, thank you for the kiln. Have you made a decision yet?", True),
        ("Hi Ana, thank you for the kiln. Could you pass my CV to the other studio?", True),
        ("Hi Ana, thank you for the kiln. No rush with your decision at all.", False),
        ("Hi Ana, thank you for the kiln. You asked when I could start: on the fourth.", False),
    ],
)
def test_asking_for_something_is_told_from_answering(text: str, pushy: bool) -> None:
    assert (rules_for_message("thank-you", text, "the kiln").get("pushy") == "fix") is pushy


@pytest.mark.parametrize(
    ("text", "bitter"),
    [
        ("Hi Ana, thanks for telling me. I can see now that you never even read my file. Your loss, not mine.", True),
        ("Hi Ana, thanks for telling me. I'm sad, I won't lie. I hope the new kiln behaves.", False),
        ("Hi Ana, thanks for telling me. I could kick myself for the glaze. All the best to the studio!", False),
    ],
)
def test_disappointment_is_told_from_bitterness(text: str, bitter: bool) -> None:
    assert (rules_for_message("gracious-reply", text).get("bitter") == "fix") is bitter


@pytest.mark.parametrize(
    ("text", "specific"),
    [
        ("Hi Ana, thank you. The bowl you dried by the window was still warm in my hands at home.", True),
        ("Hi Ana, thank you. You were right, mine cracked on the second day as well.", True),
        ("Hi Ana, thank you for your time. I enjoyed meeting the team and look forward to hearing from you.", False),
    ],
)
def test_looking_back_at_what_they_showed_counts_as_being_about_the_talk(text: str, specific: bool) -> None:
    assert (rules_for_message("thank-you", text, "the kiln").get("not-specific") != "fix") is specific


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Hi Ana, thank you for connecting. My workshop is open on Sundays, bring whatever needs mending.", True),
        ("Hi Ana, thank you for connecting. What are you chasing this year?", True),
        ("Hi Ana, thank you for connecting. If the kiln ever sulks, shout.", True),
        ("Hi Ana, thank you for connecting. Your last post about glazes was a delight.", False),
    ],
)
def test_a_hand_is_offered_in_any_words(text: str, offered: bool) -> None:
    assert (rules_for_message("thanks-for-connecting", text).get("no-offer-of-support") != "fix") is offered


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_of_one_sign_or_of_emoji_has_no_broken_span(kind: MessageKind) -> None:
    for text in ("a", "Ana", "n't", "I do n't know", "Ana 🙂"):
        made = review_message(kind, text, MessageContext(interviewer="Ana Roy"))
        assert all(remark.span is None or text[slice(*remark.span)] for remark in made.remarks)


@pytest.mark.parametrize("text", ["?", "🙂🙂", "—", "12345", "\u200b"])
def test_a_text_without_a_letter_has_no_verdict(text: str) -> None:
    assert review_opening(text, SWIMMING).verdict is None
    assert review_message("thank-you", text, MessageContext()).verdict is None


def test_a_span_takes_a_letter_with_its_accent() -> None:
    line = "I swim at Zoe\u0301 too."
    spans = [remark.span for remark in review_opening(line, SWIMMING).remarks if remark.span]
    assert spans
    assert not any(line[end : end + 1] == "\u0301" for _, end in spans)


def test_words_that_plainly_wish_or_offer_are_never_missed() -> None:
    paths = "Hi Ana, thanks for telling me about the loom. Hope our paths cross again at the seed swap!"
    plate = "Hi Ana, thank you for connecting. What are you working towards this winter, and what would help?"
    assert "no-open-door" not in rules_for_message("gracious-reply", paths)
    assert "no-offer-of-support" not in rules_for_message("thanks-for-connecting", plate)
