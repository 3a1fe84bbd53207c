/// A part of a message: one of several inside another, or the whole of it (RFC 2046).
struct MessagePart {
  /// How it is structured.
  enum Structure {
    /// It has a content of its own.
    case leaf
    /// It holds parts between lines of its own.
    case multipart
    /// It holds a message.
    case message
  }

  /// The part it is inside of; `nil` for the message itself.
  let parent: Int?
  /// How it is structured.
  let structure: Structure
  /// Its header.
  let fields: HeaderFields
  /// Its type, such as `text/plain`, and its parameters.
  let type: ContentField
  /// Whether it is to be shown, and under which name to save it.
  let disposition: ContentField
  /// How its bytes are written.
  let encoding: TransferEncoding
  /// How many messages it is inside of, besides the one read.
  let quoteDepth: Int
  /// Its content.
  var body: Range<Int>
  /// The index of the first part that is not inside of it.
  var end: Int

  /// The name to save it by, `nil` if it has none.
  var name: String? {
    let name = disposition.parameter("filename") ?? type.parameter("name")
    return name?.isEmpty == false ? name : nil
  }

  /// Whether it is meant to be saved rather than shown.
  var isAttachment: Bool { disposition.value == "attachment" }
}
