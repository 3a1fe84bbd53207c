import DocumentMerging
import DocumentModel
import ReaderUI
import ReadingHistory

/// What is remembered of a document, in terms of the comments it has now.
struct Recall: Sendable {
  /// By what the document is known again.
  let names: DocumentNames
  /// Its comments; `nil` if nothing is remembered, as they are not needed then.
  let roster: CommentRoster?
  /// What was known when this was read.
  let base: RecordBase
  /// How the document was looked at, `nil` if nothing is remembered.
  private(set) var view: SavedView?
  /// The comments it did not hold the last time.
  private(set) var arrivals = CommentSet()
  /// Which comments are new or edited.
  private(set) var news = CommentNews()
  /// The comments that were on the screen.
  private(set) var seen = CommentSet()
  /// How many comments it does not hold any more.
  private(set) var removed = 0
  /// Full texts of comments that are cut, found in an earlier visit.
  private(set) var fullTexts: [CommentID: Completion] = [:]
  /// The document with comments that are gone since, `nil` if there are none or they are not known.
  private(set) var document: Document?
  /// When it was opened the last time, in seconds since 1970.
  let lastOpened: Int64

  /// What `recollection` says of `document`, which is known by `names`; O(size of the document), O(1)
  /// without one.
  ///
  /// `earlier` finds the document as it was then; it is asked where comments are gone.
  init(
    _ names: DocumentNames,
    of document: Document,
    _ recollection: Recollection?,
    earlier: () -> Document? = { nil }
  ) {
    guard let recollection else {
      self.init(names)
      return
    }
    self.init(names, of: document, recollection)
    guard removed > 0, let refresh = earlier().flatMap({ DocumentRefresh($0, document) }),
      !refresh.gone.isEmpty
    else { return }
    self.init(names, of: refresh.document, recollection)
    self.document = refresh.document
    removed = refresh.gone.count
    for id in refresh.gone { news.gone.insert(id) }
  }

  /// Nothing is remembered of the document known by `names`.
  private init(_ names: DocumentNames) {
    self.names = names
    (roster, base, lastOpened) = (nil, RecordBase(), 0)
  }

  private init(_ names: DocumentNames, of document: Document, _ recollection: Recollection) {
    self.names = names
    let roster = CommentRoster(of: document)
    let old = recollection.roster
    let matches = old.matches(with: roster)
    var flags: [CommentFlags] = []
    for id in document.commentIDs {
      let older = Int(matches.olderOf[id.index])
      guard older >= 0 else {
        arrivals.insert(id)
        if document[id].state.isComment { news.new.insert(id) }
        flags.append([])
        continue
      }
      let known = recollection.flags[older].subtracting(.absent)
      flags.append(known)
      if known.isNew { news.new.insert(id) }
      if known.contains(.seen) { seen.insert(id) }
      let (before, now) = (old.texts[older], roster.texts[id.index])
      if before != 0, now != 0, before != now { news.changed.insert(id) }
    }
    if !document.continuations.contains(where: { $0.subject == .discussion }) {
      removed = old.traits.indices.count {
        matches.newerOf[$0] < 0 && !recollection.flags[$0].contains(.absent)
      }
    }
    view = recollection.view.map {
      SavedView($0, flags, of: document) { item in
        matches.newerOf.indices.contains(item) && matches.newerOf[item] >= 0
          ? CommentID(Int(matches.newerOf[item])) : nil
      }
    }
    fullTexts = KeptFullTexts.completions(of: document, in: recollection.fullTexts)
    self.roster = roster
    base = RecordBase(
      document: recollection.document,
      flags: flags,
      marks: view.map { RememberedView($0, of: document).marks } ?? []
    )
    lastOpened = recollection.lastOpened
  }
}
