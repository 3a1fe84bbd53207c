import Glibc

/// Decodes what the C library can: the encodings of several bytes a character, whose tables are
/// large and whose pages are few.
///
/// A program linked statically finds the library's tables too, on a system of the same version.
final class SystemDecoder {
  private let descriptor: iconv_t

  /// A decoder for an encoding by the library's name, nil if it has none.
  init?(_ name: StaticString) {
    let opened = name.withUTF8Buffer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { iconv_open("UTF-8", $0.baseAddress) }
    }
    guard let opened, opened != iconv_t(bitPattern: -1) else { return nil }
    descriptor = opened
  }

  deinit { iconv_close(descriptor) }

  /// Appends bytes as UTF-8, U+FFFD for each that begins no character.
  func append(_ bytes: UnsafeRawBufferPointer, to output: inout [UInt8]) {
    output.reserveCapacity(output.count + bytes.count * 3 / 2)
    var rest = bytes.count
    var input = bytes.baseAddress.map {
      UnsafeMutablePointer(mutating: $0.assumingMemoryBound(to: CChar.self))
    }
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1 << 14) { buffer in
      while rest > 0 {
        var room = buffer.count
        var end = buffer.baseAddress
        let result = iconv(descriptor, &input, &rest, &end, &room)
        let failure = errno
        output.append(contentsOf: UnsafeRawBufferPointer(buffer).prefix(buffer.count - room))
        guard result == -1, failure != E2BIG, rest > 0 else { continue }
        output += [0xEF, 0xBF, 0xBD]
        input = input.map { $0 + 1 }
        rest -= 1
      }
    }
  }
}
