"""What templates may use beside their values."""

import pytest

from webui.presentation import PAGE_NAME_LENGTH, page_name


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.example.org/", ""),
        ("https://www.example.org", ""),
        ("https://example.org/angebote/projekte-im-quartier/", "projekte im quartier"),
        ("https://example.org/archiv_2022_treffen_de.html?druck=1#oben", "archiv 2022 treffen de"),
        ("https://example.org/St%C3%A4dte.PDF", "Städte"),
    ],
)
def test_pages_of_one_website_can_be_told_apart(address: str, name: str) -> None:
    assert page_name(address) == name


def test_a_long_name_ends_between_words() -> None:
    name = page_name("https://example.org/" + "-".join(["bewohner"] * 20) + ".html")

    assert len(name) <= PAGE_NAME_LENGTH
    assert name.endswith("bewohner …")
