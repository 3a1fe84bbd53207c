import HTMLParsing
import PageModel

/// One mail on a page of public-inbox: an overview of the thread around it, its header, its text.
struct PublicInboxMail {
  /// The element that holds it.
  let element: HTMLNodeID
  /// What the page calls it: `m` and the hash of its message id.
  let mark: String
  /// What the mail it answers is called, nil for the first.
  private(set) var answered: String?
  /// Its message id.
  private(set) var id = ""
  /// Its address.
  private(set) var url: String?
  /// Who wrote it.
  private(set) var author = ""
  /// When.
  private(set) var date = ""
  /// What it says.
  private(set) var text = ""

  /// The mail whose first node is `anchor`, nil if there is none.
  init?(_ anchor: HTMLNodeID, _ page: HTMLPage) {
    guard let pre = page.tree[anchor].parent else { return nil }
    element = pre
    mark = page.value(.id, anchor)
    let end = "e" + mark.dropFirst()
    var overview = Overview()
    var rest = ""
    for node in page.tree.descendants(of: pre) where node != anchor {
      if page.tree[node].tag == .a, page.value(.id, node) == end { break }
      if page.tree[node].kind == .text {
        let words = page.tree.decodedText(of: node)
        if url == nil { overview.append(words) } else { rest += words }
        continue
      }
      guard page.tree[node].kind == .element, url == nil else { continue }
      guard page.tree[node].tag == .a else { continue }
      let link = page.value(.href, node)
      if link.hasPrefix("#m") {
        overview.link = String(link.dropFirst())
      } else if !link.hasPrefix("#"), overview.line.hasPrefix("From: ") {
        url = page.link(node)
        id = link.split(separator: "/").last.map(String.init) ?? ""
      }
    }
    guard url != nil, let from = overview.line.firstRange(of: " @ ") else { return nil }
    id = id.decodedPercents
    author = String(overview.line[..<from.lowerBound].dropFirst("From: ".count)).collapsed
    date = String(overview.line[from.upperBound...].prefix { $0 != "(" }).collapsed
    answered = overview.answered
    // The header, then an empty line.
    text = rest.firstRange(of: "\n\n").map { String(rest[$0.upperBound...]) } ?? ""
  }

  /// The lines above a mail that show the thread around it; those it answers stand less deep.
  private struct Overview {
    /// The line being read.
    private(set) var line = ""
    /// Where its link leads.
    var link: String?
    private var lines: [(depth: Int, link: String)] = []
    /// What the mail itself answers.
    private(set) var answered: String?

    mutating func append(_ text: String) {
      for (index, part) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { end() }
        line += part
      }
    }

    private mutating func end() {
      if line.hasPrefix("@ ") {
        let depth = Self.depth(line)
        answered = lines.last { $0.depth < depth }?.link
      } else if let link, line.hasPrefix("  ") {
        lines.append((Self.depth(line), link))
      }
      (line, link) = ("", nil)
    }

    /// How deep a line stands: at the mark before the name, 0 without one.
    private static func depth(_ line: String) -> Int {
      line.firstIndex(of: "`").map { line.distance(from: line.startIndex, to: $0) } ?? 0
    }
  }
}
