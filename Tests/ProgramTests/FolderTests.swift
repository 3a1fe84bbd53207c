import Foundation
import Testing

@Suite("The folders of the sources")
struct FolderTests {
  /// All source files, read once for all tests.
  private static let outlines = Result {
    try Repository.swiftFiles(in: "Sources").map(SourceOutline.init)
  }

  private let files: [SourceOutline]

  init() throws { files = try Self.outlines.get() }

  @Test("Those of one target never use each other in a circle")
  func circles() {
    for (target, files) in Dictionary(grouping: files, by: \.target) {
      let arrows = Self.arrows(among: files)
      for folder in arrows.keys.sorted() {
        let isReached = Self.reachable(from: folder, along: arrows).contains(folder)
        #expect(!isReached, "\(target)/\(folder) uses what uses it: \(arrows[folder] ?? [])")
      }
    }
  }

  @Test("None holds a single file")
  func sizes() {
    let folders = Dictionary(grouping: files) { "\($0.target)/\($0.folder)" }
    for (folder, files) in folders where !folder.hasSuffix("/.") {
      #expect(files.count > 1, "\(folder) holds nothing but \(files.map(\.name))")
    }
  }

  @Test("Arrows are found where there are some")
  func sample() {
    let arrows = Self.arrows(among: files.filter { $0.target == "HTMLParsing" })
    #expect(arrows["Tree"]?.contains("Tokens") == true)
    #expect(arrows["Tokens"]?.contains("Tree") != true)
  }

  /// Which folders each folder uses.
  private static func arrows(among files: [SourceOutline]) -> [String: Set<String>] {
    var homes: [String: String] = [:]
    for file in files.sorted(by: { $0.path < $1.path }) {
      for type in file.declared where homes[type] == nil { homes[type] = file.folder }
    }
    var arrows: [String: Set<String>] = [:]
    for file in files {
      // A facet, `Type+Facet.swift`, belongs to its type wherever it stands.
      for type in file.used.subtracting(file.declared) where type != file.mainType {
        guard let home = homes[type], home != file.folder else { continue }
        arrows[file.folder, default: []].insert(home)
      }
    }
    return arrows
  }

  private static func reachable(
    from start: String,
    along arrows: [String: Set<String>]
  ) -> Set<String> {
    var found: Set<String> = []
    var open = Array(arrows[start] ?? [])
    while let folder = open.popLast() {
      guard found.insert(folder).inserted else { continue }
      open += arrows[folder] ?? []
    }
    return found
  }
}

/// The types a source file declares at its top level, and the names it uses.
private struct SourceOutline: Sendable {
  /// The path from `Sources`.
  let path: String
  /// The words that begin with a capital, comments and strings aside.
  let used: Set<String>
  /// The types it declares.
  let declared: Set<String>

  private static let keywords: Set<Substring> = [
    "struct", "enum", "class", "protocol", "actor", "typealias",
  ]

  init(_ file: URL) throws {
    let root = Repository.root.appending(path: "Sources").path + "/"
    path = String(file.path.dropFirst(root.count))
    let code = Self.code(try Data(contentsOf: file))
    let words = code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    used = Set(words.lazy.filter { $0.first?.isUppercase == true }.map(String.init))
    declared = Set(
      code.split(separator: "\n").compactMap { line in
        guard line.first?.isWhitespace == false else { return nil }
        let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "@" }
        guard let keyword = words.firstIndex(where: Self.keywords.contains),
          words[..<keyword].allSatisfy({ $0.first?.isUppercase != true }), keyword + 1 < words.count
        else { return nil }
        return String(words[keyword + 1])
      }
    )
  }

  var target: String { String(path.prefix { $0 != "/" }) }

  /// The folders below the target, two levels of them, `.` for none.
  var folder: String {
    let folders = path.split(separator: "/").dropFirst().dropLast()
    return folders.isEmpty ? "." : folders.prefix(2).joined(separator: "/")
  }

  var name: String { path.split(separator: "/").last.map(String.init) ?? "" }

  var mainType: String { String(name.prefix { $0 != "+" && $0 != "." }) }

  /// The text without comments and without what stands in strings.
  private static func code(_ data: Data) -> String {
    let bytes = Array(data)
    var code: [UInt8] = []
    var index = 0
    /// Goes on behind the next `mark`; a backslash takes the byte after it along.
    func skip(past mark: String) {
      let mark = Array(mark.utf8)
      while index < bytes.count, !bytes[index...].starts(with: mark) {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      index = min(bytes.count, index + mark.count)
    }
    while index < bytes.count {
      let rest = bytes[index...]
      if rest.starts(with: "//".utf8) {
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
      } else if rest.starts(with: "/*".utf8) {
        skip(past: "*/")
      } else if rest.starts(with: "\"\"\"".utf8) {
        index += 3
        skip(past: "\"\"\"")
      } else if bytes[index] == UInt8(ascii: "\"") {
        index += 1
        skip(past: "\"")
      } else {
        code.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: code, as: UTF8.self)
  }
}
