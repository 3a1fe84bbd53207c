import DocumentModel
import DocumentParsing
import PageModel

/// Networks without sites: what their programs hand each other.
extension JSONSystem {
  /// Events of Nostr, one on each line: notes (NIP-01, NIP-10) and comments (NIP-22).
  static let nostr = JSONSystem(
    signs: [
      JSONSign("0.pubkey", "0.kind", "0.tags", "0.created_at"),
      // As a relay sends them, `["EVENT", subscription, event]` on each line, which are joined.
      JSONSign("2.pubkey", "2.kind", "2.tags", "2.created_at", prefix: ("0", "EVENT")),
    ],
    post: JSONPost(at: ["0"]),
    comments: [""],
    fields: JSONFields(
      id: ["id"],
      author: ["pubkey"],
      date: ["created_at"],
      body: [JSONBody("content", .plain)]
    ),
    adjust: { value, comment in
      let kind = value["kind"]?.integer ?? 0
      comment.isLeftOut = kind != 1 && kind != 1111
      guard let answered = answeredEvent(of: value, kind: kind) else {
        comment.isPost = kind == 1
        return
      }
      comment.parts.parent = .id(answered)
    }
  )

  /// The id of the event that another answers; nil if it opens a thread.
  private static func answeredEvent(of event: JSONValue, kind: Int64) -> String? {
    let tags = event.list("tags").map { $0.elements.map { $0.string ?? "" } }
    let events = tags.filter { $0.count > 1 && $0[0] == "e" }
    // A comment names what it answers in one tag; of notes the mark decides, in old ones the place.
    if kind == 1111 { return events.last?[1] }
    func marked(_ mark: String) -> [String]? { events.first { $0.count > 3 && $0[3] == mark } }
    if let tag = marked("reply") ?? marked("root") { return tag[1] }
    return events.last { $0.count < 4 || $0[3].isEmpty }?[1]
  }
}
