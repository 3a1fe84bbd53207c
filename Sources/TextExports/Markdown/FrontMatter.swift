/// What stands between two lines `---` before an article in Markdown: fields that blogs keep there, in
/// YAML, of which lines `name: value` are read (jekyllrb.com/docs/front-matter).
struct FrontMatter {
  /// How many lines it has at most.
  private static let longest = 100

  /// The title, `nil` if it has none.
  private(set) var title: String?
  /// The author, `nil` if it has none.
  private(set) var author: String?
  /// Where the article begins.
  private(set) var end: String.Index

  /// The front matter of `text`, nothing if it does not begin with any.
  init(of text: String) {
    end = text.startIndex
    let lines = text.split(
      separator: "\n",
      maxSplits: Self.longest,
      omittingEmptySubsequences: false
    )
    guard lines.first == "---",
      let last = lines.dropFirst().prefix(Self.longest - 1).firstIndex(of: "---")
    else { return }
    end = lines[last].endIndex
    for line in lines[1..<last] {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = Self.unquoted(line[line.index(after: colon)...])
      guard !value.isEmpty else { continue }
      switch line[..<colon] {
      case "title": title = value
      case "author": author = value
      default: continue
      }
    }
  }

  /// A value without the quotation marks around it.
  private static func unquoted(_ value: Substring) -> String {
    let words = value.drop { $0 == " " }.reversed().drop { $0 == " " || $0 == "\r" }.reversed()
    guard words.count > 1, let mark = words.first, "\"'".contains(mark), words.last == mark else {
      return String(words)
    }
    return String(words.dropFirst().dropLast())
  }
}
