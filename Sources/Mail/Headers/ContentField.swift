import MailText

/// The value of `Content-Type` or `Content-Disposition`: a word and parameters (RFC 2045, section 5;
/// RFC 2231).
struct ContentField {
  /// The value itself, such as `text/plain`, in lower case; empty if there is none.
  private(set) var value = ""
  private var parameters: [String: [UInt8]] = [:]

  /// The most parameters that are kept.
  private static let limit = 100

  /// A stretch of a parameter that was divided into several, or the whole of one.
  private struct Section {
    let name: String
    let number: Int
    let isEncoded: Bool
    let value: [UInt8]
  }

  /// Reads an unfolded value; O(length).
  init(_ text: [UInt8]) {
    var offset = 0
    let word = Self.token(text, &offset, until: [UInt8(ascii: ";")])
    value = String(decoding: word, as: UTF8.self).lowercased()
    var sections: [Section] = []
    while offset < text.count, sections.count < Self.limit {
      // Behind the semicolon.
      offset += 1
      let name = Self.token(text, &offset, until: [UInt8(ascii: "="), UInt8(ascii: ";")])
      guard offset < text.count, text[offset] == UInt8(ascii: "=") else { continue }
      offset += 1
      let value = Self.value(text, &offset)
      if !name.isEmpty { sections.append(Self.section(name, value)) }
      while offset < text.count, text[offset] != UInt8(ascii: ";") { offset += 1 }
    }
    join(sections)
  }

  /// The text of the parameter called `name`, encoded words in it decoded as well; `nil` if there is
  /// none.
  func parameter(_ name: String) -> String? { parameters[name].map(EncodedWords.decode) }

  /// The bytes of the parameter called `name`.
  func bytes(_ name: String) -> [UInt8]? { parameters[name] }

  private static func token(_ text: [UInt8], _ offset: inout Int, until ends: [UInt8]) -> [UInt8] {
    let start = offset
    while offset < text.count, !ends.contains(text[offset]) { offset += 1 }
    return trimmed(text[start..<offset])
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var text = text.drop(while: \.isBlank)
    while text.last?.isBlank == true { text.removeLast() }
    return Array(text)
  }

  /// A quoted string, or what stands before the next semicolon.
  private static func value(_ text: [UInt8], _ offset: inout Int) -> [UInt8] {
    while offset < text.count, text[offset].isBlank { offset += 1 }
    guard offset < text.count, text[offset] == UInt8(ascii: "\"") else {
      return token(text, &offset, until: [UInt8(ascii: ";")])
    }
    offset += 1
    var value: [UInt8] = []
    while offset < text.count, text[offset] != UInt8(ascii: "\"") {
      if text[offset] == UInt8(ascii: "\\"), offset + 1 < text.count { offset += 1 }
      value.append(text[offset])
      offset += 1
    }
    return value
  }

  /// `name*`, `name*0`, `name*0*` (RFC 2231).
  private static func section(_ name: [UInt8], _ value: [UInt8]) -> Section {
    let words = String(decoding: name, as: UTF8.self).lowercased()
      .split(separator: "*", omittingEmptySubsequences: false)
    return Section(
      name: String(words[0]),
      number: words.count > 1 ? Int(words[1]) ?? 0 : 0,
      isEncoded: words.count > 1 && words[words.count - 1].isEmpty,
      value: value
    )
  }

  private mutating func join(_ sections: [Section]) {
    var charsets: [String: MailCharset] = [:]
    for section in sections.sorted(by: { $0.number < $1.number }) {
      var value = section.value[...]
      if section.isEncoded, section.number == 0 {
        // The charset and the language come first.
        let parts = value.split(separator: 0x27, maxSplits: 2, omittingEmptySubsequences: false)
        if parts.count == 3 {
          charsets[section.name] = MailCharset(String(decoding: parts[0], as: UTF8.self))
          value = parts[2]
        }
      }
      let bytes = section.isEncoded ? Self.decodedPercents(value) : Array(value)
      if section.number == 0 {
        // The form that can hold any letter counts, whichever comes first.
        if parameters[section.name] == nil || section.isEncoded { parameters[section.name] = bytes }
      } else {
        parameters[section.name, default: []] += bytes
      }
    }
    for (name, charset) in charsets {
      parameters[name] = parameters[name].map(charset.decode)
    }
  }

  private static func decodedPercents(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = TransferEncoding.hexadecimal(rest.prefix(2)) {
        output.append(value)
        rest = rest.dropFirst(2)
      } else {
        output.append(byte)
      }
    }
    return output
  }
}

extension MailLines.Flow {
  /// What the type of a part says.
  init(_ type: ContentField) {
    guard type.parameter("format")?.lowercased() == "flowed" else {
      self = .fixed
      return
    }
    self = type.parameter("delsp")?.lowercased() == "yes" ? .flowedWithoutBlanks : .flowed
  }
}
