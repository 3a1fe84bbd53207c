import DocumentExport
import DocumentFormats
import DocumentModel
import DocumentParsing
import Foundation
import TestSupport
import Testing

/// A source of our own writing and what is to be read from it: `Fixtures/<format>/<case>.txt` and
/// `.dump`.
struct Fixture: CustomTestStringConvertible, Sendable {
  let format: String
  let source: URL

  var testDescription: String { "\(format)/\(source.deletingPathExtension().lastPathComponent)" }
  var dump: URL { source.deletingPathExtension().appendingPathExtension("dump") }

  /// All fixtures beside this file.
  static let all: [Fixture] = {
    let files = FileManager.default
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    let folders = (try? files.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)) ?? []
    return folders.flatMap { folder in
      ((try? files.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? [])
        .filter { $0.pathExtension != "dump" }
        .map { Fixture(format: folder.lastPathComponent, source: $0) }
    }
    .sorted { $0.testDescription < $1.testDescription }
  }()
}

@Suite("Fixtures")
struct FixtureTests {
  @Test("There are fixtures to test")
  func fixturesAreFound() {
    #expect(!Fixture.all.isEmpty)
  }

  @Test("A fixture is read as its dump says", arguments: Fixture.all)
  func dump(_ fixture: Fixture) throws {
    let bytes = try Data(contentsOf: fixture.source)
    let source = SourceText(
      decoding: TextStorage(copying: bytes),
      location: fixture.source.lastPathComponent
    )
    let contents = try FormatRegistry.builtIn.contents(of: source)
    let document = contents.document
    #expect(document.source.format == fixture.format)
    #expect(document.invariantViolations() == [])
    let dump = contents.listing.map(Self.dump) ?? DocumentDump(document).text
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(dump.utf8).write(to: fixture.dump)
      Issue.record("recorded \(fixture.dump.lastPathComponent); look at it and run again")
      return
    }
    let expected = try String(contentsOf: fixture.dump, encoding: .utf8)
    #expect(dump == expected)
  }

  /// A listing as JSON, an entry a line, and what the source itself holds of the entries.
  private static func dump(_ listing: Listing) -> String {
    let json = ByteSink.collect { JSONExport.write(listing, to: &$0) }
    let list = String(decoding: json, as: UTF8.self)
      .replacingOccurrences(of: "{\"id\"", with: "\n{\"id\"")
    let parts = listing.entries.indices.compactMap(listing.document(ofEntry:))
    return ([list] + parts.map { DocumentDump($0).text }).joined(separator: "\n")
  }

  @Test("Any part of a fixture is a valid document", arguments: Fixture.all)
  func prefixes(_ fixture: Fixture) throws {
    let bytes = try Data(contentsOf: fixture.source)
    for end in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 6)) {
      let source = SourceText(decoding: TextStorage(copying: bytes[..<end]), location: "part")
      let document = try FormatRegistry.builtIn.parse(source)
      #expect(document.invariantViolations() == [])
    }
  }
}
