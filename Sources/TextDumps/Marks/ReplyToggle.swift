import DocumentModel
import DocumentParsing

/// The line that unfolds the replies to a comment: «View Replies (4)», in the page's language.
///
/// wpDiscuz prints it below the last button of a comment: a label and a number in brackets. A name
/// can look like this, but the label is the same for all comments of a page.
struct ReplyToggle {
  private let lines: TextLines
  private let label: Range<Int>?
  /// Whether the label is one that wpDiscuz is known to use.
  private let isKnown: Bool
  private let isDate: (Int) -> Bool
  private let longest: Int

  private var bytes: UnsafeRawBufferPointer { lines.bytes }

  /// Labels of wpDiscuz and its translations, for pages that print it once.
  private static let labels: [StaticString] = [
    "View Replies", "Show Replies", "Mostrar respuestas", "Mostrar las respuestas", "显示回复",
    "مشاهده پاسخ ها",
  ]

  /// Learns the label from the lines below `buttons`.
  ///
  /// It is the most common one that occurs there more than once, or above a name printed twice, or
  /// that wpDiscuz is known to use. A line directly above a date (`isDate`) is taken for a name, unless
  /// its label is known.
  init(
    _ lines: TextLines,
    below buttons: some Sequence<Int>,
    policy: TextThreadPolicy,
    isDate: @escaping (Int) -> Bool
  ) {
    self.lines = lines
    self.isDate = isDate
    longest = policy.longestToggle
    let bytes = lines.bytes
    var found: [(label: Range<Int>, weight: Int)] = []
    for line in buttons.lazy.map({ $0 + 1 }) {
      guard let label = Self.label(lines, line, longest: longest),
        !Self.isRepeated(lines, line)
      else {
        continue
      }
      let isKnown = Self.labels.contains { bytes.equal(label, $0) }
      guard isKnown || !isDate(line + 1) else { continue }
      let isTold = isKnown || Self.isRepeated(lines, line + 1)
      let weight = isTold ? policy.toldToggleWeight : 1
      if let known = found.firstIndex(where: { bytes.equal($0.label, label) }) {
        found[known].weight += weight
      } else if found.count < policy.mostToggleLabels {
        found.append((label, weight))
      }
    }
    let best = found.max { $0.weight < $1.weight }
    label = best.flatMap { $0.weight >= policy.leastToggleWeight ? $0.label : nil }
    isKnown = label.map { label in Self.labels.contains { bytes.equal(label, $0) } } ?? false
  }

  /// Whether `line` is the toggle of the comment above it.
  func stands(at line: Int) -> Bool {
    guard let label, let own = Self.label(lines, line, longest: longest) else { return false }
    return bytes.equal(own, label) && !Self.isRepeated(lines, line)
      && (isKnown || !isDate(line + 1))
  }

  /// The text before a number in brackets at the end of the line, `nil` if there is no such number.
  private static func label(
    _ lines: TextLines,
    _ line: Int,
    longest: Int
  ) -> Range<Int>? {
    guard line < lines.count, lines.offsets(line).count <= longest else { return nil }
    let (bytes, text) = (lines.bytes, lines.text(line))
    guard text.count >= 4, bytes[text.upperBound - 1] == 0x29 else { return nil }
    var offset = text.upperBound - 2
    while offset > text.lowerBound, 0x30...0x39 ~= bytes[offset] { offset -= 1 }
    guard offset < text.upperBound - 2, bytes[offset] == 0x28 else { return nil }
    let label = bytes.trimmed(text.lowerBound..<offset)
    return label.isEmpty ? nil : label
  }

  /// Whether the next line is the same: the text of an avatar and the name.
  private static func isRepeated(
    _ lines: TextLines,
    _ line: Int
  ) -> Bool {
    guard line + 1 < lines.count, !lines.isBlank(line) else { return false }
    return lines.same(line, line + 1)
  }
}
