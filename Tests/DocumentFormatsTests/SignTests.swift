import DocumentModel
import DocumentParsing
import Foundation
import PageContent
import PageModel
import Testing

import DocumentFormats

/// Holds every sign by which a system's pages are recognised.
@Suite("Signs of systems")
struct SignTests {
  /// A sign of a format, taken away from it.
  struct Loss: CustomTestStringConvertible, Sendable {
    let format: PageFormat
    let sign: PageSign

    var testDescription: String { "\(format.name) \(sign.name)" }
  }

  private static let formats = FormatRegistry.builtIn.formats
  private static let losses = formats.compactMap { $0 as? PageFormat }.flatMap { format in
    format.signs.map { Loss(format: format, sign: $0) }
  }
  private static let fixtures = Dictionary(
    uniqueKeysWithValues: Fixture.all.map { ($0.testDescription, $0) }
  )

  @Test("Names are unique within their system")
  func names() {
    let names = Self.losses.map(\.testDescription)
    #expect(Set(names).count == names.count)
  }

  @Test("Without a sign its fixture is taken for something else", arguments: losses)
  func withoutSign(_ loss: Loss) throws {
    let fixture = try #require(Self.fixtures[loss.sign.fixture], "\(loss.sign.fixture)")
    let bytes = try Data(contentsOf: fixture.source)
    let source = SourceText(decoding: TextStorage(copying: bytes), location: "page.html")
    #expect(FormatRegistry.builtIn.detect(source).name == loss.format.name)
    let rest = Self.formats.map { format in
      format.name == loss.format.name ? loss.format.without(sign: loss.sign.name) : format
    }
    #expect(FormatRegistry(formats: rest).detect(source).name != loss.format.name)
  }
}
