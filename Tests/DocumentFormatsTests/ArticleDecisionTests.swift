import DocumentFormats
import DocumentModel
import DocumentParsing
import Foundation
import PageContent
import TestSupport
import Testing

/// Tests what `skein formats --why` is told of the search for the article.
@Suite("Decisions about articles")
struct ArticleDecisionTests {
  @Test("The candidates for the article are noted with their points, the chosen one as met")
  func candidates() throws {
    let noted = try decisions("article-form").filter { $0.rule == "kept-candidates" }
    #expect(noted.map(\.finding).prefix(2) == ["div: 32.0 points", "main#content: 29.5 points"])
    #expect(noted.map(\.isMet).prefix(2) == [true, false])
  }

  @Test("An element around the candidates that is taken in their place is noted")
  func container() throws {
    let noted = try decisions("article-parts").filter { $0.rule == "close-candidates" }
    #expect(!noted.isEmpty)
    #expect(noted.allSatisfy { $0.isMet && $0.finding.hasPrefix("around the best: main.media") })
  }

  @Test("What is left out is noted with the rule that speaks against it")
  func boilerplate() throws {
    let noted = try decisions("article-links").filter { $0.finding.hasPrefix("left out") }
    #expect(noted.contains { $0.rule == "named-links" && $0.finding.contains("div.text") })
    #expect(noted.allSatisfy { !$0.isMet })
    let rules = Set(BoilerplatePolicy.anyRules.map(\.name))
    #expect(noted.allSatisfy { rules.contains($0.rule) })
  }

  @Test("An attempt that finds too little is noted, and the one after it")
  func attempts() throws {
    let noted = try decisions("article-little").filter { $0.rule == "enough-text" }
    #expect(noted.map(\.isMet) == [false, true])
    #expect(noted.first?.finding == "499 characters found strictly")
  }

  @Test("A page is read the same whether its decisions are noted or not")
  func silence() throws {
    let plain = try source("article-links")
    var asked = try source("article-links")
    asked.decisions = DecisionLog()
    let dumps = try [plain, asked].map { DocumentDump(try FormatRegistry.builtIn.parse($0)).text }
    #expect(dumps[0] == dumps[1])
  }

  private func decisions(_ fixture: String) throws -> [Decision] {
    var source = try source(fixture)
    let log = DecisionLog()
    source.decisions = log
    _ = try FormatRegistry.builtIn.parse(source)
    return log.decisions.filter { $0.reader == "article" }
  }

  private func source(_ name: String) throws -> SourceText {
    let fixture = try #require(Fixture.all.first { $0.testDescription == "html/\(name)" })
    let bytes = try Data(contentsOf: fixture.source)
    return SourceText(decoding: TextStorage(copying: bytes), location: name + ".html")
  }
}
