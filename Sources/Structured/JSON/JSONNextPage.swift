import DocumentParsing

/// How a list or a discussion says that it goes on.
package enum JSONNextPage: Sendable {
  /// By an address.
  case address([JSONPath])
  /// By a mark that the source's own address takes under this name.
  case cursor([JSONPath], parameter: String)
  /// By a number that the source's own address takes under this name, the first page having `first`,
  /// as long as it is `true` there.
  case number(parameter: String, first: Int, while: JSONPath)
  /// By a number that stands there; the last page is one less than the number of pages there.
  case page(JSONPath, of: JSONPath, parameter: String)
  /// By what the outermost value, the source's own address and the number of entries or comments tell together;
  /// relative to the source's own address.
  case made(@Sendable (_ root: JSONValue, _ address: String, _ count: Int) -> String?)
}
