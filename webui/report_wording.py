"""Reports put into words."""

from collections.abc import Mapping

from archive.reports import Fault
from webui.i18n import mark

#: What is wrong → how that is said.
FAULTS: Mapping[Fault, str] = {
    Fault.TEXT: mark("Text falsch erkannt"),
    Fault.DETAILS: mark("Angaben falsch"),
    Fault.PERSONAL: mark("Personenangaben sichtbar"),
    Fault.RECOGNISED: mark("Personenangaben in nachträglich erkanntem Text"),
    Fault.OTHER: mark("anderes"),
}

#: What readers may report; the rest the archive notices itself.
REPORTED: Mapping[Fault, str] = {fault: said for fault, said in FAULTS.items() if fault is not Fault.RECOGNISED}

#: Characters of the two texts of a report.
LONGEST_TEXT = 1000
LONGEST_PLACE = 200
