import Foundation
import Testing

@Suite("The same input gives the same output")
struct RepetitionTests {
  /// Every fixture of every format but those the program refuses as binary data.
  private static let fixtures: [String] = {
    let root = Repository.root.appending(path: "Tests/DocumentFormatsTests/Fixtures")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { !$0.hasDirectoryPath && $0.pathExtension != "dump" }
      .filter { (try? Data(contentsOf: $0))?.contains(0) == false }
      .map(\.path).sorted()
  }()

  @Test("Four processes export every fixture alike, byte for byte")
  func processes() throws {
    let arguments = ["export", "--to", "jsonl"] + Self.fixtures
    let first = try ProgramRun(arguments, settings: ["SWIFT_DETERMINISTIC_HASHING": "1"])
    #expect(first.status == 0, "\(first.errors)")
    // Of a source that holds several discussions, each is on a line.
    #expect(first.output.split(separator: "\n").count >= Self.fixtures.count)
    // Each process seeds the hashes of sets and dictionaries anew.
    for _ in 1..<4 {
      let again = try ProgramRun(arguments)
      #expect(again.output == first.output)
    }
  }
}
