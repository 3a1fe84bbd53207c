#!/usr/bin/env python3
"""Writes the table of the date words of all languages that WordPress is translated into.

    pip install babel && Tests/Scripts/make_date_words.py

Sources/DocumentParsing/Dates/DateWordLists+CLDR.swift holds names of months and weekdays, halves of the
day, words between the parts of a date, units and words of relative dates, from the Unicode Common Locale
Data Repository as Babel packs it. Words that DateWordLists.swift has are left out, and so are words that
mean two things, Latin ones of four letters or less, abbreviations in Latin letters, and names of
several words.
"""
import pathlib
import re

from babel import Locale

LANGUAGES = """
af am ar as az be bg bn bo bs ca ckb cs cy da de dsb dz el en eo es et eu fa fi fil fo fr fy ga gd gl gu
he hi hr hsb hu hy id is it ja jv ka kk km kn ko ky lb lo lt lv mk ml mn mr ms mt my nb ne nl nn oc pa
pl ps pt ro ru sah sd si sk sl sq sr sr_Latn sv ta te tg th tr tt ug uk ur uz uz_Cyrl vi zh zh_Hant
""".split()
# Latin words of these alone are taken for weekdays, units and «ago»: elsewhere they are names.
AGES = "af az bs ca eo et eu gl hu id is lt lv ms ro sl sq sr_Latn sv tr vi".split()
SOURCES = pathlib.Path(__file__).resolve().parents[2] / "Sources/DocumentParsing/Dates"
WIDTH = 100


def lower(text):
    """Small letters as LetterCase knows them; letters of other scripts stay."""
    small = ""
    for letter in text:
        code = ord(letter)
        known = code < 0x180 or 0x391 <= code <= 0x4BF and code not in range(0x460, 0x490)
        small += letter.lower() if known and len(letter.lower()) == 1 else letter
    return small


def forms(name):
    """A name in the spellings that pages use."""
    # DateText drops the full stops of Thai abbreviations.
    name = name.replace(".", "") if re.search("[\u0e00-\u0e7f]", name) else name.strip().rstrip(".")
    if not name or re.search(r"[\s\d/\u200e\u200f-]", name) or "." in name and name[0] < "\u0e00":
        return set()
    if name.isascii() and len(name) <= 4 or len(name) < 2:
        return set()
    if re.search("[\u3005-\u9fff\uac00-\ud7a3]", name) and len(name) < 2:
        return set()
    if re.search(r"[,()̩’ʼ]", name):
        return set()
    has_case = re.match("[\u0400-\u058f]", name)
    return {lower(name), lower(name[0].upper() + name[1:])} if has_case else {lower(name)}


def is_latin(name):
    return bool(re.match("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]", name))


class Table:
    def __init__(self, known):
        self.known, self.rows = known, {}

    def add(self, meaning, name):
        for word in forms(name):
            if word not in self.known:
                self.rows.setdefault(word, set()).add(meaning)

    def words(self, meaning):
        return sorted(w for w, meanings in self.rows.items() if meanings == {meaning})


def literals(pattern):
    """The words of a pattern of dates that are no fields of it."""
    quoted = re.findall(r"'([^']+)'", pattern)
    plain = re.sub(r"'[^']*'|\{\d\}", " ", pattern)
    return " ".join(quoted + re.findall(r"[^\W\d_a-zA-Z]{2,}", plain)).split()


def add_language(table, code):
    locale = Locale.parse(code)
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                if width == "abbreviated" and is_latin(name):
                    continue
                table.add(("month", number), name)
                if code == "he":
                    table.add(("month", number), "ב" + name)
            for name in locale.days[context][width].values():
                for word in name.split():
                    if is_latin(word) and code not in AGES:
                        continue
                    if not is_latin(word) or name == word and width == "wide":
                        table.add("weekday", word)
            periods = locale.day_periods.get(context, {}).get(width, {})
            for name, word in periods.items():
                if name[:2] not in ("am", "pm") and is_latin(word) and code != "vi":
                    continue
                if name in ("am", "morning1"):
                    table.add("morning", word)
                elif name in ("pm", "afternoon1", "evening1"):
                    table.add("afternoon", word)
    for formats in (locale.datetime_formats, locale.date_formats):
        for pattern in formats.values():
            for word in literals(getattr(pattern, "pattern", str(pattern))):
                table.add("joint", word)
    for field, rows in locale._data["date_fields"].items():
        if field not in ("year", "month", "week", "day", "hour", "minute", "second"):
            continue
        for pattern in rows.get("past", {}).values():
            words = re.sub(r"[()]", " ", pattern).split()
            if "{0}" in words:
                place = words.index("{0}")
                for index, word in enumerate(words):
                    if is_latin(word) and code not in AGES:
                        continue
                    if index == place + 1:
                        table.add("unit", word)
                    elif index != place:
                        table.add("ago", word)


def known_words():
    text = (SOURCES / "DateWordLists.swift").read_text()
    return set(" ".join(re.findall(r'"""(.*?)"""', text, re.S)).replace("\\\n", " ").split())


def wrapped(words, indent):
    lines, line = [], ""
    for word in words:
        if line and len(line) + 1 + len(word) + indent > WIDTH - 4:
            lines.append(line + " \\")
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join(" " * indent + text for text in lines + [line])


# The months of the Persian calendar, in Persian and Dari, and in Pashto.
PERSIAN_MONTHS = """
فروردین|حمل|وری اردیبهشت|ثور|غویی خرداد|جوزا|غبرگولی تیر|سرطان|چنگاښ مرداد|اسد|زمری شهریور|سنبله|وږی
مهر|میزان|تله آبان|عقرب|لړم آذر|قوس|لیندۍ دی|جدی|مرغومی بهمن|دلو|سلواغه اسفند|حوت|کب
""".split()


def main():
    table = Table(known_words())
    for code in LANGUAGES:
        add_language(table, code)
    for index, names in enumerate(PERSIAN_MONTHS):
        for name in names.split("|"):
            table.rows[name] = {("persian", index + 1)}
    out = [
        "// Written by Tests/Scripts/make_date_words.py; do not edit.",
        "",
        "extension DateWordLists {",
        "  /// Names of the months in further languages, January first.",
        "  static let furtherMonths = [",
    ]
    for number in range(1, 13):
        out += ['    """', wrapped(table.words(("month", number)), 4), '    """,']
    out += ["  ]", "", "  /// Names of the months of the Persian calendar, Farvardin first.", "  static let persianMonths = ["]
    for number in range(1, 13):
        out += ['    """', wrapped(table.words(("persian", number)), 4), '    """,']
    out += ["  ]"]
    for name, meaning, comment in (
        ("furtherWeekdays", "weekday", "Days of the week in further languages."),
        ("furtherMornings", "morning", "Before noon, in further languages."),
        ("furtherAfternoons", "afternoon", "After noon, in further languages."),
        ("furtherJoints", "joint", "Words between the parts of a date, in further languages."),
        ("furtherUnits", "unit", "Units of relative dates in further languages."),
        ("furtherAgos", "ago", "Words that make a date relative, in further languages."),
    ):
        out += ["", f"  /// {comment}", f'  static let {name} = """', wrapped(table.words(meaning), 4), '    """']
    (SOURCES / "DateWordLists+CLDR.swift").write_text("\n".join(out + ["}", ""]))


main()
