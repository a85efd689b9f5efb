"""
Train the linear models of rapportkit/words/judgement.py from the judged examples, and write their weights.

Run with scikit-learn installed (it is needed for nothing else):

    python -m tests.data_scripts.train_remarks

Only the tune parts are read. Each rule has a model of its own: logistic regression over the words, pairs of words and
shapes that occur in at least three examples, each text of length one. An example on whose label coaches may differ
(`maybe`) is left out for that rule; a rule of some kinds of message is trained on those kinds.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import Any

from rapportkit.words.context import MessageContext
from rapportkit.words.judgement import features
from rapportkit.words.message import note_shapes_of
from rapportkit.words.opening import About, line_shapes_of
from rapportkit.words.speech import Speech
from tests.words.judged import rows

DATA = Path(__file__).parents[2] / "rapportkit" / "data" / "words"
RULES = {
    "opening": (
        "sensitive",
        "surveillance",
        "canned",
        "skill-talk",
        "no-invitation",
        "tossed-out",
        "monologue-question",
    ),
    "message": ("bitter", "pushy", "no-open-door", "no-offer-of-support", "canned", "no-thanks", "not-specific"),
}
KINDS = {
    "no-open-door": {"gracious-reply"},
    "no-offer-of-support": {"thanks-for-connecting"},
    "not-specific": {"thank-you", "invitation"},
    "no-thanks": {"thank-you", "gracious-reply", "thanks-for-connecting"},
}
SEEN_AT_LEAST = 3
MOST_FEATURES = 900
HEAD = """\
# Weights of the linear models behind the rules of {texts}s: a word, a pair of words or a shape (§), and what it weighs.
# Source: trained by tests/data_scripts/train_remarks.py from the tune parts of tests/labelled/judged. Licence: MIT.
"""


def main() -> None:
    """Train every model and write both files."""
    for texts, rules in RULES.items():
        examples = [(set(_features(texts, row)), row) for row in rows(f"{texts}s", "tune")]
        with (DATA / f"{texts}_weights.csv").open("w", encoding="utf-8", newline="") as file:
            file.write(HEAD.format(texts=texts))
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("rule", "feature", "weight"))
            for rule in rules:
                writer.writerows((rule, feature, f"{weight:.3f}") for feature, weight in _trained(rule, examples))


def _features(texts: str, row: dict[str, Any]) -> dict[str, int]:
    if texts == "opening":
        speech = Speech(row["line"])
        return features(speech, line_shapes_of(speech, About(**row["about"])))
    speech = Speech(row["text"])
    return features(speech, note_shapes_of(speech, row["kind"], MessageContext(**row.get("context", {}))))


def _trained(rule: str, examples: list[tuple[set[str], dict[str, Any]]]) -> list[tuple[str, float]]:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    kinds = KINDS.get(rule)
    used = [
        (found, row)
        for found, row in examples
        if rule not in row.get("maybe", ()) and (kinds is None or row["kind"] in kinds)
    ]
    seen = Counter(feature for found, _ in used for feature in found)
    vectorizer = DictVectorizer()
    known = [{f: len(found) ** -0.5 for f in found if seen[f] >= SEEN_AT_LEAST} for found, _ in used]
    model = LogisticRegression(C=30, class_weight="balanced", max_iter=5_000)
    model.fit(vectorizer.fit_transform(known), [rule in row["rules"] for _, row in used])
    weights = sorted(zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True), key=lambda one: -abs(one[1]))
    kept = sorted((feature, float(weight)) for feature, weight in weights[:MOST_FEATURES])
    return [("", float(model.intercept_[0])), *kept]


if __name__ == "__main__":
    main()
