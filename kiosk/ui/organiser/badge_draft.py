"""A badge template under the organiser's hands: its elements, what is done to them, and undone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from kiosk.domain.badge import BadgeTemplate, Box, Code, Field, Logo, Side, Stripe

CODE, STRIPE, LOGO, SUN = "qr", "stripe", "logo", "sun"
"""Keys of the elements that are no field's; no field is called so, see ``badge_template_file``."""
STEP_MM = 0.1
"""Places are kept to a tenth of a millimetre: a dot of a 254 dpi printer."""
_MOST_STEPS = 200
_LEAST_MM = 2.0

Part = Field | Code | Stripe | Logo | float
_EMPTY: Mapping[tuple[bool, str], Part] = {}


@dataclass(frozen=True, slots=True)
class State:
    """A template, and the parts that are switched off by side (True for the back) and key."""

    template: BadgeTemplate
    hidden: Mapping[tuple[bool, str], Part] = field(default_factory=lambda: dict(_EMPTY))


class Draft:
    """Change a template step by step; a change that cannot be printed is not made.

    ``is_back`` chooses the side that is worked on, ``selected`` the element by its key or "".
    """

    def __init__(self, template: BadgeTemplate) -> None:
        self._now = State(template)
        self._past: list[State] = []
        self._future: list[State] = []
        self._gesture = ""
        self.saved = template
        self.is_back = False
        self.selected = ""

    @property
    def template(self) -> BadgeTemplate:
        """Return the template as it is now."""
        return self._now.template

    @property
    def side(self) -> Side:
        """Return the side that is worked on."""
        back = self.template.back
        return back if self.is_back and back else self.template.front

    @property
    def is_changed(self) -> bool:
        """Tell whether something was changed since it was saved."""
        return self.template != self.saved

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a change to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Tell whether there is a change to make again."""
        return bool(self._future)

    def elements(self) -> Iterator[tuple[str, bool]]:
        """Yield each element's key and whether it is shown: the fields first, as in the file."""
        side = self.side
        shown = {one.key for one in side.fields}
        hidden = [key for back, key in self._now.hidden if back == self.is_back]
        yield from ((one.key, True) for one in side.fields)
        others = {CODE: side.code, STRIPE: side.stripe, LOGO: side.logo, SUN: side.sun_mm}
        yield from ((key, False) for key in hidden if key not in others and key not in shown)
        yield from ((key, bool(part)) for key, part in others.items())

    def box(self, key: str) -> Box | None:
        """Return the place of an element that has one, None for stripe and sun."""
        side = self.side
        if key == CODE and side.code:
            one = side.code
            return Box(one.left_mm, one.top_mm, one.size_mm, one.size_mm)
        if key == LOGO and side.logo:
            return side.logo.box
        return next((one.box for one in side.fields if one.key == key), None)

    def at(self, x_mm: float, y_mm: float) -> str:
        """Return the smallest element at a point of the card, "" for none."""
        boxes = [(key, self.box(key)) for key, shown in self.elements() if shown]
        here = [
            (box.width_mm * box.height_mm, key)
            for key, box in boxes
            if box and box.left_mm <= x_mm <= box.right_mm and box.top_mm <= y_mm <= box.bottom_mm
        ]
        return min(here)[1] if here else ""

    # What is done

    def move(self, dx_mm: float, dy_mm: float, gesture: str = "") -> bool:
        """Move the selected element, as far as the card goes; tell whether it moved."""
        box = self.box(self.selected)
        if box is None:
            return False
        left, top, right, bottom = self._room()
        to_left = min(max(box.left_mm + dx_mm, left), right - box.width_mm)
        to_top = min(max(box.top_mm + dy_mm, top), bottom - box.height_mm)
        return self._place(replace(box, left_mm=_kept(to_left), top_mm=_kept(to_top)), gesture)

    def stretch(self, dx_mm: float, dy_mm: float, gesture: str = "") -> bool:
        """Make the selected element wider and higher, as far as the card goes."""
        box = self.box(self.selected)
        if box is None:
            return False
        _, _, right, bottom = self._room()
        width = min(max(box.width_mm + dx_mm, _LEAST_MM), right - box.left_mm)
        height = min(max(box.height_mm + dy_mm, _LEAST_MM), bottom - box.top_mm)
        if self.selected == CODE:
            width = height = min(
                max(box.width_mm + max(dx_mm, dy_mm, key=abs), _LEAST_MM),
                right - box.left_mm,
                bottom - box.top_mm,
            )
        return self._place(replace(box, width_mm=_kept(width), height_mm=_kept(height)), gesture)

    def _room(self) -> tuple[float, float, float, float]:
        """Return the edges between which elements may stand."""
        left = top = 0.0
        if stripe := self.side.stripe:
            left, top = (stripe.width_mm, 0.0) if stripe.edge == "left" else (0.0, stripe.width_mm)
        return left, top, self.template.width_mm, self.template.height_mm

    def _place(self, box: Box, gesture: str) -> bool:
        key, side = self.selected, self.side
        if key == CODE and side.code:
            grown = side.code.most_mm - side.code.size_mm
            code = Code(box.left_mm, box.top_mm, box.width_mm, _kept(box.width_mm + grown))
            return self.put_code(code, gesture)
        if key == LOGO and side.logo:
            return self.put(replace(side, logo=replace(side.logo, box=box)), gesture)
        old = side.field(key)
        places = (box.left_mm, box.top_mm, box.width_mm, box.height_mm)
        size = min(old.box.size_mm, box.height_mm)
        small, least = min(old.box.small_mm, size), min(old.box.least_mm, size)
        sized = replace(old.box, left_mm=places[0], top_mm=places[1], width_mm=places[2],
                        height_mm=places[3], size_mm=size, small_mm=small,
                        least_mm=min(least, small))  # fmt: skip
        return self.change_field(replace(old, box=sized), gesture)

    def put_code(self, code: Code, gesture: str = "") -> bool:
        """Put the code elsewhere; where there is no room to grow, it has one size only."""
        plain = replace(code, most_mm=code.size_mm)
        return self.put(replace(self.side, code=code), gesture) or self.put(
            replace(self.side, code=plain), gesture
        )

    def place_for_logo(self) -> Box:
        """Return where a logo stands, or would stand at first: a corner of the free card."""
        if self.side.logo:
            return self.side.logo.box
        left, top, right, bottom = self._room()
        return Box(left + 2, bottom - 12, min(20.0, right - left - 4), min(10.0, bottom - top - 4))

    def rename(self, name: str) -> None:
        """Take the name under which it was saved; that is nothing to undo."""
        self._now = replace(self._now, template=replace(self.template, name=name))

    def change_field(self, changed: Field, gesture: str = "") -> bool:
        """Put a field in the place of the one of its key."""
        fields = tuple(changed if one.key == changed.key else one for one in self.side.fields)
        return self.put(replace(self.side, fields=fields), gesture)

    def show(self, key: str, *, shown: bool) -> bool:
        """Switch an element off or on again, as it was."""
        side, hidden = self.side, dict(self._now.hidden)
        place = (self.is_back, key)
        if not shown:
            part = self.part(key)
            if not part:
                return False
            hidden[place] = part
            return self._put(State(self._with(_without(side, key)), hidden), "")
        part = hidden.pop(place, None) or _usual(key, self.template)
        if part is None:
            return False
        return self._put(State(self._with(_joined(side, key, part)), hidden), "")

    def part(self, key: str) -> Part | None:
        """Return an element by its key, None where it is switched off or not there."""
        side = self.side
        parts: dict[str, Part | None] = {one.key: one for one in side.fields}
        parts |= {CODE: side.code, STRIPE: side.stripe, LOGO: side.logo, SUN: side.sun_mm or None}
        return parts.get(key)

    def put(self, side: Side, gesture: str = "") -> bool:
        """Put another side in the place of the one worked on; tell whether it can be printed.

        Changes of one ``gesture`` (a drag, a held key) are undone together.
        """
        return self._put(State(self._with(side), self._now.hidden), gesture)

    def _with(self, side: Side) -> BadgeTemplate:
        if self.is_back and self.template.back:
            return replace(self.template, back=side)
        return replace(self.template, front=side)

    def _put(self, state: State, gesture: str) -> bool:
        if state == self._now:
            return True
        if state.template.fault() is not None:
            return False
        if not (gesture and gesture == self._gesture):
            self._past = [*self._past, self._now][-_MOST_STEPS:]
        self._gesture, self._future, self._now = gesture, [], state
        return True

    def undo(self) -> bool:
        """Take the last change back."""
        if not self._past:
            return False
        self._future.append(self._now)
        self._now, self._gesture = self._past.pop(), ""
        return True

    def redo(self) -> bool:
        """Make a change again that was taken back."""
        if not self._future:
            return False
        self._past.append(self._now)
        self._now, self._gesture = self._future.pop(), ""
        return True


