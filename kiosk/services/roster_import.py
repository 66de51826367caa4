"""Importing a roster: a file's rows become registrations, by adding and by merging."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import attrgetter
from pathlib import Path

from kiosk.domain.registration import ROSTER_FIELDS, Category, Registration, Source, Status
from kiosk.domain.ticket import new_tokens
from kiosk.services.collection import collection_paused
from kiosk.services.open_desk import OpenDesk
from kiosk.services.roster_columns import find_columns
from kiosk.services.roster_rows import Draft, read_rows
from kiosk.services.roster_table import RowError, read_table
from kiosk.storage import roster, roster_writing
from kiosk.storage.roster_writing import Numbered
from kiosk.storage.store import Connection

_MERGED = frozenset(ROSTER_FIELDS) - {"ticket"}


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: numbers of rows, how the file was read, and what was refused.

    ``read`` counts the rows below the headings; ``missing`` the people of the roster that the file
    does not name: they are reported and stay.
    """

    read: int
    added: int
    updated: int
    unchanged: int
    rejected: int
    missing: int
    encoding: str
    columns: dict[str, str]
    rows: tuple[RowError, ...]


@dataclass(slots=True)
class _Plan:
    add: list[Registration]
    change: list[Numbered]
    unchanged: int
    updated: int
    errors: list[RowError]
    missing: int
    revoke: list[str]


def import_roster(
    desk: OpenDesk, path: Path, mapping: Mapping[str, str] | None = None, *, dry_run: bool = False
) -> Imported:
    """Import a CSV or XLSX file into the event's roster, in one transaction.

    A row merges into the person with its ``person_id``, else its ticket, else its name,
    organisation and phone. A bad row is reported and the others go in. On ``dry_run`` nothing is
    written. Raises KioskError for a file that cannot be a roster, see ``roster_table.read_table``.
    """
    with collection_paused():
        return _import(desk, path, mapping or {}, dry_run=dry_run)


def _import(desk: OpenDesk, path: Path, mapping: Mapping[str, str], *, dry_run: bool) -> Imported:
    table = read_table(path)
    columns = find_columns(table.rows, mapping)
    drafts, errors = read_rows(table, columns, desk.event)

    def work(connection: Connection) -> Imported:
        held = _Held(connection, desk.event_number)
        plan = _plan(held, drafts, frozenset(columns.index))
        if not dry_run:
            roster_writing.add(connection, desk.event_number, plan.add)
            roster_writing.revoke(connection, desk.event_number, plan.revoke)
            roster_writing.change(connection, desk.event_number, plan.change)
        refused = sorted([*table.errors, *errors, *plan.errors], key=lambda one: one.line)
        lines = {one.line for one in refused if one.code != "RRN_COLUMN"}
        return Imported(
            read=len(drafts) + len(lines - {one.line for one in plan.errors}),
            added=len(plan.add),
            updated=plan.updated,
            unchanged=plan.unchanged,
            rejected=len(lines),
            missing=plan.missing,
            encoding=table.encoding,
            columns=columns.headings,
            rows=tuple(refused),
        )

    imported = desk.store.rehearse(work) if dry_run else desk.store.write(work)
    desk.memory.clear()
    return imported


class _Held:
    """The roster as it stands, by every key a row may name a person with."""

    def __init__(self, connection: Connection, event_number: int) -> None:
        self.people: dict[str, Registration] = {}
        self.by_person_id: dict[str, str] = {}
        self.by_ticket: dict[str, str] = {}
        self.by_name: dict[tuple[str, str, str], str] = {}
        self.numbers = roster_writing.numbered(connection, event_number)
        if self.numbers:
            for one in roster.everyone(connection, event_number):
                self.put(one)

    def put(self, one: Registration) -> None:
        """Remember a person under all their keys; the first of a name keeps it."""
        self.people[one.id] = one
        if one.person_id:
            self.by_person_id[one.person_id] = one.id
        if one.ticket:
            self.by_ticket[one.ticket] = one.id
        self.by_name.setdefault((one.name, one.organisation, one.phone), one.id)


def _plan(held: _Held, drafts: Sequence[Draft], told: frozenset[str]) -> _Plan:
    """Decide for each row what becomes of it, without writing anything."""
    if held.people or told & {"person_id", "ticket"}:
        return _merge(held, drafts, told)
    return _first_roster(drafts, told)


_NAME_KEY = attrgetter("name", "organisation", "phone")


