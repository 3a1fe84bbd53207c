import DocumentModel
import PageModel
import TextExports
import XMLParsing

/// One form in which a site exports its discussions as XML: how it is recognised, and where in it
/// what stands.
///
/// A further form is a further value.
struct ExportSystem: Sendable {
  /// The outermost element.
  let root: String
  /// Texts of which the beginning must hold one; none: the element tells.
  var signs: [String] = []
  /// The site's name, from the outermost element.
  var title: [XMLPath] = []
  /// The site's address.
  var site: [XMLPath] = []
  /// The articles, from the outermost element.
  let articles: XMLPath
  /// The parts of an article.
  let article: ExportedArticleFields
  /// The comments, inside an article; from the outermost element where `threads` leads from a comment
  /// to the id of its article.
  let comments: XMLPath
  /// Where a comment that stands apart names its article.
  var threads: [XMLPath] = []
  /// The parts of a comment.
  let comment: ExportedCommentFields
  /// Whether articles without comments are left out: the export has no texts of them.
  var needsComments = false
  /// What an id means, where the same is written in several forms.
  var readID: @Sendable (String) -> String = { $0 }
  /// Reads an article whose comments are part of its text.
  ///
  /// Takes the article and the site's address.
  var readText: (@Sendable (XMLElement, String?) -> PageThread)?
}

/// Where the parts of an article stand, each by the paths that may lead to it, best first.
struct ExportedArticleFields: Sendable {
  /// What makes a record an article; any, if there is no row.
  var kinds: [ExportedKind] = []
  var id: [XMLPath] = []
  var title: [XMLPath] = []
  var link: [XMLPath] = []
  var author: [XMLPath] = []
  var date: [XMLPath] = []
  var tags: [XMLPath] = []
  var body: [ExportedText] = []
  /// What else is said of it than that it was published: tags by what stands there.
  var notes: [ExportedNote] = []
}

/// Where the parts of a comment stand.
struct ExportedCommentFields: Sendable {
  var kinds: [ExportedKind] = []
  var id: [XMLPath] = []
  var parent: [XMLPath] = []
  var author: [XMLPath] = []
  var authorURL: [XMLPath] = []
  var date: [XMLPath] = []
  var body: [ExportedText] = []
  var link: [XMLPath] = []
  /// What makes a comment something else than shown; the first that holds decides.
  var states: [(ExportedNote, CommentState)] = []
  /// What else is said of it.
  var badges: [ExportedNote] = []
}

/// Whether a record is of a kind, by what stands at a path.
struct ExportedKind: Sendable {
  let path: XMLPath
  /// The values that make it one; or, if there are none of them, all but `others`.
  var values: [String] = []
  var others: [String] = []

  fileprivate func accepts(_ element: XMLElement) -> Bool {
    let found = path.texts(in: element)
    if !values.isEmpty { return found.contains { values.contains($0) } }
    return !found.contains { others.contains($0) }
  }
}

extension [ExportedKind] {
  /// Whether a record is of one of the kinds, or there are no rows.
  func accepts(_ element: XMLElement) -> Bool { isEmpty || contains { $0.accepts(element) } }
}

/// A value at a path, and the word for it.
struct ExportedNote: Sendable {
  let path: XMLPath
  let value: String
  let word: String

  init(_ path: XMLPath, _ value: String, _ word: String = "") {
    (self.path, self.value, self.word) = (path, value, word)
  }

  func holds(in element: XMLElement) -> Bool { path.text(in: element) == value }
}

/// Where a text is, and how it is written.
struct ExportedText: Sendable {
  enum Form: Sendable {
    /// Mark-up as it is.
    case html
    /// Mark-up whose blank lines are paragraphs, as WordPress keeps it.
    case wordPress
    /// A text construct of Atom.
    case atom
  }

  let path: XMLPath
  let form: Form

  init(_ path: XMLPath, _ form: Form) { (self.path, self.form) = (path, form) }

  /// The text as mark-up, nil if there is none.
  func markup(in element: XMLElement) -> String? {
    guard let found = path.element(in: element), !found.isBlank else { return nil }
    switch form {
    case .html: return found.text
    case .wordPress: return WordPressText.html(found.text)
    case .atom: return XMLText(atom: found).markup
    }
  }
}
