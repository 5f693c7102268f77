"""How to reach someone: e-mail, telephone, bank account, postal address."""

import re
from collections.abc import Iterator

from indexer.structure.personal.datum import PersonalKind, Span

_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}\s?(?:@|\((?:at|ät)\)|\[at\])\s?[\w-]+(?:\.[\w-]+)*\.[A-Za-zÄÖÜäöü]{2,24}(?![\w-])",
    re.IGNORECASE,
)

_LABEL = r"(?:Tel(?:efon|efonnummer)?|Fon|Mobil(?:nummer|telefon)?|Handy(?:nummer)?|Fax|Durchwahl|Rufnummer|Phone|Ruf)"
#: After a label any run of digits is a number; without one it must look like one: "+49 …", "0123/4567", "(0228) 123".
_PHONE = re.compile(
    rf"(?<!\w){_LABEL}\b\.?(?:[-\s]?(?:Nr|Nummer)\b\.?)?\s*:?\s*(?P<labelled>\+?[\d(][\d\s()/–.-]{{4,22}}\d)"
    r"|(?<![\w.,:/+-])(?P<foreign>(?:\+|00)\d{2}[\s/-]?\(?0?\)?[\d\s/–-]{6,16}\d)(?![\w])"
    r"|(?<![\w.,:/+-])(?P<local>\(?0[1-9]\d{1,4}\)?\s?[/–-]\s?\d[\d\s-]{3,12}\d|\(0[1-9]\d{1,4}\)\s?\d[\d\s-]{3,12}\d"
    r"|0[1-9]\d{1,4}\s\d{2,8}(?:[\s-]\d{2,5}){0,3}|01[5-7]\d{8,9})(?![\w.,]\d|\w)",
    re.IGNORECASE,
)
_FEWEST_DIGITS, _MOST_DIGITS = 5, 15

_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{4}){3,7}(?:[ \u00a0]?[A-Z0-9]{1,3})?(?![A-Z0-9])")

_STREET = (
    r"(?:[A-ZÄÖÜ][\w.-]{0,40}(?:[Ss]tra(?:ß|ss)e|[Ss]tr\.|weg|platz|allee|gasse|ring|damm|ufer|steig|markt|chaussee|hof|wall)"
    r"|(?:[A-ZÄÖÜ]\w{1,30}[ -]){1,3}(?:Straße|Strasse|Str\.|Weg|Platz|Allee|Ring|Damm|Ufer|Markt|Chaussee)"
    r"|(?:Am|An der|An den|Im|Zum|Zur|Auf der|Unter den|Hinter der)\s[A-ZÄÖÜ][\w-]{1,40})"
)
_TOWN = r"(?:D-)?\d{5}\s+[A-ZÄÖÜ][\wäöüß-]+"
#: A street with a number is an address where a town follows; alone it must end in a word for streets.
_ADDRESS = re.compile(
    rf"(?<![\w-])(?:{_STREET}[ \t]\d{{1,3}}(?:[ \t]?[a-hA-H])?(?!\w)(?:[\s,;|·]+{_TOWN})?|{_TOWN}(?=\s*(?:$|[,;\n|])))",
    re.MULTILINE,
)
_IS_STREET = re.compile(
    r"(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring|damm|ufer|steig|chaussee)\s\d", re.IGNORECASE
)
_POSTCODE = re.compile(r"\d{5}")


def find_contacts(text: str) -> Iterator[Span]:
    """Yield e-mail addresses, telephone numbers, bank accounts and postal addresses."""
    yield from (Span(PersonalKind.EMAIL, *found.span()) for found in _EMAIL.finditer(text))
    accounts = [Span(PersonalKind.IBAN, *found.span()) for found in _IBAN.finditer(text) if is_iban(found.group())]
    yield from accounts
    for found in _PHONE.finditer(text):
        start, end = found.span(found.lastgroup or 0)
        in_account = any(account.start < end and start < account.end for account in accounts)
        if _is_phone(text[start:end]) and not in_account:
            yield Span(PersonalKind.PHONE, start, end)
    yield from (Span(PersonalKind.ADDRESS, *found.span()) for found in _ADDRESS.finditer(text) if _is_address(found))


def _is_address(found: re.Match[str]) -> bool:
    """Tell whether it is a street by its last part, or stands with a postcode."""
    return bool(_IS_STREET.search(found.group()) or _POSTCODE.search(found.group()))


def is_iban(text: str) -> bool:
    """Tell whether letters and digits are an account number: checked modulo 97 as ISO 13616 says."""
    bare = re.sub(r"\s", "", text).upper()
    if not re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}", bare):
        return False
    turned = bare[4:] + bare[:4]
    return int("".join(str(int(letter, 36)) for letter in turned)) % 97 == 1


def _is_phone(text: str) -> bool:
    """Dates and years have the digits of a number, but its shape they have not."""
    digits = sum(letter.isdigit() for letter in text)
    is_date = re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-](?:\d{2}){1,2}|\d{4}\s?[-–/]\s?\d{2,4}", text.strip())
    return _FEWEST_DIGITS <= digits <= _MOST_DIGITS and not is_date and "\n" not in text
