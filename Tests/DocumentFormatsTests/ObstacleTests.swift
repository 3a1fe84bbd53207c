import DocumentModel
import DocumentParsing
import Foundation
import PageModel
import TestSupport
import Testing

@testable import PageContent

@Suite("Pages in place of what was asked for")
struct ObstacleTests {
  @Test("Each sign tells its fixture, and no other does", arguments: ObstacleSign.all.indices)
  func signs(_ index: Int) throws {
    let sign = ObstacleSign.all[index]
    let fixture = try #require(
      Fixture.all.first { $0.testDescription == sign.fixture },
      "there is no fixture \(sign.fixture)"
    )
    let source = SourceText(
      decoding: TextStorage(copying: try Data(contentsOf: fixture.source)),
      location: "page.html"
    )
    let page = HTMLPage(source)
    #expect(page.obstacle() == sign.obstacle)
    #expect(page.obstacle(by: ObstacleSign.all.filter { $0.name != sign.name }) != sign.obstacle)
  }

  @Test(
    "Where a page sends browsers",
    arguments: [
      ("0; url=/a", "/a"), ("0;URL='https://quay.example/b?c=d'", "https://quay.example/b?c=d"),
      ("3, url = \"/e\"", "/e"), ("0; /f", "/f"), ("5", nil), ("0; url=", nil), ("90; url=/g", nil),
      ("; url=/h", nil), ("0.5; url=/i", nil),
    ] as [(String, String?)]
  )
  func forwarding(_ content: String, _ address: String?) {
    let value = content.replacing("\"", with: "&quot;")
    let markup = "<meta http-equiv=Refresh content=\"\(value)\"><p>Go on.</p>"
    #expect(SourceText(markup: markup).forwarding == address)
    let text = String(repeating: "<p>There is much to be read on this page already.</p>", count: 20)
    #expect(SourceText(markup: markup + text).forwarding == nil)
  }
}
