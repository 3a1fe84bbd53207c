/// A source of which a part can be repeated to any size, to see how work grows with it.
public struct GrowingSource: Sendable {
  /// What is repeated, for messages.
  public let name: String
  /// Whether it is a page rather than a text.
  public let isPage: Bool
  private let head: String
  private let part: @Sendable (Int) -> String
  private let tail: String

  /// A page whose body ends in parts, each made from its number.
  init(
    _ name: String,
    head: String = "",
    body: String = "",
    part: @escaping @Sendable (Int) -> String
  ) {
    self.init(
      name,
      head: "<!DOCTYPE html><html><head><title>Bells</title>\(head)</head><body>\(body)",
      tail: "</body></html>",
      isPage: true,
      part: part
    )
  }

  /// A source with parts between its beginning and its end, each made from its number.
  init(
    _ name: String,
    head: String,
    tail: String,
    isPage: Bool = true,
    part: @escaping @Sendable (Int) -> String
  ) {
    self.name = name
    self.isPage = isPage
    self.head = head
    self.part = part
    self.tail = tail
  }

  /// A source whose text, or what stands in the body of its page, is repeated as it is.
  private init(_ name: String, repeating text: String, isPage: Bool) {
    self.name = name
    self.isPage = isPage
    let body = isPage ? Self.body(of: text) : text.startIndex..<text.endIndex
    let repeated = String(text[body]) + (isPage ? "" : "\n")
    head = String(text[..<body.lowerBound])
    part = { _ in repeated }
    tail = String(text[body.upperBound...])
  }

  /// A file as it grows: of a page what stands in its body is repeated, of a discussion as JSON the
  /// comments, of a text all.
  public init(file path: String, holding text: String) {
    if path.hasSuffix(".json") {
      self.init(path, repeatingElementsOf: text)
    } else {
      self.init(path, repeating: text, isPage: path.hasSuffix(".html"))
    }
  }

  /// The source with as many parts as it takes to have so many bytes.
  ///
  /// An empty part makes an empty source.
  public func bytes(atLeast count: Int) -> [UInt8] {
    var bytes = Array(head.utf8)
    var number = 0
    while number == 0 || bytes.count + tail.utf8.count < count {
      let text = part(number)
      if text.isEmpty { return [] }
      bytes += text.utf8
      number += 1
    }
    return bytes + tail.utf8
  }

  /// What stands between the tags of a page's body, all if it has none.
  private static func body(of page: String) -> Range<String.Index> {
    let bytes = page.utf8
    var start = bytes.startIndex
    var end = bytes.endIndex
    for place in bytes.indices where bytes[place] == 0x3C {
      let tag = String(page[place...].prefix(6)).lowercased()
      if tag.hasPrefix("<body"), start == bytes.startIndex {
        start = bytes[place...].firstIndex(of: 0x3E).map(bytes.index(after:)) ?? start
      } else if tag == "</body" {
        end = place
        break
      }
    }
    return start..<max(start, end)
  }
}
