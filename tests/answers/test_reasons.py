"""Whether a sentence gives a reason."""

from detente.answers.reasons import gives_reason


def test_causes_charges_and_purposes_are_reasons() -> None:
    assert gives_reason("Peru closed its border because Chile had sent troops.")
    assert gives_reason("Peru recalled its ambassador, accusing Chile of spying.")
    assert gives_reason("Peru left the pact in protest.")


def test_a_bare_deed_gives_no_reason() -> None:
    assert not gives_reason("Peru closed its border with Chile on Friday.")
