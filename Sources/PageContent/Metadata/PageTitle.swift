import HTMLParsing
import PageModel

/// Chooses the title of an article from the titles a page states.
///
/// A heading that the page's title begins or ends with is the article's title: the rest is
/// the site's name. Without such a heading the site's name is cut off at a separator.
struct PageTitle {
  private let headings: [String]
  private let site: String
  private let policy: MetadataPolicy

  /// A chooser for a page with these headings, those marked as titles first.
  init(headings: [String], site: String, _ policy: MetadataPolicy) {
    self.headings = headings
    self.site = site
    self.policy = policy
  }

  /// The title, from candidates in order of certainty.
  func choose(_ candidates: [String], documentTitle: String) -> String {
    guard let stated = candidates.first(where: { !$0.isEmpty && $0 != site }) else {
      return shorten(documentTitle)
    }
    // Of several the one that the page shows as its heading.
    let shown = candidates.first { candidate in
      headings.contains { $0.lowercased() == candidate.lowercased() }
    }
    return shorten(shown ?? stated, isStated: true)
  }

  /// A title without the site's name.
  func shorten(_ title: String, isStated: Bool = false) -> String {
    if let heading = headings.first(where: { title.lowercased() == $0.lowercased() }) {
      return heading == heading.uppercased() ? title : heading
    }
    if let heading = headings.first(where: { isPart($0, of: title) && $0 != site }) {
      return heading
    }
    let parts = parts(title)
    guard parts.count > 1 else { return title }
    if !site.isEmpty {
      if parts.last?.lowercased() == site.lowercased() { return Self.without(parts.last, title) }
      if parts.first?.lowercased() == site.lowercased() { return Self.behind(parts.first, title) }
    }
    guard !isStated else { return title }
    if let heading = headings.first(where: { isWithin($0, title) }) { return heading }
    // The name of a site is no part of a sentence.
    if isSentence(parts, title) { return title }
    let short = Self.without(parts.last, title)
    return short.split(separator: " ").count >= policy.leastTitleWords ? short : title
  }

  /// Whether a heading is the part of a title before the last or after the first separator.
  private func isPart(_ heading: String, of title: String) -> Bool {
    guard !heading.isEmpty, heading.count < title.count else { return false }
    if title.hasPrefix(heading) {
      return Self.isSeparated(title.dropFirst(heading.count))
    }
    guard title.hasSuffix(heading) else { return false }
    return Self.isSeparated(title.dropLast(heading.count).reversed())
  }

  /// Whether a heading of several words stands somewhere in a title.
  private func isWithin(_ heading: String, _ title: String) -> Bool {
    heading.count < title.count && heading != site && title.contains(heading)
      && heading.split(separator: " ").count >= policy.leastHeadingWords
  }

  /// Whether text begins with a separator between blanks.
  private static func isSeparated(_ text: some Collection<Character>) -> Bool {
    let rest = text.drop { $0 == " " }
    guard let mark = rest.first else { return false }
    return (separators.contains(mark) || mark == "@") && rest.startIndex != text.startIndex
      || mark == "|" || mark == "»" || mark == "«" || mark == ":"
  }

  private func parts(_ title: String) -> [String] {
    var parts: [String] = [""]
    for word in title.split(separator: " ") {
      if word.count <= policy.longestSeparator, word.allSatisfy({ Self.separators.contains($0) }) {
        parts.append("")
      } else {
        parts[parts.count - 1] += (parts.last?.isEmpty == true ? "" : " ") + word
      }
    }
    return parts.filter { !$0.isEmpty }
  }

  /// Whether a title goes on behind its last dash, in small letters and without a dot, as names of hosts
  /// have one.
  private func isSentence(_ parts: [String], _ title: String) -> Bool {
    guard let last = parts.last, let letter = last.first(where: \.isLetter), !last.contains(".")
    else { return false }
    let mark = title.dropLast(last.count).last { $0 != " " }
    return letter.isLowercase && mark.map(Self.dashes.contains) ?? false
  }

  private static let dashes: Set<Character> = ["-", "–", "—"]

  private static func without(_ last: String?, _ title: String) -> String {
    trimmed(title.dropLast(last?.count ?? 0))
  }

  private static func behind(_ first: String?, _ title: String) -> String {
    let rest = title.dropFirst(first?.count ?? 0)
    return String(rest.drop { $0 == " " || separators.contains($0) })
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let last = text.last, last == " " || separators.contains(last) { text.removeLast() }
    return String(text)
  }

  private static let separators: Set<Character> = [
    "|", "-", "–", "—", "»", "«", "·", "•", "›", "‹", "/", "\\", ">", "<", ":", "~", "→", "←", "│",
    "¦", "⋆", "★", "∣",
  ]
}
