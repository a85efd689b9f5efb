from __future__ import annotations

from rapportkit.people.dossier import Dossier, Note
from rapportkit.people.person import Fact, Person, Reading

CHESS = Fact(kind="interest", label="Chess", where="ana.json: interests 1")
ANA = Reading(person=Person(name="Ana Ruiz", headline="Head gardener", facts=(CHESS,)))


def test_the_name_typed_comes_before_the_one_in_a_file() -> None:
    dossier = Dossier().with_file("ana.json", ANA)

    assert dossier.called("nobody") == "Ana Ruiz"
    assert dossier.with_(name="Ms Ruiz").called("nobody") == "Ms Ruiz"
    assert Dossier().called("nobody") == "nobody"


def test_notes_and_files_make_one_person() -> None:
    dossier = Dossier(notes=(Note(kind="place", text="Porto 2014-2016"),)).with_file("ana.json", ANA)

    person = dossier.person()

    assert {(fact.kind, fact.label) for fact in person.facts} == {("place", "Porto"), ("interest", "Chess")}
    assert person.headline == "Head gardener"


def test_what_was_left_out_stays_out_when_the_file_is_brought_again() -> None:
    dossier = Dossier(left_out=(CHESS,)).with_file("ana.json", ANA).with_file("ana.json", ANA)

    assert dossier.person().facts == ()
    assert len(dossier.files) == 1


def test_a_fact_that_is_taken_out_leaves_what_was_typed_and_may_be_typed_again() -> None:
    typed = Note(kind="interest", text="Rowing; darts\n\nThe sea,  in all weathers")
    dossier = Dossier(notes=(typed,))
    darts = next(fact for fact in dossier.person().facts if fact.label == "darts")

    without = dossier.without_fact(darts)

    assert without.typed("interest") == "Rowing\n\nThe sea,  in all weathers"
    assert darts in without.with_(notes=(typed,)).person().facts


def test_a_fact_of_a_file_that_is_taken_out_is_set_aside() -> None:
    dossier = Dossier(notes=(Note(kind="interest", text="Rowing"),)).with_file("ana.json", ANA)
    of_the_file = next(fact for fact in dossier.person().facts if fact.label != "Rowing")

    without = dossier.without_fact(of_the_file)

    assert of_the_file not in without.person().facts
    assert without.left_out == (of_the_file,)
    assert without.typed("interest") == "Rowing"


def test_taking_a_file_away_leaves_what_was_typed() -> None:
    dossier = Dossier(notes=(Note(kind="interest", text="Rowing"),)).with_file("ana.json", ANA)

    assert [fact.label for fact in dossier.without_file("ana.json").person().facts] == ["Rowing"]


def test_what_was_typed_is_kept_to_the_letter() -> None:
    typed = "  Chess;\n\n  <b>maps</b> 🗺  "
    dossier = Dossier(notes=(Note(kind="interest", text=typed),))

    assert dossier.typed("interest") == typed
    assert dossier.typed("place") == ""
