#!/usr/bin/env python3
"""Write pages and texts made to cost a reader memory and time, and measure what they cost skein.

usage: bombs.py write FOLDER [MEGABYTES [NAME…]]
       bombs.py measure SKEIN FOLDER [NAME…]

`write` makes one file for each bomb, of about MEGABYTES each (default 8). `measure` exports each file
as JSON and prints its size, the seconds and the peak of resident memory in MB, then the bound: six
times the file or 512 MB, whichever is more. Its exit code is 1 if a bomb was above the bound, took
more than a minute, or ended the program by a signal.
"""

import json
import os
import resource
import sys
import time
from pathlib import Path

MEGABYTE = 1 << 20
FLOOR, FACTOR, PATIENCE = 512 * MEGABYTE, 6, 60


def repeated(unit, size):
    return unit * (size // len(unit) + 1)


def page(body, head="<title>A page</title>"):
    return f"<!DOCTYPE html><html><head>{head}</head><body><h1>A page</h1>{body}</body></html>"


def numbered(pattern, size):
    """`pattern` with a number in place of each `#`, until there are `size` bytes."""
    parts, length, number = [], 0, 0
    while length < size:
        part = pattern.replace("#", str(number))
        parts.append(part)
        length += len(part)
        number += 1
    return "".join(parts)


def nested_json(size):
    depth = size // 14
    return '{"comment":[' * depth + "1" + "]}" * depth


def linked_data(text):
    return page("<p>Text</p>", f'<title>A page</title><script type="application/ld+json">{text}</script>')


WORDS = "The harbour paid for the oil of the lantern all winter long, as the books say. "
COMMENT = '<li class="comment" id="comment-#"><cite class="fn">Ann #</cite><time datetime="2024-03-02T10:15">then</time><div class="comment-content"><p>a</p></div></li>'



def answers_json(depth):
    """A discussion as Hacker News states it, in which each comment answers the one before."""
    return (
        '{"type":"story","id":1,"author":"Ann","title":"A page","children":['
        + '{"type":"comment","id":2,"author":"Ann","text":"a","children":[' * depth
        + "]}" * depth
        + "]}"
    )


def issue_json(bodies):
    """The comments of an issue as GitHub states them; their texts are Markdown."""
    return (
        "["
        + ",".join(
            f'{{"id":{i},"html_url":"https://a.b/{i}","user":{{"login":"ann"}},'
            f'"created_at":"2024-03-02T08:10:00Z","author_association":"NONE","body":{json.dumps(body)}}}'
            for i, body in enumerate(bodies)
        )
        + "]"
    )


def markdown(unit, end=""):
    """A comment whose text is one unit of Markdown repeated."""
    return lambda n: issue_json([repeated(unit, n) + end])


DUMP = "A page\n\nBy Ann\n\nText that is longer than a line of a header, so that it is the article.\n\n\n"

BOMBS = {
    "deep-div": lambda n: page(repeated("<div>", n)),
    "deep-unique": lambda n: page(numbered("<x#>", n)),
    "deep-quotes": lambda n: page(repeated("<blockquote><p>a", n)),
    "deep-lists": lambda n: page(repeated("<ul><li>a", n)),
    "deep-tables": lambda n: page(repeated("<table><tr><td>", n)),
    "deep-comments": lambda n: page(repeated('<ol class="children"><li class="comment"><p>a', n)),
    "deep-templates": lambda n: page(repeated("<template>", n)),
    "deep-svg": lambda n: page(repeated("<svg><g>", n)),
    "adoption-agency": lambda n: page(repeated("<b><i><p></b></i>", n)),
    "adoption-unclosed": lambda n: page(repeated("<a><b><div></a>", n)),
    "formatting": lambda n: page(numbered("<b id=#><p>", n)),
    "formatting-fonts": lambda n: page(numbered("<font size=#>", n // 8) + repeated("<p>a", n)),
    "foster-parents": lambda n: page("<table>" + repeated("<b>a", n)),
    "tags": lambda n: page(repeated("<b>", n)),
    "tags-empty": lambda n: page(repeated("<p>", n)),
    "tags-void": lambda n: page(repeated("<br>", n)),
    "tags-images": lambda n: page(repeated("<img alt=a>", n)),
    "tags-text": lambda n: page(repeated("<i>a</i>", n)),
    "attributes": lambda n: page("<p " + numbered("a# ", n) + ">text"),
    "attributes-everywhere": lambda n: page(repeated("<p a b c d e f g h>", n)),
    "attribute-long": lambda n: page('<p title="' + repeated(WORDS, n) + '">text'),
    "classes": lambda n: page('<p class="' + numbered("c# ", n) + '">text'),
    "names": lambda n: page(numbered("<p data-x#>", n)),
    "entities": lambda n: page("<p>" + repeated("&amp;", n)),
    "entities-wide": lambda n: page("<p>" + repeated("&ngE;", n)),
    "entities-numbers": lambda n: page("<p>" + repeated("&#8202;", n)),
    "entities-broken": lambda n: page("<p>" + repeated("&", n)),
    "text-node": lambda n: page("<p>" + repeated(WORDS, n)),
    "text-word": lambda n: page("<p>" + "a" * n),
    "text-controls": lambda n: page("<p>" + "\x01\x1b" * (n // 2)),
    "text-wide": lambda n: page("<p>" + repeated("漢", n // 3)),
    "text-marks": lambda n: page("<p>a" + "\u0301" * (n // 2)),
    "comments-tiny": lambda n: page('<ol class="commentlist">' + numbered(COMMENT, n) + "</ol>"),
    "comments-bare": lambda n: page('<ol class="commentlist">' + repeated("<li class=comment><p>a", n)),
    "comments-markup": lambda n: page(repeated("<!---->", n)),
    "colspan": lambda n: page(
        "<table>" + repeated("<tr><td colspan=1000 rowspan=65534>a", n) + "</table>"
    ),
    "cells": lambda n: page("<table><tr>" + repeated("<td>a", n)),
    "rows": lambda n: page("<table>" + repeated("<tr><td>a", n)),
    "links": lambda n: page(numbered("<a href=/#>a</a> ", n)),
    "link-text": lambda n: page("<p><a href=/a>" + repeated(WORDS, n) + "</a></p>"),
    "link-address": lambda n: page('<p><a href="https://example.org/' + "a" * n + '">a</a></p>'),
    "list-items": lambda n: page("<ul>" + repeated("<li>a", n)),
    "headings": lambda n: page(repeated("<h2>a</h2>", n)),
    "preformatted": lambda n: page("<pre>" + repeated("a\n", n)),
    "title": lambda n: page("<p>text</p>", "<title>" + repeated(WORDS, n) + "</title>"),
    "author": lambda n: page(
        "<p>text</p>", '<title>A page</title><meta name="author" content="' + repeated(WORDS, n) + '">'
    ),
    "comment-author": lambda n: page(
        '<ol class="commentlist">'
        + "".join(COMMENT.replace("Ann #", repeated(WORDS, n // 8)) for _ in range(8))
        + "</ol>"
    ),
    "metadata": lambda n: page("<p>text</p>", numbered('<meta property="og:#" content="a">', n)),
    "json-nests": lambda n: linked_data(nested_json(n)),
    "json-arrays": lambda n: linked_data("[" * n),
    "json-values": lambda n: linked_data("[" + repeated("1,", n) + "1]"),
    "json-objects": lambda n: linked_data("[" + repeated("{},", n) + "{}]"),
    "json-keys": lambda n: linked_data("{" + numbered('"#":0,', n) + '"":0}'),
    "json-strings": lambda n: linked_data("[" + repeated(r'"\u00e9",', n) + '""]'),
    "json-comments": lambda n: linked_data(
        '{"@type":"Article","comment":['
        + numbered('{"@type":"Comment","author":{"name":"A#"},"text":"a"},', n)
        + '{"@type":"Comment","text":"a"}]}'
    ),
    "microdata": lambda n: page(
        repeated('<div itemscope itemtype="https://schema.org/Comment"><p itemprop=text>a', n)
    ),
    "newlines": lambda n: "\n" * n,
    "newlines-page": lambda n: page("\n" * n),
    "lines-short": lambda n: repeated("a\n", n),
    "paragraphs": lambda n: repeated("a\n\n", n),
    "line-long": lambda n: "a " * (n // 2),
    "quotes-deep": lambda n: (">" * 1000 + " a\n") * (n // 1003),
    "quotes-deepening": lambda n: "".join(">" * k + " a\n" for k in range(int((2 * n) ** 0.5))),
    "quotes-line": lambda n: ">" * n,
    "text-comments": lambda n: "A page\n\nText\n\n\n"
    + numbered("Ann#\nAnn#\nMar 2, 2024 10:15 AM\n\na\n\n", n),
    "text-replies": lambda n: "A page\n\nText\n\n\n"
    + numbered("Ann#\nAnn#\nMar 2, 2024 10:15 AM\nReply to\xa0 Ann\n\na\n\n", n),
    "text-dates": lambda n: repeated("Mar 2, 2024 10:15 AM\n", n),
    "text-bullets": lambda n: repeated("- a\n", n),
    "text-addresses": lambda n: numbered("https://a.b/# ", n),
    "api-comments": lambda n: issue_json(["a"] * (n // 140)),
    "api-string": lambda n: issue_json([repeated(WORDS, n)]),
    "api-escapes": lambda n: '[{"html_url":"a","user":{"login":"ann"},"body":"'
    + repeated(r"\u00e9\n", n)
    + '"}]',
    "api-deep": lambda n: answers_json(n // 64),
    "api-nests": lambda n: '[{"html_url":"a","user":{"login":"ann"},"body":' + "[" * n,
    "api-members": lambda n: '[{"html_url":"a","user":{"login":"ann"},"body":"a",'
    + numbered('"#":0,', n)
    + '"z":0}]',
    "api-broken": lambda n: issue_json(["a"] * (n // 140))[:-9],
    "markdown-quotes": markdown("> "),
    "markdown-lists": markdown("- "),
    "markdown-deepening": lambda n: issue_json(
        ["".join("  " * k + "- a\n" for k in range(int(n**0.5)))]
    ),
    "markdown-brackets": markdown("["),
    "markdown-images": markdown("![a]("),
    "markdown-emphasis": markdown("*a _a "),
    "markdown-closing": markdown("a**", "**"),
    "markdown-backticks": lambda n: issue_json(
        ["".join("`" * k + "a" for k in range(int((2 * n) ** 0.5)))]
    ),
    "markdown-tables": markdown("|a" * 1000 + "\n" + "|-" * 1000 + "\n" + "|\n" * 1000 + "\n"),
    "markdown-cells": lambda n: issue_json(["|a" * 9000 + "\n" + "|-" * 9000 + "\n" + "|\n" * (n // 2)]),
    "markdown-definitions": lambda n: issue_json([numbered("[a#]: /a\n", n // 2) + numbered("[a#] ", n // 2)]),
    "markdown-links": markdown("https://a.b "),
    "markdown-html": markdown("<b>"),
    "markdown-comments": lambda n: issue_json(["> a\n\n**b**"] * (n // 156)),
    "dump-headers": lambda n: DUMP + numbered("Ann# says:\nMarch 2, 2024 at 10:15 am\n", n),
    "dump-names": lambda n: DUMP + numbered("    Ann\n\n", n),
    "dump-dates": lambda n: DUMP + numbered("    May 1, 2019\n\n    Ann#\n\n", n),
    "dump-line": lambda n: DUMP + "    May 1, 2019\n\n    Ann\n\n    " + repeated(WORDS, n),
    "dump-alternating": lambda n: DUMP
    + numbered("Ann#\nMay 1, 2019\na\nReply\nBen says:\n2 hours ago\nb\n12 points\n", n),
    "dump-indents": lambda n: DUMP + "".join(
        " " * (k % 1000) + "Ann\n" + " " * (k % 1000) + "May 1, 2019\n\na\n\n" for k in range(n // 1030)
    ),
    "bytes-latin": lambda n: repeated("é ", n).encode("latin-1")[:n],
    "bytes-broken": lambda n: b"\xe2\x82" * (n // 2),
    "bytes-utf16": lambda n: repeated("a b ", n // 2).encode("utf-16"),
}


def write(folder, size, names):
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        content = BOMBS[name](size)
        content = content if isinstance(content, bytes) else content.encode()
        is_page = content[:9].lower() == b"<!doctype"
        ending = "html" if is_page else "json" if content[:1] in (b"[", b"{") else "txt"
        (folder / f"{name}.{ending}").write_bytes(content)


def run(program, file):
    """The exit code, the seconds and the bytes of resident memory of one export."""
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        sink = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(sink, stream)
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.execv(program, [program, "export", "--to", "json", str(file)])
    _, status, usage = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), time.monotonic() - start, usage.ru_maxrss * 1024


def measure(program, files):
    failed = []
    print(f"{'bomb':24}{'file MB':>9}{'seconds':>9}{'peak MB':>9}{'bound MB':>10}{'× file':>8}")
    for file in files:
        size = file.stat().st_size
        bound = max(FLOOR, FACTOR * size)
        code, seconds, peak = run(program, file)
        is_well = code in (0, 2) and peak <= bound
        if not is_well:
            failed.append(file.stem)
        print(
            f"{file.stem:24}{size / MEGABYTE:9.1f}{seconds:9.2f}{peak / MEGABYTE:9.0f}"
            f"{bound / MEGABYTE:10.0f}{peak / max(1, size):8.1f}"
            f"{'' if is_well else f'  exit {code}' if code not in (0, 2) else '  above the bound'}",
            flush=True,
        )
    print(f"{len(failed)} above the bound: {' '.join(failed)}" if failed else "all within the bound")
    return 1 if failed else 0


def main(arguments):
    match arguments:
        case ["write", folder, *rest]:
            megabytes = float(rest[0]) if rest else 8
            write(Path(folder), int(megabytes * MEGABYTE), rest[1:] or BOMBS)
        case ["measure", program, folder, *names]:
            files = sorted(Path(folder).iterdir())
            return measure(program, [f for f in files if not names or f.stem in names])
        case _:
            print(__doc__.strip(), file=sys.stderr)
            return 64
    return 0


sys.exit(main(sys.argv[1:]))
