/// Decodes an encoding of one byte a character.
struct SingleByteDecoder {
  private var scalars: [UInt32] = []

  /// Reads a table of 128 scalars in four hexadecimal digits each.
  init(_ table: StaticString) {
    let text = UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
    scalars = text.split(separator: 0x20).map { digits in
      digits.reduce(0) { $0 << 4 | UInt32(($1 & 0xF) + ($1 > 0x39 ? 9 : 0)) }
    }
  }

  /// Appends `bytes` as UTF-8.
  func append(_ bytes: UnsafeRawBufferPointer, to output: inout [UInt8]) {
    output.reserveCapacity(output.count + bytes.count + bytes.count / 4)
    var plain = 0
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      guard byte >= 0x80 else {
        at += 1
        continue
      }
      output.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[plain..<at]))
      let index = Int(byte) - 0x80
      TextDecoder.append(index < scalars.count ? scalars[index] : 0xFFFD, to: &output)
      at += 1
      plain = at
    }
    output.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[plain..<at]))
  }
}
