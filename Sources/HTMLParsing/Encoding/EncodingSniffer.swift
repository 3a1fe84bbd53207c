/// Finds out how a page is encoded and makes it UTF-8.
enum EncodingSniffer {
  /// A page in UTF-8.
  struct Result {
    let bytes: HTMLBytes
    /// Bytes at the beginning that are no part of the page: a byte order mark.
    let skipped: Int
    let encoding: HTMLEncoding
  }

  /// Bytes in which a page may say how it is encoded.
  ///
  /// The standard asks for 1024; pages saved by browsers often have more before their `meta`.
  private static let prescanned = 4096

  /// Decides by the byte order mark, the label told with the page, its `meta` elements, and else
  /// takes what is valid UTF-8 for that and the rest for windows-1252.
  static func decode(_ storage: HTMLBytes, label: String?) -> Result {
    let bytes = storage.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return Result(bytes: storage, skipped: 3, encoding: .utf8)
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return transcode(bytes.dropFirst(2), .utf16LittleEndian)
    }
    if bytes.starts(with: [0xFE, 0xFF]) { return transcode(bytes.dropFirst(2), .utf16BigEndian) }
    let declared =
      label.flatMap { HTMLEncoding(label: $0) }
      ?? MetaPrescan.encoding(
        in: UnsafeRawBufferPointer(rebasing: bytes.prefix(prescanned))
      )
    let encoding = declared ?? (isUTF8(bytes) ? .utf8 : .windows1252)
    guard encoding != .utf8 else { return Result(bytes: storage, skipped: 0, encoding: .utf8) }
    return transcode(bytes[...], encoding)
  }

  private static func transcode(
    _ bytes: Slice<UnsafeRawBufferPointer>,
    _ encoding: HTMLEncoding
  ) -> Result {
    var output: [UInt8] = []
    let body = UnsafeRawBufferPointer(rebasing: bytes)
    if let table = encoding.table {
      SingleByteDecoder(table).append(body, to: &output)
    } else if let name = encoding.systemName {
      guard let decoder = SystemDecoder(name) else { return transcode(bytes, .windows1252) }
      decoder.append(body, to: &output)
    } else {
      appendUTF16(body, isBigEndian: encoding == .utf16BigEndian, to: &output)
    }
    return Result(bytes: HTMLBytes(output), skipped: 0, encoding: encoding)
  }

  /// Whether all bytes are well-formed UTF-8; eight ASCII bytes are looked at at once.
  private static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var at = 0
    while at < bytes.count {
      if at + 8 <= bytes.count,
        bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        at += 8
        continue
      }
      let length = sequenceLength(bytes, at)
      guard length > 0 else { return false }
      at += length
    }
    return true
  }

  /// The length of the well-formed sequence at an offset, 0 if there is none.
  private static func sequenceLength(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int {
    let lead = bytes[at]
    if lead < 0x80 { return 1 }
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return 0
    }
    guard at + length <= bytes.count, bytes[at + 1] >= low, bytes[at + 1] <= high else { return 0 }
    for index in (at + 2)..<max(at + 2, at + length) where bytes[index] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// Appends UTF-16 as UTF-8, U+FFFD for halves of pairs.
  private static func appendUTF16(
    _ bytes: UnsafeRawBufferPointer,
    isBigEndian: Bool,
    to output: inout [UInt8]
  ) {
    output.reserveCapacity(bytes.count)
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for at in stride(from: 0, to: bytes.count - 1, by: 2) {
      let first = UInt16(bytes[at])
      let second = UInt16(bytes[at + 1])
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
    }
    _ = Swift.transcode(
      units.makeIterator(),
      from: UTF16.self,
      to: UTF8.self,
      stoppingOnError: false
    ) {
      output.append($0)
    }
    if bytes.count % 2 == 1 { output += [0xEF, 0xBF, 0xBD] }
  }
}
