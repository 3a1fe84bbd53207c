import DocumentMerging
import DocumentModel
import ReaderUI

/// The versions of a document that are kept, each compared with the one before it, or all with one.
struct PageVersions: Sendable {
  /// A version as it was kept.
  struct Kept: Sendable {
    /// When it was fetched, or the file was last changed, in seconds since 1970.
    let moment: Int64
    /// The name of the file, `nil` for a page that was fetched.
    let file: String?
    /// What it holds.
    let document: Document
  }

  /// The versions, the latest first.
  private let versions: [Kept]
  /// Where the document is read from, which names it if it has no title.
  private let location: String
  /// The version that all others are compared with; `nil`: each with the one before it.
  private let base: Int?

  /// The `versions`, the latest first, each compared with the one before; `location` is where the
  /// document is read from.
  init(_ versions: [Kept], location: String) {
    self.init(versions, location: location, base: nil)
  }

  private init(_ versions: [Kept], location: String, base: Int?) {
    self.versions = versions
    self.location = location
    self.base = base
  }

  /// The same versions, all compared with the one at `index`, or, if they are already, each with the one
  /// before it.
  func marking(_ index: Int) -> PageVersions {
    PageVersions(versions, location: location, base: base == index ? nil : index)
  }

  // MARK: Comparing

  /// The version at `index` and the one it is compared with; O(size of both).
  func compared(at index: Int) -> ComparedVersion {
    let moment = Moment(versions[index].moment).inFull
    let marking: @Sendable () -> OpenDocument = { self.marking(index).list }
    let other = base ?? index + 1
    guard other != index, versions.indices.contains(other) else {
      return ComparedVersion(
        moment: moment,
        isMarked: base == index,
        document: versions[index].document,
        summary: base == nil ? "the first that is kept" : "marked: the others are compared with it",
        marking: marking
      )
    }
    let (earlier, later) = (versions[max(index, other)], versions[min(index, other)])
    let refresh = DocumentRefresh(earlier.document, later.document)
    let summary = refresh.map { RefreshSummary($0, after: CommentNews()) }
    return ComparedVersion(
      moment: moment,
      document: refresh?.document ?? later.document,
      news: summary?.news ?? CommentNews(),
      summary: summary?.text ?? "too large to be compared",
      since: Moment(earlier.moment).inFull,
      marking: marking
    )
  }

  /// The versions as a list, whose entries lead to what is new in them; O(size of all).
  var list: OpenDocument {
    let title = versions.first?.document.title ?? ""
    var (entries, targets) = ([ListingEntry](), [Int: EntryTarget]())
    for index in versions.indices {
      let compared = compared(at: index)
      var entry = ListingEntry(title: compared.moment, part: index)
      entry.site = versions[index].file
      entry.comments = versions[index].document.commentCount
      entry.tags = [words(on: compared, at: index)]
      entries.append(entry)
      targets[index] = .version(compared)
    }
    return OpenDocument(
      .made("Versions of \(title.isEmpty ? location : title)", entries, format: "versions"),
      targets: targets
    )
  }

  /// What has come with the version at `index` since the one it is compared with, or with that since.
  private func words(on compared: ComparedVersion, at index: Int) -> String {
    guard let base, base != index else { return compared.summary }
    return base > index
      ? "\(compared.summary) since \(compared.since)"
      : "\(compared.summary) from here to \(Moment(versions[base].moment).inFull)"
  }
}
