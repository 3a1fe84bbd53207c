import DocumentModel

/// Recognises the lines that say whom the quotation below them quotes: `On Monday, Ines wrote:`.
package enum AttributionLine {
  /// The most lines that one takes: programs wrap those with long names and addresses.
  private static let mostLines = 3

  /// How many lines at the end of `lines`, behind which a quotation begins, say whom it quotes.
  ///
  /// O(their length).
  package static func count(_ lines: [LineBytes]) -> Int {
    guard let last = lines.last, endsInColon(last) else { return 0 }
    let candidates = lines.suffix(mostLines)
    let start = begins(last) ? nil : candidates.lastIndex(where: begins)
    let named = lines[(start ?? lines.count - 1)...]
    return named.contains(where: holdsVerb) || holdsSender(named) ? named.count : 0
  }

  private static func endsInColon(_ line: LineBytes) -> Bool {
    var line = line
    while let byte = line.last, byte <= 0x20 || byte == UInt8(ascii: "*") { line.removeLast() }
    return line.last == UInt8(ascii: ":") || line.suffix(wideColon.count).elementsEqual(wideColon)
  }

  private static let wideColon = Array("：".utf8)

  /// Whether a line may be the first: it begins as the templates of mail programs do.
  private static func begins(_ line: LineBytes) -> Bool {
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

  private static func holdsVerb(_ line: LineBytes) -> Bool {
    var rest = line
    while !rest.isEmpty {
      let word = rest.prefix { !partsWords($0) }
      if verbs.contains(where: { $0.count == word.count && word.elementsEqual($0) }) { return true }
      rest = rest[word.endIndex...].dropFirst()
    }
    guard line.contains(where: { $0 >= 0x80 }) else { return false }
    return endings.contains { ending in
      let end = line.suffix(ending.count + 4)
      return end.indices.contains { end[$0...].starts(with: ending) }
    }
  }

  private static func partsWords(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ",")
  }

  /// The words for writing in those templates.
  private static let verbs =
    [
      "wrote", "writes", "schrieb", "schreibt", "écrit", "escribió", "escreveu", "scritto",
      "schreef",
      "skrev", "kirjoitti", "napisał", "napisała", "napisał(a)", "pisze", "napsal", "napsala",
      "napsal(a)", "írta", "yazdı", "scris", "έγραψε", "пишет", "написал", "написала", "написал(а)",
      "писал", "писала", "пише", "написав",
    ].map { Array($0.utf8) }

  /// The same in scripts that part no words.
  private static let endings = ["写道", "寫道", "のメール", "書きました", "작성"].map { Array($0.utf8) }

  /// Whether lines name a mailbox and a time, as `Mon 4 Mar 2024 08:00 Ines <ines@harbour.example>:`.
  private static func holdsSender(_ lines: ArraySlice<LineBytes>) -> Bool {
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
