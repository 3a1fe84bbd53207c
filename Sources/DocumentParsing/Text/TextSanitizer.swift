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
  /// CRLF and CR become newlines, U+2028 and U+2029 too; malformed UTF-8 becomes U+FFFD. Inside a web
  /// address nothing is dropped but percent-encoded, since otherwise it would be another address.
  /// Returns whether anything was malformed. O(length).
  @discardableResult
  package static func append(
    _ bytes: UnsafeRawBufferPointer,
    to output: inout [UInt8]
  ) -> Bool {
    var offset = 0
    var sawMalformed = false
    var address = AddressTracker(start: output.count)
    while offset < bytes.count {
      let clean = cleanPrefix(of: bytes, from: offset)
      output.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + clean]))
      offset += clean
      guard offset < bytes.count else { break }
      let dropped = droppedLength(in: bytes, from: offset)
      if dropped > 0 {
        let run = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + dropped])
        offset += dropped
        if address.isOpen(in: output), LinkScanner.goesOn(at: offset, of: bytes) {
          appendPercentEncoded(run, to: &output)
        }
        continue
      }
      offset += appendReplaced(in: bytes, at: offset, to: &output, &sawMalformed)
    }
    return sawMalformed
  }

  /// Appends what takes the place of the line break or the malformed bytes at `offset`; returns their
  /// length.
  private static func appendReplaced(
    in bytes: UnsafeRawBufferPointer,
    at offset: Int,
    to output: inout [UInt8],
    _ sawMalformed: inout Bool
  ) -> Int {
    let scalar = Scalar(in: bytes, at: offset)
    guard scalar.isWellFormed else {
      sawMalformed = true
      output.append(contentsOf: [0xEF, 0xBF, 0xBD])
      return scalar.length
    }
    output.append(0x0A)
    let next = offset + 1
    return bytes[offset] == 0x0D && next < bytes.count && bytes[next] == 0x0A ? 2 : scalar.length
  }

  /// How many bytes from `start` on are dropped.
  private static func droppedLength(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var offset = start
    while offset < bytes.count {
      let scalar = Scalar(in: bytes, at: offset)
      guard scalar.isWellFormed, verdict(on: scalar.value) == .drop else { break }
      offset += scalar.length
    }
    return offset - start
  }

  private static func appendPercentEncoded(
    _ bytes: UnsafeRawBufferPointer,
    to output: inout [UInt8]
  ) {
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in bytes { output += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
  }

  private enum Verdict { case keep, drop, newline }

  /// What becomes of a scalar.
  private static func verdict(on value: UInt32) -> Verdict {
    switch value {
    case 0x09, 0x0A: .keep
    case 0x0B...0x0D, 0x85, 0x2028, 0x2029: .newline
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: .drop
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

/// Knows whether text that grows ends in a web address.
///
/// Looks at every byte once, however often it is asked.
private struct AddressTracker {
  /// How much of the text has been looked at.
  private var seen: Int
  private var isOpen = false

  /// A tracker of the text from `start` on.
  init(start: Int) { seen = start }

  /// Whether the word at the end of `text` holds `://`.
  mutating func isOpen(in text: [UInt8]) -> Bool {
    while seen < text.count {
      let byte = text[seen]
      if byte <= 0x20 { isOpen = false }
      if byte == 0x3A {
        // The rest of the mark may still be to come.
        guard seen + 3 <= text.count else { break }
        isOpen = isOpen || (text[seen + 1] == 0x2F && text[seen + 2] == 0x2F)
      }
      seen += 1
    }
    return isOpen
  }
}
