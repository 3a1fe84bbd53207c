import DocumentModel
import HTMLParsing
import PageModel

/// The discussion on a talk page in wikitext: comments end with signatures, and indentation says what
/// each answers (mediawiki.org/wiki/Help:Talk_pages).
package struct WikitextThread {
  /// What was read.
  package private(set) var thread = PageThread()
  private let wiki: String?
  private var pending: [ArraySlice<UInt8>] = []
  private var heading: ArraySlice<UInt8>?
  /// The comments that may be answered, by their indentation.
  private var open: [(indent: Int, index: Int)] = []
  private var top = ""

  /// Reads `text`; `wiki` is the address that the names of pages are put to.
  ///
  /// O(length).
  package init(_ text: String, title: String, wiki: String? = nil) {
    self.wiki = wiki
    let bytes = Array(text.utf8)
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) { add(line) }
    endSection()
    thread.site = wiki
    thread.article = PageArticle(title: title, author: "")
    thread.article?.markup = top
  }

  /// A page that is no discussion, as an article.
  package static func article(_ text: String, title: String, wiki: String?) -> PageThread {
    var thread = PageThread()
    thread.site = wiki
    thread.article = PageArticle(title: title, author: "")
    let lines = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
    thread.article?.markup = WikiMarkup.html(lines, indent: 0, wiki: wiki)
    return thread
  }

  private mutating func add(_ line: ArraySlice<UInt8>) {
    if let next = WikiMarkup.heading(line), next.level <= 2 {
      endSection()
      heading = line
      return
    }
    guard let signature = WikiSignature(line) else {
      pending.append(line)
      return
    }
    pending.append(line.prefix(signature.start))
    endComment(signature)
  }

  /// What stands at the end of a section, or before the first, without a signature.
  private mutating func endSection() {
    let rest = Self.withoutNotices(pending)
    let isFirst = thread.comments.isEmpty && heading == nil
    if rest.contains(where: { !$0.allSatisfy { $0 <= 0x20 } }) {
      if isFirst {
        top = WikiMarkup.html(rest, indent: 0, wiki: wiki)
      } else {
        pending = rest
        endComment(nil)
      }
    }
    pending = []
    heading = nil
    open = []
  }

  /// Lines without those that are for the page and not for its readers: templates, tables,
  /// categories, rules.
  private static func withoutNotices(_ lines: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>] {
    var depth = 0
    return lines.filter { line in
      let words = line.drop { $0 <= 0x20 }
      let isInside = depth > 0
      for (mark, next) in zip(words, words.dropFirst()) where mark == next {
        if mark == 0x7B { depth += 1 }
        if mark == 0x7D { depth = max(0, depth - 1) }
      }
      return !isInside
        && !["{{", "{|", "|", "__", "----", "<!--", "[[Category:"].contains {
          words.starts(with: $0.utf8)
        }
    }
  }

  private mutating func endComment(_ signature: WikiSignature?) {
    defer { pending = [] }
    let lines = pending.drop { $0.allSatisfy { $0 <= 0x20 } }
    guard let first = lines.first else { return }
    var comment = PageComment(element: HTMLDocument.root)
    comment.author = signature?.author ?? ""
    comment.date = PageDate(text: signature?.date ?? "")
    let indent = WikiMarkup.indent(of: first)
    place(&comment, indent: indent, isOutdented: Self.isOutdented(first))
    let words = WikiMarkup.html(lines.map(Self.withoutOutdent), indent: indent, wiki: wiki)
    comment.markup = words
    // A section is a subject: its name stands with the comment that opens it.
    if let heading, let words = WikiMarkup.heading(heading)?.words {
      comment.badges = [WikiMarkup.plain(words)]
      self.heading = nil
    }
    thread.comments.append(comment)
  }

  private mutating func place(_ comment: inout PageComment, indent: Int, isOutdented: Bool) {
    let index = thread.comments.count
    if isOutdented, let last = open.last {
      comment.parent = .index(last.index)
      open = [(0, index)]
      return
    }
    while let last = open.last, last.indent >= indent { open.removeLast() }
    comment.parent = open.last.map { .index($0.index) } ?? .root
    open.append((indent, index))
  }

  /// The marks of an answer that begins at the margin again
  /// (en.wikipedia.org/wiki/Template:Outdent and what redirects to it).
  private static let outdents = ["{{outdent", "{{od", "{{unindent"]

  private static func isOutdented(_ line: ArraySlice<UInt8>) -> Bool {
    let start = String(decoding: line.drop { $0 <= 0x20 || $0 == 0x3A }.prefix(12), as: UTF8.self)
    return outdents.contains { outdent in
      let lower = start.lowercased()
      return lower.hasPrefix(outdent + "}") || lower.hasPrefix(outdent + "|")
    }
  }

  private static func withoutOutdent(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard isOutdented(line), let end = line.range(ofBytes: "}}".utf8) else { return line }
    return line[end.upperBound...]
  }
}
