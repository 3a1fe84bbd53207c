#!/usr/bin/env python3
"""Kill skein at random moments while it is used, and check that what it remembers is intact.

usage: kill_reader.py SKEIN [TIMES [SEED]]

Reads a discussion of its own making in a terminal (a pseudo-terminal of this script), folds, marks and
scrolls at random, and ends the program with SIGKILL after up to three seconds, TIMES times (default 50).
After each, SQLite must find the files of the history and the library whole, and the document must still
be remembered once it was. At the end a run checks what a kill may lose: a comment folded, and a place gone
to, two seconds before must be remembered.

Prints a line for each fault and a summary; the exit code is 1 if there was a fault.
"""

import fcntl
import os
import pty
import random
import select
import signal
import sqlite3
import struct
import sys
import tempfile
import termios
import time

KEYS = ["j", "j", "J", "J", "K", "zc", "zo", "za", "ma", "mb", "x", "X", "Z", "r", "zM", "zR", " ", "\t"]


def discussion(path):
    """A page with a thread of sixty comments."""
    comments = "".join(
        f'<li class="comment" id="comment-{n}"><div class="comment-author vcard"><cite class="fn">Author {n % 7}'
        f'</cite></div><div class="comment-meta"><a href="#comment-{n}"><time datetime="2024-05-01T10:{n % 60:02}">'
        f"1 May</time></a></div><div class=\"comment-content\"><p>Thought number {n} about the tides.</p></div></li>"
        for n in range(1, 61)
    )
    text = " ".join(f"Sentence {n} of the article on tides and harbours." for n in range(80))
    with open(path, "w") as page:
        page.write(
            "<!DOCTYPE html><html><head><title>On tides</title><meta name=generator content='WordPress 6.5'></head>"
            f"<body><article><h1>On tides</h1><p>{text}</p></article>"
            f'<div id="comments"><ol class="comment-list">{comments}</ol></div></body></html>'
        )


class Reader:
    """skein on a pseudo-terminal."""

    def __init__(self, program, page, home):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            environment = {"HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
            os.execve(program, [program, page], environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
        self.screen = b""

    def read(self, seconds):
        """Takes in what is drawn for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self.terminal], [], [], left)[0]:
                try:
                    self.screen += os.read(self.terminal, 65536)
                except OSError:
                    return

    def wait(self, text):
        """Takes in what is drawn until `text` is, half a minute at most."""
        end = time.monotonic() + 30
        while text.encode() not in self.screen and time.monotonic() < end:
            self.read(0.1)

    def type(self, keys):
        try:
            os.write(self.terminal, keys.encode())
        except OSError:
            pass

    def kill(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.terminal)


def faults(home, is_remembered):
    """What is wrong with the files, and whether the document is remembered."""
    found = []
    for path, table in [(".local/state/skein/skein.db", "document"), (".cache/skein/library.db", "text")]:
        path = os.path.join(home, path)
        if not os.path.exists(path):
            continue
        database = sqlite3.connect(path)
        try:
            answer = database.execute("PRAGMA integrity_check").fetchone()[0]
            if answer != "ok":
                found.append(f"{path}: {answer}")
            if database.execute("PRAGMA foreign_key_check").fetchone():
                found.append(f"{path}: a row belongs to nothing")
            has_tables = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] > 0
            count = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] if has_tables else 0
            if table == "document":
                if count > 1 or is_remembered and count == 0:
                    found.append(f"{path}: {count} documents")
                is_remembered = count > 0
        except sqlite3.Error as error:
            found.append(f"{path}: {error}")
        finally:
            database.close()
    for folder, _, names in os.walk(home):
        found += [f"{folder}/{name}" for name in names if "damaged" in name]
    return found, is_remembered


def main():
    program = os.path.abspath(sys.argv[1])
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 50
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 32)
    chance = random.Random(seed)
    wrong = 0
    with tempfile.TemporaryDirectory() as home:
        page = os.path.join(home, "page.html")
        discussion(page)
        is_remembered = False
        for turn in range(times):
            reader = Reader(program, page, home)
            end = time.monotonic() + chance.random() * 3
            while time.monotonic() < end:
                reader.read(chance.random() * 0.1)
                reader.type(chance.choice(KEYS))
            reader.kill()
            found, is_remembered = faults(home, is_remembered)
            for fault in found:
                print(f"turn {turn}, seed {seed}: {fault}")
            wrong += len(found)
        # What was done two seconds before a kill is there.
        reader = Reader(program, page, home)
        reader.wait("Author")
        reader.read(1)
        reader.type("zRX")
        reader.read(2.5)
        reader.type(":goto 1\rzc")
        reader.read(2.5)
        reader.type(":goto 30\r")
        reader.read(2.5)
        reader.kill()
        database = sqlite3.connect(os.path.join(home, ".local/state/skein/skein.db"))
        flags = database.execute("SELECT flags FROM roster").fetchone()[0]
        place = database.execute("SELECT place FROM document").fetchone()[0]
        database.close()
        if not flags[0] & 4:
            print(f"seed {seed}: a fold of two seconds before was lost")
            wrong += 1
        if place != 30:
            print(f"seed {seed}: the place of two seconds before was lost; it is {place}")
            wrong += 1
    print(f"{times} kills, seed {seed}: {wrong} faults")
    sys.exit(1 if wrong else 0)


main()
