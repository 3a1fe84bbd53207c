import HTMLParsing

extension String {
  /// What stands before and after the last `mark`.
  func parts(around mark: String) -> (String, String)? {
    let bytes = Array(utf8)
    guard let found = bytes.lastRange(ofBytes: mark.utf8) else { return nil }
    return (
      String(decoding: bytes[..<found.lowerBound], as: UTF8.self),
      String(decoding: bytes[found.upperBound...], as: UTF8.self)
    )
  }

  var isNumber: Bool { !isEmpty && utf8.allSatisfy { 0x30...0x39 ~= $0 } }

  var withoutQuery: String { String(prefix { $0 != "?" && $0 != "#" }) }

  /// The number of a post or comment in an id of Blogger's: `tag:blogger.com,1999:blog-1.post-2`.
  var bloggerNumber: String? {
    guard hasPrefix("tag:blogger.com,") else { return nil }
    return parts(around: ".post-")?.1
  }
}
