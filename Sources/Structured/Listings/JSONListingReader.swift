import DocumentModel
import DocumentParsing
import PageContent
import PageModel

/// Reads the entries of a JSON source by the table of its form.
///
/// O(size of the source); no recursion.
struct JSONListingReader {
  private let listing: JSONListing
  private let root: JSONValue
  private let base: PageAddress
  private let address: String?
  /// Names by ids, of the entries that name their authors so.
  private let names: [String: String]

  /// `address` is the source's own, `nil` if unknown.
  init(_ listing: JSONListing, _ root: JSONValue, address: String?) {
    self.listing = listing
    self.root = root
    self.address = address
    base = PageAddress((listing.isElsewhere ? nil : address) ?? listing.site ?? "")
    names = listing.fields.authorByID?.values(in: root) ?? [:]
  }

  /// Adds all entries to a listing under construction.
  func read(into builder: inout ListingBuilder) {
    builder.title = listing.title.text(in: root)
    if builder.title.isEmpty { builder.title = heading }
    for path in listing.entries {
      guard let list = path.value(in: root) else { continue }
      for value in list.elements where value.kind == .object {
        if let entry = entry(value) { builder.add(entry) }
      }
    }
  }

  /// What a list without a title is called: by what it holds and by where it is from.
  private var heading: String {
    let place = listing.isElsewhere ? nil : address.map { ListingPlace($0, listing.emptySteps) }
    let name = listing.heading?(root) ?? place?.name ?? ""
    guard let host = place?.host, !host.isEmpty else { return name }
    return name.isEmpty ? host : "\(host): \(name)"
  }

  /// The entry at a value; nil if it is none.
  private func entry(_ value: JSONValue) -> ListingEntry? {
    let fields = listing.fields
    var entry = JSONEntry(parts: ListingEntry())
    entry.parts.id = fields.id.value(in: value)?.words
    entry.parts.title = PostText.line(fields.title.markup(in: value))
    entry.parts.article = fields.article.first(in: value)
    entry.parts.discussion = fields.discussion.first(in: value)
    entry.parts.comments = fields.comments.value(in: value)?.wholeNumber.map {
      max(0, $0 - fields.postsAmongComments)
    }
    entry.parts.score = fields.score.value(in: value)?.wholeNumber
    entry.parts.author = fields.author.value(in: value)?.words ?? name(in: value)
    if let date = fields.date.value(in: value)?.date {
      entry.parts.date = date.moment ?? PageDates([date])[date]
      entry.parts.dateText = entry.parts.date == nil ? date.text : nil
    }
    entry.parts.site = fields.site.value(in: value)?.string
    entry.parts.tags = fields.tags.compactMap { $0.words(in: value) }
    for path in fields.tagLists {
      let list = path.value(in: value).map { Array($0.elements) } ?? []
      entry.parts.tags += list.compactMap { $0.string ?? $0["name"]?.string }
    }
    let text = PostText.beginning(fields.text.markup(in: value))
    entry.parts.excerpt = text.isEmpty ? nil : text
    entry.parts.feed = fields.feed.first(in: value)
    listing.adjust?(value, &entry)
    guard !entry.isLeftOut else { return nil }
    resolve(&entry.parts)
    if entry.parts.title.isEmpty {
      entry.parts.title = PostText.title(text)
      if entry.parts.title == text { entry.parts.excerpt = nil }
    }
    return entry.parts
  }

  private func name(in value: JSONValue) -> String? {
    guard let lookup = listing.fields.authorByID else { return nil }
    return lookup.id.value(in: value)?.words.flatMap { names[$0] }
  }

  /// Makes the addresses absolute; a page that a post leads to is none if it is the post itself.
  private func resolve(_ entry: inout ListingEntry) {
    entry.article = entry.article.flatMap(base.resolve)
    entry.discussion = entry.discussion.flatMap(base.resolve)
    entry.feed = entry.feed.flatMap(base.resolve)
    if entry.article == entry.discussion { entry.article = nil }
  }
}

extension JSONLookup {
  /// What the ids stand for.
  fileprivate func values(in root: JSONValue) -> [String: String] {
    var values: [String: String] = [:]
    for object in table.value(in: root).map({ Array($0.elements) }) ?? [] {
      // What is of another kind may have the same id.
      guard let id = key.value(in: object)?.words, let words = value.value(in: object)?.words else {
        continue
      }
      values[id] = words
    }
    return values
  }
}
