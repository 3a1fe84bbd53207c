import DocumentParsing

/// What a page of NodeBB says of the pages around it.
struct NodeBBPages {
  private let next: Int?

  /// Reads the page's outermost value.
  init(_ root: JSONValue) {
    let pages = root["pagination"]
    let page = pages?["currentPage"]?.wholeNumber ?? 1
    let count = pages?["pageCount"]?.wholeNumber ?? 1
    next = page < count && page < Int.max ? page + 1 : nil
  }

  /// The address of the page that follows the one at `address`; nil if that is the last.
  func next(after address: String) -> String? {
    next.map { address.setting("page", to: "\($0)") }
  }
}
