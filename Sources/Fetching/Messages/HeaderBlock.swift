/// The status and the headers of an answer.
package struct HeaderBlock: Sendable {
  /// The HTTP status, 0 if there is none.
  package private(set) var status = 0
  private var fields: [(name: String, value: String)] = []

  /// Parses what a server sent before the body; if an interim answer came first, the last answer.
  ///
  /// Fields after the body (trailers) are ignored. Keeps at most 200 fields.
  init(_ bytes: [UInt8]) {
    var isOpen = false
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = String(decoding: line, as: UTF8.self).trimmingBlanks
      if text.hasPrefix("HTTP/") {
        fields = []
        isOpen = true
        status = Int(text.split(separator: " ").dropFirst().first ?? "") ?? 0
      } else if text.isEmpty {
        isOpen = false
      } else if isOpen, fields.count < 200, let colon = text.firstIndex(of: ":") {
        fields.append(
          (text[..<colon].lowercased(), String(text[colon...].dropFirst()).trimmingBlanks)
        )
      }
    }
  }

  /// The value of the first field `name`, which is given in lower case.
  package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The values of all fields `name`, which is given in lower case.
  package func values(of name: String) -> [String] {
    fields.lazy.filter { $0.name == name }.map(\.value)
  }

  /// The stated size of the body in bytes; `nil` if none is stated or the body is compressed.
  var length: Int? {
    guard self["content-encoding"] == nil else { return nil }
    return self["content-length"].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  var contentType: String? {
    guard let value = self["content-type"] else { return nil }
    let type = value.prefix { $0 != ";" && $0 != "," }.lowercased().trimmingBlanks
    return type.utf8.count <= 127 && type.utf8.allSatisfy({ Self.isTokenPart($0) || $0 == 0x2F })
      && !type.isEmpty ? type : nil
  }

  var charset: String? {
    guard let value = self["content-type"] else { return nil }
    for part in value.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1).map { String($0).trimmingBlanks }
      guard pair.count == 2, pair[0].lowercased() == "charset" else { continue }
      let name = pair[1].filter { $0 != "\"" && $0 != "'" }
      return name.isEmpty || !name.utf8.allSatisfy(Self.isTokenPart) ? nil : name.lowercased()
    }
    return nil
  }

  /// Whether a byte may stand in a token, such as a name or a value of a header (RFC 9110, 5.6.2).
  static func isTokenPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}

extension String {
  /// The text without blanks and control characters at its ends.
  var trimmingBlanks: String {
    var text = self[...]
    while let first = text.unicodeScalars.first, first.value <= 0x20 {
      text.unicodeScalars.removeFirst()
    }
    while let last = text.unicodeScalars.last, last.value <= 0x20 {
      text.unicodeScalars.removeLast()
    }
    return String(text)
  }
}
