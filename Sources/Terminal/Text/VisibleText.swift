/// Text made fit for a terminal, whatever bytes it comes from.
///
/// What a terminal could take for a command is shown as an escape, as Swift and Rust write them:
/// `\u{1b}`, `\u{202e}`, `\n`, and `\x9b` for a byte that is not UTF-8. That is every control character
/// (C0, DEL, C1) and everything that changes the order of text.
package enum VisibleText {
  /// What the text is.
  package enum Kind: Hashable, Sendable {
    /// A name or a message, of one line: line breaks and characters that cannot be seen are shown as
    /// escapes as well.
    case line
    /// Text of several lines, with tabs: characters that cannot be seen are left out, as `Canvas` does.
    case lines
  }

  /// What a terminal can show.
  package enum Charset: Hashable, Sendable {
    /// All characters.
    case utf8
    /// ASCII alone; other characters are replaced by `ASCIISubstitute`, combining marks left out.
    case ascii
  }

  /// `text` as one line.
  package static func line(_ text: some StringProtocol, _ charset: Charset = .utf8) -> String {
    let isPlain = text.utf8.allSatisfy { 0x20..<0x7F ~= $0 }
    return isPlain ? String(text) : line(bytes: text.utf8, charset)
  }

  /// `bytes` as one line.
  package static func line(bytes: some Sequence<UInt8>, _ charset: Charset = .utf8) -> String {
    var encoder = VisibleTextEncoder(.line, charset)
    return String(decoding: encoder.encode(bytes) + encoder.finish(), as: UTF8.self)
  }
}

/// Makes a stream of bytes visible, part by part; a part may end inside a character.
package struct VisibleTextEncoder: Sendable {
  private let kind: VisibleText.Kind
  private let charset: VisibleText.Charset
  /// The beginning of a character whose end has not come yet.
  private var rest: [UInt8] = []

  /// An encoder for text of one kind, on terminals with that charset.
  package init(_ kind: VisibleText.Kind, _ charset: VisibleText.Charset) {
    self.kind = kind
    self.charset = charset
  }

  /// The next part; O(length).
  package mutating func encode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let part = rest + bytes
    let whole = part.count - Self.openLength(of: part)
    rest = Array(part[whole...])
    return encode(whole: part[..<whole])
  }

  /// What is left at the end of the stream.
  package mutating func finish() -> [UInt8] {
    defer { rest = [] }
    return encode(whole: rest[...])
  }

  private func encode(whole bytes: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 16)
    var parser = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = bytes.startIndex
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        append(UTF8.decode(encoded), encoded, to: &output)
        offset += encoded.count
      case .error(let length):
        for byte in bytes[offset..<offset + length] { Self.append(byte: byte, to: &output) }
        offset += length
      case .emptyInput:
        return output
      }
    }
  }

  private func append(
    _ scalar: Unicode.Scalar,
    _ encoded: UTF8.EncodedScalar,
    to output: inout [UInt8]
  ) {
    switch scalar.value {
    case 0x20..<0x7F: output.append(UInt8(scalar.value))
    case 0x09, 0x0A:
      if kind == .lines {
        output.append(UInt8(scalar.value))
      } else {
        output += scalar == "\n" ? "\\n".utf8 : "\\t".utf8
      }
    default:
      if scalar.commandsTerminal || (kind == .line && scalar.isInvisible) {
        output += "\\u{\(String(scalar.value, radix: 16))}".utf8
      } else if kind == .lines, DisplayWidth.isDropped(scalar.value) {
        break
      } else if charset == .utf8 {
        output.append(contentsOf: encoded)
      } else if DisplayWidth.of(scalar.value) > 0 {
        output.append(UInt8(truncatingIfNeeded: ASCIISubstitute.of(scalar.value)))
      }
    }
  }

  private static func append(byte: UInt8, to output: inout [UInt8]) {
    output += "\\x\(String(byte, radix: 16))".utf8
  }

  /// How many bytes at the end of `bytes` begin a character that may go on.
  private static func openLength(of bytes: [UInt8]) -> Int {
    let tail = bytes.suffix(3)
    guard let lead = tail.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return 0 }
    let length = bytes.count - lead
    let needed =
      switch bytes[lead] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    return length < needed ? length : 0
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character, breaks lines or changes the order of text.
  fileprivate var commandsTerminal: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x206F, 0xFFF9...0xFFFB: true
    default: false
    }
  }

  /// Whether nothing is seen of it, or nobody knows what, by its Unicode properties.
  fileprivate var isInvisible: Bool {
    properties.isDefaultIgnorableCodePoint
      || [.format, .privateUse].contains(properties.generalCategory)
  }
}
