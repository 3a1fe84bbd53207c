/// Recognises the lines that say whom the quotation below them quotes: `On Monday, Ines wrote:`.
enum AttributionLine {
  /// The most lines that one takes: programs wrap those with long names and addresses.
  private static let mostLines = 3

  /// How many lines at the end of `lines`, behind which a quotation begins, say whom it quotes.
  ///
  /// O(their length).
  static func count(_ lines: [ArraySlice<UInt8>]) -> Int {
    guard let last = lines.last, endsInColon(last) else { return 0 }
    let candidates = lines.suffix(mostLines)
    let start = begins(last) ? nil : candidates.lastIndex(where: begins)
    let named = lines[(start ?? lines.count - 1)...]
    return named.contains(where: holdsVerb) || holdsSender(named) ? named.count : 0
  }

  private static func endsInColon(_ line: ArraySlice<UInt8>) -> Bool {
    var line = line
    while let byte = line.last, byte <= 0x20 || byte == UInt8(ascii: "*") { line.removeLast() }
    return line.last == UInt8(ascii: ":") || line.suffix(wideColon.count).elementsEqual(wideColon)
  }

  private static let wideColon = Array("：".utf8)

  /// Whether a line may be the first: it begins as the templates of mail programs do.
  private static func begins(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first else { return false }
    return 0x30...0x39 ~= first || starts.contains { line.starts(with: $0) }
  }

  /// How the templates of Gmail, Thunderbird, Apple Mail, mutt, Gnus and KMail begin, in the languages
  /// that put a word before the date or the name.
  private static let starts = [
    "On ", "At ", "In article ", "In message ", "Quoting ", "Am ", "Le ", "El ", "Il ", "Em ",
    "Op ", "Den ", "Dne ", "Dnia ", "W dniu ", "På ", "Pe ", "Na ", "В ", "Пн", "Вт", "Ср", "Чт",
    "Пт", "Сб", "Вс", "* ", "\"",
  ].map { Array($0.utf8) }

  private static func holdsVerb(_ line: ArraySlice<UInt8>) -> Bool {
    let words = line.split { $0 <= 0x20 || $0 == UInt8(ascii: ":") || $0 == 0x2C }
    return words.contains { verbs.contains(Array($0)) }
      || endings.contains { ending in line.suffix(ending.count + 4).contains(ending) }
  }

  /// The words for writing in those templates.
  private static let verbs = Set(
    [
      "wrote", "writes", "schrieb", "schreibt", "écrit", "escribió", "escreveu", "scritto",
      "schreef",
      "skrev", "kirjoitti", "napisał", "napisała", "napisał(a)", "pisze", "napsal", "napsala",
      "napsal(a)", "írta", "yazdı", "scris", "έγραψε", "пишет", "написал", "написала", "написал(а)",
      "писал", "писала", "пише", "написав",
    ].map { Array($0.utf8) }
  )

  /// The same in scripts that part no words.
  private static let endings = ["写道", "寫道", "のメール", "書きました", "작성"].map { Array($0.utf8) }

  /// Whether lines name a mailbox and a time, as `Mon 4 Mar 2024 08:00 Ines <ines@harbour.example>:`.
  private static func holdsSender(_ lines: ArraySlice<ArraySlice<UInt8>>) -> Bool {
    let text = Array(lines.joined(separator: [0x20]))
    guard let open = text.lastIndex(of: UInt8(ascii: "<")),
      text[open...].contains(UInt8(ascii: "@")), text[open...].contains(UInt8(ascii: ">"))
    else { return false }
    return text[..<open].indices.dropFirst().dropLast().contains { index in
      text[index] == UInt8(ascii: ":") && 0x30...0x39 ~= text[index - 1]
        && 0x30...0x39 ~= text[index + 1]
    }
  }
}

/// The lines that Outlook puts above what is answered, in place of signs of quotation.
enum OriginalHeader {
  /// Whether `lines` are the fields of a message, or a line of dashes and those.
  static func isMet(by lines: [ArraySlice<UInt8>]) -> Bool {
    guard lines.count > 2 else { return false }
    let hasRule = [UInt8(ascii: "-"), UInt8(ascii: "_")].contains {
      lines[0].starts(with: [$0, $0, $0, $0, $0])
    }
    let fields = lines.dropFirst(hasRule ? 1 : 0)
    return fields.first?.starts(with: from) == true
      && fields.contains { $0.starts(with: subject) }
      && fields.contains { $0.starts(with: sent) || $0.starts(with: date) }
  }

  private static let from = Array("From:".utf8)
  private static let subject = Array("Subject:".utf8)
  private static let sent = Array("Sent:".utf8)
  private static let date = Array("Date:".utf8)
}
