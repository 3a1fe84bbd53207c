import DocumentModel

/// Where a document is not well-formed XML.
package struct XMLFault: Hashable, Sendable {
  /// What became of it.
  package enum Outcome: Hashable, Sendable {
    /// The source ends there.
    case end
    /// What was meant could be told, and is read.
    case mended
    /// What stands there up to the next record is left out.
    case leftOut
  }

  /// How much could be told of what was meant.
  enum Mending: Hashable, Sendable {
    case none
    /// A reference to one of HTML's characters.
    case name
    /// A character that has to be written as a reference.
    case mark
  }

  /// The source line, counted from 1.
  package let line: Int
  /// What became of it.
  package private(set) var outcome: Outcome
  let mending: Mending

  /// The fault after `rest` is what mending left; nil if nothing is left that anybody would notice.
  func mended(leaving rest: XMLFault?) -> XMLFault? {
    if let rest { return rest }
    guard mending == .mark else { return nil }
    var fault = self
    fault.outcome = .mended
    return fault
  }

  /// The fault for people.
  package var diagnostic: Diagnostic {
    switch outcome {
    case .end:
      Diagnostic(
        .warning,
        "the XML ends early, at line \(line); what precedes is shown",
        lines: line...line
      )
    case .mended:
      Diagnostic(
        .note,
        "the XML is not well-formed at line \(line); read as it seems to be meant",
        lines: line...line
      )
    case .leftOut:
      Diagnostic(
        .warning,
        "the XML is not well-formed at line \(line); what stands there may be missing",
        lines: line...line
      )
    }
  }
}
