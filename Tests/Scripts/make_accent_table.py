#!/usr/bin/env python3
"""Writes Sources/TextSearch/AccentTable.swift from Python's Unicode data.

    python3 Tests/Scripts/make_accent_table.py > Sources/TextSearch/AccentTable.swift

`folds`: pairs (letter, plain letter): what a plain letter of a pattern also finds.
`decompositions`: fives (letter, base, mark, mark, mark), NFD, zero where there is no mark.
"""
import unicodedata as ud

# What may stand over, under or in a letter without making another letter of it. The voicing marks
# of kana, the vowel signs of Indic scripts and the points of Thai are no accents.
MARKS = [(0x300, 0x36F), (0x483, 0x487), (0x591, 0x5BD), (0x5BF, 0x5BF), (0x5C1, 0x5C2), (0x5C4, 0x5C5),
         (0x5C7, 0x5C7), (0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670), (0x1AB0, 0x1AFF),
         (0x1DC0, 0x1DFF), (0xFE20, 0xFE2F)]
# Letters of an alphabet in their own right, although Unicode writes them with a mark.
DISTINCT = set("йЙїЇўЎќЌѓЃ")
# Letters without a decomposition that people type with a plain one.
SPECIAL = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ħ": "h", "Ħ": "H",
           "ŧ": "t", "Ŧ": "T", "ı": "i", "ſ": "s", "ɨ": "i", "Ɨ": "I", "ƀ": "b", "Ƀ": "B", "ƶ": "z", "Ƶ": "Z"}


def is_mark(c):
    return any(low <= ord(c) <= high for low, high in MARKS)


def base(c):
    d = ud.normalize("NFD", c)
    b = d[0]
    if c in DISTINCT or not all(map(is_mark, d[1:])):
        return c
    return SPECIAL.get(b, b)


folds, decompositions = [], []
for code in list(range(0x80, 0x2000)) + list(range(0xFB1D, 0xFB50)):
    c = chr(code)
    if not ud.category(c).startswith("L"):
        continue
    b = base(c)
    if b != c and ud.category(b).startswith("L"):
        folds.append((ord(b), code))
    d = ud.normalize("NFD", c)
    if len(d) > 1 and all(map(is_mark, d[1:])):
        decompositions.append((code, *(list(map(ord, d)) + [0] * (5 - len(d)))[:4]))
folds.sort()


def rows(numbers, per):
    text = [f"0x{n:04X}" for n in numbers]
    for i in range(0, len(text), per):
        yield "    " + ", ".join(text[i:i + per]) + ","


print(f"// Unicode {ud.unidata_version}; written by Tests/Scripts/make_accent_table.py, see there.")
print("// swift-format-ignore-file\n")
print("/// What accents do to letters.")
print("enum AccentTable {")
print("  /// Pairs, sorted: a plain letter, and a letter it stands for as well.")
print("  static let folds: [UInt16] = [")
print("\n".join(rows([n for pair in folds for n in pair], 14)))
print("  ]\n")
print("  /// Fives, sorted: a letter, its base and up to three marks (NFD); zero where there is none.")
print("  static let decompositions: [UInt16] = [")
print("\n".join(rows([n for five in decompositions for n in five], 10)))
print("  ]\n")
print("  /// First and last of each run of scalars that are accents.")
print("  static let marks: [UInt16] = [")
print("\n".join(rows([n for pair in MARKS for n in pair], 14)))
print("  ]")
print("}")
