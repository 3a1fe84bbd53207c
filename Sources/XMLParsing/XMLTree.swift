import DocumentModel

/// An XML document as a flat tree: elements, attributes and texts in the order of the source.
///
/// Immutable; a class, for every element refers to it. Names carry the usual prefix of their
/// namespace, whatever the document writes: `dc:creator`, `atom:entry`; see `XMLNames`.
package final class XMLTree: Sendable {
  let nodes: [XMLNode]
  let attributes: [XMLAttribute]
  let text: [UInt8]
  private let names: [String]
  private let numbers: [String: Int32]
  /// Where the document is first not well-formed; `nil` if it is well-formed.
  package let fault: XMLFault?
  /// Whether it has more elements and texts than are read.
  package let isCut: Bool

  init(_ builder: XMLTreeBuilder, fault: XMLFault?) {
    nodes = builder.nodes
    attributes = builder.attributes
    text = builder.text
    names = builder.names.names
    numbers = Dictionary(
      builder.names.names.enumerated().map { ($1, Int32($0)) },
      uniquingKeysWith: { first, _ in first }
    )
    isCut = builder.isCut
    self.fault = fault
  }

  /// The outermost element; `nil` if there is none.
  package var root: XMLElement? {
    nodes.first.flatMap { $0.name >= 0 ? XMLElement(self, 0) : nil }
  }

  func name(_ number: Int32) -> String { names[Int(number)] }

  func number(of name: String) -> Int32? { numbers[name] }

  /// What was odd, for people.
  package var diagnostics: [Diagnostic] {
    (isCut ? [.isCut("XML", at: nodes.count)] : []) + (fault.map { [$0.diagnostic] } ?? [])
  }
}
