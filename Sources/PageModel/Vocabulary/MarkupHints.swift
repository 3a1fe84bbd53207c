import DocumentModel

/// What the parts of an element's names hint at.
///
/// A set of the vocabulary's meanings. It is no `OptionSet`: the operations of that protocol are not
/// specialised across modules, and a page asks for them at every element.
@frozen
package struct MarkupHints: Hashable, Sendable {
  @usableFromInline let bits: UInt16

  @inlinable
  init(bits: UInt16) { self.bits = bits }

  /// Nothing.
  package static var none: MarkupHints { MarkupHints(bits: 0) }
  /// A comment, or the place where comments stand.
  package static var comment: MarkupHints { MarkupHints(bits: 1) }
  /// A post of a forum, or the place where posts stand.
  package static var post: MarkupHints { MarkupHints(bits: 2) }
  /// Who wrote something.
  package static var author: MarkupHints { MarkupHints(bits: 4) }
  /// When it was written.
  package static var date: MarkupHints { MarkupHints(bits: 8) }
  /// What was written.
  package static var body: MarkupHints { MarkupHints(bits: 16) }
  /// No part of a comment whatever else the names say: a picture, a form, a count, a widget.
  package static var accessory: MarkupHints { MarkupHints(bits: 32) }
  /// A title above a text.
  package static var title: MarkupHints { MarkupHints(bits: 64) }
  /// A quotation of another text.
  package static var quotation: MarkupHints { MarkupHints(bits: 128) }

  /// What can be done with a comment.
  package static var action: MarkupHints { MarkupHints(bits: 256) }

  /// Whether all that `other` hints at is hinted at.
  @inlinable
  package func contains(_ other: MarkupHints) -> Bool { bits & other.bits == other.bits }

  /// Whether something is hinted at that `other` hints at too.
  @inlinable
  package func intersects(_ other: MarkupHints) -> Bool { bits & other.bits != 0 }

  /// What either hints at.
  @inlinable
  package func union(_ other: MarkupHints) -> MarkupHints { MarkupHints(bits: bits | other.bits) }

  /// What both hint at.
  @inlinable
  package func intersection(_ other: MarkupHints) -> MarkupHints {
    MarkupHints(bits: bits & other.bits)
  }

  /// Adds what `other` hints at.
  @inlinable
  package mutating func formUnion(_ other: MarkupHints) { self = union(other) }
}

extension MarkupHints {
  /// The hints in the words of an attribute's value, split at marks, digits and capitals.
  ///
  /// O(length).
  package init(words value: UnsafeRawBufferPointer) {
    var hints = MarkupHints.none
    var hash = FNVHash.start
    var length = 0
    var wasLower = false
    var isFirst = true
    var isSkipped = false
    for byte in value {
      let isUpper = 0x41...0x5A ~= byte
      let isLetter = isUpper || 0x61...0x7A ~= byte || byte >= 0x80
      if length > 0, !isLetter || (isUpper && wasLower) {
        // `text-lg`: names of styles begin like this, and say nothing of what an element holds.
        let isStyle = isFirst && (byte == 0x2D && hash == Self.style || hash == Self.type)
        isSkipped = isSkipped || isFirst && hash == Self.type
        if !isStyle, !isSkipped, let hint = Self.table[hash] { hints.formUnion(hint) }
        (hash, length) = (FNVHash.start, 0)
        isFirst = false
      }
      if byte <= 0x20 || byte == 0x3A { (isFirst, isSkipped) = (true, false) }
      wasLower = isLetter && !isUpper
      guard isLetter else { continue }
      hash = FNVHash.mix(hash, isUpper ? byte | 0x20 : byte)
      length += 1
    }
    if length > 0, !isSkipped, let hint = Self.table[hash] { hints.formUnion(hint) }
    self = hints
  }

  private static let style = FNVHash.hash(of: "text")
  /// `typography_heading-xs`: a look, all of it.
  private static let type = FNVHash.hash(of: "typography")

  private init?(_ meaning: Vocabulary.Meaning) {
    switch meaning {
    case .comment: self = .comment
    case .post: self = .post
    case .author: self = .author
    case .date: self = .date
    case .body: self = .body
    case .accessory: self = .accessory
    case .title: self = .title
    case .action: self = .action
    case .quotation: self = .quotation
    default: return nil
    }
  }

  /// The vocabulary's parts of names by their hashes.
  private static let table: HashTable<MarkupHints> = {
    var table = HashTable<MarkupHints>()
    for entry in Vocabulary.entries where entry.match == .part {
      guard let hint = MarkupHints(entry.meaning) else { continue }
      for name in entry.names {
        let hash = FNVHash.hash(of: name)
        table[hash] = (table[hash] ?? .none).union(hint)
      }
    }
    return table
  }()
}
