"""What is worth considering whatever the second opinion holds: variants of each idea, and what only looks like it."""

from __future__ import annotations

import pytest

from rapportkit.exercises import mark, read_exercise
from rapportkit.lessons import exercises_folder
from rapportkit.words.context import MessageContext
from rapportkit.words.message import review_message
from rapportkit.words.opening import About, review_opening

SAILING = About(kind="interest", label="Sailing")
BELLS = About(kind="interest", label="Bell ringing")
KITES = About(kind="creative", label="Kite making")
KNOWN = About(kind="sport", label="Rowing", facts=("Turin", "rowing", "bees beehives", "school governor", "old maps"))


def remarks_on(line: str, about: About) -> dict[str, str]:
    return {remark.rule: remark.says for remark in review_opening(line, about).remarks}


@pytest.mark.parametrize(
    "line",
    [
        "Let me finish my thought, then we look at your boat. How long is it?",
        "Just a second, I will close this point first. Do you sail a lot?",
        "I was about to come to the end of my example. Where do you sail?",
        "Hold on, I have one sentence left, and then the sailing. Which lake do you sail on?",
        "Before I answer that, may I complete what I was saying? Then tell me of the sailing.",
        "I will come back to my story in a minute. What do you sail?",
        "As I was saying, I am nearly done with this part. Do you sail here?",
        "Okay, I stop my point here and go to the sailing. When do you sail?",
        "Sorry, two more words on the booking, and then the boat. Is it yours?",
        "I need to get this off my chest first. What boat is it?",
        "I will park my story. What is that boat?",
    ],
)
def test_whose_turn_it_is_is_no_story_of_ones_own(line: str) -> None:
    found = remarks_on(line, SAILING)
    assert "tossed-out" in found
    assert "what you share" not in found["tossed-out"]


@pytest.mark.parametrize(
    "line",
    [
        "One moment, that boat puts me back in the reeds where my neighbour taught me to sail. Where do you sail?",
        "I was finishing my last shift when the harbour froze, and we walked home past the sailing boats. Do you sail?",
        "Before I answer, a confession: I once sailed my aunt's dinghy into a wedding party. What did you sail into?",
        "I came back to sailing after the mast fell on my brother's sandwich. What brought you to it?",
        "Let me finish with the boat: mine sank at the jetty with my lunch in it. How did yours do?",
        "I closed my umbrella, lost my balance and fell off the pier at my first sailing lesson. How was your first?",
        "My grandfather said at each turn that he was nearly done, and then sailed on until dark. And you?",
        "I told the end of my story to a gull when I sailed alone and ran aground. Who do you sail with?",
    ],
)
def test_a_story_that_begins_with_taking_a_turn_is_a_story(line: str) -> None:
    assert "tossed-out" not in remarks_on(line, SAILING)


@pytest.mark.parametrize(
    "line",
    [
        "You come from Turin, row at weekends and keep beehives. Which boat do you row?",
        "Turin, rowing, old maps: what a life. How far do you row?",
        "A school governor with beehives who rows! How do you find the time?",
        "I saw the maps, the bees and that you row. What do you row?",
        "You row, you are a governor of the school, and you have a hive. How cold is the river?",
        "So you left Turin for the rowing, and for the maps. How was the first winter on the river?",
        "From Turin to a governor's chair, and rowing on top. How?",
        "Do the bees and the maps leave you time to row?",
    ],
)
def test_three_of_the_facts_that_were_given_are_a_file_on_them(line: str) -> None:
    assert "surveillance" in remarks_on(line, KNOWN)


@pytest.mark.parametrize(
    "line",
    [
        "I lost an oar in the reeds on Sunday and had to be towed home. How did your rowing begin?",
        "I lost an oar on Sunday, and a bee sat on the other one. How did your rowing begin?",
        "My boat club is all maps and mud. Where do you row?",
        "I rowed past a school, and the whole playground laughed when I fell in. Where do you row?",
        "Turin once, by night train, with a paddle in my rucksack. Where do you row?",
        "I governed nothing in my boat but the sandwiches. What do you do in yours when you row?",
        "I rowed into a swan. Is rowing as quiet for you as people say?",
        "We rowed in fog without a compass and landed in a beer garden. Where has rowing landed you?",
    ],
)
def test_one_fact_or_two_are_light(line: str) -> None:
    assert "surveillance" not in remarks_on(line, KNOWN)


