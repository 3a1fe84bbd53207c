import DocumentModel

extension JSONExport {
  /// Writes `listing` as one object and a newline.
  public static func write(_ listing: Listing, to sink: inout ByteSink) {
    var taken = ByteSink { _ in }
    swap(&taken, &sink)
    var writer = JSONWriter(taken)
    JSONListing(listing: listing).write(to: &writer)
    writer.newline()
    sink = writer.finish()
  }
}

/// Writes one listing.
struct JSONListing {
  let listing: Listing

  func write(to json: inout JSONWriter) {
    json.begin("{")
    json.key("skein")
    json.value(JSONExport.version)
    json.write(listing.source)
    json.key("listing")
    json.begin("{")
    json.key("title")
    json.value(listing.title)
    json.write("next", listing.next)
    json.key("entries")
    json.begin("[")
    for entry in listing.entries { write(entry, to: &json) }
    json.end("]")
    json.end("}")
    json.write(listing.diagnostics)
    json.end("}")
  }

  private func write(_ entry: ListingEntry, to json: inout JSONWriter) {
    json.begin("{")
    json.write("id", entry.id)
    json.key("title")
    json.value(entry.title)
    json.write("article", entry.article)
    json.write("discussion", entry.discussion)
    json.write("comments", entry.comments)
    json.write("score", entry.score)
    json.write("author", entry.author)
    json.write("date", entry.date)
    json.write("dateText", entry.dateText)
    json.write("site", entry.site)
    json.key("tags")
    json.begin("[")
    for tag in entry.tags { json.value(tag) }
    json.end("]")
    json.write("excerpt", entry.excerpt)
    json.write("feed", entry.feed)
    json.key("read")
    json.value(entry.isRead)
    json.key("new")
    json.value(entry.new)
    json.end("}")
  }
}

extension JSONWriter {
  /// A member with a text, `null` for none.
  mutating func write(_ name: StaticString, _ text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  /// A member with a number, `null` for none.
  mutating func write(_ name: StaticString, _ number: Int?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  /// The member `source`.
  mutating func write(_ source: Source) {
    key("source")
    begin("{")
    key("format")
    value(source.format)
    key("location")
    value(source.location)
    write("url", source.url)
    end("}")
  }

  /// The member `diagnostics`.
  mutating func write(_ diagnostics: [Diagnostic]) {
    key("diagnostics")
    begin("[")
    for diagnostic in diagnostics {
      begin("{")
      key("severity")
      value(diagnostic.severity.rawValue)
      key("message")
      value(diagnostic.message)
      key("lines")
      if let lines = diagnostic.lines {
        begin("[")
        value(lines.lowerBound)
        value(lines.upperBound)
        end("]")
      } else {
        null()
      }
      end("}")
    }
    end("]")
  }
}
