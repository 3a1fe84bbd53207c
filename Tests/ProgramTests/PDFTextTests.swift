import DocumentModel
import Fetching
import SystemServices
import Testing

@testable import skein

@Suite("PDF files of the web", .enabled(if: PDFText.isInstalled, "pdftotext is not installed"))
struct PDFTextTests {
  /// A file of one page that says `words`, as small as the format allows.
  private static func file(_ words: String) -> String {
    let content = "BT /F1 12 Tf 72 720 Td (\(words)) Tj ET"
    return """
      %PDF-1.4
      1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
      2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
      3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R
      /Resources <</Font <</F1 5 0 R>>>>>> endobj
      4 0 obj <</Length \(content.utf8.count)>> stream
      \(content)
      endstream endobj
      5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj
      trailer <</Root 1 0 R>>
      %%EOF

      """
  }

  private func text(_ bytes: String) throws -> String {
    let storage = TextStorage(copying: Array(bytes.utf8))
    let text = try PDFText.text(of: storage, from: "x.pdf", cancellation: Cancellation())
    return String(decoding: text.bytes, as: UTF8.self)
  }

  @Test("are read as text")
  func reading() throws {
    #expect(try text(Self.file("The lantern on the quay")).contains("The lantern on the quay"))
  }

  @Test("that cannot be read, or hold no text, say so")
  func failing() {
    #expect(throws: Failure.self) { try text("%PDF-1.4 nothing") }
    #expect(throws: Failure.self) { try text(Self.file("")) }
  }

  @Test("are fetched and shown as a document")
  func fetching() async throws {
    let server = try await BrowsingServer { _ in
      ["/a.pdf": BrowsingServer.Page(body: Self.file("The keeper"), type: "application/pdf")]
    }
    let address = "\(server.address)/a.pdf"
    let words = try await withCheckedThrowingContinuation { continuation in
      BackgroundThread.start {
        continuation.resume(
          with: Result {
            let opened = try OpenDocument(.address(address), format: nil)
              .reopened(with: Fetcher(), cancellation: Cancellation()) { _ in }
            let document = try opened.whole()
            return document.title + document.text(of: document.article)
          }
        )
      }
    }
    #expect(words.contains("The keeper"))
    await server.stop()
  }
}
