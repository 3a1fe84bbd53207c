import DocumentFormats
import DocumentModel
import DocumentParsing
import Foundation
import Testing

/// What `skein formats --why` tells of pages without a known system.
@Suite("Decisions on general pages")
struct GeneralPageDecisionTests {
  @Test("Why a group of elements is no thread is noted with the rule it breaks")
  func refused() throws {
    let decisions = try decisions(on: "titles-one-of-four")
    let finding = "4 of div.remark: 25 % have a title that leads elsewhere"
    #expect(
      decisions.contains { $0.rule == "listing-titles" && $0.finding == finding && !$0.isMet }
    )
  }

  @Test("Why a group of elements is a thread is noted with every rule it meets")
  func taken() throws {
    let decisions = try decisions(on: "named-three-quarters")
    // The sign that a page is one comes first, and last that nothing hidden was left out.
    #expect(
      decisions.map(\.rule) == [
        "page", "rank", "named-listing-titles", "mostly-named", "least-filled", "named-signed",
        "hidden",
      ]
    )
    #expect(decisions.dropLast().allSatisfy { $0.isMet })
  }

  private func decisions(on name: String) throws -> [Decision] {
    let fixture = try #require(Fixture.all.first { $0.testDescription == "html/\(name)" })
    var source = SourceText(
      decoding: TextStorage(copying: try Data(contentsOf: fixture.source)),
      location: fixture.source.lastPathComponent
    )
    let log = DecisionLog()
    source.decisions = log
    _ = try FormatRegistry.builtIn.parse(source)
    return log.decisions.filter { $0.reader == "html" }
  }
}
