#!/usr/bin/env python3
"""Writes the tables of Sources/HTMLParsing: named character references, single-byte encodings.

Run at the top of the package, without arguments: python3 Tests/Scripts/make_html_tables.py
The references are those of the HTML standard, 13.5, as Python's `html.entities` has them; the
encodings are Python's codecs, with the gaps filled as the indexes of the Encoding standard do:
below 0xA0 by the C1 control of the same number, above by U+FFFD.
"""

import html.entities

HEAD = "// Written by Tests/Scripts/make_html_tables.py, see there.\n// swift-format-ignore-file\n\n"

ENCODINGS = [
    ("ibm866", "cp866"), ("iso8859x2", "iso8859_2"), ("iso8859x3", "iso8859_3"),
    ("iso8859x4", "iso8859_4"), ("iso8859x5", "iso8859_5"), ("iso8859x6", "iso8859_6"),
    ("iso8859x7", "iso8859_7"), ("iso8859x8", "iso8859_8"), ("iso8859x10", "iso8859_10"),
    ("iso8859x13", "iso8859_13"), ("iso8859x14", "iso8859_14"), ("iso8859x15", "iso8859_15"),
    ("iso8859x16", "iso8859_16"), ("koi8r", "koi8_r"), ("koi8u", "koi8_u"),
    ("macintosh", "mac_roman"), ("windows874", "cp874"), ("windows1250", "cp1250"),
    ("windows1251", "cp1251"), ("windows1252", "cp1252"), ("windows1253", "cp1253"),
    ("windows1254", "cp1254"), ("windows1255", "cp1255"), ("windows1256", "cp1256"),
    ("windows1257", "cp1257"), ("windows1258", "cp1258"), ("macCyrillic", "mac_cyrillic"),
]


def wrapped(words, indent="    "):
    lines, line = [], indent
    for word in words:
        if len(line) + len(word) + 4 > 120:
            lines.append(line + " \\#")
            line = indent + word
        else:
            line += word if line == indent else " " + word
    lines.append(line)
    return "\n".join(lines)


def references():
    words = []
    for name in sorted(html.entities.html5, key=lambda n: n.encode()):
        scalars = ",".join("%X" % ord(c) for c in html.entities.html5[name])
        words.append(name + "=" + scalars)
    text = HEAD + "/// The named character references of the HTML standard, 13.5.\n"
    text += "enum NamedReferenceTable {\n"
    text += "  /// `name=scalars` in hexadecimal, sorted by the bytes of the names.\n"
    text += '  static let text: StaticString = #"""\n' + wrapped(words) + '\n    """#\n}\n'
    return text


def scalar(codec, byte):
    if codec == "cp1255" and byte == 0xCA:
        return 0x05BA
    if codec == "koi8_u" and byte in (0xAE, 0xBE):
        return {0xAE: 0x045E, 0xBE: 0x040E}[byte]
    if codec == "mac_cyrillic" and byte in (0xA2, 0xB6, 0xFF):
        return {0xA2: 0x0490, 0xB6: 0x0491, 0xFF: 0x20AC}[byte]
    try:
        return ord(bytes([byte]).decode(codec))
    except UnicodeDecodeError:
        return byte if byte < 0xA0 else 0xFFFD


def encodings():
    text = HEAD + "/// What the bytes from 0x80 mean in encodings of one byte a character.\n"
    text += "enum SingleByteTable {\n"
    for name, codec in ENCODINGS:
        words = ["%04X" % scalar(codec, byte) for byte in range(0x80, 0x100)]
        text += f'  static let {name}: StaticString = #"""\n' + wrapped(words) + '\n    """#\n\n'
    return text.rstrip("\n") + "\n}\n"


with open("Sources/HTMLParsing/References/NamedReferenceTable.swift", "w") as file:
    file.write(references())
with open("Sources/HTMLParsing/Encoding/SingleByteTable.swift", "w") as file:
    file.write(encodings())
