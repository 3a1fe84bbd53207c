extension GrowingSource {
  /// A discussion as JSON; the elements of its longest array of objects, which are its comments, are
  /// repeated.
  ///
  /// Each time the comments have other IDs, and answers to each other answer those.
  init(_ name: String, repeatingElementsOf json: String) {
    let bytes = Array(json.utf8)
    let tokens = JSONToken.all(in: bytes)
    let elements = Self.longestArray(in: tokens) ?? 0..<0
    let part = tokens[elements]
    let names = Self.names(in: part, of: bytes)
    let start = part.first?.range.lowerBound ?? bytes.count
    let end = part.last?.range.upperBound ?? bytes.count
    self.init(
      name,
      head: String(decoding: bytes[..<start], as: UTF8.self),
      tail: String(decoding: bytes[end...], as: UTF8.self),
      isPage: false
    ) { number in
      let separator = number == 0 ? "" : ",\n"
      return separator + Self.renamed(part, of: bytes, names, number: number)
    }
  }

  /// The tokens of the elements of the array with the most objects, of several the longest.
  private static func longestArray(in tokens: [JSONToken]) -> Range<Int>? {
    var open: [(start: Int, objects: Int)] = []
    var longest: (tokens: Range<Int>, objects: Int)?
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .opensObject, .opensArray:
        if token.kind == .opensObject, let last = open.indices.last { open[last].objects += 1 }
        open.append((index + 1, 0))
      case .closes:
        guard let closed = open.popLast(), tokens[closed.start - 1].kind == .opensArray else {
          break
        }
        let tokens = closed.start..<index
        let known = (longest?.objects ?? 0, longest?.tokens.count ?? 0)
        if (closed.objects, tokens.count) > known { longest = (tokens, closed.objects) }
      case .key, .value, .punctuation: break
      }
    }
    return longest?.tokens
  }

  /// The members by which systems name their comments.
  private static let nameKeys: Set<String> = [
    "id", "name", "objectID", "short_id", "uri", "cid", "ap_id", "url", "post_number", "comment_id",
    "id_code", "node_id", "permalink", "pid", "ts",
  ]

  /// The values that are names of comments.
  private static func names(in tokens: ArraySlice<JSONToken>, of bytes: [UInt8]) -> Set<[UInt8]> {
    var names: Set<[UInt8]> = []
    var key = ""
    for token in tokens {
      if token.kind == .key { key = String(decoding: token.content(of: bytes), as: UTF8.self) }
      guard token.kind == .value, nameKeys.contains(key) else { continue }
      names.insert(Array(token.content(of: bytes)))
    }
    return names.subtracting(["null", "true", "false", ""].map { Array($0.utf8) })
  }

  /// The text of `tokens` with a number behind each of `names`.
  private static func renamed(
    _ tokens: ArraySlice<JSONToken>,
    of bytes: [UInt8],
    _ names: Set<[UInt8]>,
    number: Int
  ) -> String {
    var text: [UInt8] = []
    let suffix = Array(String(1_000_000 + number).utf8)
    for token in tokens {
      let content = token.content(of: bytes)
      guard number > 0, token.kind == .value, names.contains(Array(content)) else {
        text += bytes[token.range]
        continue
      }
      text += bytes[token.range.lowerBound..<content.startIndex]
      text += content
      text += suffix
      text += bytes[content.endIndex..<token.range.upperBound]
    }
    return String(decoding: text, as: UTF8.self)
  }
}
