import DocumentFormats
import DocumentModel
import DocumentParsing
import Fetching
import Glibc
import SiteAccess
import SystemServices

/// Reads sources from files, standard input and the web.
enum SourceFile {
  /// Offsets in documents have 32 bits, and decoding may turn a byte into three.
  static let sizeLimit = Int(UInt32.max) / 3

  /// The text at `location`: a path, a web address, or `-` for standard input.
  static func read(
    _ location: String,
    with fetcher: Fetcher,
    cancellation: Cancellation = Cancellation()
  ) throws -> SourceText {
    if WebPage.isAddress(location) {
      return try fetch(location, with: fetcher, cancellation: cancellation)
    }
    let bytes = try SourceBytes(of: location, cancellation: cancellation)
    return SourceText(decoding: try bytes.whole(), location: "\(FilePath(location))")
  }

  /// The document at `location`; `nil` as its format means that it is detected.
  static func document(
    _ location: String,
    format: String?,
    with fetcher: Fetcher,
    cancellation: Cancellation = Cancellation()
  ) throws -> Document {
    let source = try read(location, with: fetcher, cancellation: cancellation)
    do throws(FormatError) {
      return try FormatRegistry.builtIn.parse(source, format: format)
    } catch {
      throw Failure(error)
    }
  }

  private static func fetch(
    _ location: String,
    with fetcher: Fetcher,
    cancellation: Cancellation
  ) throws -> SourceText {
    let page: WebPage
    do throws(FetchError) {
      page = try WebPage.fetch(location, with: fetcher, cancellation: cancellation)
    } catch {
      throw Failure(error.description)
    }
    try BinaryContent.refuse(page.storage.bytes, from: location)
    return page.source(location: location)
  }
}
