import DocumentModel
import DocumentParsing
import PageModel

/// One form in which discussions come as JSON: how it is recognised, and where in it what stands.
///
/// A further system is a further value; only what no path can say needs code (`adjust`).
package struct JSONSystem: Sendable {
  /// What the outermost value must hold: all paths of one row.
  let signs: [JSONSign]
  /// Where the post under discussion is; nil if the source has none.
  var post: JSONPost?
  /// The arrays of what precedes the comments and is no comment itself: it is part of the article.
  var posts: [JSONPath] = []
  /// The arrays that hold the comments, or the only one; all that are there are read, in this order.
  let comments: [JSONPath]
  /// The array, inside a comment, of its replies; nil where the list is flat.
  var children: [JSONPath] = []
  /// Where the parts of a comment are.
  let fields: JSONFields
  /// Where the names of people are whom comments give by an id; nil where they give the names.
  var people: JSONPeople?
  /// Where the system lives, for relative addresses in a source whose own is not known.
  var site: String?
  /// Whether its interface is on another host than its pages, which relative addresses lead to.
  var isElsewhere = false
  /// How many comments there are by the source's own count.
  var declared: [JSONPath] = []
  /// How further comments are named.
  var next: JSONNextPage?
  /// Whether an answer to a post that stands among the comments is told from a comment on it.
  var tellsAnswersToPost = false
  /// What else is known of a comment that no path can say.
  var adjust: (@Sendable (JSONValue, inout JSONComment) -> Void)?
}

/// Members whose presence tells a system.
package struct JSONSign: Sendable {
  /// Where all the paths must lead to something that is not null.
  let paths: [JSONPath]
  /// Where nothing may be: the mark of something alike that is no discussion.
  let absent: JSONPath?
  /// A path, and how the string there must begin.
  var prefix: (path: JSONPath, text: String)?

  /// A sign of paths that must all lead somewhere.
  init(
    _ paths: JSONPath...,
    without absent: JSONPath? = nil,
    prefix: (path: JSONPath, text: String)? = nil
  ) {
    (self.paths, self.absent, self.prefix) = (paths, absent, prefix)
  }

  /// Whether `root` has it.
  func matches(_ root: JSONValue) -> Bool {
    guard paths.allSatisfy({ $0.value(in: root) != nil }),
      absent?.value(in: root) == nil
    else { return false }
    guard let prefix else { return true }
    return prefix.path.value(in: root)?.string?.hasPrefix(prefix.text) == true
  }
}

/// Where the parts of a comment stand, each by the paths that may lead to it, best first.
package struct JSONFields: Sendable {
  var id: [JSONPath] = []
  /// Who is answered.
  var parent = JSONParent.none
  var author: [JSONPath] = []
  var authorURL: [JSONPath] = []
  var date: [JSONPath] = []
  var edited: [JSONPath] = []
  var body: [JSONBody] = []
  var score: [JSONPath] = []
  var badges: [JSONBadge] = []
  var url: [JSONAddress] = []
  /// Where it says that it is by the post's author.
  var isByPostAuthor: [JSONPath] = []
  /// What makes a comment something else than shown; the first row that holds decides.
  var states: [JSONStateRule] = []
}

/// A list of people, by whose ids comments name their authors.
package struct JSONPeople: Sendable {
  /// The list, from the outermost value; what is in it and has no name is passed over.
  let list: JSONPath
  /// What tells people from other things in the list.
  let sign: JSONPath
  /// Where their ids are.
  let id: JSONPath
  /// Where their names are, best first.
  let name: [JSONPath]
  /// Whether the id of somebody who is not in the list is shown in place of the name.
  var showsUnknown = false
}

/// How a comment says whom it answers.
package enum JSONParent: Sendable {
  /// Not at all, or by where it stands.
  case none
  /// By an id; those in `roots` mean that it answers the post.
  case id([JSONPath], roots: [String] = ["0", ""])
  /// By the last but one of numbers joined by full stops.
  case path(JSONPath)
  /// By the last id of an array.
  case last(JSONPath)
  /// By how deep it stands, of which roots have `first`.
  case depth(JSONPath, first: Int)
}

/// Where a text is, and what it is written in.
package struct JSONBody: Sendable {
  let path: JSONPath
  let form: BodyForm

  init(_ path: JSONPath, _ form: BodyForm) { (self.path, self.form) = (path, form) }
}

/// What is said of a comment or of its author in a few words.
package enum JSONBadge: Sendable {
  /// The words there.
  case text(JSONPath)
  /// These words, if it is true there.
  case flag(JSONPath, String)
}

/// A comment's own address.
package enum JSONAddress: Sendable {
  /// As it stands there.
  case path(JSONPath)
  /// As it stands there, characters written as references.
  case references(JSONPath)
  /// What stands there between two strings.
  case joined(String, JSONPath, String = "")
}

/// What is true of a comment that is not simply shown.
package struct JSONStateRule: Sendable {
  enum Test: Sendable {
    /// It is `true` there.
    case isTrue(JSONPath)
    /// The string there is this one.
    case equals(JSONPath, String)
    /// There is nothing there, or an empty string.
    case isMissing(JSONPath)
  }

  let test: Test
  let state: CommentState

  init(_ test: Test, _ state: CommentState) { (self.test, self.state) = (test, state) }

  func holds(in value: JSONValue) -> Bool {
    switch test {
    case .isTrue(let path): path.value(in: value)?.bool == true
    case .equals(let path, let text): path.value(in: value)?.words == text
    case .isMissing(let path): path.value(in: value).map(\.isEmptyString) ?? true
    }
  }
}

/// Where the post under discussion is, and its parts.
package struct JSONPost: Sendable {
  /// The post, from the outermost value.
  var at: [JSONPath] = [""]
  var title: [JSONPath] = []
  /// Whether the title has references to characters, as mark-up has.
  var titleIsMarkup = false
  var author: [JSONPath] = []
  var date: [JSONPath] = []
  var body: [JSONBody] = []
  /// The page that it does nothing but point to.
  var linked: [JSONPath] = []
  /// Its own address.
  var url: [JSONAddress] = []
  var score: [JSONPath] = []
  /// The ids by which comments name it as what they answer.
  var id: [JSONPath] = []
  /// What else is known of it that no path can say; its text, as mark-up, may be changed.
  var adjust: (@Sendable (JSONValue, inout PageArticle, inout String) -> Void)?
}
