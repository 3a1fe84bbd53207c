import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Talk pages of MediaWiki: comments that end with a signature, answers indented below them.
///
/// Who answers whom is told as the extension DiscussionTools tells it, and comments have the ids it
/// gives them.
package struct MediaWikiTalkReader: PageSystem {
  package let name = "mediawiki"
  package let summary = "a talk page of a wiki made with MediaWiki"

  package init() {}

  package static let signs = [
    PageSign(
      "marks",
      considers: "an element with data-mw-comment-start and the id of a comment",
      evidence: "the extension DiscussionTools, since 2020",
      fixture: "mediawiki/marked",
      isMet: { page in text(page).map { MarkedTalk.isMarked(page, in: $0) } ?? false }
    ),
    PageSign(
      "signatures",
      considers:
        "the class mw-parser-output around two signatures: links to a user, then the moment",
      evidence: "MediaWiki since 1.30, in the languages whose dates are known",
      fixture: "mediawiki/talk",
      isMet: { page in
        text(page).map { TalkComments(page, in: $0, limit: 2).comments.count == 2 } ?? false
      }
    ),
  ]

  private static func text(_ page: HTMLPage) -> HTMLNodeID? {
    page.elements("mw-parser-output").first
  }

  package func read(_ page: HTMLPage) -> PageThread {
    var thread = PageThread()
    guard let text = Self.text(page) else { return thread }
    if MarkedTalk.isMarked(page, in: text) {
      let talk = MarkedTalk(page, in: text)
      thread.comments = talk.comments
      thread.article = Self.article(page, talk.rest)
      return thread
    }
    let found = TalkComments(page, in: text)
    var ids = TalkIDs(sections: found.sections)
    /// The comments that are open to answers, with how deep they stand.
    var open: [(index: Int, level: Int)] = []
    var section = -1
    for talk in found.comments {
      if talk.section != section { open = [] }
      section = talk.section
      while let last = open.last, last.level >= talk.level { open.removeLast() }
      let parent = talk.id.isEmpty ? open.last?.index : ids.answered(by: talk)
      var comment = PageComment(element: talk.signature.text)
      comment.id = ids.id(of: talk, parent: parent)
      comment.author = talk.signature.author
      comment.authorURL = page.link(talk.signature.link)
      comment.date = talk.signature.date
      comment.body = talk.body
      comment.leftOut = Set(talk.signature.nodes)
      comment.url = "#" + comment.id
      comment.parent = parent.map { .index($0) } ?? .root
      open.append((thread.comments.count, talk.level))
      thread.comments.append(comment)
    }
    thread.article = Self.article(page, found.rest)
    return thread
  }

  /// What stands beside the comments.
  private static func article(_ page: HTMLPage, _ rest: [HTMLNodeID]) -> PageArticle {
    var article = PageArticle()
    article.title = page.first(in: HTMLDocument.root) { page.value(.id, $0) == "firstHeading" }
      .map(page.text)
    article.content = rest
    article.leftOut = Set(
      page.elements("mw-editsection") + page.elements("toc")
        + page.elements("ext-discussiontools-init-replylink-buttons")
        + page.elements("ext-discussiontools-init-section-bar")
        + page.elements("ext-discussiontools-init-section-subscribeButton")
    )
    return article
  }
}

/// The ids that DiscussionTools gives comments: author, moment and what they answer.
private struct TalkIDs {
  private let sections: [String]
  private var names: [String] = []
  private var used: [String: Int] = [:]

  init(sections: [String]) { self.sections = sections.map(Self.shortened) }

  /// A heading as ids hold it: no more than 80 bytes.
  private static func shortened(_ heading: String) -> String {
    var end = heading.utf8.index(
      heading.startIndex,
      offsetBy: 80,
      limitedBy: heading.endIndex
    )
    while let cut = end, cut > heading.startIndex,
      cut.samePosition(in: heading.unicodeScalars) == nil
    {
      end = heading.utf8.index(before: cut)
    }
    return String(heading[..<(end ?? heading.endIndex)])
  }

  /// Which comment one answers by the id that the page gives it; nil if it does not tell.
  func answered(by talk: TalkComments.Comment) -> Int? {
    talk.id.isEmpty ? nil : names.lastIndex { talk.id.hasSuffix("-" + $0) }
  }

  /// The id of the next comment; `parent` is the index of an earlier one.
  mutating func id(of talk: TalkComments.Comment, parent: Int?) -> String {
    let moment = talk.signature.date.moment
    let name =
      talk.signature.author.replacing(" ", with: "_") + "-" + (moment.map(Self.iso) ?? "")
    names.append(name)
    if !talk.id.isEmpty { return talk.id }
    let above =
      parent.map { names[$0] }
      ?? (sections.indices.contains(talk.section) ? sections[talk.section] : "")
    let id = "c-" + name + (above.isEmpty ? "" : "-" + above)
    let count = used[id, default: 0]
    used[id] = count + 1
    return count == 0 ? id : "\(id)-\(count)"
  }

  /// A moment in UTC as scripts write it: `2018-09-29T06:23:00.000Z`.
  private static func iso(_ moment: Timestamp) -> String {
    let utc = Timestamp(wallClock: moment.seconds, precision: .second)
    return "\(utc).000Z"
  }
}