@pytest.mark.parametrize(
    "line",
    [
        "You studied in Ghent, play the cello and were a postman. How high is the tower?",
        "Your page says that you sail, coach a team, and have a donkey. How did the bells begin?",
        "You have been steeple keeper at St Anne's since 2011. How heavy are the bells?",
        "You trained in Lyon, moved here and became head of the branch. How did you come to ring bells?",
        "You are secretary of the ringers, collect stamps and run half marathons. What do you ring?",
        "As chair of your guild since 2014 you must ring a lot. How often do you ring?",
        "You became tower warden in 2009. How do you keep the bells in time?",
        "You founded a choir, wrote a cookbook and taught in Oslo. Which bell is yours?",
    ],
)
def test_their_facts_recited_in_one_breath_are_worth_a_thought(line: str) -> None:
    assert "surveillance" in remarks_on(line, BELLS)


@pytest.mark.parametrize(
    "line",
    [
        "I have rung bells since 2011 and still get lost in the third change. How do you keep count?",
        "I saw that you ring. I once rang so badly that the vicar waved a towel. How was your first time?",
        "I let go of the rope, flew up, and came down on the tea table. Has a bell ever lifted you?",
        "We both ring, you in Ghent and I in a barn with three bells. How many have you?",
        "My tower has had the same rope since 1987, and it smells of sheep. What is yours like?",
        "Bells, tea and cake: that is my Thursday, and the cake is why I was late twice. What is yours?",
        "You ring, I hear. My first rope burnt my hands and I told everybody it was soup. How did you start?",
        "You laughed, sat down and offered me a biscuit, as my old tower captain did. Do you remember your first bell?",
    ],
)
def test_ones_own_years_and_one_light_fact_are_left_alone(line: str) -> None:
    assert "surveillance" not in remarks_on(line, BELLS)


@pytest.mark.parametrize(
    "line",
    [
        "I once let go of the rope and flew into the tea table. Do you enjoy it?",
        "I once let go of the rope and flew into the tea table. Is it fun?",
        "I once let go of the rope and flew into the tea table. Do you really like bell ringing?",
        "I once let go of the rope and flew into the tea table. Was it nice?",
        "I once let go of the rope and flew into the tea table. Are you enjoying that?",
        "I once let go of the rope and flew into the tea table. Is bell ringing hard?",
        "I once let go of the rope and flew into the tea table. Do you find it interesting?",
        "I once let go of the rope and flew into the tea table. Would you say it is exciting?",
    ],
)
def test_a_question_whether_it_pleases_them_hardly_asks_them_to_tell(line: str) -> None:
    assert "no-invitation" in remarks_on(line, BELLS)


@pytest.mark.parametrize(
    "line",
    [
        "I once let go of the rope and flew into the tea table. What do you like about it?",
        "I once let go of the rope and flew into the tea table. Do you still ring on Christmas Eve?",
        "I once let go of the rope and flew into the tea table. Is it fun? What was your first bell?",
        "I once let go of the rope and flew into the tea table. Do you know the bell with the crack?",
        "I once let go of the rope and flew into the tea table. Did yours ever lift you off the floor?",
        "I once let go of the rope and flew into the tea table. Do you like it? I'd love to hear how you began.",
        "I once let go of the rope and flew into the tea table. How do you like it?",
        "I once let go of the rope and flew into the tea table. Is it harder with eight bells than with six?",
    ],
)
def test_a_question_with_something_in_it_asks_them_to_tell(line: str) -> None:
    assert "no-invitation" not in remarks_on(line, BELLS)


@pytest.mark.parametrize(
    "line",
    [
        "I have no idea about it. Is it hard?",
        "That is new to me. What is it like?",
        "I have never done that. How does it work?",
        "I do not know much about this. Do you like it?",
        "I can't say anything about that. Is it good?",
        "This is not something I know. What is it?",
        "I am not familiar with this. Is it fun?",
        "I never tried it. Is it difficult?",
    ],
)
def test_not_knowing_it_states_nothing_shared_and_names_nothing(line: str) -> None:
    found = remarks_on(line, KITES)
    assert "what you share" not in found["tossed-out"]
    assert "Kite making" in found["off-ground"]


@pytest.mark.parametrize(
    "line",
    [
        "Kites are a closed book to me. Are they hard to make?",
        "I don't have the faintest idea about kites. Is it fun?",
        "Never made a kite. Is it difficult?",
        "I must admit I know very little about kite making. How does it work?",
    ],
)
def test_who_names_it_and_does_not_know_it_shares_nothing_either(line: str) -> None:
    found = remarks_on(line, KITES)
    assert "off-ground" not in found
    assert "what you share" not in found["tossed-out"]


