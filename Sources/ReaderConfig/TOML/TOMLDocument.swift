import TOMLKit

/// A TOML document that knows its name and the lines of its keys, for messages.
struct TOMLDocument {
  /// The text is not TOML.
  struct SyntaxError: Error, Hashable {
    let line: Int
    let column: Int
    let reason: String
  }

  /// The name of the file in messages.
  let name: String
  /// The values.
  let table: TOMLTable
  private let text: String

  /// Parses `text`.
  init(_ text: String, name: String) throws(SyntaxError) {
    self.name = name
    self.text = text
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw SyntaxError(
        line: error.source.begin.line,
        column: error.source.begin.column,
        reason: Self.reason(error.description, at: error.source.begin.line, in: text)
      )
    } catch {
      throw SyntaxError(line: 1, column: 1, reason: "\(error)")
    }
  }

  /// The parser's `description` of what is wrong with `line`, in words for those who write settings.
  private static func reason(_ description: String, at line: Int, in text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let content = lines.indices.contains(line - 1) ? lines[line - 1] : ""
    let quotes = content.count { $0 == "\"" }
    if description.contains("string"), quotes % 2 == 1 { return "a closing quote is missing" }
    let known = [
      ("redefine", "this is set twice"), ("already defined", "this is set twice"),
      ("could not determine value type", "text needs quotes"),
      ("expected '='", "a name and its value are separated by ="),
      ("expected ']'", "a closing ] is missing"), ("expected '}'", "a closing } is missing"),
    ]
    if let match = known.first(where: { description.contains($0.0) }) { return match.1 }
    let isPlainWord = content.contains("=") && quotes == 0 && !content.contains("'")
    if isPlainWord, description.contains("value") || description.contains("expected '") {
      return "text needs quotes"
    }
    let prefix = description.firstRange(of: ": ")
    let rest = description.hasPrefix("Error while parsing") ? prefix?.upperBound : nil
    return String(description[(rest ?? description.startIndex)...])
  }

  /// Messages with file and line, in the order of the lines.
  func located(_ problems: [Problem]) -> [String] {
    guard !problems.isEmpty else { return [] }
    let lines = KeyLines(of: text)
    return
      problems
      .map { (line: lines[$0.path], message: $0.message) }
      .sorted { $0.line < $1.line }
      .map { "\(name):\($0.line): \($0.message)" }
  }

  /// The lines of all keys; O(length of the document).
  var lines: KeyLines { KeyLines(of: text) }
}

/// A problem with one key of a document.
struct Problem: Hashable {
  /// The key, from the outermost table inwards.
  let path: [String]
  /// What is wrong and what to do about it.
  let message: String

  init(_ path: [String], _ message: String) {
    self.path = path
    self.message = message
  }
}
