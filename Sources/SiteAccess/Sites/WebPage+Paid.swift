import DocumentModel
import HTMLParsing

extension WebPage {
  /// What to tell readers of a page that says that it is not free, `nil` for any other.
  ///
  /// Sites say so to search engines, in the words of schema.org, whatever of the text they send.
  package var paidNote: String? {
    saysItIsPaid ? "its page says that it is not free to read: there may be more of it" : nil
  }

  /// Whether its structured data has `"isAccessibleForFree": false`, as a value or a word.
  private var saysItIsPaid: Bool {
    let bytes = storage.bytes
    // Blanks, a colon and a quotation mark.
    let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, 0x3A, 0x22]
    var start = bytes.startIndex
    while let name = bytes[start...].range(ofBytes: "\"isAccessibleForFree\"".utf8) {
      start = name.upperBound
      let value = bytes[start...].prefix(16).drop { blanks.contains($0) }
      if value.prefix(5).elementsEqual("false".utf8, by: { $0 | 0x20 == $1 }) { return true }
    }
    return false
  }
}
