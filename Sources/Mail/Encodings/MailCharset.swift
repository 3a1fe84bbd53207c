import HTMLParsing

/// The character encoding that a part or a word of a header is labelled with.
struct MailCharset: Equatable {
  /// The label, in lower case; empty without one.
  let label: String
  /// The encoding of pages that it stands for, `nil` if none is known by it.
  let encoding: HTMLEncoding?

  /// Labels that mail has and pages have not.
  private static let aliases: [String: HTMLEncoding] = [
    "cp932": .shiftJIS, "cp936": .gbk, "cp949": .eucKR, "cp950": .big5, "utf-8-sig": .utf8,
    "utf": .utf8, "iso-8859-8-e": .iso8859x8, "x-mac-roman": .macintosh, "cp850": .windows1252,
  ]

  /// The charset called `label`, in any case.
  init(_ label: String) {
    self.label = label.lowercased()
    encoding = HTMLEncoding(label: label) ?? Self.aliases[self.label]
  }

  /// No label.
  static let none = MailCharset("")

  /// Whether it is named, by a name of which is not known what it stands for.
  var isUnknown: Bool { !isKnown && !label.isEmpty }

  /// Whether it is known how to decode it.
  var isKnown: Bool { encoding != nil || isUTF7 }

  /// Whether it stands for UTF-7, in which no page may be.
  private var isUTF7: Bool { UTF7.labels.contains(label) }

  /// `bytes` as UTF-8.
  ///
  /// A label that is missing, unknown or wrong leaves UTF-8 where the bytes are that, otherwise
  /// windows-1252. What is valid UTF-8 and labelled as Latin 1 is UTF-8: programs that label nothing
  /// else are many, and text that is both is rare. O(length).
  func decode(_ bytes: [UInt8]) -> [UInt8] {
    if isUTF7 { return UTF7.decode(bytes) }
    return bytes.withUnsafeBytes { input in
      guard input.contains(where: { $0 >= 0x80 || $0 == 0x1B }) else { return bytes }
      switch encoding {
      case nil, .utf8, .windows1252:
        return HTMLEncoding.isUTF8(input) ? bytes : HTMLEncoding.windows1252.decode(input)
      case .some(let encoding): return encoding.decode(input)
      }
    }
  }
}
