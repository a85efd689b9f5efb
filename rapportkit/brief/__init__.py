"""The brief: one page to print before an interview, with the days after it on the back."""

from __future__ import annotations

from rapportkit.brief.gathered import Brief, line_key
from rapportkit.brief.page import MARK, brief_name, brief_page

__all__ = ["MARK", "Brief", "brief_name", "brief_page", "line_key"]
