import DocumentFormats
import DocumentMerging
import DocumentModel
import DocumentParsing
import Fetching

/// The one place where it is decided whether an answer is what a site was asked for.
///
/// Sites answer with status 200, and with pages, where they want a login, are being worked on or do
/// not know an address any more. The rows of `AnswerSign` tell such answers.
package struct AnswerCheck: Sendable {
  /// What the answer is instead, as a sentence without a full stop that begins with the name of its
  /// site; `nil` if it is what was asked for.
  package let doubt: String?
  /// The doubt and what to do about it where there is nothing to keep instead, on one line.
  package let warning: String?

  /// Checks a page that somebody wants to read.
  package init(of page: WebPage, _ document: Document) {
    self.init(
      AnswerEvidence(
        asked: page.asked,
        address: page.address,
        document: document,
        known: nil,
        purpose: .page
      )
    )
  }

  /// Checks a page to which `continuation` of `known` leads.
  init(of page: WebPage, _ part: Document, as continuation: Continuation, of known: Document) {
    self.init(
      AnswerEvidence(
        asked: page.asked,
        address: page.address,
        document: part,
        known: known,
        purpose: .part(continuation.subject)
      )
    )
  }

  /// Checks `fresh`, which was read from `page` or a file to take the place of `known`; `changes` is
  /// what it brings.
  package init(
    of page: WebPage?,
    _ fresh: Document,
    inPlaceOf known: Document,
    _ changes: DocumentRefresh
  ) {
    let before = known.commentCount
    self.init(
      AnswerEvidence(
        asked: page?.asked,
        address: page?.address,
        document: fresh,
        known: known,
        purpose: .reload(
          AnswerEvidence.Found(
            before: before,
            comments: before - changes.missing.count,
            gone: changes.gone.count,
            sharesText: Self.paragraphs(of: fresh).contains(
              where: Set(Self.paragraphs(of: known)).contains
            )
          )
        )
      )
    )
  }

  private static func paragraphs(of document: Document) -> [String] {
    document.blocks(of: document.article).filter { $0.kind == .paragraph && !$0.text.isEmpty }
      .map { document.text(of: $0) }
  }

  /// Checks an answer that is to be data for programs.
  init(ofInterface answer: FetchAnswer, asked: WebAddress) {
    guard answer.isPage else {
      self.init(doubt: nil, advice: "")
      return
    }
    let source = WebPage(answer, asked: asked).source(location: "\(answer.address)")
    self.init(
      AnswerEvidence(
        asked: asked,
        address: answer.address,
        document: FormatRegistry.builtIn.detect(source).parse(source),
        known: nil,
        purpose: .page
      )
    )
  }

  private init(_ answer: AnswerEvidence) {
    let host = answer.address?.host ?? answer.document.source.location
    for sign in AnswerSign.all {
      guard let doubt = sign.doubt(answer) else { continue }
      self.init(doubt: "\(host) \(doubt)", advice: sign.advice)
      return
    }
    self.init(doubt: nil, advice: "")
  }

  private init(doubt: String?, advice: String) {
    self.doubt = doubt
    warning = doubt.map { "\($0): \(advice)" }
  }
}

extension FetchAnswer {
  /// Whether this is a page, as opposed to data for programs.
  var isPage: Bool {
    let start = String(decoding: body.prefix(256), as: UTF8.self).lowercased()
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
  }

  /// Throws if this is no answer of an open interface, called `name`.
  func refuse(unlessOpen name: String) throws(SiteError) {
    switch status {
    case 200...299 where isPage:
      throw .unusable("\(address.host) answers with a page, not a \(name)")
    case 200...299: return
    case 429, 500...599: throw .failed(failure)
    default: throw .notOffered("\(name) is closed (status \(status))")
    }
  }
}
