import Fetching
import ReaderUI

/// Guesses what the name of a file that is not there was meant to be.
struct MissingFile {
  /// Endings that files have and hosts have not.
  private static let fileEndings: Set<Substring> = [
    "txt", "text", "html", "htm", "xhtml", "json", "jsonl", "xml", "md", "markdown", "rss", "atom",
    "mbox", "eml", "log", "gz", "zip", "pdf", "csv", "toml",
  ]

  /// The commands of the command line.
  static let commands = [
    "read", "list", "lore", "export", "search", "history", "forget", "library", "formats", "themes",
    "config",
  ]

  let name: String

  /// What to do about it, to follow the message, with the mark that parts them; may be empty.
  var advice: String {
    if let address { return "; for the page on the web, type \(address)" }
    let isWord = !name.contains("/") && !name.contains(".")
    return isWord ? suggestion(for: name, among: Self.commands + ["help"]) : ""
  }

  /// The address the name is without its scheme, as in `example.org/page`; nil if it is none.
  private var address: String? {
    let host = name.prefix { !"/:?#".contains($0) }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }),
      let last = labels.last, last.count > 1, last.allSatisfy(\.isLetter),
      labels.count > 2 || host != name || !Self.fileEndings.contains(last)
    else { return nil }
    return WebAddress("https://" + name).map { "\($0)" }
  }
}
