import HTMLParsing
import PageModel

/// Names that mail programs give to parts of the pages they write.
struct MailPageName {
  /// What a part is.
  enum Meaning {
    /// A signature, or the line that says whom the next one quotes.
    case aside
    /// What somebody else wrote, without a `blockquote`.
    case quotation
    /// The fields of the message that follows, to the end of the element they stand in.
    case originalHeader
  }

  private let name: String
  private let meaning: Meaning

  /// The names, each with the program that writes it as a class or an id.
  private static let all = [
    // Gmail
    MailPageName("gmail_signature", .aside), MailPageName("gmail_signature_prefix", .aside),
    MailPageName("gmail_attr", .aside),
    // Thunderbird
    MailPageName("moz-signature", .aside), MailPageName("moz-cite-prefix", .aside),
    // Outlook on the web, on phones
    MailPageName("signature", .aside), MailPageName("ms-outlook-mobile-signature", .aside),
    MailPageName("divrplyfwdmsg", .originalHeader),
    // Apple Mail
    MailPageName("applemailsignature", .aside),
    // Yahoo
    MailPageName("yahoo_quoted", .quotation),
    // Proton Mail
    MailPageName("protonmail_signature_block", .aside),
  ]
  private static let meanings = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0.meaning) })

  private init(_ name: String, _ meaning: Meaning) {
    (self.name, self.meaning) = (name, meaning)
  }

  /// What an element is by its id or its classes, `nil` if they name nothing known.
  static func meaning(of node: HTMLNodeID, on page: HTMLPage) -> Meaning? {
    guard page.tree[node].tag != .body, page.tree[node].tag != .html else { return nil }
    if let id = page.tree.attribute(.id, of: node), let meaning = meaning(of: id[...]) {
      return meaning
    }
    guard page.tree.hasAttribute(.class, of: node) else { return nil }
    return page.words(of: node).lazy.compactMap(meaning).first
  }

  /// Outlook puts `x_` before the names in messages that are quoted, once for each time; case differs.
  private static func meaning(of name: Substring) -> Meaning? {
    var name = name
    while name.hasPrefix("x_") { name = name.dropFirst(2) }
    return meanings[name.lowercased()]
  }
}
