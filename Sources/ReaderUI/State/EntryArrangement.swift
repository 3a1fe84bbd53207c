import DocumentModel

/// The orders a list of entries can be read in.
public enum EntryOrder: String, Hashable, Sendable, CaseIterable {
  /// As the source has them.
  case given
  /// The newest first, those without a date last.
  case newest
  /// Those with the most comments first.
  case comments
  /// Those with the most points first.
  case points
  /// Those with the most new comments first.
  case new

  /// What the list is, in words.
  var sentence: String {
    switch self {
    case .given: "in the order of the source"
    case .newest: "newest first"
    case .comments: "most comments first"
    case .points: "most points first"
    case .new: "most new comments first"
    }
  }

  /// What entries are ordered by, the highest first; `nil`: nothing, they stay in their order.
  func key(of entry: ListingEntry) -> Int64? {
    switch self {
    case .given: nil
    case .newest: entry.date?.seconds ?? .min
    case .comments: entry.comments.map(Int64.init) ?? .min
    case .points: entry.score.map(Int64.init) ?? .min
    case .new: Int64(entry.new)
    }
  }
}

/// Which entries of a list are shown, and in which order.
struct EntryArrangement: Equatable, Sendable {
  /// The order.
  var order = EntryOrder.given
  /// What shown entries must hold; empty: all are shown.
  var filter = ""
  /// The keys of entries that are left out.
  var hidden: Set<String> = []

  /// The entries that are shown, as indices into `entries`; O(n log n).
  func shown(of entries: [ListingEntry]) -> [Int] {
    let filter = EntryFilter(filter)
    let kept = entries.indices.filter { index in
      (hidden.isEmpty || !hidden.contains(entries[index].key)) && filter.matches(entries[index])
    }
    guard order != .given else { return kept }
    let keyed = kept.map { (index: $0, key: order.key(of: entries[$0]) ?? .min) }
    return keyed.sorted { ($1.key, $0.index) < ($0.key, $1.index) }.map(\.index)
  }
}

/// The words that entries must hold: in their title, site, author or tags, or in the field named
/// before a colon.
struct EntryFilter {
  private struct Term {
    /// The field: `from`, `subject` or `title`, `site` or `tag`; empty: any.
    let field: Substring
    let word: [UInt8]

    init(_ field: Substring, _ word: some StringProtocol) {
      self.field = field
      self.word = Array(word.utf8)
    }
  }

  private let terms: [Term]

  /// The filter that `text` describes, words parted by blanks; all must be found.
  init(_ text: String) {
    terms = text.lowercased().split(separator: " ").map { word in
      for field in ["from", "subject", "title", "site", "tag"] where word.hasPrefix(field + ":") {
        return Term(Substring(field), word.dropFirst(field.count + 1))
      }
      return Term("", word)
    }
  }

  /// Whether `entry` holds all words; upper and lower case count as the same.
  func matches(_ entry: ListingEntry) -> Bool {
    terms.allSatisfy { term in
      func holds(_ text: String?) -> Bool {
        text.map { Self.holds($0, term.word) } ?? false
      }
      switch term.field {
      case "from": return holds(entry.author)
      case "subject", "title": return holds(entry.title)
      case "site": return holds(entry.site)
      case "tag": return entry.tags.contains { holds($0) }
      default:
        return holds(entry.title) || holds(entry.site) || holds(entry.author)
          || entry.tags.contains { holds($0) }
      }
    }
  }

  /// Whether `text` holds `word`, which is in lower case; compares bytes, since a list may have
  /// thousands of texts and each key looks through all of them.
  private static func holds(_ text: String, _ word: [UInt8]) -> Bool {
    var text = text
    if !text.utf8.allSatisfy({ $0 < 0x80 }) { text = text.lowercased() }
    return text.withUTF8 { bytes in
      guard let first = word.first, bytes.count >= word.count else { return word.isEmpty }
      for start in 0...bytes.count - word.count where lowered(bytes[start]) == first {
        if word.indices.allSatisfy({ lowered(bytes[start + $0]) == word[$0] }) { return true }
      }
      return false
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    0x41...0x5A ~= byte ? byte | 0x20 : byte
  }
}

extension ListingEntry {
  /// What tells it from other entries, also when the list has been loaded again.
  public var key: String {
    discussion ?? article ?? part.map { "part \($0)" } ?? id ?? title
  }
}
