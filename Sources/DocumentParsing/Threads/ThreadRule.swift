import DocumentModel

/// The numbered rules by which `ThreadResolver` places comments, in the order they are tried.
package enum ThreadRule: UInt8, CaseIterable, Sendable {
  case stated = 1
  case threadStart
  case namedOnPath
  case namedYounger
  case namedElsewhere
  case unsigned
  case missing
  case lostLine
  case shownDepth
  case lostThread

  /// A row of the table: what the rule is about, and why it is as it is.
  package struct Row: Sendable {
    /// The name, in words with hyphens.
    package let name: String
    /// What the rule looks at.
    package let considers: String
    /// Where the comment goes.
    package let decides: String
    /// Whether the place is marked as inferred: always, never, or if several comments are possible.
    package let inference: Inference
    /// Why the rule is as it is.
    package let evidence: String
  }

  /// When the places a rule decides are marked as inferred.
  package enum Inference: Sendable {
    case never, always
    /// Only if the source leaves a choice among several comments by one author.
    case ifSeveral
  }

  /// How certain a place is that the rule decides.
  func link(isOnly: Bool = false) -> ReplyLink {
    switch row.inference {
    case .never: .stated
    case .always: .inferred
    case .ifSeveral: isOnly ? .stated : .inferred
    }
  }

  /// The row of this rule.
  package var row: Row { Self.rows[Int(rawValue) - 1] }

  private static let rows: [Row] = [
    Row(
      name: "stated",
      considers: "nesting, depth or an id in the source",
      decides: """
        below the comment it gives; a root, unresolved, if that comment is not on the page
        """,
      inference: .never,
      evidence:
        "What the page's own mark-up says is right even where names and dates contradict it."
    ),
    Row(
      name: "thread-start",
      considers:
        "a comment that gives no parent, and its date among those of the threads around it",
      decides: "a root, unless the date contradicts the order of threads",
      inference: .never,
      evidence: """
        Threads stand newest or oldest first: the direction in which most dates of neighbouring \
        threads run. Comments that the site pins to the top are exempt.
        """
    ),
    Row(
      name: "named-on-path",
      considers: "a name in the reply, and the comments by that author on the open path",
      decides: """
        below the nearest one that is not younger and whose replies are all older; if there is none, \
        below the nearest one that is not younger
        """,
      inference: .ifSeveral,
      evidence: """
        Replies are printed below what they answer, oldest first, each followed by its own replies.
        """
    ),
    Row(
      name: "named-younger",
      considers: "a name in the reply, if all comments by that author on the open path are younger",
      decides: "below the nearest of them",
      inference: .always,
      evidence: """
        A comment that was edited may show the date of the edit, so it looks younger than its \
        replies; the place on the page is better evidence than the dates.
        """
    ),
    Row(
      name: "named-elsewhere",
      considers: "a name in the reply, and the other comments by that author in the thread",
      decides: "below the latest one that is not younger",
      inference: .ifSeveral,
      evidence: "Sites that limit the depth print the deepest replies side by side."
    ),
    Row(
      name: "unsigned",
      considers:
        "a name in the reply that nobody in the thread has, and the unsigned comments above",
      decides: "below the nearest unsigned comment of the open path, which takes the name",
      inference: .always,
      evidence: "Extractors lose headers; the name in a reply is then the only trace of the author."
    ),
    Row(
      name: "missing",
      considers: "a name in the reply that leads to no comment",
      decides: """
        below the nearest comment of the open path that is not younger; a root, unresolved, if there \
        is none
        """,
      inference: .always,
      evidence:
        "The comment answered was deleted or is on another page; its thread is usually this one."
    ),
    Row(
      name: "lost-line",
      considers: "a comment that gives no parent and by its date is no root",
      decides: """
        below a comment of the open path that is not younger: preferably one whose author's name is \
        longer than any that replies give, then an unsigned one, then the nearest
        """,
      inference: .always,
      evidence: "Extractors drop long «Reply to» lines, and those that name nobody."
    ),
    Row(
      name: "shown-depth",
      considers: "a depth in a source that may print deeper levels alike",
      decides: "below the comment that the depth gives",
      inference: .always,
      evidence: """
        Browsers that print pages as text indent all replies of some pages by the same columns,         however deep they are.
        """
    ),
    Row(
      name: "lost-thread",
      considers: "a comment in a source that lost who answers whom, and its date",
      decides: "a root, which is assumed, unless the date contradicts the order of threads",
      inference: .always,
      evidence: """
        Where neither columns nor names show replies, and dates run to and fro as they do only where         replies stand below what they answer.
        """
    ),
  ]
}
