import DocumentModel

/// The fields by which an answer to a message of mail is found in its thread (RFC 5322, section 3.6.4).
struct ReplyFields {
  /// The most ids that are named: the first, and those nearest to the message.
  private static let limit = 20

  private var ids: [String] = []

  /// The fields of an answer to the last of `ids`, which leads from the opening of its thread; `nil` if
  /// that is no id of a message.
  private init?(_ ids: [String]) {
    guard let last = ids.last, Self.isMessage(last) else { return nil }
    let known = ids.filter(Self.isMessage)
    self.ids = known.prefix(1) + known.dropFirst().suffix(Self.limit - 1)
  }

  /// The fields of an answer to the first message of what an entry leads to.
  init?(_ entry: ListingEntry) {
    self.init([entry.id].compactMap(\.self))
  }

  /// The fields of an answer to a comment, or to the opening post; O(depth).
  init?(_ document: Document, _ comment: CommentID?) {
    var ids: [String] = []
    var next = comment
    var answersOpening = comment == nil
    while let id = next {
      let message = document[id]
      ids.append(document.text[message.sourceID])
      // What is missing between them is named where it is all that is known of what came before.
      if message.replyLink == .unresolved { ids.append(document.text[message.replyToID]) }
      answersOpening = message.replyLink == .opening
      next = message.parent
    }
    if answersOpening, let opening = document.opening {
      ids.append(document.text[opening.sourceID])
    }
    self.init(ids.reversed())
  }

  /// The lines `In-Reply-To` and `References`.
  var text: String {
    let names = ids.map { "<\($0)>" }
    return "In-Reply-To: \(names.last ?? "")\nReferences: \(names.joined(separator: " "))"
  }

  /// Whether `id` names a message.
  private static func isMessage(_ id: String) -> Bool {
    id.utf8.count { $0 == UInt8(ascii: "@") } == 1 && !id.contains("://")
      && id.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
  }
}
