import DocumentModel

/// How confident a format is that it should read a source.
public enum Confidence: Int, Comparable, Sendable {
  /// It cannot read it.
  case no
  /// It can read any source of this kind.
  case possible
  /// Several features match.
  case likely
  /// A signature matches.
  case certain

  /// Lower confidence is less.
  public static func < (left: Confidence, right: Confidence) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// Reads one input format.
///
/// Parsing is total: content that cannot be read becomes a `Diagnostic`, never an error or a trap. A
/// format reports what it *reads*; `ThreadResolver`, inside the builder, decides who replied to whom.
public protocol DocumentFormat: Sendable {
  /// Its name in `--format` and `source.format`.
  var name: String { get }
  /// What it reads, in a few words, for `skein formats`.
  var summary: String { get }
  /// Whether all text of the document appears in `source` literally, so that a search in the source
  /// finds whatever the document holds; `false` by default.
  ///
  /// Reads only the beginning.
  func keepsProse(of source: SourceText) -> Bool
  /// How confident it is of a source; reads only the beginning.
  func confidence(in source: SourceText, fileName: String) -> Confidence
  /// Reads the whole source as one document.
  ///
  /// A listing comes as a document whose article lists the entries.
  func parse(_ source: SourceText) -> Document
  /// Reads the whole source; by default what it holds is a document.
  func contents(of source: SourceText) -> SourceContents
}

extension DocumentFormat {
  /// One document.
  public func contents(of source: SourceText) -> SourceContents { .document(parse(source)) }

  /// `false`: mark-up may interrupt the text.
  public func keepsProse(of source: SourceText) -> Bool { false }
}

/// The requested format does not exist.
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
