import DocumentModel
import DocumentParsing
import Fetching
import ReaderUI
import SiteAccess
import SystemServices

/// Opens other pages, and loads more of a list.
extension Runtime {
  /// Opens what the entry at `index` of the list leads to; the list stays until that is there.
  func open(entry index: Int) {
    guard let listing = state.list?.listing, listing.entries.indices.contains(index) else { return }
    let entry = listing.entries[index]
    if let target = source.targets[index] { return open(target, entry: index, of: listing) }
    if case .folder = source.origin, let path = entry.discussion {
      return leave(for: .file(path, entry: index, comment: nil))
    }
    if source.isHome, let path = entry.discussion, !LinkAddress.isWeb(path) {
      return leave(for: .file(path, entry: index, comment: nil))
    }
    let address = (entry.discussion ?? entry.article).map(listing.absolute)
    // What a feed holds of an entry is read where it leads nowhere.
    if entry.part != nil, listing.discussions != nil || address == nil {
      state.setProgress(Progress(label: "opening", share: nil), of: .opening)
      awaitedComment = nil
      let source = source
      let isPartial = estimate != nil
      loader.start(.opening) { _ in
        // What is still being read may belong to the entry.
        let all = isPartial ? (try? source.wholeContents())?.listing : nil
        guard let document = all?.document(like: entry) ?? listing.document(ofEntry: index) else {
          return .failure(Failure("the list does not hold this entry"))
        }
        let opened = OpenDocument(document, entry: index, of: listing, from: source)
        return .opened(opened, .document(document), entry: index, warning: nil)
      }
      return
    }
    guard let address else { return }
    guard LinkAddress.isWeb(address) else {
      return state.say("not opened: \(address) is not a web address", isWarning: true)
    }
    open(address: address, entry: index)
  }

  /// Opens what `address` leads to, at the comment with a number; this page stays until that is there.
  ///
  /// What cannot be fetched is shown as it was kept, if it was.
  func open(address: String, entry: Int? = nil, comment: Int? = nil) {
    awaitedComment = comment
    let host = WebAddress(address).map { "\($0.host)" } ?? address
    state.setProgress(Progress(label: "opening \(host)", share: nil), of: .opening)
    let (fetcher, session) = (fetcher, session)
    loader.start(.opening) { job in
      do {
        let awaited = try OpenDocument(.link(address), format: nil)
        let opened = try awaited.reopened(with: fetcher, cancellation: job.cancellation) {
          job.report(Progress(label: "opening \(host)\($0.amount)", share: $0.share))
        }
        let contents = try opened.wholeContents()
        let warning = opened.warning(about: contents)
        return .opened(opened, contents, entry: entry, warning: warning)
      } catch FetchError.notText(_, let type) {
        return .unreadable(address, reason: "\(type) cannot be read here")
      } catch let error as Failure where error.isBinary {
        return .unreadable(address, reason: "this is not text")
      } catch {
        guard !job.cancellation.isCancelled,
          let awaited = try? OpenDocument(.link(address), format: nil),
          let kept = session?.keptPage(of: awaited, because: "\(error)"),
          let contents = try? kept.opened.wholeContents()
        else { return .failure(error) }
        return .opened(kept.opened, contents, entry: entry, warning: kept.note)
      }
    }
  }

  /// Opens no other page.
  func stopOpening() {
    loader.cancel(.opening)
    arrived = nil
    state.setProgress(nil, of: .opening)
  }

  /// Loads the next page of the list, which is at `address`.
  func loadEntries(from address: String) {
    guard LinkAddress.isWeb(address) else {
      return state.say("the address of the next page is not known in full", isWarning: true)
    }
    state.setProgress(Progress(label: "loading", share: nil), of: .loading)
    let fetcher = fetcher
    loader.start(.loading) { job in
      do {
        let awaited = try OpenDocument(.link(address), format: nil)
        let opened = try awaited.reopened(with: fetcher, cancellation: job.cancellation) {
          job.report($0)
        }
        let contents = try opened.wholeContents()
        guard let listing = contents.listing else {
          return .failure(Failure("\(address): \(contents.noList ?? "not a list")"))
        }
        return .entries(listing)
      } catch {
        return .failure(error)
      }
    }
  }

  /// Reads the source of the list again.
  func reloadList() {
    state.setProgress(Progress(label: "reloading", share: nil), of: .loading)
    let (source, fetcher) = (source, fetcher)
    loader.start(.loading) { job in
      do {
        let opened = try source.reopened(with: fetcher, cancellation: job.cancellation) {
          job.report($0)
        }
        let contents = try opened.wholeContents()
        guard let listing = contents.listing else {
          let reason = contents.noList ?? "not a list any more"
          return .failure(Failure("\(source.location): \(reason)"))
        }
        return .listing(opened, listing)
      } catch {
        return .failure(error)
      }
    }
  }

  /// Shows what a job has brought that is about pages.
  func takePage(_ loaded: Loaded) {
    switch loaded {
    case .opened(let opened, let contents, let entry, let warning):
      var page = OpenedPage(opened: opened, contents: contents, entry: entry, warning: warning)
      page.comment = awaitedComment
      arrived = .page(page)
    case .unreadable(let address, let reason):
      let note = browser.open(address, on: screen)
      state.say("\(reason); \(note?.text ?? address)", isWarning: note?.isWarning ?? false)
    case .entries(let listing): state.append(listing)
    case .compared(let opened, let note):
      adopt(opened)
      if let listing = opened.contents?.listing { state.replace(with: listing) }
      state.say(note)
    case .listing(let opened, let listing):
      adopt(opened)
      keep(opened)
      state.renew(listing)
    default: break
    }
  }

  /// Leaves for the page that has come, as soon as nothing is typed or chosen.
  func leaveForArrived() {
    guard let request = arrived, state.mode == .reading, !isOver else { return }
    arrived = nil
    leave(for: request)
  }
}

extension Listing {
  /// What the source holds of the first entry that is like `entry` of an earlier reading; `nil` if none is.
  fileprivate func document(like entry: ListingEntry) -> Document? {
    let index = entries.firstIndex {
      $0.id == entry.id && $0.title == entry.title && $0.date == entry.date
    }
    return index.flatMap { document(ofEntry: $0) }
  }
}

/// A page that has been opened, and is to be shown.
struct OpenedPage: Sendable {
  let opened: OpenDocument
  let contents: SourceContents
  /// The entry of the list that led to it, `nil` if none did.
  let entry: Int?
  /// What to tell if it may be another than was asked for.
  let warning: String?
  /// The number of the comment to go to, from 1; `nil` for where it was left.
  var comment: Int?
  /// The version of a document that it is, `nil` for what is none.
  var version: ComparedVersion?
}

extension Progress {
  /// How much has come, as the label of a fetch says it behind its first word.
  var amount: Substring { label.drop { $0 != " " } }
}

extension SourceContents {
  /// What a page holds in place of a list; `nil` if that is not known.
  fileprivate var noList: String? {
    document.obstacle.map { "the page \($0.description)" }
  }
}
