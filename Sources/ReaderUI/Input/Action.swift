/// What is asked of the state.
public enum Action: Hashable, Sendable {
  case scroll(ScrollAction)
  case view(ViewAction)
  case comment(CommentAction)
  case block(BlockAction)
  case jump(JumpAction)
  case quote(QuoteAction)
  case fold(FoldAction)
  case news(NewsAction)
  case cut(CutAction)
  case search(SearchAction)
  case link(LinkAction)
  case copy(CopyAction)
  case show(OverlayKind)
  case more(MoreAction)
  case entry(EntryAction)
  case app(AppAction)
  /// So many headings or threads on, back if negative, whatever the pane with the focus holds.
  case section(Int)
  case overlay(OverlayAction)
  case edit(EditAction)
}

extension Action {
  /// Whether it only moves in the document, so that a longer sequence of keys can take it back.
  var isMove: Bool {
    switch self {
    case .scroll, .comment, .block, .section: true
    default: false
    }
  }

  /// Whether it opens something over the panes.
  var opensList: Bool {
    switch self {
    case .show, .link(.hints), .link(.hintsForBrowser): true
    default: false
    }
  }
}

/// Moves by lines and pages in the pane with the focus.
public enum ScrollAction: Hashable, Sendable {
  /// So many lines down, up if negative.
  case lines(Int)
  /// The text so many lines, back if negative, the focus only if it would leave the screen.
  case text(Int)
  /// So many half pages down, up if negative.
  case pages(Int)
  case start, end
  /// To the share of the text that the count says.
  case percent
}

/// Changes of how the document is looked at.
public enum ViewAction: Hashable, Sendable {
  case otherPane, nextLayout
  /// The border so many steps right or down, left or up if negative.
  case moveBorder(Int)
  /// Code and wide tables so many steps to the right, back if negative.
  case scrollSideways(Int)
  case toggleDates
  case toggleSpoilers
  case toggleRail
  /// So many discussions of the article on, back if negative; a count is the number of one.
  case nextDiscussion(Int)
  /// Sorts the thread in the next order.
  case nextThreadOrder
  /// Scrolls so that the focused item stands there.
  case align(Edge)
  case undo

  /// A height in a pane.
  public enum Edge: Hashable, Sendable { case top, middle, bottom }
}

/// Moves from comment to comment.
public enum CommentAction: Hashable, Sendable {
  case next, previous, nextSibling, previousSibling, nextThread, previousThread, parent, root
  case nextBySameAuthor, previousBySameAuthor, nextByArticleAuthor, previousByArticleAuthor
  case nextNew, previousNew, nextFolded, previousFolded
}

/// Moves from block to block.
public enum BlockAction: Hashable, Sendable {
  case next(Target)
  case previous(Target)

  /// What is moved to.
  public enum Target: Hashable, Sendable { case heading, paragraph, quote }
}

/// Moves to locations remembered.
public enum JumpAction: Hashable, Sendable {
  case back, forward, awaitMark, awaitGoTo, nextMark, previousMark
}

/// Ways between quotations and what they quote.
public enum QuoteAction: Hashable, Sendable {
  /// To the words that the focused comment quotes.
  case source
  /// Lists the comments that quote the focused comment, or what of the article is on the screen.
  case quoting
}

/// Changes of what is folded or hidden.
public enum FoldAction: Hashable, Sendable {
  case close, open, toggle, closeAll, openAll, closeThread, reveal, hide, unhideAll
  /// Asks for what shown comments must be.
  case filter
  /// Shows the conversation that the focused comment is part of, or all again.
  case conversation
  /// Folds the replies to the focused comment, not its text.
  case closeReplies
  /// Folds; folds the parent where that is done. Unfolds, and never moves.
  case closeHere, openHere
  /// So many levels more, fewer if negative.
  case byLevel(Int)
  /// Exactly so many levels in full, the replies below folded.
  case toLevel(Int)
}

/// What is done about new comments.
public enum NewsAction: Hashable, Sendable {
  /// Takes the thread for read, and goes to the next with something new.
  case readThread
  /// Folds all in which nothing is new.
  case foldRead
}

/// Opening and closing of comments cut short.
public enum CutAction: Hashable, Sendable { case toggle, toggleAll }

/// More than the document holds, or the document as it is by now.
public enum MoreAction: Hashable, Sendable {
  case load, loadAll, reload
  /// The article that the document links to.
  case loadLinked
  /// Discussions of the article elsewhere.
  case findDiscussions
}

/// Searching.
public enum SearchAction: Hashable, Sendable { case prompt, next, previous, toggleHighlight, end }

/// Entries of a list.
public enum EntryAction: Hashable, Sendable {
  /// So many entries on, back if negative.
  case move(Int)
  case open
  case nextOrder
  case filter, hide, unhideAll
  /// Keeps the entry for later, or no more.
  case keep
}

/// Links.
public enum LinkAction: Hashable, Sendable {
  case hints, next, previous
  /// Links on the screen wait for letters, to be opened in the browser.
  case hintsForBrowser
  /// Opens the link moved to; without one, folds or unfolds.
  case follow
  case open, openComment
}

/// What is copied.
public enum CopyAction: Hashable, Sendable { case text, permalink, link, quote, subtree, author }

/// What lies over the panes.
public enum OverlayKind: Hashable, Sendable {
  case help, contents, facts, links, marks, messages, parent, sources, pages
  /// A line for each comment.
  case outline
  /// The comments that stand out.
  case best
  /// Comments that quote something.
  case quoting
}

/// Moves in a list over the panes, and what is done with its rows.
public enum OverlayAction: Hashable, Sendable {
  /// So many rows down, up if negative.
  case rows(Int)
  /// So many half pages down, up if negative.
  case pages(Int)
  case start, end
  case choose, copy, filter
  /// Opens the address of the row in the browser; without one, chooses the row.
  case browse
  /// Shows the parent of the comment shown.
  case parent
  /// Takes the filter away; without one, closes the list.
  case back
  case close
}

/// Changes of the line being typed.
public enum EditAction: Hashable, Sendable {
  case accept, cancel
  /// Erases the character before the cursor; gives up an empty line.
  case erase
  case delete, eraseWord, eraseToStart, eraseToEnd
  /// So many characters to the right, to the left if negative.
  case move(Int)
  case start, end
  /// So many lines back in the history, forward if negative.
  case recall(Int)
  /// So many completions on, back if negative.
  case complete(Int)
  /// Takes a pattern as it stands, or as a regular expression.
  case toggleLiteral
}

/// Everything about the program itself.
public enum AppAction: Hashable, Sendable {
  case quit, quitNow, suspend, redraw
  /// The feeds that the page names.
  case findFeeds
  /// Has the list stand among the sources; ends that.
  case subscribe, unsubscribe
  /// Forgets all that is remembered of the document.
  case forget
  /// Lists the versions of the document that are kept.
  case listVersions
  case promptCommand, promptExport, promptShell, promptPipe
  /// So many sources on, back if negative.
  case nextSource(Int)
  /// So many themes on, back if negative.
  case nextTheme(Int)
}
