import Terminal

/// What a piece of the screen is, for a theme to say how it looks.
///
/// A role a theme leaves out looks like the role its name extends, `comment.author` like
/// `comment`, and in the end like `text`.
public enum StyleRole: String, CaseIterable, Sendable {
  case text
  case title
  case byline
  case heading
  case quote
  case quoteBar = "quote.bar"
  case quoteCount = "quote.count"
  case quoteOften = "quote.often"
  case aside
  case code
  case codePatch = "code.patch"
  case codeAdded = "code.added"
  case codeRemoved = "code.removed"
  case codeHeading = "code.heading"
  case list
  case listMarker = "list.marker"
  case table
  case tableHeading = "table.heading"
  case image
  case rule
  case link
  case emphasis
  case strong
  case strikethrough
  case spoiler
  case comment
  case commentAuthor = "comment.author"
  case commentAuthorInferred = "comment.author.inferred"
  case commentBadge = "comment.badge"
  case commentDate = "comment.date"
  case commentNew = "comment.new"
  case commentFold = "comment.fold"
  case commentFocused = "comment.focused"
  case commentFocusedText = "comment.focused.text"
  case commentFocusedBar = "comment.focused.bar"
  case commentCut = "comment.cut"
  case commentDimmed = "comment.dimmed"
  case commentAncestor = "comment.ancestor"
  case tree
  case tree1 = "tree.1"
  case tree2 = "tree.2"
  case tree3 = "tree.3"
  case tree4 = "tree.4"
  case tree5 = "tree.5"
  case tree6 = "tree.6"
  case author1 = "author.1"
  case author2 = "author.2"
  case author3 = "author.3"
  case author4 = "author.4"
  case author5 = "author.5"
  case author6 = "author.6"
  case author7 = "author.7"
  case author8 = "author.8"
  case border
  case borderFocused = "border.focused"
  case tab
  case tabChosen = "tab.chosen"
  case rail
  case railPlace = "rail.place"
  case railHit = "rail.hit"
  case railNew = "rail.new"
  case railAuthor = "rail.author"
  case status
  case statusFocused = "status.focused"
  case statusDimmed = "status.dimmed"
  case message
  case messageWarning = "message.warning"
  case prompt
  case promptCompletion = "prompt.completion"
  case searchHit = "search.hit"
  case searchCurrent = "search.current"
  case searchBadge = "search.badge"
  case hint
  case overlay
  case overlayTitle = "overlay.title"
  case overlaySelected = "overlay.selected"
  case overlayKey = "overlay.key"
  case overlayDimmed = "overlay.dimmed"
  case progress
}
