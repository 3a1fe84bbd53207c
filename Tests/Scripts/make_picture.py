#!/usr/bin/env python3
"""Draw a recorded screen as an SVG, in the colours of a theme.

usage: make_picture.py SCREEN.screen THEME.toml > PICTURE.svg

The picture has a palette for dark and one for light pages and follows the reader's preference.
It needs nothing but Python 3.11 and looks the same in every browser: each run of cells is a
`text` of a fixed length, so no font can shift a column.
"""

import re
import sys
import tomllib
import unicodedata
from html import escape

CELL_WIDTH, CELL_HEIGHT, MARGIN = 8.4, 18, 14
ATTRIBUTES = ("fg", "bg", "bold", "italic", "underline", "dim", "reverse", "strikethrough")
PAGES = {"dark": ("#d6d6d6", "#16181c"), "light": ("#24292f", "#ffffff")}
NAMED = dict(
    zip(
        "black red green yellow blue magenta cyan white".split(),
        ("#000000", "#cd3131", "#0dbc79", "#c19c00", "#2472c8", "#bc3fbc", "#11a8cd", "#e5e5e5"),
    )
)


def indexed(number):
    """A colour of the fixed part of the 256 colours, or one of the sixteen that vary."""
    if number < 16:
        return list(NAMED.values())[number % 8]
    if number >= 232:
        return "#" + f"{8 + (number - 232) * 10:02x}" * 3
    levels = [0, 95, 135, 175, 215, 255]
    number -= 16
    return "#%02x%02x%02x" % (levels[number // 36], levels[number // 6 % 6], levels[number % 6])


class Theme:
    """The looks of the roles on a dark or a light page."""

    def __init__(self, path, scheme):
        with open(path, "rb") as file:
            table = tomllib.load(file)
        self.palette = {**table.get("palette", {}), **table.get(scheme, {})}
        self.styles = table["styles"]
        self.text, self.page = PAGES[scheme]

    def color(self, name):
        name = self.palette.get(name, name)
        if name == "default":
            return None
        if name.startswith("#"):
            return name
        return indexed(int(name)) if name.isdigit() else NAMED[name.removeprefix("bright-")]

    def look(self, role):
        """The attributes of a role; what it leaves out comes from the role its name extends."""
        look = {}
        parts = role.split(".")
        for count in range(1, len(parts) + 1):
            style = self.styles.get(".".join(parts[:count]), {})
            look.update({"fg": style} if isinstance(style, str) else style)
        return {key: look[key] for key in ATTRIBUTES if key in look}

    def css(self, roles):
        """The foreground and background of roles laid over one another."""
        look = {}
        for role in roles:
            look.update(self.look(role))
        fore = self.color(look["fg"]) if "fg" in look else None
        back = self.color(look["bg"]) if "bg" in look else None
        if look.get("reverse"):
            fore, back = back or self.page, fore or self.text
        return fore or self.text, back or self.page, look


def columns(text):
    """The characters of a row with the column and the width of each."""
    column = 0
    for character in text:
        if unicodedata.combining(character):
            continue
        width = 2 if unicodedata.east_asian_width(character) in "WF" else 1
        yield character, column, width
        column += width


def read(path):
    """The size, the rows, and for each row the runs of cells with their roles."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    width, height = map(int, lines[0].split("x"))
    rows = lines[3 : 3 + height]
    runs = [[] for _ in rows]
    for line in lines[4 + height :]:
        if match := re.fullmatch(r"(\d+):(\d+)-(\d+) (.+)", line):
            row, start, end = (int(match[index]) for index in (1, 2, 3))
            runs[row - 1].append((start - 1, end, tuple(match[4].split(" + "))))
    return width, height, rows, runs


def pieces(row, runs, width):
    """A row as stretches of one look: first column, end, roles, text."""
    marks = sorted({0, width} | {edge for start, end, _ in runs for edge in (start, end)})
    cells = list(columns(row))
    for start, end in zip(marks, marks[1:]):
        roles = next((names for first, last, names in runs if first <= start < last), ("text",))
        text = "".join(character for character, column, _ in cells if start <= column < end)
        yield start, end, roles, text


def main(screen, theme):
    width, height, rows, runs = read(screen)
    themes = {scheme: Theme(theme, scheme) for scheme in PAGES}
    classes = {}
    shapes = []
    for number, (row, marks) in enumerate(zip(rows, runs)):
        top = MARGIN + number * CELL_HEIGHT
        for start, end, roles, text in pieces(row, marks, width):
            name = classes.setdefault(roles, f"s{len(classes)}")
            left = MARGIN + start * CELL_WIDTH
            length = (end - start) * CELL_WIDTH
            if any(theme.css(roles)[1] != theme.page for theme in themes.values()):
                shapes.append(
                    f'<rect class="{name}b" x="{left:.1f}" y="{top}" width="{length:.1f}" '
                    f'height="{CELL_HEIGHT}"/>'
                )
            if not text.strip():
                continue
            lead = len(text) - len(text.lstrip())
            shown = text.strip()
            size = sum(width for _, _, width in columns(shown)) * CELL_WIDTH
            shapes.append(
                f'<text xml:space="preserve" class="{name}" x="{left + lead * CELL_WIDTH:.1f}" y="{top + 13.5}" '
                f'textLength="{size:.1f}">{escape(shown)}</text>'
            )
    full = (width * CELL_WIDTH + 2 * MARGIN, height * CELL_HEIGHT + 2 * MARGIN)
    print(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {full[0]:.0f} {full[1]:.0f}" '
        f'width="{full[0]:.0f}" height="{full[1]:.0f}" role="img" aria-label="skein on a terminal">'
    )
    print("<style>")
    print(
        "text { font: 14px ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace }"
    )
    for scheme, theme in themes.items():
        rules = [f".page {{ fill: {theme.page} }}"]
        for roles, name in classes.items():
            fore, back, look = theme.css(roles)
            extra = "; font-weight: bold" if look.get("bold") else ""
            extra += "; font-style: italic" if look.get("italic") else ""
            extra += "; text-decoration: underline" if look.get("underline") else ""
            rules.append(f".{name} {{ fill: {fore}{extra} }}")
            if back != theme.page:
                rules.append(f".{name}b {{ fill: {back} }}")
            else:
                rules.append(f".{name}b {{ fill: none }}")
        block = "\n".join(rules)
        print(block if scheme == "dark" else f"@media (prefers-color-scheme: light) {{\n{block}\n}}")
    print("</style>")
    print(f'<rect class="page" width="{full[0]:.0f}" height="{full[1]:.0f}" rx="8"/>')
    print("\n".join(shapes))
    print("</svg>")


if __name__ == "__main__":
    main(*sys.argv[1:3])
