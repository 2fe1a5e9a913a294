"""Which statements a claim rests on where its course began with a bound."""

from __future__ import annotations

from tests.corroborate.test_asmany import claims_of

from twosource.annotate import Pipeline


def test_eleven_are_at_least_seven_and_still_told_by_their_own(pipeline: Pipeline) -> None:
    claims = claims_of(
        pipeline,
        "At least seven people were killed when a coach fell into the gorge at Orlen.",
        "Nine people were killed when a coach fell into the gorge at Orlen.",
        "Eleven people were killed when a coach fell into the gorge at Orlen.",
        "Eleven people died when the coach fell into the gorge at Orlen.",
        days=("2024-03-05", "2024-03-06", "2024-03-07", "2024-03-07"),
    )
    (toll,) = (one for one in claims if any(conflict.resolution == "update" for conflict in one.conflicts))
    assert toll.independent_origins.minimum == 2, "who told seven or nine tells no eleven"
