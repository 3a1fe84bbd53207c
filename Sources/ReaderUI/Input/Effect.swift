import DocumentModel

/// What the state asks of the world in return.
public enum Effect: Hashable, Sendable {
  case quit, suspend
  /// Remove all that is remembered of the document, and remember no more of it.
  case forget
  /// List the versions of this document that are kept.
  case listVersions
  /// List passages with these words of all that was read.
  case searchLibrary(String)
  /// Draw everything anew, trusting nothing that stands on the screen.
  case redraw
  /// Show an address in the browser.
  case open(String)
  /// Read what an address leads to, as a page after this one.
  case follow(String)
  /// Read what the entry at this index of the list leads to, as a page after this one.
  case openEntry(Int)
  /// Read what the entry so many after the one this page was opened from leads to, before it if
  /// negative.
  case openNeighbour(Int)
  /// Open no other page.
  case stopOpening
  /// Put the article at this address in place of the link to it.
  case loadLinked(String)
  /// Load no linked article.
  case stopLinking
  /// Find discussions of the article at this address.
  case findDiscussions(String)
  /// Show the discussion of the article at this index, in place of the one that is read.
  case showDiscussion(Int)
  /// Load the discussion that is to be read, and has not come.
  case loadDiscussion
  /// Keep the entry at this index of the list for later, or no more.
  case keepEntry(Int, Bool)
  /// Fetch nothing more of what is kept for later.
  case stopKeeping
  /// Open the feed that the page names, or a list of several.
  case findFeeds
  /// Have the list stand among the sources, called so or by its title.
  case subscribe(String?)
  /// Have the list stand there no more.
  case unsubscribe
  /// Add the entries of the list's next page, which is at this address.
  case loadEntries(String)
  /// Show the page so many after this one, before it if negative.
  case step(Int)
  /// Put a text on the clipboard.
  case copy(String)
  /// Write the document to a file, in the format its name ends in; over a file that is there only
  /// if asked for.
  case export(path: String, overwrites: Bool)
  /// Run a command in the shell, on the terminal; an empty one is a shell.
  case shell(String)
  /// Run a command in the shell with the document as text on its standard input.
  case pipe(String)
  /// Read the source at an index of the list.
  case source(Int)
  /// Read this source, and add it to the list.
  case read(String)
  /// Find the full texts of these comments.
  case complete([CommentID])
  /// Ask this page's site for full texts from now on.
  case useAddress(String)
  /// Look for no more full texts.
  case stopCompleting
  /// Follow the discussion, or the article, to more of it.
  case load(MoreRequest)
  /// Fetch or read the document anew.
  case reload
  /// Put the answer of the last reload in place, though it may be another document.
  case showReload
  /// Take the last reload back: the document before it is in place again.
  case undoReload
  /// Load no more.
  case stopLoading
  /// The files whose names begin so, to complete what is typed.
  case listFiles(String)
  /// Take full texts from this file or address, then complete these comments.
  case useCompanion(String, [CommentID])
  /// So many themes on, back if negative.
  case nextTheme(Int)
  /// The theme of this name or file.
  case theme(String)
  /// Go on with the search, beside the keys.
  case continueSearch
}
