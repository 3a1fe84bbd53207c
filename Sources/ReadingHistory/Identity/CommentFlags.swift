/// What is remembered of a comment, a bit each.
package struct CommentFlags: OptionSet, Hashable, Sendable {
  /// The bits, as they are stored.
  package let rawValue: UInt8

  /// Flags from their bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Its text was on the screen, or its thread was marked read.
  package static let seen = CommentFlags(rawValue: 1)
  /// It came after the document was read for the first time.
  package static let arrived = CommentFlags(rawValue: 2)
  /// It is folded.
  package static let folded = CommentFlags(rawValue: 4)
  /// Its text stays when it is folded.
  package static let keepsText = CommentFlags(rawValue: 8)
  /// It is hidden, with its replies.
  package static let hidden = CommentFlags(rawValue: 16)
  /// It is long and shown whole.
  package static let expanded = CommentFlags(rawValue: 32)
  /// Its full text is shown in place of the one the site cut.
  package static let opened = CommentFlags(rawValue: 64)
  /// The document that was read last does not have it.
  package static let absent = CommentFlags(rawValue: 128)

  /// Whether it is new: it came later and nobody has seen it.
  package var isNew: Bool { contains(.arrived) && isDisjoint(with: [.seen, .absent]) }

  /// These flags with those that were changed from `base` to `own`.
  func merging(_ own: CommentFlags, since base: CommentFlags) -> CommentFlags {
    let changed = own.rawValue ^ base.rawValue
    return CommentFlags(rawValue: rawValue & ~changed | own.rawValue & changed)
  }
}
