import DocumentModel

/// A JSON text (RFC 8259) as one flat array of values over its bytes.
///
/// Reading never fails: it stops where the text stops making sense, and what stands before that is
/// there. More lenient than the RFC where pages are: control characters in strings, commas before a
/// closing bracket, and text after the value pass. O(length), without recursion; of values nested
/// deeper than 100,000 the reading ends, and after two million values or one for ten bytes.
package struct JSONTree: Sendable {
  /// One value; a member's name is a value in front of it.
  struct Node {
    var kind: JSONValue.Kind
    /// The bytes of a string without its quotes, or of a number.
    let start: UInt32
    var count: UInt32 = 0
    /// The index behind the last value inside this one.
    var end: UInt32 = 0
    /// Whether a string holds escapes.
    var isEscaped = false
  }

  /// Where the text stopped making sense, in bytes; nil if it was read to the end.
  package let errorOffset: Int?
  /// Whether it has more values than are read.
  package let isCut: Bool

  /// Where the outermost value ends, in bytes, or the reading does.
  package let endOffset: Int

  let nodes: [Node]
  let storage: TextStorage

  /// Reads a text; of more than 4 GiB nothing.
  package init(_ storage: TextStorage) {
    self.storage = storage
    var reader = JSONReader(storage.bytes)
    reader.run()
    nodes = reader.nodes
    errorOffset = reader.errorOffset
    isCut = reader.isCut
    endOffset = reader.position
  }

  /// Whether the outermost value is followed by nothing but blanks; of what makes no sense, `false`.
  package var isWhole: Bool {
    errorOffset == nil && storage.bytes[endOffset...].allSatisfy { $0 <= 0x20 }
  }

  /// Reads a copy of some bytes.
  package init(copying bytes: some Collection<UInt8>) {
    self.init(TextStorage(copying: bytes))
  }

  /// The outermost value, nil if there is none.
  package var root: JSONValue? { nodes.isEmpty ? nil : JSONValue(tree: self, index: 0) }
}
