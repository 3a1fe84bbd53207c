#!/usr/bin/env python3
"""Writes the two generated tables of Unicode properties.

    Tests/Scripts/generate-unicode-tables.py

Sources/Terminal/Width/DisplayWidth+Table.swift comes from wcwidth() of the running glibc under C.UTF-8,
Sources/TextLayout/Breaking/BreakClass+Table.swift from the Unicode data of the installed perl
(Line_Break, East_Asian_Width, General_Category, Grapheme_Cluster_Break, Extended_Pictographic).
Run it after either is updated, then run the tests of both targets.
"""
import ctypes
import ctypes.util
import locale
import pathlib
import subprocess

LAST = 0x110000
BLOCK = 128
SOURCES = pathlib.Path(__file__).resolve().parents[2] / "Sources"

# ---- properties ---------------------------------------------------------------------------------


def perl_property(name):
    """The value of a Unicode property for each scalar, as perl has it."""
    script = (
        "use Unicode::UCD 'prop_invmap';"
        f"my($l,$m)=prop_invmap('{name}');"
        "print qq($$l[$_] $$m[$_]\n) for 0..$#$l;"
    )
    rows = subprocess.run(["perl", "-e", script], capture_output=True, text=True, check=True)
    starts = [(int(a), b) for a, b in (line.split() for line in rows.stdout.splitlines())]
    values = []
    for (start, value), (end, _) in zip(starts, starts[1:] + [(LAST, "")]):
        values += [value] * (min(end, LAST) - start)
    return values


def perl_unicode_version():
    script = "use Unicode::UCD; print Unicode::UCD::UnicodeVersion()"
    return subprocess.run(
        ["perl", "-e", script], capture_output=True, text=True, check=True
    ).stdout


# ---- widths -------------------------------------------------------------------------------------

# Never sent to a terminal: joiners, selectors and controls that some terminals draw and some do not.
DROPPED = [
    (0x00, 0x1F), (0x7F, 0x9F),  # controls
    (0xAD, 0xAD),  # soft hyphen
    (0x34F, 0x34F),  # grapheme joiner
    (0x61C, 0x61C), (0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069),  # bidi controls
    (0x180B, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF),  # variation selectors
    (0x200B, 0x200D), (0x2028, 0x2029), (0x2060, 0x2065), (0x206A, 0x206F), (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),  # interlinear annotation
    (0x17B4, 0x17B5), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A),  # Khmer, shorthand, music
    (0x1F3FB, 0x1F3FF),  # skin tones
    (0xE0000, 0xE007F),  # tags
]
DROP, REPLACE = 3, 4


def widths():
    libc = ctypes.CDLL(ctypes.util.find_library("c"))
    locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
    values = [libc.wcwidth(ctypes.c_wchar(chr(s)) if s < 0xD800 or s > 0xDFFF else s)
              for s in range(LAST)]
    values = [REPLACE if value < 0 else value for value in values]
    for first, last in DROPPED:
        values[first:last + 1] = [DROP] * (last + 1 - first)
    return values


def glibc_version():
    libc = ctypes.CDLL(ctypes.util.find_library("c"))
    libc.gnu_get_libc_version.restype = ctypes.c_char_p
    return libc.gnu_get_libc_version().decode()


# ---- break classes ------------------------------------------------------------------------------

# In the order of the cases of BreakClass.
CLASSES = """AL HL NU ID EP EB EM OP OPe CL CP CPe QU GL NS EX SY IS PR PO IN BA BB HY B2 CB CM ZWJ WJ
ZW SP BK CR LF JL JV JT H2 H3 RI AM SHY TAB QUi QUf""".split()