def _kept(length_mm: float) -> float:
    return round(round(length_mm / STEP_MM) * STEP_MM, 2)


def _without(side: Side, key: str) -> Side:
    match key:
        case "qr":
            return replace(side, code=None)
        case "stripe":
            return replace(side, stripe=None)
        case "logo":
            return replace(side, logo=None)
        case "sun":
            return replace(side, sun_mm=0.0)
        case _:
            return replace(side, fields=tuple(one for one in side.fields if one.key != key))


def _joined(side: Side, key: str, part: Part) -> Side:
    match part:
        case Code():
            return replace(side, code=part)
        case Stripe():
            return replace(side, stripe=part)
        case Logo():
            return replace(side, logo=part)
        case Field():
            return replace(side, fields=(*side.fields, part))
        case _:
            return replace(side, sun_mm=part) if key == SUN else side


def _usual(key: str, template: BadgeTemplate) -> Part | None:
    """Return an element as it is begun with where the template had none."""
    shorter = min(template.width_mm, template.height_mm)
    match key:
        case "qr":
            size = _kept(max(10.0, min(20.0, shorter * 0.3)))
            left, top = template.width_mm - 4 - size, template.height_mm - 4 - size
            return Code(_kept(left), _kept(top), size, size)
        case "stripe":
            return Stripe(_kept(shorter * 0.18), _kept(shorter * 0.08))
        case "sun":
            return _kept(shorter * 0.18)
        case _:
            return None
