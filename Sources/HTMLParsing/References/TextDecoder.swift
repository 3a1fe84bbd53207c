/// Turns the bytes of a text or an attribute value into what they stand for.
///
/// Character references, line breaks (a return, alone or before a newline, is a newline) and NUL.
enum TextDecoder {
  /// Appends what `bytes` stand for.
  static func append(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ traits: TextTraits,
    to output: inout [UInt8]
  ) {
    guard !isPlain(bytes, traits) else {
      output.append(contentsOf: bytes)
      return
    }
    var plain = 0
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      guard byte == 0x26 || byte == 0x0D || byte == 0 else {
        at += 1
        continue
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[plain..<at]))
      at = appendSpecial(bytes, at: at, traits, to: &output)
      plain = at
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[plain..<at]))
  }

  /// Whether `bytes` stand for themselves.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ traits: TextTraits) -> Bool {
    if traits.contains(.isDecoded) { return true }
    let reference: UInt8 = traits.contains(.references) ? 0x26 : 0
    var offset = 0
    if let base = UnsafeRawPointer(bytes.baseAddress) {
      while offset + 8 <= bytes.count {
        let word = base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        if marks(0x0D, in: word) | marks(0, in: word) | marks(reference, in: word) != 0 {
          return false
        }
        offset += 8
      }
    }
    return !bytes[offset...].contains { $0 == 0x0D || $0 == 0 || $0 == reference }
  }

  /// The highest bit of every byte of `word` that is `byte`, and perhaps of bytes above one.
  @inline(__always)
  private static func marks(_ byte: UInt8, in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let rest = word ^ (ones &* UInt64(byte))
    return (rest &- ones) & ~rest & (ones &* 0x80)
  }

  /// Appends what the `&`, return or NUL at `start` stands for; returns the offset behind it.
  private static func appendSpecial(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at start: Int,
    _ traits: TextTraits,
    to output: inout [UInt8]
  ) -> Int {
    switch bytes[start] {
    case 0x0D:
      if start + 1 == bytes.count || bytes[start + 1] != 0x0A { output.append(0x0A) }
    case 0:
      if traits.contains(.replacesNUL) {
        output.append(contentsOf: [0xEF, 0xBF, 0xBD])
      } else if !traits.contains(.dropsNUL) {
        output.append(0)
      }
    default:
      let rest = UnsafeBufferPointer(rebasing: bytes[start...])
      if traits.contains(.references),
        let reference = CharacterReference(rest, inAttribute: traits.contains(.attribute))
      {
        append(reference.first, to: &output)
        if let second = reference.second { append(second, to: &output) }
        return start + reference.count
      }
      output.append(0x26)
    }
    return start + 1
  }

  /// Appends a scalar as UTF-8.
  static func append(_ scalar: UInt32, to output: inout [UInt8]) {
    let last = UInt8(truncatingIfNeeded: scalar & 0x3F) | 0x80
    switch scalar {
    case ..<0x80:
      output.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      output.append(UInt8(truncatingIfNeeded: scalar >> 6) | 0xC0)
      output.append(last)
    case ..<0x10000:
      output.append(UInt8(truncatingIfNeeded: scalar >> 12) | 0xE0)
      output.append(UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F) | 0x80)
      output.append(last)
    default:
      output.append(UInt8(truncatingIfNeeded: scalar >> 18) | 0xF0)
      output.append(UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F) | 0x80)
      output.append(UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F) | 0x80)
      output.append(last)
    }
  }
}

/// How the bytes of a piece of text are to be read.
struct TextTraits: OptionSet, Sendable {
  let rawValue: UInt8

  /// Character references in it are decoded.
  static let references = TextTraits(rawValue: 1)
  /// References follow the rules of attribute values.
  static let attribute = TextTraits(rawValue: 2)
  /// A NUL becomes U+FFFD.
  static let replacesNUL = TextTraits(rawValue: 4)
  /// A NUL is left out; without this and `replacesNUL` it is kept.
  static let dropsNUL = TextTraits(rawValue: 8)
  /// The bytes stand in the document's own buffer, decoded.
  static let isDecoded = TextTraits(rawValue: 16)
}
