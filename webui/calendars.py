"""Days as files that calendars read (RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from flask import Response
from icalendar import Calendar, Event

#: What names the maker of a calendar file.
MAKER = "-//Wissensarchiv JMD im Quartier//DE"


@dataclass(frozen=True, slots=True)
class Appointment:
    """One or several whole days in a calendar."""

    #: Never given to another.
    key: str
    #: First and last day.
    start: date
    end: date
    title: str
    text: str
    #: Address of the page that tells more.
    address: str
    place: str = ""
    #: What it is, as calendars group.
    category: str = ""


def calendar(name: str, appointments: Iterable[Appointment]) -> Response:
    """Return appointments as a file that is saved under a name."""
    made = Calendar()
    made.add("prodid", MAKER)
    made.add("version", "2.0")
    # The day is exact enough, and a file that says the same stays the same.
    today = datetime.combine(datetime.now(UTC).date(), time(), UTC)
    for each in appointments:
        made.add_component(_event(each, today))
    headers = {"Content-Disposition": f"attachment; filename={name}", "Cache-Control": "no-store"}
    return Response(made.to_ical(), mimetype="text/calendar", headers=headers)


def _event(appointment: Appointment, made: datetime) -> Event:
    """Return an appointment as an event that takes nobody's time: tasks, too, for few calendars read VTODO."""
    event = Event()
    event.add("uid", f"{appointment.key}@wissensarchiv")
    event.add("dtstamp", made)
    event.add("dtstart", appointment.start)
    # The end of whole days is the day after the last.
    event.add("dtend", appointment.end + timedelta(days=1))
    event.add("summary", appointment.title)
    event.add("description", appointment.text)
    event.add("url", appointment.address)
    event.add("transp", "TRANSPARENT")
    if appointment.place:
        event.add("location", appointment.place)
    if appointment.category:
        event.add("categories", [appointment.category])
    return event
