import DocumentModel
import Fetching
import ReadingHistory
import SiteAccess
import SystemServices

/// Sources that are kept as they were read.
extension OpenDocument {
  /// How large a file is kept at most, in bytes; more than pages have that browsers save.
  private static let keptSize = 8 << 20

  /// A page that was kept since it was fetched, or a file since it was read, as `other` is read if that
  /// is given; throws if it is not text, or its address is none.
  init(kept page: KeptPage, like other: OpenDocument? = nil) throws(Failure) {
    let encoding = other?.encoding ?? SourceEncoding()
    guard !page.isFile else {
      self.init(keptFile: page, format: other?.format, encoding: encoding)
      return
    }
    guard let address = WebAddress(page.address) else { throw Failure("no address") }
    let kept = WebPage(kept: page.bytes, from: address, charset: page.charset)
    try self.init(
      kept,
      at: page.address,
      format: other?.format,
      encoding: encoding,
      isLink: true
    )
  }

  /// The source with the page of `other`, which was kept, as what was fetched; throws if it has none
  /// or that is not text.
  func opened(keeping other: OpenDocument) throws(Failure) -> OpenDocument {
    guard let page = other.page else { throw Failure("no page") }
    return try OpenDocument(
      page,
      at: location,
      format: format,
      encoding: encoding,
      isLink: address?.isLink ?? false
    )
  }

  /// The file as it was read, to be kept; `nil` for what is no file, or a large one.
  ///
  /// O(size of the file).
  func fileToKeep(at moment: Int64) -> KeptPage? {
    guard case .file(let path) = origin, contents == nil, bytes.size <= Self.keptSize,
      let status = try? FileStatus(at: path), status.kind == .regular,
      let whole = try? bytes.whole()
    else { return nil }
    return KeptPage(
      address: AbsolutePath.of(path),
      charset: nil,
      fetched: min(status.modified, moment),
      bytes: Array(whole.bytes)
    )
  }
}
