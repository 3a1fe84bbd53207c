import DocumentModel

/// The document shown when none is named: how to read with skein, with comments to practise on.
enum Tour {
  /// What the tour calls itself in messages.
  static let location = "the tour"

  /// The tour's text, a flattened page like any other.
  static var text: TextStorage { TextStorage(copying: PackageResources.tour_txt) }

  /// The same page with its cut comment whole.
  static var fullText: TextStorage { TextStorage(copying: PackageResources.tour_full_txt) }
}
