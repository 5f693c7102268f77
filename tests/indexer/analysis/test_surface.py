"""The vocabulary of the spelling correction."""

from indexer.analysis.surface import surfaces


def test_words_as_they_are_read_aloud() -> None:
    text = "Die JMD-Standorte und 12 Nachbar*innen am 6.11.2018: z.B. im Café-Treff (U25)"
    assert list(surfaces(text)) == ["die", "jmd", "standorte", "und", "nachbarinnen", "november", "café", "treff"]
