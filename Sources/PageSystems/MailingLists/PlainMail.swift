/// The text of a mail as mark-up: paragraphs, quotations of lines that begin with `>`, and what is
/// indented as it stands.
struct PlainMail {
  /// The mark-up.
  private(set) var markup = ""
  private var lines: [String] = []
  private var depth = 0

  /// Reads the lines of a mail; O(length).
  init(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var rest = line[...]
      var depth = 0
      while rest.first == ">" {
        depth += 1
        rest = rest.dropFirst()
        if rest.first == " " { rest = rest.dropFirst() }
      }
      if depth != self.depth { end() }
      set(depth: depth)
      if rest.allSatisfy(\.isWhitespace) { end() } else { lines.append(String(rest)) }
    }
    end()
    set(depth: 0)
  }

  private mutating func set(depth new: Int) {
    while depth < new {
      markup += "<blockquote>"
      depth += 1
    }
    while depth > new {
      markup += "</blockquote>"
      depth -= 1
    }
  }

  /// Ends a paragraph: code, a list or a drawing keep their lines, prose flows.
  private mutating func end() {
    guard !lines.isEmpty else { return }
    let isIndented = lines.allSatisfy { $0.hasPrefix("    ") || $0.hasPrefix("\t") }
    let text = lines.map(Self.escaped)
    if isIndented {
      markup += "<pre>" + text.joined(separator: "\n") + "</pre>"
    } else {
      markup += "<p>" + text.joined(separator: keepsLines ? "<br>" : "\n") + "</p>"
    }
    lines = []
  }

  /// Whether the lines are no prose that was wrapped: most are short, or begin as items do.
  private var keepsLines: Bool {
    let items = lines.count { line in
      let start = line.drop { $0 == " " }
      return ["* ", "- ", "+ ", "# "].contains { start.hasPrefix($0) } || line.hasPrefix("  ")
    }
    let wrapped = lines.dropLast().count { $0.count >= Self.wrappedLine }
    return items > 0 || wrapped * 2 < lines.count - 1
  }

  /// How many characters a line has that was wrapped.
  private static let wrappedLine = 50

  private static func escaped(_ line: String) -> String {
    line.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }
}
