/// The one door through which foreign text comes in.
///
/// Behind it there is no control character but newline and tab, no escape, no bidirectional
/// override or isolate, no byte order mark inside the text, no malformed UTF-8: nothing that could
/// command a terminal or show text in another order than it is written.
package enum TextSanitizer {
  /// How many bytes from `start` on are fit to be shown as they stand.
  ///
  /// O(length); tests 32 bytes at a time while they are ASCII.
  package static func cleanPrefix(of bytes: UnsafeRawBufferPointer, from start: Int = 0) -> Int {
    var offset = asciiRun(in: bytes, from: start)
    while offset < bytes.count {
      let length = shownLength(in: bytes, at: offset)
      guard length > 0 else { return offset - start }
      offset += length
      // Words of other scripts are longer than a scalar.
      if offset < bytes.count, bytes[offset] >= 0x80 { continue }
      offset = asciiRun(in: bytes, from: offset)
    }
    return bytes.count - start
  }

  /// How many bytes the scalar at `offset` takes, 0 if it is not fit to be shown as it stands.
  @inline(__always)
  private static func shownLength(in bytes: UnsafeRawBufferPointer, at offset: Int) -> Int {
    let lead = bytes[offset]
    guard lead >= 0x80 else { return lead == 0x09 ? 1 : 0 }
    // Most scalars are of blocks in which all are shown.
    if 0xC3...0xDF ~= lead {
      return offset + 1 < bytes.count && isContinuation(bytes[offset + 1]) ? 2 : 0
    }
    if 0xE1...0xEC ~= lead, offset + 2 < bytes.count, isContinuation(bytes[offset + 1]),
      isContinuation(bytes[offset + 2]), lead != 0xE2 || isShownPunctuation(bytes, offset)
    {
      return 3
    }
    let scalar = Scalar(in: bytes, at: offset)
    return scalar.isWellFormed && verdict(on: scalar.value) == .keep ? scalar.length : 0
  }

  /// Whether one of U+2000 to U+2FFF is none of those from U+2028 on that break lines or order.
  private static func isShownPunctuation(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Bool {
    bytes[offset + 1] > 0x81 || (bytes[offset + 1] == 0x80 && bytes[offset + 2] < 0xA8)
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// Appends `bytes`, made fit to be shown, to `output`.
  ///
  /// CRLF and CR become newlines, U+2028 and U+2029 too; malformed UTF-8 becomes U+FFFD.
  /// Returns whether anything was malformed. O(length).
  @discardableResult
  package static func append(
    _ bytes: UnsafeRawBufferPointer,
    to output: inout [UInt8]
  ) -> Bool {
    var offset = 0
    var sawMalformed = false
    while offset < bytes.count {
      let clean = cleanPrefix(of: bytes, from: offset)
      output.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + clean]))
      offset += clean
      guard offset < bytes.count else { break }
      let byte = bytes[offset]
      if byte < 0x80 {
        offset += 1
        if byte == 0x0D {
          if offset < bytes.count && bytes[offset] == 0x0A { offset += 1 }
          output.append(0x0A)
        } else if byte == 0x0B || byte == 0x0C {
          output.append(0x0A)
        }
        continue
      }
      let scalar = Scalar(in: bytes, at: offset)
      offset += scalar.length
      if !scalar.isWellFormed {
        sawMalformed = true
        output.append(contentsOf: [0xEF, 0xBF, 0xBD])
      } else if verdict(on: scalar.value) == .newline {
        output.append(0x0A)
      }
    }
    return sawMalformed
  }

  private enum Verdict { case keep, drop, newline }

  /// What becomes of a scalar above ASCII.
  private static func verdict(on value: UInt32) -> Verdict {
    switch value {
    case 0x85, 0x2028, 0x2029: .newline
    case 0x80...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: .drop
    default: .keep
    }
  }

  /// The offset of the first byte at or after `start` that is neither printable ASCII nor newline.
  private static func asciiRun(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return start }
    var offset = start
    while offset &+ 32 <= bytes.count {
      let low = oddBytes(base.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self))
      let high = oddBytes(base.loadUnaligned(fromByteOffset: offset &+ 16, as: SIMD16<UInt8>.self))
      let odd = low | high
      guard odd[0] | odd[1] == 0 else {
        if low[0] != 0 { return offset &+ low[0].trailingZeroBitCount / 8 }
        if low[1] != 0 { return offset &+ 8 &+ low[1].trailingZeroBitCount / 8 }
        if high[0] != 0 { return offset &+ 16 &+ high[0].trailingZeroBitCount / 8 }
        return offset &+ 24 &+ high[1].trailingZeroBitCount / 8
      }
      offset &+= 32
    }
    while offset < bytes.count {
      let byte = bytes[offset]
      guard byte == 0x0A || (byte >= 0x20 && byte < 0x7F) else { return offset }
      offset += 1
    }
    return offset
  }

  /// For each byte that is neither printable ASCII nor newline one of 0xFF, for the others 0.
  ///
  /// Vectors of 16 bytes and these operators become single instructions; wider ones become loops.
  @inline(__always)
  private static func oddBytes(_ bytes: SIMD16<UInt8>) -> SIMD2<UInt64> {
    let shifted = bytes &- SIMD16<UInt8>(repeating: 0x20)
    let unprintable = shifted .>= SIMD16<UInt8>(repeating: 0x5F)
    let others = bytes .!= SIMD16<UInt8>(repeating: 0x0A)
    return unsafeBitCast(unprintable .& others, to: SIMD2<UInt64>.self)
  }
}
