import DocumentModel
import TextSearch

/// A document as it is being read: with the full texts found for comments its site cut.
public struct Reading: Sendable {
  /// The document.
  public let document: Document
  /// Full texts of cut comments, by comment.
  public var completions: [CommentID: Completion] = [:]
  /// How far a comment is indented, in steps; computed once, in O(comments).
  private let steps: [UInt8]
  /// How deep comments stand, 255 at most: close together, for what asks for the depths of all.
  let depths: [UInt8]
  /// The scalars of the document, which spare searches what cannot be there.
  let scalars: ScalarSet

  /// Begins to read `document`.
  public init(_ document: Document) {
    self.document = document
    steps = Self.indentation(of: document)
    depths = document.comments.map { UInt8(clamping: $0.depth) }
    scalars = ScalarSet(of: document.text)
  }

  /// How many steps `id` is indented: a chain of single replies stays in one column.
  ///
  /// Answers to the start of a thread always stand one step in; further in, only where a comment
  /// has several answers. Stops at 255.
  public func indentation(of id: CommentID) -> Int { Int(steps[id.index]) }

  /// The text shown for `id`: its own blocks, or the completed ones.
  public func body(of id: CommentID) -> Body {
    guard let completion = completions[id], completion.isOpen else {
      return Body(document: document, blocks: document[id].blocks)
    }
    return Body(document: completion.document, blocks: completion.blocks)
  }

  private static func indentation(of document: Document) -> [UInt8] {
    var steps = [UInt8](repeating: 0, count: document.comments.count)
    for index in steps.indices {
      guard let parent = document.comments[index].parent else { continue }
      let isAnswerToRoot = document[parent].parent == nil
      let deeper = isAnswerToRoot || document.branches(parent)
      steps[index] = UInt8(clamping: Int(steps[parent.index]) + (deeper ? 1 : 0))
    }
    return steps
  }
}

/// Blocks, and the document whose arena holds them.
public struct Body: Sendable {
  /// The document the blocks belong to.
  public let document: Document
  /// Indices into its blocks.
  public let blocks: Range<Int32>
}

/// The full text of a comment that its site cut short.
public struct Completion: Sendable {
  /// The document that holds it.
  public let document: Document
  /// The comment's blocks there.
  public let blocks: Range<Int32>
  /// Where it comes from, in words for the reader.
  public let origin: String
  /// Whether it is shown in place of the cut text.
  public var isOpen: Bool

  /// A full text.
  public init(document: Document, blocks: Range<Int32>, origin: String, isOpen: Bool = true) {
    self.document = document
    self.blocks = blocks
    self.origin = origin
    self.isOpen = isOpen
  }
}
