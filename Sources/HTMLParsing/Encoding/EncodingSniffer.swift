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
  /// takes what is valid UTF-8 for that and the rest for what was usual in the page's language.
  ///
  /// Bytes that contradict what is said of them count for more: whole pages are not valid UTF-8 by
  /// chance, and of UTF-8 more is well-formed than not.
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
    let encoding = known(declared, by: UTF8Count(bytes), in: bytes)
    guard encoding != .utf8 else { return Result(bytes: storage, skipped: 0, encoding: .utf8) }
    return transcode(bytes[...], encoding)
  }

  /// Whether bytes tell how they are encoded: by a byte order mark, a `meta` element, or by being
  /// UTF-8, damaged at most.
  static func isTold(by bytes: UnsafeRawBufferPointer) -> Bool {
    if [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]].contains(where: { bytes.starts(with: $0) })
    {
      return true
    }
    let beginning = UnsafeRawBufferPointer(rebasing: bytes.prefix(prescanned))
    if MetaPrescan.encoding(in: beginning) != nil { return true }
    let count = UTF8Count(bytes)
    return count.isPlausible || count.malformed * 16 <= count.wellFormed
  }

  /// Bytes as UTF-8, malformed ones as U+FFFD.
  static func transcode(
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

  /// What bytes are encoded in that are said to be in `declared`.
  private static func known(
    _ declared: HTMLEncoding?,
    by count: UTF8Count,
    in bytes: UnsafeRawBufferPointer
  ) -> HTMLEncoding {
    switch declared {
    case .utf8?:
      guard count.malformed > count.wellFormed else { return .utf8 }
    case let declared?:
      let isUTF8 = count.malformed == 0 && count.wellFormed >= leastSequences(declared)
      return isUTF8 ? .utf8 : declared
    case nil:
      if count.isPlausible { return .utf8 }
    }
    let beginning = UnsafeRawBufferPointer(rebasing: bytes.prefix(prescanned))
    return HTMLEncoding(usualIn: MetaPrescan.language(in: beginning))
  }

  /// How many characters beyond ASCII must be valid UTF-8 so that it is no chance.
  ///
  /// In encodings of single bytes what is valid is two letters that never stand together; in others
  /// single characters may be.
  private static func leastSequences(_ encoding: HTMLEncoding) -> Int {
    encoding.table != nil ? 1 : 24
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
