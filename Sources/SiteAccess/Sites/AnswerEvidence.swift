import DocumentModel
import Fetching

/// An answer, and what it was asked for.
struct AnswerEvidence: Sendable {
  /// What the answer is to be.
  enum Purpose: Sendable {
    /// The document that somebody wants to read.
    case page
    /// More of a document.
    case part(Continuation.Subject)
    /// A document that is being read, as it is by now.
    case reload(Found)
  }

  /// What an answer has in common with the document that was read again.
  struct Found: Sendable {
    /// How many comments the document had.
    let before: Int
    /// How many of them are there.
    let comments: Int
    /// How many are gone for certain.
    let gone: Int
    /// Whether a paragraph of the article is as it was.
    let sharesText: Bool
  }

  /// What was asked for, `nil` for files.
  let asked: WebAddress?
  /// Where the answer is from, after all redirects; `nil` for files.
  let address: WebAddress?
  /// What was read from the answer.
  let document: Document
  /// The document it belongs to or is, `nil` if none is known.
  let known: Document?
  let purpose: Purpose

  /// What stands between the name of the site, or of the file, and what came.
  var verb: String { address == nil ? "is now" : "answers with" }

  /// Whether the answer comes from another path of the site than was asked for.
  var isRedirected: Bool {
    guard let asked, let address else { return false }
    return Self.path(asked) != Self.path(address)
  }

  /// Whether the answer comes from an address for logging in, which was not asked for.
  var leadsToLogin: Bool {
    guard let asked, let address, asked.host != address.host || isRedirected else { return false }
    let words = Set(Self.words(address))
    return !words.isDisjoint(with: Self.logins)
      && Set(Self.words(asked)).isDisjoint(with: Self.logins)
  }

  /// Whether the answer is the front page of the site of which another page was asked for.
  var leadsToFrontPage: Bool {
    guard let asked, let address, asked.isSameSite(as: address) || asked.host == address.host
    else { return false }
    return address.path == "/" && Self.path(asked) != "/" && isRedirected
  }

  /// Whether the titles do not tell the answer from the known document.
  var hasSameTitle: Bool {
    guard let known else { return true }
    let (own, other) = (Self.letters(document.title), Self.letters(known.title))
    // Sites put numbers of pages and their own names around titles.
    return own.isEmpty || other.isEmpty || own.contains(other) || other.contains(own)
  }

  /// The title of the answer in quotes, after a blank; empty if it has none.
  var quotedTitle: String {
    let title = document.title.prefix(Self.quoteLimit)
    return title.isEmpty
      ? "" : " («\(title)\(title.endIndex < document.title.endIndex ? "…" : "")»)"
  }

  /// How much of a title is quoted, in characters.
  private static let quoteLimit = 60

  private static func letters(_ title: String) -> String {
    String(title.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// The path without a slash at its end, and without what follows a question mark.
  private static func path(_ address: WebAddress) -> Substring {
    let path = address.path.prefix { $0 != "?" }
    return path.count > 1 && path.hasSuffix("/") ? path.dropLast() : path
  }

  /// The parts of host and path, without endings of files.
  private static func words(_ address: WebAddress) -> [String] {
    let path = address.path.prefix { $0 != "?" }
    let folders = path.split(separator: "/").map { $0.prefix { $0 != "." }.lowercased() }
    return address.host.split(separator: ".").map(String.init) + folders
  }

  /// Names of pages and hosts for logging in: `wp-login.php`, `accounts.example.org`.
  private static let logins: Set<String> = [
    "login", "log-in", "log_in", "signin", "sign-in", "sign_in", "wp-login", "sso", "auth",
    "oauth", "oauth2", "authorize", "session", "sessions", "account", "accounts", "consent",
    "anmelden", "anmeldung", "connexion", "acceso", "entrar", "inloggen",
  ]
}
