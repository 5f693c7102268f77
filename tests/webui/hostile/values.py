"""Values that mean harm, as bytes: what stands in addresses and forms is nothing else."""

from hypothesis import strategies as st

#: What must never stand in a page as it is.
SCRIPT = b"<script>fuzz()</script>"
IMAGE = b"\"'><img src=x onerror=fuzz()>"

#: Each has broken something somewhere.
KNOWN = (
    b"",
    b" ",
    b"\0",
    b"a\0b",
    SCRIPT,
    IMAGE,
    b"javascript:fuzz()",
    b"{{7*7}}${7*7}%(x)s%s{0}",
    b"..",
    b"../../../../etc/passwd",
    b"..\\..\\win.ini",
    b"/etc/passwd",
    b"//example.org/",
    b"\r\nX-Broken: yes\r\n\r\n",
    b"\n",
    b"' OR 1=1 --",
    b"%",
    b"%00%ff",
    b"_%",
    b"0",
    b"-1",
    b"1",
    b"1.5",
    b"1e999",
    b"NaN",
    b"9223372036854775807",
    b"9223372036854775808",
    b"9" * 5000,
    b"2018-13-45",
    b"0000-00-00",
    b"9999-12-31",
    b"2018-04-03",
    b"99999..0",
    "²".encode(),  # a digit to `isdigit`, no number to `int`
    "٣٤".encode(),  # a number to both
    "\u202egnp.exe".encode(),
    "\u2028\u0085\v\f".encode(),
    "İẞﬁ".encode(),  # longer in other letters
    b"\xff\xfe",
    b"\xc3",
    b"\xed\xa0\x80",  # a surrogate
    b"\xf4\x90\x80\x80",  # beyond Unicode
    b'"',
    b'"' * 500,
    b"(" * 500,
    b"-" * 500,
    b"*",
    b"a* " * 300,
    b"a ODER " * 300,
    b'standort: thema:"',
    b"jahr:2018.." + b"9" * 300,
    b"=cmd|'/C calc'!A0",
    b"x" * 100_000,
    "ä".encode() * 50_000,
    b"[]",
    b"{}",
    b"null",
    b"on",
    b"CON",
    b"D-2026-0001",
    b"D-2026-0001.1",
    b"D-9999-99999999999999999999",
)

values = st.one_of(
    st.sampled_from(KNOWN),
    st.text(max_size=40).map(lambda text: text.encode()),
    st.text(st.characters(categories=("Cs", "Cc", "Cf", "Nd", "No", "Zs")), max_size=12).map(
        lambda text: text.encode("utf-8", "surrogatepass")
    ),
    st.integers().map(lambda number: str(number).encode()),
    st.binary(max_size=12),
)

#: Headers that the code reads, and others that proxies and scripts make up. A server hands on no line breaks in them.
HEADERS = (
    "Accept",
    "Accept-Encoding",
    "Accept-Language",
    "Authorization",
    "Cookie",
    "If-Match",
    "If-Modified-Since",
    "If-None-Match",
    "If-Range",
    "Origin",
    "Range",
    "Referer",
    "Sec-Fetch-Site",
    "Sec-Purpose",
    "User-Agent",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-HTTP-Method-Override",
)

header_values = st.one_of(
    st.sampled_from(
        (
            b"",
            b"de;q=NaN, en;q=9, *;q=",
            b"Bearer",
            b"Bearer \xff",
            b"Basic !!!",
            b'"',
            b'W/"x',
            b"bytes=-9999999999999999999999",
            b"bytes=5-1,0-0,-",
            b"Sat, 99 Foo 9999 99:99:99 GMT",
            b"sitzung=\xff; formular=" + b"x" * 5000,
            b"http://[::1",
            b"http://localhost:99999999",
            b"gzip;q=x, br;q=1e9",
            SCRIPT,
            b"x" * 8000,
        )
    ),
    values.map(lambda value: bytes(byte for byte in value[:8000] if byte not in b"\r\n\0")),
)
