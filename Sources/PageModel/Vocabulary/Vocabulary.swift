/// What names in mark-up mean: classes, ids and elements, on pages of any system.
///
/// The one table that all readers of pages ask. A name that only one system uses stands with the
/// system's reader. Comments of services that scripts load are in `CommentService.all`.
package enum Vocabulary {
  /// What an element with a certain name is.
  package enum Meaning: Sendable {
    /// A comment, or the place where comments stand.
    case comment
    /// A post of a forum, or the place where posts stand.
    case post
    /// Who wrote something.
    case author
    /// When it was written.
    case date
    /// What was written.
    case body
    /// What can be done with a comment, and what others did with it: buttons, votes.
    case action
    /// A title above a text.
    case title
    /// A quotation of another text.
    case quotation
    /// No part of a comment whatever else the name says: a picture, a form, a count, a widget.
    case accessory

    /// A list of references or of people, which have names, dates and texts as comments have.
    case otherList
    /// A box around a whole discussion, its heading and form included.
    case discussion
    /// A link that acts as a button.
    case control
    /// Text that style sheets hide from the eye, for those who hear a page.
    case unseen
    /// What style sheets hide until a script shows it.
    case folded

    /// A box around the text of an article.
    case articleText
    /// A list of the pages of an article that is cut in several.
    case articlePages
    /// A box around an article that is no part of it: for sharing, its author, tags, letters.
    case articleBoilerplate

    /// A box whose text is hidden from those who do not want to know yet.
    case spoiler
    /// The part of such a box that is hidden.
    case spoilerText
    /// A box that shows what somebody else wrote.
    case quotationBox
    /// A mark beside a heading for those who link to it or edit the page.
    case headingMark
    /// The numbers of lines of code.
    case lineNumbers
    /// A table's cell of code.
    case codeCell
    /// Code that is a patch.
    case patch

    /// Readability's names: holds no article, may hold one after all, speaks for one, speaks against
    /// one, names the author, offers to share the page.
    case unlikely, possible, positive, negative, byline, sharing
  }

  /// How a name is looked for in a class or an id.
  package enum Match: Sendable {
    /// As one of the parts of a name, split at marks, digits and capitals: `user` in `userName-2`.
    case part
    /// As a whole name.
    case name
    /// Anywhere, without regard to the letters around it.
    case anywhere
    /// Anywhere where no letter or digit stands before or behind it.
    case delimited
  }

  /// Names that mean the same.
  package struct Entry: Sendable {
    /// What they mean.
    package let meaning: Meaning
    /// How they are looked for.
    package let match: Match
    /// Where they come from.
    package let source: StaticString
    /// The names; capitals count as small letters unless `match` is `name` and the class index is
    /// asked, which knows names as pages spell them.
    package let names: [StaticString]

    init(_ meaning: Meaning, _ match: Match, _ source: StaticString, _ names: [StaticString]) {
      self.meaning = meaning
      self.match = match
      self.source = source
      self.names = names
    }
  }

  /// All names.
  package static let entries = comments + parts + boxes + articles + readability

  /// The names with a meaning; O(all names), so ask once.
  package static func names(_ meaning: Meaning) -> [StaticString] {
    entries.filter { $0.meaning == meaning }.flatMap(\.names)
  }
}
