"""Reports without what the learner replaces or skips: no blame, no praise, and a word that it was left out."""

from __future__ import annotations

from rapportkit.practice import TIPS, MyWays, Tip
from rapportkit.suited import left_out, suited_mirror, suited_report, suited_review, suited_talk, suited_tally
from rapportkit.talk.debrief import debrief
from rapportkit.talk.memory import Memory, Note, Talk
from rapportkit.talk.mirror import mirror
from rapportkit.talk.practice_talk import moments_to_replay
from rapportkit.talk.report import review_talk
from rapportkit.talk.scene import scene_called
from rapportkit.talk.tally import read_tally
from rapportkit.talk.transcript import read_transcript
from rapportkit.words.opening import About, review_opening

TALK = """\
Ana: Did you find us all right? I came on the early bus with my bees in a box.
Me: I am a team player and I give a hundred and ten per cent, as anybody will tell you.
Ana: We moved here for the river, you know. My brother and I row every Sunday before it gets light.
Me: I have eight years of experience in stock control, and I led the count at the end of each month.
Ana: Do you cook at all? We all eat together on Fridays, and somebody has to stir the pot.
Me: As I was saying, I led the count, and the count was always right, at the end of each and every month.
Ana: Have you any questions for us?
Me: No, I think that you have told me everything.
"""


def ways(*tips: Tip) -> MyWays:
    return MyWays(tips=dict.fromkeys(tips, "skip"))


REPORT = review_talk(read_transcript("talk", TALK.encode()), "Me")


def said_of(*tips: Tip) -> str:
    report = suited_report(REPORT, ways(*tips))
    seen = suited_mirror(mirror(report, [report]), ways(*tips))
    return "\n".join([one.says for one in (*seen.strengths, *seen.suggestions)] + [*seen.compared, *seen.not_judged])


def test_where_every_tip_is_practised_nothing_is_left_out() -> None:
    assert left_out(MyWays()) == ()
    assert suited_report(REPORT, MyWays()) == REPORT
    assert suited_mirror(mirror(REPORT), MyWays()) == mirror(REPORT)


def test_the_mirror_says_nothing_on_a_tip_that_is_skipped_but_that_it_was_left_out() -> None:
    assert "passed by" in said_of()
    assert "passed by" not in said_of("T2")
    assert "went on without it" not in said_of("T2")
    assert "Stock phrases: " in said_of()
    assert "Left out, since it is not for you: keep off canned replies." in said_of("T6")
    assert "tock phrase" not in said_of("T6")


def test_a_report_holds_nothing_that_the_map_could_draw_of_a_skipped_tip() -> None:
    assert REPORT.missed_openings
    assert suited_report(REPORT, ways("T2")).missed_openings == ()
    assert suited_report(REPORT, ways("T6")).canned == ()


def test_a_replaced_tip_is_left_out_like_a_skipped_one() -> None:
    assert left_out(MyWays(tips={"T4": "replace"})) == ("T4",)


def test_a_stock_phrase_in_a_line_is_no_remark_for_those_who_need_set_phrases() -> None:
    line = "I am a team player, and I give a hundred and ten per cent. I kept bees on a roof. Do you keep some too?"
    review = review_opening(line, About(kind="interest", label="Beekeeping"))
    suits = suited_review(review, ways("T6"))

    assert "canned" in {remark.rule for remark in review.remarks}
    assert "canned" not in {remark.rule for remark in suits.remarks} | set(suits.looked_for)
    assert len(suits.looked_for) == len(review.looked_for) - 1
    assert suited_review(review, ways("T1")) == review


def test_the_debrief_of_a_practice_talk_and_the_minutes_to_replay_keep_to_it() -> None:
    notes = (Note(turn=1, kind="missed", what="river"), Note(turn=2, kind="held"), Note(turn=3, kind="question"))
    talk = Talk(scene=scene_called("chatty"), seed=1, memory=Memory(notes=notes))
    suits = suited_talk(talk, ways("T2", "T4"))

    assert debrief(talk).try_next
    assert debrief(suits).try_next is None
    assert moments_to_replay(suits) == ()


def test_what_a_friend_counted_is_shown_without_the_lines_on_it() -> None:
    tally = suited_tally(read_tally("5 3 2 1 2 0 1"), ways("T4", "T6"))

    assert (tally.questions, tally.changes_followed, tally.changes_held, tally.canned) == (5, None, None, None)


def test_eyes_and_smiles_are_looked_at_by_nothing() -> None:
    assert left_out(ways(*TIPS)) == ("T2", "T4", "T6", "T7", "T10")
