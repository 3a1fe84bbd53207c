import DocumentModel
import DocumentParsing

/// A source read as JSON.
struct JSONSource: Sendable {
  let tree: JSONTree

  init(_ source: SourceText) {
    let first = JSONTree(source.raw)
    // Most sources are one value; those are read once.
    tree = first.isWhole ? first : JSONTree(JSONSequence.joined(source.raw))
  }
}

extension SourceText {
  /// The outermost value, parsed once for all formats; nil if the source is no JSON.
  ///
  /// Of anything that does not begin as JSON only the first byte is read.
  var jsonRoot: JSONValue? { beginsAsJSON ? reading(JSONSource.init).tree.root : nil }

  /// Whether the first byte that is no blank begins an object or an array.
  private var beginsAsJSON: Bool {
    let bytes = raw.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].first { $0 > 0x20 }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }
}

extension JSONTree {
  /// What is wrong with the text; nil if it was read to its end.
  var diagnostic: Diagnostic? {
    errorOffset.map { offset in
      isCut
        ? .isCut("JSON", at: offset)
        : Diagnostic(
          .warning,
          "the JSON is not well-formed at byte \(offset); what precedes it is shown"
        )
    }
  }
}
