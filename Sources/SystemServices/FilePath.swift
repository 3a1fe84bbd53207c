import Glibc

/// The name of a file, or another string of the system: bytes, which need not be UTF-8.
///
/// So that it can pass through a `String` and back unchanged, as in Python (PEP 383), a byte that is
/// not UTF-8 becomes a scalar of its own there: one of the last 128 for private use.
package struct FilePath: Hashable, Sendable {
  /// The bytes, without the zero at the end.
  package let bytes: [UInt8]

  private static let unreadable: ClosedRange<UInt32> = 0x10FF80...0x10FFFF

  /// The name that ends in a zero at `start`.
  package init(_ start: UnsafePointer<CChar>) {
    bytes = Array(UnsafeRawBufferPointer(start: start, count: strlen(start)))
  }

  /// The name of a file in a folder that is read.
  package init(ofEntry entry: inout dirent) {
    bytes = withUnsafeBytes(of: &entry.d_name) { name in Array(name.prefix { $0 != 0 }) }
  }

  /// The name that `text` stands for.
  package init(_ text: some StringProtocol) {
    bytes = text.unicodeScalars.reduce(into: []) { bytes, scalar in
      if Self.unreadable.contains(scalar.value) {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// The name as text, of which the same name can be made again.
  package var text: String {
    var text = String.UnicodeScalarView()
    var parser = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      let length: Int
      switch parser.parseScalar(from: &iterator) {
      case .emptyInput: return String(text)
      case .error(let malformed): length = malformed
      case .valid(let encoded):
        length = encoded.count
        let scalar = UTF8.decode(encoded)
        guard Self.unreadable.contains(scalar.value) else {
          text.append(scalar)
          offset += length
          continue
        }
      }
      for byte in bytes[offset..<offset + length] {
        Unicode.Scalar(0x10FF00 | UInt32(byte)).map { text.append($0) }
      }
      offset += length
    }
  }

  /// Calls `body` with the name as system calls take it.
  package func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let terminated = bytes.map { CChar(bitPattern: $0) } + [0]
    return terminated.withUnsafeBufferPointer { buffer in
      // An array that is not empty has a base address.
      buffer.baseAddress.map(body) ?? body("")
    }
  }
}

extension FilePath: CustomStringConvertible {
  /// The name for messages and documents: a byte that is not UTF-8 is written as `\xff`.
  package var description: String {
    text.unicodeScalars.reduce(into: "") { name, scalar in
      if Self.unreadable.contains(scalar.value) {
        name += "\\x" + String(scalar.value & 0xFF, radix: 16)
      } else {
        name.unicodeScalars.append(scalar)
      }
    }
  }
}

extension String {
  /// Calls `body` with the name of the file that this text stands for; see `FilePath`.
  package func withFileName<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    FilePath(self).withCString(body)
  }
}
