import DocumentModel
import SiteAccess
import SystemServices

/// The location of a discussion that its source holds among others, such as a thread of a mailbox:
/// `PATH#PART`, or `ADDRESS##PART`, since an address may have a fragment of its own.
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
    guard !WebPage.isAddress(text) else {
      guard let mark = text.firstRange(of: Self.webMark) else { return nil }
      source = String(text[..<mark.lowerBound])
      part = String(text[mark.upperBound...])
      return
    }
    guard let mark = text.lastIndex(of: "#"),
      (try? FileStatus(at: text)) == nil, (try? FileStatus(at: String(text[..<mark]))) != nil
    else { return nil }
    source = String(text[..<mark])
    part = String(text[text.index(after: mark)...])
  }

  /// The location as a text.
  var text: String { source + (isOnWeb ? Self.webMark : "#") + part }

  /// Whether the source is an address.
  var isOnWeb: Bool { WebPage.isAddress(source) }

  private static let webMark = "##"

  /// The index of its entry in `listing`, the list that its source holds by now: that of the same id
  /// or number, else the only one with the same `title`; `nil` if it is not there.
  func index(in listing: Listing, title: String) -> Int? {
    let entries = listing.entries
    let named = entries.firstIndex { Self.name(of: $0) == part }
    if let named, entries[named].id != nil || entries[named].title == title { return named }
    let alike = entries.indices.filter { entries[$0].title == title }
    return alike.count == 1 ? alike[0] : nil
  }

  /// The discussion called `title` as `owner`, the source as it was read, holds it; `nil` if it does
  /// not.
  func opened(in owner: OpenDocument, title: String) -> (OpenDocument, Document)? {
    guard let listing = (try? owner.wholeContents())?.listing,
      let index = index(in: listing, title: title),
      let document = listing.document(ofEntry: index)
    else { return nil }
    return (OpenDocument(document, entry: index, of: listing, from: owner), document)
  }

  private static func name(of entry: ListingEntry) -> String {
    entry.id ?? "\((entry.part ?? 0) + 1)"
  }
}