def _first_roster(drafts: Sequence[Draft], told: frozenset[str]) -> _Plan:
    """Take in a first roster whose rows bring no keys of their own: only a repeat is merged."""
    keys = list(map(_NAME_KEY, drafts))
    places: dict[tuple[str, str, str], int] = {}
    repeats = [at for at, key in enumerate(keys) if places.setdefault(key, at) != at]
    if not repeats:
        return _Plan(_all_new(drafts), [], 0, 0, [], 0, [])
    rank = {at: number for number, at in enumerate(places.values())}
    people = _all_new([drafts[at] for at in rank])
    for at in repeats:
        number = rank[places[keys[at]]]
        people[number] = _merged(people[number], drafts[at], told)
    return _Plan(people, [], len(repeats), 0, [], 0, [])


def _all_new(drafts: Sequence[Draft]) -> list[Registration]:
    """Return everybody as a new person; column by column, which takes a third of the time."""
    if not drafts:
        return []
    _, *columns = zip(*drafts, strict=True)
    columns[6] = tuple(one or Category.ATTENDEE for one in columns[6])
    columns[7] = tuple(one or Status.CONFIRMED for one in columns[7])
    columns[11] = tuple(new_tokens(len(drafts)))
    rows = zip(roster_writing.new_ids(len(drafts)), *columns, repeat(Source.IMPORT), strict=False)
    return list(map(Registration._make, rows))


def _merge(held: _Held, drafts: Sequence[Draft], told: frozenset[str]) -> _Plan:
    """Hold each row against the roster and the rows before it."""
    existing = dict(held.people)
    ids = roster_writing.new_ids(len(drafts))
    tokens = new_tokens(len(drafts))
    plan = _Plan([], [], 0, 0, [], 0, [])
    results: dict[str, Registration] = {}
    for at, draft in enumerate(drafts):
        match = _match(held, draft, results)
        if isinstance(match, RowError):
            plan.errors.append(match)
        elif match is None:
            made = _made(draft, ids[at], draft.ticket or tokens[at])
            held.put(made)
            results[made.id] = made
        else:
            before = held.people[match]
            after = _merged(before, draft, told)
            if after == before:
                plan.unchanged += 1
            elif match in existing:
                plan.updated += 1
            else:
                plan.unchanged += 1
            results[match] = after
            # Under its new keys too: a later row must not be given the same ticket or id.
            held.put(after)
    plan.missing = len(existing.keys() - results.keys())
    for one_id, one in results.items():
        if one_id not in existing:
            plan.add.append(one)
        elif one != existing[one_id]:
            plan.change.append(Numbered(one, held.numbers[one_id]))
            if existing[one_id].ticket not in ("", one.ticket):
                plan.revoke.append(existing[one_id].ticket)
    return plan


def _match(held: _Held, draft: Draft, results: Mapping[str, Registration]) -> str | RowError | None:
    """Return whom a row means, None for somebody new, or why it cannot be told."""
    by_id = held.by_person_id.get(draft.person_id) if draft.person_id else None
    owner = held.by_ticket.get(draft.ticket) if draft.ticket else None
    if owner is not None and by_id is not None and owner != by_id:
        return RowError(draft.line, "ticket", "TICKET_TAKEN", {})
    if by_id is not None:
        if by_id in results and held.people[by_id].name != draft.name:
            # One of two people would be lost without a word.
            return RowError(draft.line, "person_id", "PERSON_ID_TAKEN", {})
        return by_id
    if owner is not None:
        known = held.people[owner]
        strangers = draft.person_id and known.person_id and draft.person_id != known.person_id
        if strangers or (owner in results and known.name != draft.name):
            return RowError(draft.line, "ticket", "TICKET_TAKEN", {})
        return owner
    named = held.by_name.get((draft.name, draft.organisation, draft.phone))
    if named is None:
        return None
    known = held.people[named]
    if draft.person_id and known.person_id:
        return None
    # Two rows of one file with a ticket each are two people who share a name.
    return None if named in results and draft.ticket else named


def _made(draft: Draft, new_id: str, ticket: str) -> Registration:
    """Return a new person; a blank category or state is the usual one."""
    category, status = draft.category or Category.ATTENDEE, draft.status or Status.CONFIRMED
    return Registration(
        new_id, *draft[1:7], category, status, *draft[9:12], ticket, *draft[13:16], Source.IMPORT
    )


def _merged(before: Registration, draft: Draft, told: frozenset[str]) -> Registration:
    """Return a person with what the row says; a column or cell not given takes nothing away."""
    values = {field: getattr(draft, field) for field in told & _MERGED}
    given = {field: value for field, value in values.items() if value}
    return before._replace(**given, ticket=draft.ticket or before.ticket)
