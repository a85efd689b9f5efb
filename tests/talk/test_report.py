"""The mirror's findings on short talks: questions and their kinds, phases, openings, changes, stock phrases."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.errors import InvalidValue, RapportError
from rapportkit.pictures import conversation_map
from rapportkit.talk.mirror import mirror
from rapportkit.talk.report import candidate_called, relabelled, review_talk
from rapportkit.talk.transcript import read_transcript
from tests.linear import grows_linearly
from tests.talk import transcripts
from tests.talk.talks import WHOLE, report, transcript


def test_a_whole_talk_falls_into_its_four_parts() -> None:
    phases = [(phase.name, phase.from_turn, phase.to_turn) for phase in report(*WHOLE).phases]
    assert phases == [("opening", 0, 3), ("questions", 4, 9), ("your-questions", 10, 13), ("closing", 14, 15)]


def test_parts_cover_every_turn_once_even_where_some_are_missing() -> None:
    for lines in (WHOLE, WHOLE[4:], WHOLE[:3], WHOLE[:10], WHOLE[10:], WHOLE[:1]):
        made = report(*lines, "Me: Yes.")
        covered = [at for phase in made.phases for at in range(phase.from_turn, phase.to_turn + 1)]
        assert covered == list(range(len(made.turns)))


def test_shares_count_words_by_white_space() -> None:
    made = report("I: One two three four five six.", "Me: seven - eight.")
    assert made.share_words == pytest.approx(3 / 9)
    assert made.share_time is None


def test_a_share_of_time_leaves_silences_out() -> None:
    made = review_talk(read_transcript("x", transcripts.ZOOM.encode()), "ben")
    assert made.candidate == "Ben Moss"
    assert made.share_time == pytest.approx(2.0 / 5.5)
    assert made.pauses == {1: 1.0}


def test_a_follow_up_shows_the_words_by_which_it_hangs_on_theirs() -> None:
    made = report("I: We keep bees on the roof.", "Me: I like that. Who looks after the bees?", "I: I do.")
    (question,) = made.questions
    assert (question.kind, question.links, question.open, question.sure) == ("follow-up", ("bees",), False, True)


@pytest.mark.parametrize(
    ("theirs", "mine", "kind"),
    [
        ("Hello, come in.", "Hello. How are you today?", "introductory"),
        ("How are you today?", "Very well, thank you. And yourself?", "mirror"),
        ("We moved here for the river.", "What brought you to it?", "follow-up"),
        ("It rained on the whole parade.", "Who doesn't like a bit of rain? We all stayed out.", "rhetorical"),
    ],
)
def test_kinds_of_questions_are_told_apart(theirs: str, mine: str, kind: str) -> None:
    assert [one.kind for one in report(f"I: {theirs}", f"Me: {mine}", "I: Well.").questions] == [kind]


def test_without_a_question_mark_nothing_is_sure_and_it_is_said() -> None:
    made = report(*(line.replace("?", "") for line in WHOLE))
    assert made.question_count
    assert not any(question.sure for question in made.questions)
    assert any("question mark" in note for note in made.notes)


def test_a_talk_in_another_language_is_counted_and_not_judged() -> None:
    made = report(
        "I: Guten Tag, wie geht es Ihnen heute und wie war die Fahrt?",
        "Me: Danke, gut, ich bin mit der Bahn gekommen. Und wie geht es Ihnen?",
    )
    assert (made.question_count, made.questions, made.share_words is not None) == (None, (), True)
    assert any("German" in note for note in made.notes)


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("Um, I was, like, erm, kind of tired, you know.", {"um": 1, "er": 1, "like": 1, "kind of": 1, "you know": 1}),
        ("I like boats. What kind of boat it is, do you know her? It looks like rain.", {}),
        ("It was sort of fine, I mean, basically fine.", {"sort of": 1, "I mean": 1, "basically": 1}),
    ],
)  # fmt: skip
def test_fillers_are_told_from_plain_uses(said: str, counted: dict[str, int]) -> None:
    assert report("I: Hello.", f"Me: {said}").fillers == counted


@pytest.mark.parametrize(
    ("said", "phrases"),
    [
        ("I think outside the box.", ["think outside the box"]),
        ("Well, I am a perfectionist.", ["perfectionist"]),
        (
            "I am a perfectionist. In March I checked one file for nine days, and my manager took it from me.",
            [],
        ),
        ('They said "team player" on every page.', []),
        ("I bake bread.", []),
        ("I am a team player and I think outside the box.", ["team player", "think outside the box"]),
        ("I can work under pressure with minimal supervision.", ["work under pressure with minimal supervision"]),
        ("Guest satisfaction rose from six to eight in a year.", []),
    ],
)
def test_stock_phrases_are_found_unless_a_true_case_backs_them(said: str, phrases: list[str]) -> None:
    found = [one.phrase for one in report("I: Tell me about yourself.", f"Me: {said}").canned]
    assert len(found) == len(phrases)
    assert all(phrase in one for phrase, one in zip(phrases, found, strict=True))


def test_an_announced_change_of_subject_is_seen_and_whether_it_was_followed() -> None:
    lines = (
        "I: Hello.",
        "Me: Good morning.",
        "I: Tell me about the alarm panel.",
        "Me: I learned the panel in two days.",
        "I: Before I forget, do you drive?",
    )
    (followed,) = report(*lines, "Me: Yes, I have a van.").subject_changes
    (stayed,) = report(*lines, "Me: And the other thing about the panel is that I found the faults.").subject_changes
    assert (followed.turn, followed.followed, stayed.turn, stayed.followed) == (4, True, 4, False)


CHAT = (
    "I: Hello, sit down.",
    "Me: Good morning.",
    "I: Tell me about the alarm panel.",
    "Me: I learned the panel in two days, and then I taught it to the others on the shift.",
    "I: My father had a panel like it in his barn.",
    "Me: Was it an old one?",
    "I: Older than me. He sang to it.",
    "Me: Mine sang to his tractor.",
)


@pytest.mark.parametrize(
    ("said", "answer", "followed"),
    [
        ("So what would you like to ask us?", "What is the first week like?", True),
        ("Which licences do you have?", "The car and the trailer.", True),
        ("Let me drag you two back. Night shifts?", "Wait, did the tractor like it?", False),
        ("Something completely different, can you drive?", "Just quickly, he sang hymns.", False),
    ],
)
def test_a_leap_from_what_is_personal_to_the_work_is_a_change(said: str, answer: str, *, followed: bool) -> None:
    (change,) = report(*CHAT, f"I: {said}", f"Me: {answer}").subject_changes
    assert (change.turn, change.followed) == (8, followed)


@pytest.mark.parametrize(
    "said",
    [
        "And what did you do for him?",
        "Tell me about it. My uncle was the same.",
    ],
)
def test_what_goes_on_with_the_same_person_is_no_change(said: str) -> None:
    assert report(*CHAT, f"I: {said}", "Me: I see.").subject_changes == ()


def test_a_candidate_who_went_back_to_work_has_no_subject_changed_on_them() -> None:
    lines = (
        *CHAT[:4],
        "I: My father sang in a barn.",
        "Me: Well, the panel had ten lamps, and I learned all of them.",
        "I: How do you handle stress?",
    )
    assert report(*lines, "Me: I write lists.").subject_changes == ()


def test_what_only_one_side_let_fall_is_no_subject_to_leave() -> None:
    lines = (
        *CHAT[:4],
        "I: Is it nights or days?",
        "Me: Days. My husband is home by six.",
        "I: How do you handle stress?",
    )
    assert report(*lines, "Me: I write lists.").subject_changes == ()


def test_an_answer_that_has_a_job_in_it_leaves_no_subject() -> None:
    lines = (*CHAT[:6], "I: Best job that panel ever had. The cows liked the lamps.")
    assert report(*lines, "Me: Mine liked the radio.").subject_changes == ()


def test_coming_back_to_what_was_asked_is_a_change() -> None:
    lines = (
        *CHAT[:4],
        "I: And heights?",
        "Me: The panel sings at night.",
        *CHAT[4:],
        "I: Lovely. The heights, though.",
    )
    (change,) = report(*lines, "Me: I like heights.").subject_changes
    assert (change.turn, change.followed) == (10, True)


def test_asking_about_the_life_outside_work_changes_the_subject() -> None:
    (change,) = report(*CHAT[:4], "I: And what do you do in your spare time?", "Me: I fish.").subject_changes
    assert change.turn == 4


def test_an_opening_that_passes_by_is_missed_and_one_that_is_taken_up_is_not() -> None:
    theirs = "I: Have a seat. My daughter kept us up, her team lost again."
    missed = report(theirs, "Me: The train was on time.", "I: Good.", "Me: Yes.")
    taken = report(theirs, "Me: Oh, what does her team play?", "I: Handball.", "Me: I see.")
    assert [one.turn for one in missed.missed_openings] == [0]
    assert "daughter" in missed.missed_openings[0].said
    assert (taken.missed_openings, [one.turn for one in taken.taken_openings]) == ((), [0])


def test_the_first_personal_turn_is_the_candidates_own_story() -> None:
    assert report(*WHOLE).first_personal_turn == 1
    assert report("I: Hello.", "Me: I'm fine, thanks.").first_personal_turn is None


@pytest.mark.parametrize(
    ("theirs", "mine", "missed"),
    [
        ("Have a seat. My sister moved in with us in May.", "That's great, and I am excited about this role.", True),
        (
            "Have a seat. My sister moved in with us in May.",
            "I have slides, do you want that I share the screen?",
            True,
        ),
        ("Have a seat. My sister moved in with us in May.", "How lovely.", False),
        ("Have a seat. My sister moved in with us in May.", "Ah, so they all know her.", False),
        ("Have a seat. The old dog died in March.", "I see. And the rota?", True),
        ("Sit. I live on a boat, down by the lock.", "Thank you. The train was on time.", True),
    ],
)
def test_an_opening_is_taken_up_by_kindness_or_by_what_stands_for_it(theirs: str, mine: str, *, missed: bool) -> None:
    made = report(f"I: {theirs}", f"Me: {mine}", "I: Good.", "Me: Yes.", "I: I see.")
    assert bool(made.missed_openings) is missed


def test_what_comes_beside_an_answer_about_work_is_an_opening_and_what_was_asked_for_is_none() -> None:
    told = "I: Nine of us. When I was twenty I slept in the bakery. My brother still does."
    ends = ("Me: And the holidays?", "I: Ample.", "Me: I see.")
    assert report(*CHAT[:4], "I: Well.", "Me: How large is the team?", told, *ends).missed_openings
    assert not report(*CHAT[:4], "I: Well.", "Me: How did you come here?", told, *ends).missed_openings


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [
        ("We walked up the hill at six.", "I did it with a donkey once, for a bet."),
        ("Now the panel. Any trouble with it?", "The harbour, you said. We used to sell nets there in winter."),
    ],
)
def test_a_story_of_ones_own_that_meets_theirs_is_personal(theirs: str, mine: str) -> None:
    lines = ("I: Hello, we came by the harbour.", "Me: Good morning.", f"I: {theirs}", f"Me: {mine}", "I: Ha.")
    assert report(*lines).first_personal_turn == 3


def test_asking_in_order_to_answer_oneself_is_kept_out_of_the_contract_and_in_the_record() -> None:
    made = report(
        "I: Hello.",
        "Me: Do you like mountains?",
        "I: Not much.",
        "Me: I love mountains, I climbed nine of them last summer and my tent blew away on the last one.",
    )
    assert made.boomerangs == (1,)


@pytest.mark.parametrize("typed", ["Ben Moss", "ben moss", "BEN", " Moss ", "bén"])
def test_the_candidate_is_found_in_any_case_and_by_one_name(typed: str) -> None:
    assert candidate_called(typed, ("Ana Ruiz", "Ben Moss (Candidate)")) == "Ben Moss (Candidate)"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Zoe", "Nobody in this talk is called 'Zoe'. Choose one of those who speak: 'Ana Ruiz', 'Ana Roy'."),
        ("ana", "Several people in this talk are called 'ana': Ana Ruiz, Ana Roy. Give the whole name."),
        ("", "Nobody in this talk is called ''"),
    ],
)
def test_who_is_not_there_is_named_in_a_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        candidate_called(typed, ("Ana Ruiz", "Ana Roy"))
    assert sentence in str(refused.value)


def test_a_talk_without_names_cannot_be_mirrored_and_says_what_to_do() -> None:
    with pytest.raises(InvalidValue, match="No speaker is named"):
        review_talk(transcript("hello there", "how are you"), "Me")


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "unit", ["what is it like ", "like, ", "you know? ", "and you ", "tell me about ", "um ", "? "]
)
def test_a_hundred_kilobytes_in_one_turn_are_read_in_good_time(unit: str) -> None:
    made = report("I: Hello.", "Me: so " + unit * (100_000 // len(unit)), "I: I see.")
    assert made.turns[1].words > 1_000


def test_the_learner_can_say_of_which_kind_a_question_was() -> None:
    made = report(*WHOLE)
    mended = relabelled(made, 0, "full-switch")
    assert (mended.questions[0].kind, mended.questions[0].sure) == ("full-switch", True)
    assert mended.questions[1:] == made.questions[1:]
    with pytest.raises(InvalidValue, match="There is no question 99"):
        relabelled(made, 99, "mirror")


BITS = (
    *(
        "?",
        ",",
        "!",
        "…",
        "what",
        "how",
        "you",
        "and you?",
        "like,",
        "um",
        "I",
        "my daughter",
        "tell me about",
        '"',
        "“",
    ),
    *("é", "李", "\u0301", "n't", "any questions", "before I forget", "goodbye", "hear from us", "&amp;", "10:30"),
    *("perfectionist", "is it", "you said", "(", "kind of", "that", "says,", "friday", "why", "$", "*"),
)
TURNS = st.tuples(st.sampled_from(("I", "Me", "Ana")), st.lists(st.sampled_from(BITS), max_size=14))


@settings(max_examples=150, deadline=None)
@given(st.lists(TURNS, min_size=1))
def test_whatever_is_said_is_mirrored_or_refused_in_a_sentence(lines: list[tuple[str, list[str]]]) -> None:
    try:
        made = report(*(f"{name}: {' '.join(bits)}" for name, bits in lines))
    except RapportError as refused:
        assert str(refused).endswith(".")  # noqa: PT017 - one of two good outcomes
        return
    covered = [at for phase in made.phases for at in range(phase.from_turn, phase.to_turn + 1)]
    assert made.question_count is None or covered == list(range(len(made.turns)))
    assert len(mirror(made).strengths) >= 2 * len(mirror(made).suggestions)
    ElementTree.fromstring(conversation_map(made))


def test_four_times_as_long_a_talk_takes_about_four_times_the_time() -> None:
    heard = {
        size: read_transcript("talk.vtt", transcripts.captions(WHOLE, size).encode()) for size in (7200 // 4, 7200)
    }
    assert grows_linearly(lambda seconds: review_talk(heard[seconds], "Me"), 7200)


LONG = (
    "I led nine people on nights, and we packed until the last van had gone, and nobody was hurt in four years of it."
)


@pytest.mark.parametrize(
    "mine",
    [
        f"{LONG} You said you live on a boat. What is that like?",
        f"{LONG} {LONG} But you mentioned the lock.",
        "You told me of the boat. How long is she?",
        "You were saying something of a lock; is it near?",
    ],
)
def test_giving_back_what_they_said_takes_it_up_however_late_it_comes(mine: str) -> None:
    made = report("I: Sit. I live on a boat, down by the lock.", f"Me: {mine}", "I: Good.", "Me: Yes.", "I: I see.")
    assert not made.missed_openings
    assert made.taken_openings


@pytest.mark.parametrize(
    "mine",
    [
        f"{LONG} {LONG}",
        f"{LONG} You said the post is for nine months.",
        "You mentioned the scanners. I know those.",
        "As I said in my letter, I packed vans.",
    ],
)
def test_giving_back_something_else_takes_up_nothing(mine: str) -> None:
    made = report("I: Sit. I live on a boat, down by the lock.", f"Me: {mine}", "I: Good.", "Me: Yes.", "I: I see.")
    assert made.missed_openings


def test_what_is_let_be_seen_after_the_last_turn_is_not_missed() -> None:
    told = "I: Sit. I live on a boat, down by the lock."
    assert not report("Me: Good morning.", "I: Hello.", "Me: Thank you.", told).missed_openings
    assert report("Me: Good morning.", told, "Me: Thank you.", "I: Right.", "Me: I packed vans.").missed_openings
