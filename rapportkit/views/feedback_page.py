"""What a coach gave back, for the screen."""

from __future__ import annotations

from html import escape

from rapportkit.coaching.feedback import AnswerFeedback, Feedback, LineFeedback


def feedback_as_html(feedback: Feedback) -> str:
    """The feedback as HTML: what is there comes before what to work on."""
    late = "<p>Handed in after the last day.</p>" if feedback.late else ""
    head = f"<h4>Back to you, {escape(feedback.learner.name)}: {escape(feedback.title)}</h4>"
    return f"{head}{late}{''.join(map(_answer, feedback.answers))}"


def _answer(answer: AnswerFeedback) -> str:
    head = f"<h5>{escape(answer.title)}</h5>"
    if not answer.text.strip():
        return f"{head}<p>Not tried. Half a sentence is a start.</p>"
    first = sorted(answer.lines, key=lambda line: line.state != "yes")
    comment = f"<p><strong>Your coach says:</strong> {escape(answer.comment)}</p>" if answer.comment else ""
    items = "".join(map(_line, first))
    return f"{head}<blockquote>{escape(answer.text)}</blockquote>{comment}<ul>{items}</ul>"


def _line(line: LineFeedback) -> str:
    remark = f"<br>{escape(line.remark)}" if line.remark else ""
    return f"<li>{escape(line.says)} <small>({line.word})</small>{remark}</li>"
