import DocumentModel
import Foundation
import Testing

@testable import skein

/// What the first screen is made from, so that a large page is there as soon as a small one.
@Suite("Beginnings")
struct BeginningTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func open(_ body: String) throws -> OpenDocument {
    let page = "<!DOCTYPE html><title>Stones</title><body>" + body
    return try OpenDocument(.file(scratch.write(page, to: "page.html").path), format: nil)
  }

  private func article(paragraphs: Int) -> String {
    let text = (0..<paragraphs).map { "<p>The harbour has \($0) stones, and a bell on each.</p>\n" }
    return "<article><h1>Stones</h1>" + text.joined() + "</article>"
  }

  private let comments = """
    <section id="comments"><ol class="comment-list"><li class="comment" id="comment-1">\
    <article class="comment-body"><cite class="fn">Ana</cite>\
    <div class="comment-content"><p>Who counted them?</p></div></article></li></ol></section>
    """

  @Test("An article is shown before the comments below it are parsed")
  func article() throws {
    let opened = try open(article(paragraphs: 2_000) + comments)
    let document = try opened.beginning().document
    #expect(document.article.blocks.count < 2_000)
    #expect(document.article.blocks.count > 100)
    #expect(document.comments.isEmpty)
    #expect(try opened.whole().comments.count == 1)
  }

  @Test("What stands after much that nobody reads is shown all the same")
  func late() throws {
    let menu = "<nav>" + String(repeating: "<a href='/x'></a>\n", count: 4_000) + "</nav>"
    let document = try open(menu + article(paragraphs: 8_000) + comments).beginning().document
    #expect(document.article.blocks.count < 8_000)
    #expect(document.article.blocks.count > 100)
  }

  @Test("A page whose beginning has nothing to read is parsed whole")
  func empty() throws {
    let menu = "<nav>" + String(repeating: "<a href='/x'></a>\n", count: 15_000) + "</nav>"
    let document = try open(menu + article(paragraphs: 20) + comments).beginning().document
    #expect(document.article.blocks.count == 20)
    #expect(document.comments.count == 1)
  }
}
