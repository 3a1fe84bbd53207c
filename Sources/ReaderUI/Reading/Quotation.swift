import DocumentModel

/// Words that a comment quotes.
struct Quotation: Equatable, Sendable {
  /// The fewest letters and digits by which a passage is found that is marked as a quotation.
  static let leastMarked = 8
  /// The same for words between quotation marks, which may be anybody's.
  static let leastSpoken = 24

  /// The words as they stand in the comment.
  let text: String
  /// What they are found by: the longest part of them without an omission.
  let words: ComparableWords

  /// What `text` quotes if it has enough words to be found by, otherwise `nil`.
  init?(_ text: String, least: Int) {
    let parts = Self.parts(of: text).map { ComparableWords($0) }
    guard let longest = parts.max(by: { $0.bytes.count < $1.bytes.count }),
      longest.bytes.count >= least
    else { return nil }
    self.text = text
    words = longest
  }

  /// `text` cut where its writer left something out.
  private static func parts(of text: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = text[...]
    while let omission = ["…", "..."].compactMap({ rest.firstRange(of: $0) })
      .min(by: { $0.lowerBound < $1.lowerBound })
    {
      parts.append(rest[..<omission.lowerBound])
      rest = rest[omission.upperBound...]
    }
    return parts + [rest]
  }
}

extension Reading {
  /// How many quotations of one comment are looked at.
  private static var mostQuotations: Int { 100 }

  /// What `id` quotes, in order; O(length of the comment).
  ///
  /// That is what its mark-up or `>` signs tell; without those, what stands between quotation marks.
  func quotations(in id: CommentID) -> [Quotation] {
    let body = body(of: id)
    let blocks = body.document.blocks(in: body.blocks)
    let marked = blocks.filter { $0.quoteDepth == 1 }.prefix(Self.mostQuotations)
    guard marked.isEmpty else {
      return marked.compactMap {
        Quotation(body.document.text(of: $0), least: Quotation.leastMarked)
      }
    }
    return blocks.lazy.flatMap { Self.spoken(in: body.document.text(of: $0)) }
      .prefix(Self.mostQuotations)
      .compactMap { Quotation(String($0), least: Quotation.leastSpoken) }
  }

  /// What stands between quotation marks in `text`.
  private static func spoken(in text: String) -> [Substring] {
    let scalars = text.unicodeScalars
    var found: [Substring] = []
    var start = scalars.startIndex
    while start < scalars.endIndex {
      let mark = scalars[start]
      scalars.formIndex(after: &start)
      guard let ends = ends(of: mark) else { continue }
      guard let end = scalars[start...].firstIndex(where: { $0 == ends.0 || $0 == ends.1 })
      else { break }
      found.append(text[start..<end])
      start = scalars.index(after: end)
    }
    return found
  }

  /// What closes a quotation that `mark` opens, in the languages that have pairs of marks; `nil` if it
  /// opens none.
  private static func ends(of mark: Unicode.Scalar) -> (Unicode.Scalar, Unicode.Scalar)? {
    switch mark {
    case "“": ("”", "”")
    case "„": ("“", "”")
    case "«": ("»", "»")
    case "»": ("«", "«")
    case "\"": ("\"", "\"")
    default: nil
    }
  }
}
