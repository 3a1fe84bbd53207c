import DocumentModel

/// The document shown without a source: an introduction to skein, with comments to practise on.
enum Tour {
  /// The name of the tour in messages.
  static let location = "the tour"

  /// The text of the tour, a flattened page.
  static var text: TextStorage { TextStorage(copying: PackageResources.tour_txt) }

  /// The same page without the cut in one of its comments.
  static var fullText: TextStorage { TextStorage(copying: PackageResources.tour_full_txt) }
}
