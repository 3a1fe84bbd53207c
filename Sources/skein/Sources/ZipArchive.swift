/// What the beginning of a zip archive tells of the files in it.
struct ZipArchive {
  /// The names of files in the archive, as far as its beginning has them, in its order.
  private let names: [String]

  /// The endings of files that skein may read, the likeliest first.
  private static let endings = [
    ".json", ".jsonl", ".mbox", ".xml", ".html", ".htm", ".eml", ".txt",
  ]
  /// What begins the names of files in office documents.
  private static let office = ["[Content_Types].xml", "mimetype", "_rels/", "META-INF/"]

  /// Reads the headers of files in `bytes`; nil unless they begin with one.
  ///
  /// The format is PKWARE's APPNOTE.TXT, section 4.3.7. O(length).
  init?(beginning bytes: UnsafeRawBufferPointer) {
    let signature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    guard bytes.starts(with: signature) else { return nil }
    var names: [String] = []
    var offset = 0
    while offset + 30 < bytes.count {
      guard bytes[offset...].starts(with: signature) else {
        offset += 1
        continue
      }
      let length = Int(bytes[offset + 26]) | Int(bytes[offset + 27]) << 8
      let name = bytes[(offset + 30)...].prefix(length)
      if name.count == length, let text = String(validating: name, as: UTF8.self) {
        names.append(text)
      }
      offset += 30 + length
    }
    self.names = names
  }

  /// How to read a discussion in the archive `name`; nil if nothing in it looks like one.
  func advice(forArchive name: String) -> String? {
    let isOffice = names.first.map { first in Self.office.contains { first.hasPrefix($0) } } ?? true
    guard !isOffice else { return nil }
    let files = Self.endings.lazy.compactMap { ending in names.first { $0.hasSuffix(ending) } }
    guard let file = files.first else { return nil }
    return
      "read one file in it: unzip -p \(Self.quoted(name)) \(Self.quoted(Self.pattern(file))) | "
      + "skein -"
  }

  /// The name, or one for all files of a channel where there is one for each day, as in Slack's export.
  private static func pattern(_ file: String) -> String {
    let parts = file.split(separator: "/")
    let day = parts.last?.dropLast(".json".count) ?? ""
    let isDay = day.count == 10 && day.allSatisfy { $0.isNumber || $0 == "-" }
    return isDay && parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/*.json" : file
  }

  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 || "._-/".utf8.contains($0)
    }
    return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
