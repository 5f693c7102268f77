"""What was decided and who does what: found, followed up and printed, by mouse, by keyboard and without JavaScript."""

import re

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def test_a_task_is_found_by_role_and_topic_and_leads_to_its_place(quiet: Page) -> None:
    quiet.goto("/")
    quiet.get_by_role("navigation", name="Hauptnavigation").get_by_role("link", name="Beschlüsse und Aufgaben").click()
    quiet.get_by_label("Worum geht es?").fill("graffiti")
    quiet.get_by_label("Wer (Rolle oder Standort)").fill("hamburg")
    quiet.get_by_label("Treffen").select_option("Standorttreffen Hamburg 2019")
    quiet.get_by_role("button", name="Anzeigen").click()
    rows = quiet.locator(".register td:first-child")
    expect(rows).to_have_count(2)
    expect(quiet.locator(".register")).to_contain_text("Projektleitung Hamburg")
    expect(quiet.locator(".register")).to_contain_text("war geplant bis 31. Mai 2019")
    rows.filter(has_text="Freigabe").get_by_role("link").first.click()
    expect(quiet).to_have_url(re.compile(r"/dokumente/D-\d{4}-\d{4}#D-"))
    expect(quiet.locator(".passage:target")).to_be_in_viewport()


def test_the_register_is_narrowed_and_widened_by_keyboard_alone(quiet: Page) -> None:
    quiet.goto("/aufgaben")
    before = quiet.get_by_role("status").inner_text()
    quiet.get_by_label("Wer (Rolle oder Standort)").focus()
    quiet.keyboard.type("Servicebüro")
    quiet.keyboard.press("Enter")
    expect(quiet.get_by_role("status")).not_to_have_text(before)
    chip = quiet.get_by_role("list", name="Gewählte Filter").get_by_role("link")
    chip.focus()
    quiet.keyboard.press("Enter")
    expect(quiet.get_by_role("status")).to_have_text(before)


def test_without_scripts_everything_is_there(browser: Browser, base_url: str) -> None:
    page = browser.new_context(base_url=base_url, locale="de-DE", java_script_enabled=False).new_page()
    page.goto("/treffen/standorttreffen-gotha-2020")
    expect(page.get_by_role("heading", name=re.compile(r"^Beschlüsse \(\d+\)"))).to_be_visible()
    page.get_by_role("table").get_by_role("link", name=re.compile("Was wurde daraus")).first.click()
    expect(page.get_by_role("heading", name="Was wurde daraus?")).to_be_visible()
    page.context.close()


@pytest.mark.parametrize("key", ["standorttreffen-dresden-2019", "regionaltreffen-sued-ingolstadt-2019"])
def test_a_meeting_is_printed_on_one_sheet(page: Page, key: str) -> None:
    page.goto(f"/treffen/{key}")
    margin = {"top": "15mm", "bottom": "15mm", "left": "15mm", "right": "15mm"}
    printed = pypdfium2.PdfDocument(page.pdf(format="A4", margin=margin))  # type: ignore[arg-type]
    text = printed[0].get_textpage().get_text_range()
    assert len(printed) == 1
    for told in ("Beschlüsse", "Aufgaben", "Tagesordnung", "Projektleitung"):
        assert told in text
    printed.close()
