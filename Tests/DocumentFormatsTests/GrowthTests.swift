import DocumentExport
import DocumentFormats
import DocumentModel
import DocumentParsing
import Foundation
import TestSupport
import Testing

/// Four times a source takes about four times the work, however long it is; a square would take
/// sixteen times as much.
///
/// The work is the time a processor spends on this thread. `Tests/Growth/run` counts instructions, to
/// a closer bound and at greater lengths.
@Suite("Work grows with the source", .serialized)
struct GrowthTests {
  /// Between the fourfold that is due and the sixteenfold of a square.
  private static let mostGrowth = 7.0
  private static let size = 1 << 18

  /// The longest fixture of each format.
  private static let fixtures: [Fixture] = Dictionary(grouping: Fixture.all, by: \.format)
    .compactMap { _, fixtures in
      fixtures.max { length(of: $0) < length(of: $1) }
    }
    .sorted { $0.testDescription < $1.testDescription }

  private static func length(of fixture: Fixture) -> Int {
    (try? Data(contentsOf: fixture.source).count) ?? 0
  }

  @Test("A shape of pages", arguments: GrowingSource.shapes.map(\.name))
  func shape(_ name: String) throws {
    try check(#require(GrowingSource.shape(name)))
  }

  @Test("The longest fixture of a format, repeated", arguments: fixtures)
  func fixture(_ fixture: Fixture) throws {
    let text = try String(decoding: Data(contentsOf: fixture.source), as: UTF8.self)
    try check(GrowingSource(file: fixture.source.path, holding: text))
  }

  /// Formats whose discussions are not in the longest array of their fixtures, which is what grows, or
  /// that have none.
  private static let growingElsewhere: Set<String> = [
    "forem-article", "github-issue", "mastodon-status", "reddit-json", "stackexchange-json",
    "telegram-account", "wordpress-post",
  ]

  @Test("Repeated JSON has the repeated comments or entries", arguments: fixtures.filter(isJSON))
  func repeatedComments(_ fixture: Fixture) throws {
    let text = try String(decoding: Data(contentsOf: fixture.source), as: UTF8.self)
    let source = GrowingSource(file: fixture.source.path, holding: text)
    let counts = try [1, 4].map { times in
      let bytes = source.bytes(atLeast: times * Self.size / 8)
      let contents = try contents(of: bytes)
      return contents.listing?.entries.count ?? contents.document.comments.count
    }
    #expect(counts[0] > 20 && counts[1] > 3 * counts[0], "\(counts)")
  }

  private static func isJSON(_ fixture: Fixture) -> Bool {
    fixture.source.pathExtension == "json" && !growingElsewhere.contains(fixture.format)
  }

  /// Other programs disturb the time a little; what is really slow is slow each time.
  private func check(_ source: GrowingSource) throws {
    let small = source.bytes(atLeast: Self.size)
    let large = source.bytes(atLeast: 4 * Self.size)
    var growth = Double.infinity
    for _ in 0..<3 where growth > Self.mostGrowth {
      growth = min(growth, try work(on: large) / work(on: small))
    }
    #expect(growth <= Self.mostGrowth, "\(source.name)")
  }

  private func work(on bytes: [UInt8]) throws -> Double {
    let start = Self.now
    var sink = ByteSink { _ in }
    ExportFormat.json.write(try contents(of: bytes), to: &sink)
    sink.flush()
    return Self.now - start
  }

  private func contents(of bytes: [UInt8]) throws -> SourceContents {
    let source = SourceText(decoding: TextStorage(copying: bytes), location: "growing")
    return try FormatRegistry.builtIn.contents(of: source)
  }

  private static var now: Double {
    var moment = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &moment)
    return Double(moment.tv_sec) + Double(moment.tv_nsec) / 1e9
  }
}
