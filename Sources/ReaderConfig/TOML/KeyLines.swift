/// The source lines of the keys of a TOML document.
///
/// TOMLKit reports the lines of syntax errors, but not those of values, which other messages need.
/// A key inside an inline table or array has the line of the key that contains it. Multi-line strings
/// are not recognised: what looks like a key in one counts as a key.
struct KeyLines {
  private var lines: [[String]: Int] = [:]

  /// Finds the keys of `text`; lines are numbered from 1.
  init(of text: String) {
    var table: [String] = []
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      var rest = line.drop(while: \.isWhitespace)
      if rest.first == "[" {
        rest = rest.drop { $0 == "[" }
        guard let (path, _) = Self.key(at: rest) else { continue }
        table = path
        lines[path] = lines[path] ?? number
      } else if let (path, after) = Self.key(at: rest), after.first == "=" {
        lines[table + path] = lines[table + path] ?? number
      }
    }
  }

  /// The line of the key at `path`, or of the nearest table around it; 1 if there is none.
  subscript(path: [String]) -> Int {
    var path = path
    while !path.isEmpty {
      if let line = lines[path] { return line }
      path.removeLast()
    }
    return 1
  }

  /// The parts of the dotted key at the start of `text`, and the rest.
  private static func key(at text: Substring) -> (path: [String], rest: Substring)? {
    var path: [String] = []
    var rest = text.drop(while: \.isWhitespace)
    while let first = rest.first {
      let part: Substring
      if first == "\"" || first == "'" {
        part = rest.dropFirst().prefix { $0 != first }
        rest = rest.dropFirst(part.count + 2)
      } else {
        part = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        guard !part.isEmpty else { return nil }
        rest = rest.dropFirst(part.count)
      }
      path.append(String(part))
      rest = rest.drop(while: \.isWhitespace)
      guard rest.first == "." else { return (path, rest) }
      rest = rest.dropFirst().drop(while: \.isWhitespace)
    }
    return nil
  }
}
