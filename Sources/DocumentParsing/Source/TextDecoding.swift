import DocumentModel

/// Finds out how bytes are encoded and makes them sanitised UTF-8.
enum TextDecoding {
  /// The text, and what was odd about the bytes.
  struct Result {
    let storage: TextStorage
    let diagnostics: [Diagnostic]
  }

  /// Decodes `storage`, which is returned itself if nothing has to change.
  static func decode(_ storage: TextStorage) -> Result {
    let bytes = storage.bytes
    if let order = byteOrder(bytes) {
      return fromUTF16(UnsafeRawBufferPointer(rebasing: bytes[2...]), order)
    }
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let clean = TextSanitizer.cleanPrefix(of: bytes, from: mark)
    if mark + clean == bytes.count {
      guard mark > 0 else { return Result(storage: storage, diagnostics: []) }
      let text = TextStorage(
        adopting: UnsafeRawBufferPointer(rebasing: bytes[mark...]),
        release: { _ in withExtendedLifetime(storage) {} }
      )
      return Result(storage: text, diagnostics: [])
    }
    let body = UnsafeRawBufferPointer(rebasing: bytes[mark...])
    return isUTF8(body) ? sanitised(body) : fromWindows1252(body)
  }

  /// Whether the malformed bytes are rare enough to be damage in UTF-8 rather than another encoding:
  /// at most one for every sixteen well-formed scalars above ASCII, or none of either.
  private static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var wellFormed = 0
    var malformed = 0
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] >= 0x80 else {
        offset += 1
        continue
      }
      let scalar = Scalar(in: bytes, at: offset)
      if scalar.isWellFormed { wellFormed += 1 } else { malformed += 1 }
      offset += scalar.length
    }
    return malformed * 16 <= wellFormed
  }

  private static func sanitised(_ bytes: UnsafeRawBufferPointer) -> Result {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    let sawMalformed = TextSanitizer.append(bytes, to: &output)
    return Result(
      storage: TextStorage(copying: output),
      diagnostics: sawMalformed
        ? [.holdsDamage] : []
    )
  }

  /// `decoded` without what must not be shown; itself if there is nothing of that in it.
  private static func sanitised(_ decoded: consuming TextStorage) -> TextStorage {
    let clean = TextSanitizer.cleanPrefix(of: decoded.bytes, from: 0)
    guard clean < decoded.bytes.count else { return decoded }
    var output: [UInt8] = []
    output.reserveCapacity(decoded.bytes.count)
    TextSanitizer.append(decoded.bytes, to: &output)
    // Otherwise there would be three copies for a moment.
    decoded = TextStorage(copying: [])
    return TextStorage(copying: output)
  }

  private static func fromWindows1252(_ bytes: UnsafeRawBufferPointer) -> Result {
    let count = bytes.reduce(0) { length, byte in
      length + (byte < 0x80 ? 1 : scalar(ofWindows1252: byte) < 0x800 ? 2 : 3)
    }
    let wide = TextStorage(capacity: count) { output in
      for byte in bytes {
        if byte < 0x80 {
          output.append(byte)
        } else {
          append(scalar(ofWindows1252: byte), to: &output)
        }
      }
    }
    return Result(storage: sanitised(wide), diagnostics: [.isRead(as: "windows-1252")])
  }

  /// The scalar that a byte above ASCII stands for.
  private static func scalar(ofWindows1252 byte: UInt8) -> UInt32 {
    byte < 0xA0 ? windows1252[Int(byte) - 0x80] : UInt32(byte)
  }

  private enum ByteOrder { case little, big }

  private static func byteOrder(_ bytes: UnsafeRawBufferPointer) -> ByteOrder? {
    guard bytes.count >= 2 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE): return .little
    case (0xFE, 0xFF): return .big
    default: return nil
    }
  }

  private static func fromUTF16(_ bytes: UnsafeRawBufferPointer, _ order: ByteOrder) -> Result {
    // Two bytes become three at most.
    let wide = TextStorage(capacity: bytes.count / 2 * 3 + 3) { output in
      appendUTF16(bytes, order, to: &output)
    }
    return Result(storage: sanitised(wide), diagnostics: [])
  }

  private static func appendUTF16(
    _ bytes: UnsafeRawBufferPointer,
    _ order: ByteOrder,
    to output: inout TextOutput
  ) {
    var high: UInt32 = 0
    for offset in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt32(bytes[offset]), UInt32(bytes[offset + 1]))
      let unit = order == .little ? second << 8 | first : first << 8 | second
      let isLow = 0xDC00...0xDFFF ~= unit
      if high != 0 && !isLow { append(0xFFFD, to: &output) }
      if isLow {
        append(high == 0 ? 0xFFFD : 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: &output)
        high = 0
      } else if 0xD800...0xDBFF ~= unit {
        high = unit
      } else {
        high = 0
        append(unit, to: &output)
      }
    }
    if high != 0 || bytes.count % 2 == 1 { append(0xFFFD, to: &output) }
  }

  private static func append(_ scalar: UInt32, to output: inout TextOutput) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { output.append(byte) }
  }

  /// The scalars of the bytes 0x80 to 0x9F (WHATWG Encoding Standard, index windows-1252).
  private static let windows1252: [UInt32] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
