import DocumentModel
import SiteAccess
import SystemServices

/// The location of a discussion that its source holds among others, such as a thread of a mailbox:
/// `PATH#PART`.
struct PartLocation: Hashable, Sendable {
  /// The file, folder or address of the source.
  let source: String
  /// The id that the source gives the discussion, else its number among them, from 1.
  let part: String

  /// The location of `entry` of the list that `source` holds.
  init(source: String, part entry: ListingEntry) {
    self.source = source
    part = Self.name(of: entry)
  }

  /// The location that `text` spells, `nil` if it is that of a file, an address or a folder.
  init?(_ text: String) {
    // Of an address, the rest behind the sign may as well be its own.
    guard !WebPage.isAddress(text), let mark = text.lastIndex(of: "#"),
      (try? FileStatus(at: text)) == nil, (try? FileStatus(at: String(text[..<mark]))) != nil
    else { return nil }
    source = String(text[..<mark])
    part = String(text[text.index(after: mark)...])
  }

  /// The location as a text.
  var text: String { source + "#" + part }

  /// The index of its entry in `listing`, the list that its source holds by now: that of the same id
  /// or number, else the only one with the same `title`; `nil` if it is not there.
  func index(in listing: Listing, title: String) -> Int? {
    let entries = listing.entries
    let named = entries.firstIndex { Self.name(of: $0) == part }
    if let named, entries[named].id != nil || entries[named].title == title { return named }
    let alike = entries.indices.filter { entries[$0].title == title }
    return alike.count == 1 ? alike[0] : nil
  }

  private static func name(of entry: ListingEntry) -> String {
    entry.id ?? "\((entry.part ?? 0) + 1)"
  }
}
