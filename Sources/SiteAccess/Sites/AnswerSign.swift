import DocumentModel

/// Something that tells that an answer is not what a site was asked for: one row of how such answers
/// are recognised.
struct AnswerSign: Sendable {
  /// A name in words with hyphens, unique among the signs.
  let name: String
  /// What is looked at, as a noun phrase.
  let considers: String
  /// Why it tells.
  let evidence: String
  /// What to do about it where there is nothing to keep instead.
  var advice =
    "this may not be the page you asked for; save that page in a browser and open the file"
  /// What the answer is, after the name of its site; `nil`: nothing speaks against it.
  let doubt: @Sendable (AnswerEvidence) -> String?

  /// The signs in the order in which they are looked for; the first that is met decides.
  static let all: [AnswerSign] = [
    AnswerSign(
      name: "maintenance",
      considers: "a page without comments and with little text that speaks of maintenance",
      evidence: "`ObstacleSign` tells such pages; saved by a browser they would be the same",
      advice: "the page itself may be there later; try again then",
      doubt: { answer in
        answer.document.obstacle == .maintenance && answer.known?.obstacle != .maintenance
          ? PageObstacle.maintenance.description : nil
      }
    ),
    AnswerSign(
      name: "obstacle",
      considers: "what a page without comments and with little text asks for or says",
      evidence: "`ObstacleSign` tells such pages; a document that was one before stays one",
      doubt: { answer in
        answer.document.obstacle.flatMap { $0 == answer.known?.obstacle ? nil : $0.description }
      }
    ),
    AnswerSign(
      name: "login-address",
      considers: "a redirect to an address whose parts speak of a login",
      evidence: "forms that scripts make show neither fields nor words",
      doubt: { answer in
        answer.document.comments.isEmpty && answer.leadsToLogin
          ? "redirects to its login page" : nil
      }
    ),
    AnswerSign(
      name: "front-page",
      considers: "a redirect from a page of a site to its front page",
      evidence: "sites send addresses there that they do not know any more, or not now",
      doubt: { $0.leadsToFrontPage ? "redirects to its front page" : nil }
    ),
    AnswerSign(
      name: "other-page",
      considers: "a document of another title with none of the text and comments there were",
      evidence: "what is read again keeps its title, a paragraph or some of its comments",
      doubt: { answer in
        guard case .reload(let found) = answer.purpose, found.comments == 0, !answer.hasSameTitle,
          !found.sharesText
        else { return nil }
        return "\(answer.verb) another page\(answer.quotedTitle)"
      }
    ),
    AnswerSign(
      name: "other-part",
      considers: "a further page of another title at another address than was asked for",
      evidence:
        "pages of a discussion share their title; sites redirect to the address they prefer",
      doubt: { answer in
        guard case .part = answer.purpose, answer.isRedirected, !answer.hasSameTitle else {
          return nil
        }
        return "answers with another page\(answer.quotedTitle)"
      }
    ),
    AnswerSign(
      name: "empty-part",
      considers: "a further page of another title with nothing of what it is to lead to",
      evidence: "a page behind the last of a discussion is empty but has the title of the others",
      doubt: { answer in
        guard case .part(let subject) = answer.purpose, !answer.hasSameTitle,
          subject == .discussion
            ? answer.document.comments.isEmpty : answer.document.article.blocks.isEmpty
        else { return nil }
        let what = subject == .discussion ? "comments" : "text"
        return "answers with a page without \(what)\(answer.quotedTitle)"
      }
    ),
    AnswerSign(
      name: "end",
      considers: "whether the page ends with its closing tag, as the document before did",
      evidence: "of answers that are compressed, curl does not tell where they are cut short",
      advice: "load it again",
      doubt: { answer in
        answer.document.endsEarly && answer.known?.endsEarly != true
          ? "\(answer.verb) a page that ends too early" : nil
      }
    ),
    AnswerSign(
      name: "no-comments",
      considers: "a document with none of the comments there were, and no others",
      evidence: "comments are removed one by one; all at once are hidden, or fail to load",
      doubt: { answer in
        guard case .reload(let found) = answer.purpose, found.before > 1, found.comments == 0,
          answer.document.commentCount == 0
        else { return nil }
        return "\(answer.verb) a page that has none of the \(found.before) comments"
      }
    ),
    AnswerSign(
      name: "most-gone",
      considers: "a document that lacks more than half of the comments it is to hold",
      evidence: """
        Ours: discussions lose single comments and threads; ten are enough for a half to be no \
        single thread.
        """,
      doubt: { answer in
        guard case .reload(let found) = answer.purpose, found.before >= 10,
          found.gone * 2 > found.before
        else { return nil }
        return "\(answer.verb) a page that lacks \(found.gone) of \(found.before) comments"
      }
    ),
  ]
}
