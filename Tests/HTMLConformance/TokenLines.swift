/// Tokens as lines of text, to be compared.
struct TokenLines {
  private var lines: [String] = []
  private var pending = ""

  var text: String {
    var copy = self
    copy.flush()
    return copy.lines.joined(separator: "\n")
  }

  mutating func add(text: String) {
    pending.unicodeScalars.append(contentsOf: text.unicodeScalars)
  }

  mutating func add(_ kind: String, _ parts: [String?]) {
    flush()
    lines.append(kind + parts.map { " " + ($0.map { quoted($0) } ?? "null") }.joined())
  }

  mutating func add(start name: String?, _ attributes: [String: String], isSelfClosing: Bool) {
    let sorted = attributes.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    add("start", [name] + sorted + [isSelfClosing ? "/" : ""])
  }

  private mutating func flush() {
    if !pending.isEmpty { lines.append("text " + quoted(pending)) }
    pending = ""
  }

  /// The scalars as numbers where they are not plain: comparing strings would fold equivalents.
  private func quoted(_ text: String) -> String {
    text.unicodeScalars.map { $0.isASCII ? String($0) : "\\u{\(String($0.value, radix: 16))}" }
      .joined()
  }
}
