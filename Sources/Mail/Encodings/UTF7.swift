/// Text in UTF-7 (RFC 2152), which some programs of the last century wrote.
enum UTF7 {
  /// The labels it goes by, in lower case.
  static let labels: Set<String> = ["utf-7", "unicode-1-1-utf-7", "csunicode11utf7", "x-utf-7"]

  /// `bytes` as UTF-8.
  ///
  /// Half a surrogate pair becomes U+FFFD; bytes that may not occur stay as they are. O(length).
  static func decode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "+") else {
        output.append(byte)
        continue
      }
      let letters = rest.prefix { TransferEncoding.base64Value($0) != nil }
      rest = rest.dropFirst(letters.count)
      if letters.isEmpty { output.append(byte) } else { append(letters, to: &output) }
      if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    }
    return output
  }

  /// Appends the UTF-16 units that `letters` stand for.
  private static func append(_ letters: some Collection<UInt8>, to output: inout [UInt8]) {
    let bytes = TransferEncoding.base64.decode(letters)
    let units = (0..<bytes.count / 2).map { UInt16(bytes[2 * $0]) << 8 | UInt16(bytes[2 * $0 + 1]) }
    output += String(decoding: units, as: UTF16.self).utf8
  }
}
