import Testing

@testable import ReaderUI

@Suite("Names that were meant")
struct NearestNameTests {
  private static let names = ["text", "wpdiscuz-text", "wpdiscuz-html", "wordpress", "mbox"]

  @Test(
    "A name with few letters amiss is known for the one that was meant",
    arguments: [
      ("wpdiscuz-tex", "wpdiscuz-text"), ("wordpres", "wordpress"), ("txt", "text"),
      ("mbxo", "mbox"), ("Wordperss", "wordpress"),
    ]
  )
  func misspelt(_ typed: String, _ meant: String) {
    #expect(nearest(to: typed, among: Self.names) == meant)
  }

  @Test("A name that is only begun is known for the first that goes on like it")
  func begun() {
    #expect(nearest(to: "wpdiscuz", among: Self.names) == "wpdiscuz-text")
    #expect(nearest(to: "wpd", among: Self.names) == "wpdiscuz-text")
    #expect(nearest(to: "grid", among: ["grip", "gridlines"]) == "gridlines")
  }

  @Test("A name like none of them stays unknown", arguments: ["zebra", "w", "", "texture"])
  func unlike(_ typed: String) {
    #expect(nearest(to: typed, among: Self.names) == nil)
  }
}
