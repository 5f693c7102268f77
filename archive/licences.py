"""What others may do with a document: the licences that can be named."""

from collections.abc import Mapping
from enum import StrEnum


class Licence(StrEnum):
    """What others may do with a document; the German label is the value."""

    UNSTATED = "nicht angegeben"
    RESERVED = "alle Rechte vorbehalten"
    PROGRAMME = "nur im Programm"
    CC0 = "CC0 1.0"
    CC_BY = "CC BY 4.0"
    CC_BY_SA = "CC BY-SA 4.0"
    CC_BY_ND = "CC BY-ND 4.0"
    CC_BY_NC = "CC BY-NC 4.0"
    CC_BY_NC_SA = "CC BY-NC-SA 4.0"
    CC_BY_NC_ND = "CC BY-NC-ND 4.0"


#: The text of each licence that has one of its own, as programs know it.
TEXTS: Mapping[Licence, str] = {
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.CC_BY_ND: "https://creativecommons.org/licenses/by-nd/4.0/",
    Licence.CC_BY_NC: "https://creativecommons.org/licenses/by-nc/4.0/",
    Licence.CC_BY_NC_SA: "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    Licence.CC_BY_NC_ND: "https://creativecommons.org/licenses/by-nc-nd/4.0/",
}
