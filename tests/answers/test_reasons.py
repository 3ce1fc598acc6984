"""Whether a sentence gives a reason."""

import pytest

from detente.answers.reasons import gives_reason


def test_causes_charges_and_purposes_are_reasons() -> None:
    assert gives_reason("Peru closed its border because Chile had sent troops.")
    assert gives_reason("Peru recalled its ambassador, accusing Chile of spying.")
    assert gives_reason("Peru left the pact in protest.")


def test_a_bare_deed_gives_no_reason() -> None:
    assert not gives_reason("Peru closed its border with Chile on Friday.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Relations cooled after November 1997.",
        "Lima drew the line over which the two fell out.",
        "Since 1990 they trade.",
    ],
)
def test_a_date_is_no_reason(sentence: str) -> None:
    assert not gives_reason(sentence)