@pytest.mark.parametrize(
    "line",
    [
        "I know nothing about kites, and mine ended in a stranger's soup. How do you get one to stay up?",
        "I have never built one. The only one I ever flew dived into a bowl of soup. What did I do wrong?",
        "I never tried it, and my string always ended in the neighbour's apple tree. How does one learn that?",
        "That is new to me: paper, bamboo and glue in the living room. What do you begin with?",
        "I have no idea how they stay up. My own fell on a picnic. What is the trick?",
        "I do not know the first thing about the wind, as my sandcastle flags showed. How do you read it?",
        "I can't make a kite, I broke a bought one in a minute. What breaks first?",
        "I am new to this. My daughter's dragon tore at the tail on its first flight. How do you mend one?",
    ],
)
def test_not_knowing_it_with_something_in_hand_is_on_its_ground(line: str) -> None:
    assert "off-ground" not in remarks_on(line, KITES)


def states(name: str, text: str) -> dict[str | None, str]:
    exercise = read_exercise(name, (exercises_folder() / f"{name}.toml").read_bytes())
    return {one.criterion.rule: one.state for one in mark(exercise, text)}


@pytest.mark.parametrize(
    ("text", "digs"),
    [
        ("From Porto to a shop in the hills, and old cameras too! How far is the fell run?", True),
        ("You collect glasses, began as a boy on Saturdays, and run on the fells. How long?", True),
        ("You are in a camera club, run on the fells and give glasses away. When do you sleep?", True),
        ("I get lost on every path above the farm. How do you find your way when you run there in fog?", False),
        ("I lost my glasses on the fell and ran home by touch. How do you run in the rain?", False),
    ],
)
def test_the_facts_of_an_exercise_are_counted_there(text: str, digs: bool) -> None:
    assert states("pick_one_fact_of_five", text)["surveillance"] == ("not yet" if digs else "earned")


@pytest.mark.parametrize("text", ["I have no idea about that. Is it fun?", "That is new to me. Do you like it?"])
def test_neither_the_thing_nor_an_invitation_is_earned_by_pointing_at_it(text: str) -> None:
    found = states("ask_out_of_curiosity", text)
    assert (found["no-invitation"], found["off-ground"], found["tossed-out"]) == ("not yet",) * 3


NOTE = "Dear Ms Roy, thank you for showing me the bindery. The smell of the glue came home with me. {} Best, Tom"


def weights_in_note(end: str, kind: str = "thank-you") -> dict[str, str]:
    context = MessageContext(interviewer="Ana Roy", talked_about=("the glue",))
    review = review_message(kind, NOTE.format(end), context)  # type: ignore[arg-type]
    return {remark.rule: remark.weight for remark in review.remarks}


@pytest.mark.parametrize(
    "end",
    [
        "I hope to hear from you shortly regarding the post.",
        "Looking forward to your decision.",
        "I await your reply.",
        "Please keep me posted on the role.",
        "I would be glad to hear back from you.",
        "I'm eagerly awaiting your response about the position.",
        "I look forward to learning the outcome.",
        "Excited to hear about the next steps!",
        "Keep me in the loop about the vacancy, please.",
        "Hoping for good news from you soon.",
        "I hope that I hear from you.",
        "Hearing back from you would make my week.",
    ],
)
def test_a_note_of_thanks_that_waits_for_word_is_told_so(end: str) -> None:
    assert "pushy" in weights_in_note(end)


@pytest.mark.parametrize(
    "end",
    [
        "I hope to hear how the old press behaves one day.",
        "I look forward to trying your recipe for paste.",
        "No answer needed.",
        "You need not reply, I only wanted to say it.",
        "I am still waiting for my fingers to come unstuck.",
        "Keep the loop in the thread, you said, and now I do.",
        "I heard from my aunt that she learnt it from you.",
        "Your apprentice awaits the delivery of the leather, I remember, and I hope that it came.",
        "I look forward to hearing you play at the fair.",
    ],
)
def test_a_note_that_looks_forward_to_something_else_waits_for_nothing(end: str) -> None:
    assert "pushy" not in weights_in_note(end)


def test_to_hear_from_them_some_day_is_an_open_door_after_a_refusal() -> None:
    assert "pushy" not in weights_in_note("I hope to hear from you some day.", "gracious-reply")
