import DocumentModel

extension Authorship {
  /// The word for it in JSON.
  var word: StaticString {
    switch self {
    case .stated: "stated"
    case .inferred: "inferred"
    case .unknown: "unknown"
    }
  }
}

extension ReplyLink {
  /// The word for it in JSON.
  var word: StaticString {
    switch self {
    case .root: "root"
    case .stated, .opening: "stated"
    case .inferred, .assumedRoot: "inferred"
    case .unresolved: "unresolved"
    }
  }
}

extension CommentState {
  /// The word for it in JSON.
  var word: StaticString {
    switch self {
    case .shown: "shown"
    case .deleted: "deleted"
    case .pending: "pending"
    case .placeholder: "stub"
    case .ping: "ping"
    case .opening: "opening"
    case .headerless: "headerless"
    }
  }
}

extension Block {
  /// The word for its kind in JSON.
  var word: StaticString {
    switch kind {
    case .paragraph: quoteDepth > 0 ? "quote" : "paragraph"
    case .heading: "heading"
    case .listItem: "list"
    case .code: "code"
    case .table: "table"
    case .image: "image"
    case .embed: "embed"
    case .rule: "rule"
    }
  }
}

extension Span.Kind {
  /// The word for it in JSON.
  var word: StaticString {
    switch self {
    case .link: "link"
    case .emphasis: "emphasis"
    case .strong: "strong"
    case .code: "code"
    case .strikethrough: "strikethrough"
    case .image: "image"
    case .spoiler: "spoiler"
    }
  }
}
