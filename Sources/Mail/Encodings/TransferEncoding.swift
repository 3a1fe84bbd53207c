import MailText

/// How the bytes of a part are written (RFC 2045, section 6).
enum TransferEncoding {
  /// As they are.
  case identity
  case quotedPrintable
  case base64

  /// The encoding a header names; any other leaves the bytes as they are.
  init(named name: String) {
    switch name.lowercased() {
    case "quoted-printable": self = .quotedPrintable
    case "base64": self = .base64
    default: self = .identity
    }
  }

  /// The bytes that `text` stands for; O(length).
  func decode(_ text: some Collection<UInt8>) -> [UInt8] {
    switch self {
    case .identity: Array(text)
    case .quotedPrintable: Self.quotedPrintable(text, isWord: false)
    case .base64: Self.base64(text)
    }
  }

  /// Decodes quoted-printable, or the text of an encoded word, in which `_` is a blank.
  ///
  /// `=` before anything but two hexadecimal digits or a line break stays.
  static func quotedPrintable(_ text: some Collection<UInt8>, isWord: Bool) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      text.formIndex(after: &index)
      if byte == UInt8(ascii: "_"), isWord {
        output.append(0x20)
      } else if byte == 0x0A, !isWord {
        trimBlanks(&output)
        output.append(byte)
      } else if byte == UInt8(ascii: "=") {
        let rest = text[index...].prefix(2)
        if let value = hexadecimal(rest) {
          output.append(value)
          index = text.index(index, offsetBy: 2)
        } else if let end = softBreak(in: text, at: index) {
          index = end
        } else {
          output.append(byte)
        }
      } else {
        output.append(byte)
      }
    }
    return output
  }

  /// Takes off what was added to the end of a line on its way; a carriage return stays.
  private static func trimBlanks(_ output: inout [UInt8]) {
    let hasReturn = output.last == 0x0D
    if hasReturn { output.removeLast() }
    while output.last?.isBlank == true { output.removeLast() }
    if hasReturn { output.append(0x0D) }
  }

  /// Where the line begins that goes on after a `=` at the end of one, `nil` if none ends at `index`.
  private static func softBreak<Text: Collection<UInt8>>(
    in text: Text,
    at index: Text.Index
  ) -> Text.Index? {
    var index = index
    while index < text.endIndex, text[index].isBlank || text[index] == 0x0D {
      text.formIndex(after: &index)
    }
    if index == text.endIndex { return index }
    return text[index] == 0x0A ? text.index(after: index) : nil
  }

  /// The value of two hexadecimal digits.
  static func hexadecimal(_ digits: some Collection<UInt8>) -> UInt8? {
    guard digits.count == 2 else { return nil }
    var value: UInt8 = 0
    for digit in digits {
      switch digit {
      case 0x30...0x39: value = value << 4 + (digit - 0x30)
      case 0x41...0x46: value = value << 4 + (digit - 0x37)
      case 0x61...0x66: value = value << 4 + (digit - 0x57)
      default: return nil
      }
    }
    return value
  }

  /// The value of a letter of base64, `nil` for other bytes.
  static func base64Value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x47
    case 0x30...0x39: byte + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  /// Decodes base64; bytes outside its alphabet are skipped, and `=` ends a group of letters.
  private static func base64(_ text: some Collection<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count / 4 * 3)
    var (bits, letters): (UInt32, Int) = (0, 0)
    func flush() {
      if letters >= 2 { output.append(UInt8(truncatingIfNeeded: bits >> (letters * 6 - 8))) }
      if letters == 3 { output.append(UInt8(truncatingIfNeeded: bits >> 2)) }
      (bits, letters) = (0, 0)
    }
    for byte in text {
      if byte == UInt8(ascii: "=") {
        flush()
        continue
      }
      let isURLForm = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      guard let value = isURLForm ? byte == UInt8(ascii: "-") ? 62 : 63 : base64Value(byte) else {
        continue
      }
      bits = bits << 6 | UInt32(value)
      letters += 1
      guard letters == 4 else { continue }
      output.append(UInt8(truncatingIfNeeded: bits >> 16))
      output.append(UInt8(truncatingIfNeeded: bits >> 8))
      output.append(UInt8(truncatingIfNeeded: bits))
      (bits, letters) = (0, 0)
    }
    flush()
    return output
  }
}
