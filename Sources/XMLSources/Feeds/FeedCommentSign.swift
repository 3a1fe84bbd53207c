import HTMLParsing
import PageModel
import XMLParsing

/// What tells that entries of a feed are comments: one row for each way that systems write it.
struct FeedCommentSign: Sendable {
  /// What an entry says of itself as a comment.
  struct Place {
    /// The discussion it belongs to, in a form that is the same for all of that.
    let discussion: String
    /// Its id.
    let id: String
    /// The id of what it answers, nil if it answers the article.
    var parent: String?
    /// The name given for who wrote that.
    var replyTo = ""
    /// Its text, where that is not the entry's.
    var markup: String?
  }

  /// What is looked for, as a noun phrase.
  let considers: String
  /// Where it was taken from.
  let evidence: String
  /// Whether an entry without the sign may open the discussion.
  let hasOpening: Bool
  /// The place of an entry, nil if it has not the sign.
  let place: @Sendable (FeedEntry) -> Place?

  /// All of them.
  static let all = [wordPress, atomThread, reddit, discourse]

  /// WordPress names a comment by the address of its place on the page, and puts the answered one's
  /// before the text.
  static let wordPress = FeedCommentSign(
    considers: "ids that end in #comment- and a number",
    evidence: "WordPress, wp-includes/feed-rss2-comments.php and get_comment_text().",
    hasOpening: false
  ) { entry in
    guard
      let (page, number) = entry.id.parts(around: "#comment-")
        ?? entry.link?.parts(
          around: "#comment-"
        ), number.isNumber
    else { return nil }
    var place = Place(discussion: page, id: number)
    let answered = AnsweredComment(entry.text?.markup ?? "")
    if let reference = XMLPath("thr:in-reply-to@ref").text(in: entry.element) {
      place.parent = reference.parts(around: "#comment-")?.1
    } else if let answered {
      place.parent = answered.id
      place.replyTo = answered.author
    }
    if let answered { place.markup = answered.rest }
    return place
  }

  /// Entries as RFC 4685 threads them; Blogger refers to the post throughout, and to the answered
  /// comment by a link of its own.
  static let atomThread = FeedCommentSign(
    considers: "thr:in-reply-to",
    evidence:
      "RFC 4685, section 3; Blogger's comment feeds; public-inbox, PublicInbox/WwwAtomStream.pm.",
    hasOpening: true
  ) { entry in
    guard let answered = XMLPath("thr:in-reply-to").element(in: entry.element) else { return nil }
    let page = answered.attribute("href") ?? entry.link?.withoutQuery ?? ""
    let related = XMLPath("atom:link[rel=related]@href").text(in: entry.element)
    let number = related?.parts(around: "/comments/default/")?.1
    return Place(
      discussion: String(page.prefix { $0 != "#" }),
      id: entry.id.bloggerNumber ?? entry.id,
      parent: number ?? answered.attribute("ref").map { $0.bloggerNumber ?? $0 }
    )
  }

  /// Reddit's ids tell comments, t1, from posts, t3; no entry says what it answers.
  static let reddit = FeedCommentSign(
    considers: "ids that begin with t1_",
    evidence: "reddit.com/dev/api, type prefixes; a thread's feed begins with its post.",
    hasOpening: true
  ) { entry in
    guard entry.id.hasPrefix("t1_") else { return nil }
    let rest = entry.link?.parts(around: "/comments/")?.1 ?? ""
    return Place(discussion: String(rest.prefix { $0 != "/" }), id: entry.id)
  }

  /// Discourse numbers posts and topics; no entry says what it answers.
  static let discourse = FeedCommentSign(
    considers: "ids that end in -post-, the topic's and the post's number",
    evidence: "Discourse, app/views/topics/show.rss.erb.",
    hasOpening: false
  ) { entry in
    guard let (host, numbers) = entry.id.parts(around: "-post-") else { return nil }
    let parts = numbers.split(separator: "-").map(String.init)
    guard parts.count == 2, parts.allSatisfy(\.isNumber) else { return nil }
    return Place(discussion: "\(host)-\(parts[0])", id: entry.id)
  }
}

/// The line that WordPress puts before a comment in a feed: «In reply to», in the site's language,
/// and a link to what is answered.
private struct AnsweredComment {
  let id: String
  let author: String
  /// The text without the line.
  let rest: String

  /// The most bytes of words before the link.
  private static let wordLimit = 80

  init?(_ markup: String) {
    let bytes = Array(markup.utf8)
    guard let open = bytes.range(ofBytes: "<a ".utf8), open.lowerBound <= Self.wordLimit,
      !bytes[..<open.lowerBound].contains(0x0A),
      let close = bytes[open.upperBound...].range(ofBytes: "</a>".utf8)
    else { return nil }
    let link = HTMLPage(
      markup: String(decoding: bytes[open.lowerBound..<close.upperBound], as: UTF8.self)
    )
    guard let anchor = link.tree.first(.a),
      let number = link.link(anchor)?.parts(around: "#comment-")?.1, number.isNumber,
      bytes[close.upperBound...].first == UInt8(ascii: ".")
    else { return nil }
    id = number
    author = link.text(anchor)
    rest = String(decoding: bytes[(close.upperBound + 1)...], as: UTF8.self)
  }
}
