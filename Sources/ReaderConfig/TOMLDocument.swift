import TOMLKit

/// A TOML document with its name, to say where in it something is wrong.
struct TOMLDocument {
  /// A document that is no TOML.
  struct SyntaxError: Error, Hashable {
    let line: Int
    let column: Int
    let reason: String
  }

  /// What messages call the file.
  let name: String
  /// The values.
  let table: TOMLTable
  private let text: String

  /// The document in `text`.
  init(_ text: String, name: String) throws(SyntaxError) {
    self.name = name
    self.text = text
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw SyntaxError(
        line: error.source.begin.line,
        column: error.source.begin.column,
        reason: error.description
      )
    } catch {
      throw SyntaxError(line: 1, column: 1, reason: "\(error)")
    }
  }

  /// Messages with the lines of their keys, in the order of the lines.
  func located(_ problems: [Problem]) -> [String] {
    guard !problems.isEmpty else { return [] }
    let lines = KeyLines(of: text)
    return
      problems
      .map { (line: lines[$0.path], message: $0.message) }
      .sorted { $0.line < $1.line }
      .map { "\(name):\($0.line): \($0.message)" }
  }

  /// The lines of all keys.
  ///
  /// O(length of the document).
  var lines: KeyLines { KeyLines(of: text) }
}

/// Something wrong with one key of a document.
struct Problem: Hashable {
  /// The key, from the outermost table in.
  let path: [String]
  /// What is wrong, and what would be right.
  let message: String

  init(_ path: [String], _ message: String) {
    self.path = path
    self.message = message
  }
}
