/// A page to run the program on.
enum SamplePage {
  /// An article and three comments, one of them cut.
  static let text = page(end: "and…\u{A0}Read more »")

  /// The same page with the cut comment whole.
  static let fullText = page(end: "and those from the war.")

  /// A comment that stands below the page.
  static func comment(by author: String, saying text: String) -> String {
    "\n\(author)\n\(author)\nMar 3, 2024 9:05 AM\n\n\(text)\n\n"
  }

  private static func page(end: String) -> String {
    """
    The lantern on the quay

    By Ana Fell


    It burned all winter, and nobody asked who paid for the oil.

    Some say the harbour did.


    Bram
    Bram
    Mar 2, 2024 10:15 AM

    The harbour paid; I saw the books.

    Cleo
    Cleo
    Mar 2, 2024 11:02 AM
    Reply to\u{A0} Bram

    Which books? I would like to read the accounts of that winter, with every letter that \
    came to the office, the names of all who gave a barrel or a coin, what each of them was \
    promised for it, \(end)

    Dara
    Dara
    Mar 1, 2024 8:40 PM

    We should light it again. See https://example.org/lantern for the plan.

    """
  }
}
