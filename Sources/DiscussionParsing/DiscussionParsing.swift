/// Parses articles and the discussions under them.
///
/// The only module a program imports to read what skein reads: saved pages of known systems, other
/// pages, and text dumps. Parsing is total: bytes that make no sense give a document with a
/// `Diagnostic`, never an error.
///
///     import DiscussionParsing
///
///     let document = Document(parsing: bytes, location: "page.html")
///     print(document.title)
///     for id in document.commentIDs {
///       let indent = String(repeating: "  ", count: document[id].depth)
///       print(indent + (document.name(of: id) ?? "?") + ": " + document.text(of: id))
///     }
///
/// `document.replies(to:)`, `parent`, `depth` and `subtreeSize` walk the tree; `blocks(of:)` and
/// `spans(of:)` give the structure of the text.
///
/// A program reads the pages of a system of its own with a `PageSystem`:
///
///     struct Guestbook: PageSystem {
///       let name = "guestbook"
///       let summary = "pages of the guestbook script"
///
///       static let signs = [PageSign("entries", classes: ["gb-entry"])]
///
///       func read(_ page: HTMLPage) -> PageThread {
///         var thread = PageThread()
///         thread.comments = page.elements("gb-entry").map { entry in
///           var comment = PageComment(element: entry)
///           comment.author = page.text(page.first("gb-name", in: entry))
///           comment.body = page.first("gb-text", in: entry).map { [$0] } ?? []
///           return comment
///         }
///         return thread
///       }
///     }
///
///     let formats = FormatRegistry.builtIn.adding(Guestbook())
///     let document = Document(parsing: bytes, location: "page.html", formats: formats)
@_exported import DocumentFormats
@_exported import DocumentModel
@_exported import DocumentParsing
@_exported import HTMLParsing
@_exported import PageModel

extension Document {
  /// Parses `bytes` with the surest of `formats`; never fails.
  ///
  /// `location` is the file or address the bytes come from, for messages and as a hint; `url` is the
  /// page's own address, against which its links are resolved; `charset` is the encoding given with
  /// the bytes, as a label such as `windows-1251`. Copies `bytes` once. O(bytes).
  public init(
    parsing bytes: some Collection<UInt8>,
    location: String = "",
    url: String? = nil,
    charset: String? = nil,
    formats: FormatRegistry = .builtIn
  ) {
    let source = SourceText(
      decoding: TextStorage(copying: bytes),
      location: location,
      url: url,
      charset: charset
    )
    self = formats.detect(source).parse(source)
  }
}
