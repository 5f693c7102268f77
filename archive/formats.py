"""The kinds of file the archive knows, as media types."""

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODT = "application/vnd.oasis.opendocument.text"
ODP = "application/vnd.oasis.opendocument.presentation"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
DOC = "application/msword"
#: An Office document locked with a password; what it is can be seen only when it is unlocked.
ENCRYPTED = "application/encrypted"
RTF = "application/rtf"
HTML = "text/html"
EML = "message/rfc822"
PLAIN = "text/plain"
MARKDOWN = "text/markdown"
PNG = "image/png"
JPEG = "image/jpeg"
TIFF = "image/tiff"
WEBP = "image/webp"
GIF = "image/gif"
BMP = "image/bmp"

#: A pack is not held itself; its members are.
PACK = "application/zip"
XML = "application/xml"
UNKNOWN = "application/octet-stream"

DOCUMENTS = frozenset({PDF, DOCX, PPTX, XLSX, ODT, ODP, ODS, DOC, ENCRYPTED, RTF, HTML, EML, PLAIN, MARKDOWN})
IMAGES = frozenset({PNG, JPEG, TIFF, WEBP, GIF, BMP})

#: What is taken into custody.
HELD = DOCUMENTS | IMAGES