def break_class(scalar, line, wide, category, cluster, pictographic):
    if scalar == 0x09:
        return "TAB"
    if scalar == 0xAD:
        return "SHY"
    if line == "SA":  # LB1: no dictionary, so marks join and letters are letters
        line = "CM" if category in ("Mn", "Mc") else "AL"
    line = {"AI": "AL", "SG": "AL", "XX": "AL", "CJ": "NS", "NL": "BK"}.get(line, line)
    if line in ("AL", "ID") and pictographic and category == "Cn":
        return "EP"
    if line in ("OP", "CP") and wide:
        return line + "e"
    if line == "QU" and category in ("Pi", "Pf"):
        return line + category[1]
    if line == "AL" and cluster in ("Extend", "EX", "SpacingMark", "SM"):
        return "AM"
    return line


def break_classes():
    line = perl_property("Line_Break")
    short = dict(
        Alphabetic="AL", Ambiguous="AI", Break_After="BA", Break_Before="BB", Break_Both="B2",
        Break_Symbols="SY", Carriage_Return="CR", Close_Parenthesis="CP",
        Close_Punctuation="CL", Combining_Mark="CM", Complex_Context="SA",
        Conditional_Japanese_Starter="CJ", Contingent_Break="CB", E_Base="EB", E_Modifier="EM",
        Exclamation="EX", Glue="GL", Hebrew_Letter="HL", Hyphen="HY", Ideographic="ID",
        Infix_Numeric="IS", Inseparable="IN", Line_Feed="LF", Mandatory_Break="BK",
        Next_Line="NL", Nonstarter="NS", Numeric="NU", Open_Punctuation="OP",
        Postfix_Numeric="PO", Prefix_Numeric="PR", Quotation="QU", Regional_Indicator="RI",
        Space="SP", Surrogate="SG", Unknown="XX", Word_Joiner="WJ", ZWSpace="ZW",
    )
    line = [short.get(value, value) for value in line]
    wide = [value in ("F", "W", "H", "Fullwidth", "Wide", "Halfwidth")
            for value in perl_property("East_Asian_Width")]
    category = perl_property("General_Category")
    category = [{"Unassigned": "Cn", "Nonspacing_Mark": "Mn", "Spacing_Mark": "Mc",
                 "Initial_Punctuation": "Pi", "Final_Punctuation": "Pf"}.get(v, v)
                for v in category]
    cluster = perl_property("Grapheme_Cluster_Break")
    pictographic = [value in ("Y", "Yes") for value in perl_property("Extended_Pictographic")]
    return [CLASSES.index(break_class(*row))
            for row in zip(range(LAST), line, wide, category, cluster, pictographic)]


# ---- output -------------------------------------------------------------------------------------


def two_level(values):
    """The numbers of the blocks, two characters each, and the distinct blocks, one a scalar."""
    known, order = {}, []
    for start in range(0, LAST, BLOCK):
        block = "".join(chr(0x30 + value) for value in values[start:start + BLOCK])
        order.append(known.setdefault(block, len(known)))
    index = "".join(chr(0x30 + (n >> 6)) + chr(0x30 + (n & 63)) for n in order)
    return index, "".join(known)


def literal(name, text):
    lines = [text[start:start + 92] for start in range(0, len(text), 92)]
    body = "\\#\n".join("    " + line for line in lines)
    return f'  static let {name}: StaticString = #"""\n{body}\n    """#\n'


def write(path, origin, opening, values):
    index, blocks = two_level(values)
    text = (
        f"// Generated by Tests/Scripts/generate-unicode-tables.py from {origin}; not to be edited.\n"
        f"// `index`: two characters for every {BLOCK} scalars, the number of their block in base 64.\n"
        "// `blocks`: a character for each scalar of a block. Digits start at U+0030.\n\n"
        f"{opening} {{\n{literal('index', index)}\n{literal('blocks', blocks)}}}\n"
    )
    (SOURCES / path).write_text(text)
    print(f"{path}: {len(index) // 2} blocks, {len(blocks) // BLOCK} distinct")


if __name__ == "__main__":
    write("Terminal/Width/DisplayWidth+Table.swift", f"wcwidth() of glibc {glibc_version()}",
          "enum DisplayWidthTable", widths())
    write("TextLayout/Breaking/BreakClass+Table.swift", f"Unicode {perl_unicode_version()}",
          "enum BreakClassTable", break_classes())
