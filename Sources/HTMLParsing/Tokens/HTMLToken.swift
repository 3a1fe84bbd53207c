/// What the tokenizer read last, as ranges of bytes.
struct HTMLToken {
  enum Kind {
    case text, startTag, endTag, comment, doctype, end
  }

  var kind = Kind.end
  /// The bytes of text or a comment.
  var range = 0..<0
  var traits: TextTraits = []
  /// Where the token begins.
  var offset = 0
  /// The name of a tag.
  var name = HTMLName.other
  /// The case of the name.
  var tag = HTMLTag.other
  var isSelfClosing = false
  /// The attributes, at the end of the tokenizer's array.
  var attributes = 0..<0
  var doctype = DoctypeToken()
}

/// The parts of `<!DOCTYPE …>` as ranges of bytes; nil is missing.
struct DoctypeToken {
  var name: Range<Int>?
  var publicID: Range<Int>?
  var systemID: Range<Int>?
  var forcesQuirks = false
}
