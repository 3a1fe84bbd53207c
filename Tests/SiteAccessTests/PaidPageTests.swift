import Fetching
import Testing

@testable import SiteAccess

@Suite("Pages that are not free to read")
struct PaidPageTests {
  @Test(
    "say so in their structured data",
    arguments: [
      (#"{"isAccessibleForFree":false}"#, true), (#"{"isAccessibleForFree" : "False"}"#, true),
      (#"{"isAccessibleForFree": true, "hasPart": {"isAccessibleForFree": false}}"#, true),
      (#"{"isAccessibleForFree":true}"#, false), (#"{"isAccessibleForFree":"#, false),
      ("isAccessibleForFree: false", false), ("", false),
    ]
  )
  func note(data: String, isPaid: Bool) throws {
    let address = try #require(WebAddress("https://lamps.example/a"))
    let page = WebPage(kept: Array(data.utf8), from: address, charset: nil)
    #expect((page.paidNote != nil) == isPaid)
  }
}
