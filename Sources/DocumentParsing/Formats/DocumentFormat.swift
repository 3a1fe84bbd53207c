import DocumentModel

/// How sure a format is that a source is one of its own.
public enum Confidence: Int, Comparable, Sendable {
  /// It cannot read it.
  case no
  /// It can read it, as it can read anything of the kind.
  case possible
  /// Several signs speak for it.
  case likely
  /// A signature speaks for it.
  case certain

  /// Orders from unsure to sure.
  public static func < (left: Confidence, right: Confidence) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// Reads one input format.
///
/// Parsing is total: content that makes no sense becomes a `Diagnostic`, never an error or a trap.
/// A format says what it *read*; who answered whom is for `ThreadResolver`, inside the builder.
public protocol DocumentFormat: Sendable {
  /// What `--format` and `source.format` call it.
  var name: String { get }
  /// What it reads, in a few words for `skein formats`.
  var summary: String { get }
  /// Whether all prose of the document stands in `source` as it is shown, so that what the source
  /// does not hold the document does not; `false` unless a format says otherwise.
  ///
  /// Looks at the beginning, in bounded time.
  func keepsProse(of source: SourceText) -> Bool
  /// How sure it is of a source; looks at its beginning, in bounded time.
  func confidence(in source: SourceText, fileName: String) -> Confidence
  /// Reads the whole source.
  func parse(_ source: SourceText) -> Document
}

extension DocumentFormat {
  /// `false`: mark-up may hide prose.
  public func keepsProse(of source: SourceText) -> Bool { false }
}

/// Nothing could be parsed because the format asked for does not exist.
public enum FormatError: Error, Hashable, CustomStringConvertible {
  /// There is no format of this name.
  case unknownFormat(String)

  /// What is wrong, on one line.
  public var description: String {
    switch self {
    case .unknownFormat(let name): "unknown format \"\(name)\""
    }
  }
}
