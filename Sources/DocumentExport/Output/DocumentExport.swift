import DocumentModel

/// Writes documents in one format.
public protocol DocumentExport: Sendable {
  /// Its name in `--to`.
  static var name: String { get }
  /// Writes `document` and a newline.
  ///
  /// `width` is the number of columns that text for people is wrapped to, 1 or more; `nil` leaves it to
  /// the format.
  static func write(_ document: Document, width: Int?, to sink: inout ByteSink)
}
