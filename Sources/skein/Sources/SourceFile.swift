import DocumentFormats
import DocumentModel
import DocumentParsing
import Fetching
import Glibc
import HTMLParsing
import SiteAccess
import SystemServices

/// Reads sources from files, standard input and the web.
enum SourceFile {
  /// Offsets in documents have 32 bits, and decoding may turn a byte into three.
  static let sizeLimit = Int(UInt32.max) / 3

  /// The text at `location`: a path, a web address, or `-` for standard input; `encoding` counts for
  /// more than what the source says of itself.
  ///
  /// Calls `warn` if it may be another than was asked for.
  static func read(
    _ location: String,
    encoding: SourceEncoding = SourceEncoding(),
    with fetcher: Fetcher,
    warn: (String) -> Void
  ) throws -> SourceText {
    guard WebPage.isAddress(location) else { return try text(at: location, encoding) }
    let page = try fetch(location, with: fetcher, cancellation: Cancellation())
    // What is read from a source stays with it, and `--why` is to see all of it being read.
    let source = page.source(location: location, encoding)
    let document = FormatRegistry.builtIn.detect(source).parse(source)
    if let warning = AnswerCheck(of: page, document).warning { warn(warning) }
    return page.source(location: location, encoding)
  }

  /// The text of a file, or of standard input.
  private static func text(
    at location: String,
    _ encoding: SourceEncoding,
    cancellation: Cancellation? = nil
  ) throws -> SourceText {
    let bytes = try SourceBytes(of: location, cancellation: cancellation)
    let text = try bytes.whole().decoded(encoding)
    var source = SourceText(
      decoding: text.storage,
      location: "\(FilePath(location))",
      charset: text.charset
    )
    source.notes = bytes.notes
    return source
  }

  /// The document at `location`, or the list there as one; `nil` as its format means that it is
  /// detected.
  ///
  /// Calls `warn` if it may be another than was asked for.
  static func document(
    _ location: String,
    format: String?,
    encoding: SourceEncoding = SourceEncoding(),
    with fetcher: Fetcher,
    cancellation: Cancellation = Cancellation(),
    warn: (String) -> Void = { _ in }
  ) throws -> Document {
    let contents = try contents(
      location,
      format: format,
      encoding: encoding,
      with: fetcher,
      cancellation: cancellation,
      warn: warn
    )
    return contents.document
  }

  /// What is at `location`; `nil` as its format means that it is detected.
  ///
  /// Calls `warn` if it may be another than was asked for.
  static func contents(
    _ location: String,
    format: String?,
    encoding: SourceEncoding = SourceEncoding(),
    with fetcher: Fetcher,
    cancellation: Cancellation = Cancellation(),
    warn: (String) -> Void = { _ in }
  ) throws -> SourceContents {
    guard WebPage.isAddress(location) else {
      return try parse(try text(at: location, encoding, cancellation: cancellation), format)
    }
    let page = try fetch(location, with: fetcher, cancellation: cancellation)
    if let note = page.note { warn("\(location): \(note)") }
    let contents = try parse(page.source(location: location, encoding), format)
    if case .document(let document) = contents,
      let warning = AnswerCheck(of: page, document).warning
    {
      warn(warning)
    }
    return contents
  }

  private static func parse(
    _ source: SourceText,
    _ format: String?
  ) throws(Failure) -> SourceContents {
    do throws(FormatError) {
      return try FormatRegistry.builtIn.contents(of: source, format: format)
    } catch {
      throw Failure(error)
    }
  }

  private static func fetch(
    _ location: String,
    with fetcher: Fetcher,
    cancellation: Cancellation
  ) throws -> WebPage {
    let page: WebPage
    do throws(FetchError) {
      page = try WebPage.fetch(location, with: fetcher, cancellation: cancellation)
    } catch {
      throw Failure(error.description)
    }
    try BinaryContent.refuse(page.storage.bytes, from: location)
    return page
  }
}

extension WebPage {
  /// The page as input for the formats; `encoding` counts for more than what it says of itself.
  func source(location: String, _ encoding: SourceEncoding) -> SourceText {
    let text = storage.decoded(encoding, charset: charset)
    return SourceText(
      decoding: text.storage,
      location: location,
      url: "\(address)",
      charset: text.charset
    )
  }
}
