import DocumentModel
import HTMLParsing
import PageModel

extension SiteComment {
  /// The comments of a feed as WordPress writes it (RSS 2.0 with `content:encoded`); none if it is
  /// something else.
  ///
  /// O(length).
  package static func read(feed answer: [UInt8]) -> [SiteComment] {
    var rest = answer[...]
    var comments: [SiteComment] = []
    while let item = take("item", from: &rest) {
      let guid = String(decoding: content("guid", in: item), as: UTF8.self)
      guard let mark = guid.place(of: "#comment-") else { continue }
      let text = content("content:encoded", in: item)
      comments.append(
        SiteComment(
          id: String(guid[mark.upperBound...].prefix { $0.isASCII && $0.isNumber }),
          author: String(decoding: content("dc:creator", in: item), as: UTF8.self),
          html: String(
            decoding: own(text.isEmpty ? content("description", in: item) : text),
            as: UTF8.self
          )
        )
      )
    }
    return comments
  }

  /// The text without «In reply to Ines.», which WordPress since 5.4 puts before answers: a first
  /// paragraph with a link to a comment.
  private static func own(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let end = text.range(ofBytes: "</p>".utf8),
      text[..<end.lowerBound].range(ofBytes: "#comment-".utf8) != nil
    else { return text }
    return text[end.upperBound...]
  }

  /// What stands between the tags of the first element `name` in `rest`, which goes on behind it.
  private static func take(_ name: String, from rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>?
  {
    guard let open = rest.range(ofBytes: "<\(name)".utf8),
      let start = rest[open.upperBound...].firstIndex(of: 0x3E),
      let close = rest[start...].range(ofBytes: "</\(name)>".utf8)
    else { return nil }
    defer { rest = rest[close.upperBound...] }
    return rest[(start + 1)..<close.lowerBound]
  }

  /// The text of the first element `name`, without what marks it as character data.
  private static func content(_ name: String, in item: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = item
    guard let text = take(name, from: &rest) else { return [] }
    let (start, end) = (Array("<![CDATA[".utf8), Array("]]>".utf8))
    guard let open = text.range(ofBytes: start),
      let close = text[open.upperBound...].range(ofBytes: end)
    else { return text }
    return text[open.upperBound..<close.lowerBound]
  }
}
