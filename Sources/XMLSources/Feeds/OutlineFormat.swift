import DocumentModel
import DocumentParsing
import PageContent
import TextExports
import XMLParsing

/// Subscriptions in OPML: a list of feeds (opml.org/spec2.opml).
struct OutlineFormat: DocumentFormat {
  let name = "opml"
  let summary = "a list of feeds in OPML, as feed readers export it"

  /// How many of the outlines around a feed are named with it.
  private static let folderLimit = 8

  /// `certain` of a document with the outermost element of OPML.
  func confidence(in source: SourceText, fileName: String) -> Confidence {
    source.reading(XMLRoot.init).name == "opml" ? .certain : .no
  }

  /// The list as a document.
  func parse(_ source: SourceText) -> Document { contents(of: source).document }

  /// The feeds, under whatever they stand; the names of the outlines around one are its tags.
  func contents(of source: SourceText) -> SourceContents {
    let tree = source.reading(XMLSource.init).tree
    var builder = ListingBuilder(from: source.withoutNotes, format: name)
    builder.diagnostics += tree.diagnostics
    guard let root = tree.root else { return .listing(builder.finish()) }
    builder.title = [XMLPath("head/title")].text(in: root) ?? ""
    var open: [(folder: String, elements: [XMLElement])] = [
      ("", Array(XMLPath("body/outline").elements(in: root).reversed()))
    ]
    while !open.isEmpty {
      guard let element = open[open.count - 1].elements.popLast() else {
        open.removeLast()
        continue
      }
      let title = element.words("title") ?? element.words("text") ?? ""
      let folders = open.suffix(Self.folderLimit).map(\.folder).filter { !$0.isEmpty }
      if let line = entry(element, title, folders: folders) {
        builder.add(line)
      }
      let inner = element.children("outline")
      if !inner.isEmpty { open.append((title, inner.reversed())) }
    }
    return .listing(builder.finish())
  }

  /// A feed, or a link (`type="link"` and `url`); nil of an outline that leads nowhere.
  private func entry(
    _ element: XMLElement,
    _ title: String,
    folders: [String]
  ) -> ListingEntry? {
    let feed = element.words("xmlUrl") ?? element.words("xmlurl")
    let page = element.words("htmlUrl") ?? element.words("htmlurl") ?? element.words("url")
    guard feed != nil || page != nil else { return nil }
    return ListingEntry(
      title: title.decodedReferences,
      article: page,
      tags: folders + (element.words("category")?.split(separator: ",").map(String.init) ?? []),
      excerpt: element.words("description"),
      feed: feed
    )
  }
}

extension XMLElement {
  /// The value of an attribute, nil if there is none or it is empty.
  fileprivate func words(_ name: String) -> String? {
    attribute(name).flatMap { $0.isEmpty ? nil : $0 }
  }
}
