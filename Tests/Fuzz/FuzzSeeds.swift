/// Texts of the kinds the program reads, to make inputs from.
enum FuzzSeeds {
  static let texts = [page, footers, list, mail, signs]

  /// Stretches that mean something to one part or another.
  static let words: [String] = [
    "Reply to\u{A0} ", "Reply to\u{A0} Ann Hale\n", "Antworten auf\u{A0} ", "… Read more »",
    "Read More", "By Ann Hale from The Mill", "12 Comments", "Newest", "Oldest Most Voted",
    "May 3, 2024 9:15 AM", "3. Mai 2024 09:15", "2024-05-03 09:15", "03/05/2024 21:15",
    "3 hours ago", "Last edited 2 years ago by Bob", "Reply", "\n\n", "\n\n\n", "\r\n", "\t", "> ",
    "- ", "1. ", "```\n", "| a | b |\n", "# ", "----\n", "https://example.org/a?b=c", "\u{1B}[31m",
    "\u{202E}", "\u{2028}", "\u{FEFF}", "\u{AD}", "e\u{301}", "👩‍👩‍👧", "🇫🇷", "日本語", "שלום", "ﬁ", "ß",
    "\u{A0}", "Ann Hale\nAnn Hale\n", "Bob\n", "Author\n", "0\nReply\n", "-3\n", "5K Comments\n",
    "May 3, 2024 9:15 AM\n", "27.04.2018 01:41\n", "2019年3月2日 下午6:27\n", "8 years ago\n",
    "Ответить на\u{A0} Ann Hale\n", "and more words…\u{A0}Read more »\n",
    "Some words that a person wrote, long enough to be a paragraph of their own.\n",
    "  • item\n", "    code()\n", "a\tb\tc\n", "“opened and closed”\n", "closed,”\n",
    "trackback\n\n[…] elsewhere […]\n",
  ]

  private static let page = """
    The mill by the river

    By Ann Hale from The Mill


    It stood there before the bridge did. Nobody knows who built it.

    “A mill is a clock that eats,” the old people said.

    Subscribe
    Notify of
    4 Comments
    Newest
    Oldest Most Voted

    Bob Reed
    Bob Reed
    May 3, 2024 9:15 AM

    I have seen it turn. See https://example.org/mill for a picture.

    Cy
    Cy
    May 3, 2024 9:40 AM
    Reply to\u{A0} Bob Reed

    When was that? The wheel was gone by 1960, as far as I know, and … Read more »

    May 3, 2024 10:02 AM
    Reply to\u{A0} Cy

    > The wheel was gone by 1960

    Not at all.

    Dee
    Dee
    May 1, 2024 8:00 PM

    First.

    """

  private static let footers = """
    Der Turm

    Von Ute Kern


    Ein Absatz über den Turm.

    Max
    3. Mai 2024 09:15

    Schöner Text.

    0
    Antworten

    Lena
    3. Mai 2024 11:20
    Antworten auf\u{A0} Max

    Finde ich auch.

    2
    Antworten

    """

  private static let list = """
    # Tools

    1. A hammer
    2. A saw
       - a small one
       - a large one

    ```
    let a = [1, 2, 3]
    ```

    | name | use |
    |------|-----|
    | saw  | cut |

    > > twice quoted
    > once

    ----
    """

  private static let mail = """
    From: Ann <ann@example.org>
    Date: Fri, 03 May 2024 09:15:00 +0000
    Subject: Re: The mill

    On Thu, Bob wrote:
    > It stood there.
    It still does.
    """

  private static let signs = """
    naïve café “quoted” it’s — 日本語、テスト。 привет … résumé ﬁ straße ИЙ й ё Ω \u{301}\u{302}\u{303}
    👩‍👩‍👧 ❤️ 👍🏽 🇫🇷🇩🇪 שלום עולם ไทยภาษา a\u{AD}b\u{200B}c\u{200D}d\u{FE0F}
    averyveryveryveryveryveryveryveryveryverylongwordwithoutanyplacetobreakitanywhere
    """
}
