import Foundation
import Testing

@Suite("The map of the sources")
struct ImportTests {
  /// Modules of the system that any target may import.
  private static let system: Set<String> = ["Glibc", "Synchronization"]

  /// The modules of other packages, by the constants that stand for them in `Package.swift`.
  private static let products = [
    "argumentParser": "ArgumentParser", "algorithms": "Algorithms",
    "bitCollections": "BitCollections",
  ]

  private let targets: [String]
  /// The imports of each target, as the map's table says.
  private let map: [String: Set<String>]

  init() throws {
    targets = try Repository.folders(in: "Sources")
    var map: [String: Set<String>] = [:]
    for line in try Repository.text("Sources/README.md").split(separator: "\n") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      guard cells.count == 5 else { continue }
      let name = cells[1].trimmingCharacters(in: ["`", " "])
      guard targets.contains(name) else { continue }
      map[name] = Set(
        cells[3].split(separator: ",").map { $0.trimmingCharacters(in: ["`", " "]) }
          .filter { !$0.isEmpty }
      )
    }
    self.map = map
  }

  @Test("It has a row for every target")
  func rows() {
    #expect(Set(map.keys) == Set(targets))
  }

  @Test("Targets import what it says, and nothing else")
  func imports() throws {
    for target in targets {
      var found: Set<String> = []
      for file in Repository.swiftFiles(in: "Sources/\(target)") {
        found.formUnion(try Self.imports(of: file))
      }
      #expect(found.subtracting(Self.system) == map[target], "imports of \(target)")
    }
  }

  @Test("Foundation is imported nowhere")
  func foundation() throws {
    for file in Repository.swiftFiles(in: "Sources") {
      let imports = try Self.imports(of: file)
      #expect(imports.allSatisfy { !$0.hasPrefix("Foundation") }, "\(file.path)")
    }
  }

  @Test("Package.swift declares the same arrows")
  func manifest() throws {
    let manifest = try Repository.text("Package.swift")
    let modules = Set(targets).union(Self.products.values).union(["TOMLKit"])
    for target in targets {
      let declared = try #require(Self.dependencies(of: target, in: manifest), "\(target)")
      #expect(declared.intersection(modules) == map[target], "dependencies of \(target)")
    }
  }

  /// The modules a file imports.
  private static func imports(of file: URL) throws -> Set<String> {
    let text = try String(contentsOf: file, encoding: .utf8)
    return Set(
      text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place < words.count - 1,
          words[..<place].allSatisfy({ $0.hasPrefix("@") || $0 == "public" || $0 == "internal" })
        else { return nil }
        return words.last.map { String($0.prefix { $0 != "." }) }
      }
    )
  }

  /// What stands in quotes in the declaration of `target`, its own name aside.
  private static func dependencies(of target: String, in manifest: String) -> Set<String>? {
    let starts = [
      "program(\n      \"\(target)\"", "module(\"\(target)\"", "module(\n      \"\(target)\"",
      "name: \"\(target)\",",
    ]
    let bodies = starts.flatMap { manifest.ranges(of: $0).map(\.lowerBound) }
      .map { declaration(around: $0, in: manifest) }
      .filter { !$0.hasPrefix(".library") && !$0.hasPrefix(".executable") }
    guard let body = bodies.first else { return nil }
    var names = Set(
      body.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    )
    for (constant, module) in products where body.contains(constant) { names.insert(module) }
    return names.subtracting([target])
  }

  /// The call that begins at or around `place`, to its closing parenthesis.
  private static func declaration(around place: String.Index, in manifest: String) -> Substring {
    var start = place
    if manifest[place...].hasPrefix("name:") {
      start = manifest[..<place].lastIndex(of: "(") ?? place
      start = manifest[..<start].lastIndex { $0 == " " || $0 == "\n" } ?? start
      start = manifest.index(after: start)
    }
    var depth = 0
    var end = start
    for index in manifest[start...].indices {
      if manifest[index] == "(" { depth += 1 }
      if manifest[index] == ")" {
        depth -= 1
        end = index
        if depth == 0 { break }
      }
    }
    return manifest[start...end]
  }
}
