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
  /// A sign of a format, and the format without it.
  struct Loss: CustomTestStringConvertible, Sendable {
    let format: any DocumentFormat
    let rest: any DocumentFormat
    let sign: PageSign

    var testDescription: String { "\(format.name) \(sign.name)" }
  }

  private static let formats = FormatRegistry.builtIn.formats
  private static let losses: [Loss] = formats.flatMap { format -> [Loss] in
    switch format {
    case let page as PageFormat:
      return page.signs.map { Loss(format: page, rest: page.without(sign: $0.name), sign: $0) }
    case let list as PageListingFormat:
      return list.signs.map { Loss(format: list, rest: list.without(sign: $0.name), sign: $0) }
    default: return []
    }
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
      format.name == loss.format.name ? loss.rest : format
    }
    #expect(FormatRegistry(formats: rest).detect(source).name != loss.format.name)
  }
}
