/// Answers that sites gave with a mark of their version, so that they need not send them again as long
/// as nothing has changed (RFC 9111).
struct AnswerCache {
  private struct Entry {
    let answer: FetchAnswer
    var lastUse: Int
  }

  /// How large an answer that is kept may be, and all of them, in bytes.
  private static let (answerLimit, limit) = (4 << 20, 16 << 20)

  private var entries: [String: Entry] = [:]
  private var size = 0
  private var uses = 0

  /// The headers that ask a site to answer only if its answer is another than the one that is kept;
  /// none if none is.
  mutating func conditions(for request: FetchRequest) -> [String] {
    guard let headers = answer(to: request)?.headers else { return [] }
    if let tag = headers["etag"] { return ["If-None-Match: \(tag)"] }
    return headers["last-modified"].map { ["If-Modified-Since: \($0)"] } ?? []
  }

  /// The answer that is kept to `request`, `nil` if none is.
  mutating func answer(to request: FetchRequest) -> FetchAnswer? {
    let key = Self.key(request)
    guard request.form == nil, let entry = entries[key] else {
      return nil
    }
    uses += 1
    entries[key]?.lastUse = uses
    return entry.answer
  }

  /// Keeps `answer` to `request` if its version can be asked for; the one used longest ago makes room.
  mutating func keep(_ answer: FetchAnswer, to request: FetchRequest) {
    guard request.form == nil, answer.status == 200 else { return }
    let key = Self.key(request)
    drop(key)
    let isMarked = answer.headers["etag"] != nil || answer.headers["last-modified"] != nil
    let isPrivate = answer.headers["cache-control"]?.contains("no-store") ?? false
    guard isMarked, !isPrivate, answer.body.count <= Self.answerLimit else { return }
    uses += 1
    entries[key] = Entry(answer: answer, lastUse: uses)
    size += answer.body.count
    while size > Self.limit, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
      drop(oldest.key)
    }
  }

  private mutating func drop(_ key: String) {
    guard let old = entries.removeValue(forKey: key) else { return }
    size -= old.answer.body.count
  }

  private static func key(_ request: FetchRequest) -> String {
    "\(request.accept) \(request.address)"
  }
}
