import DocumentParsing

/// The lines that head or sign one comment.
struct DumpHeader {
  /// The line with the date, or with the name where no dates are printed.
  let line: Int
  /// The first of its lines.
  var first: Int
  /// The last of its lines.
  var last: Int
  /// The name.
  var name: Range<Int>?
  /// The name of the author of what is answered.
  var answered: Range<Int>?
  /// Whether the name stands where all names of the page do.
  var isCertain = true
  /// The date.
  var date: LineDate?
  /// The columns the line is indented by.
  var indent = 0
}

/// The headers of a page, all of one kind.
struct DumpHeaders {
  /// Where the names stand.
  enum Place {
    /// On the line of the date.
    case inline
    /// On a line above it.
    case above
    /// On a line below it.
    case below
  }

  /// The headers, in order.
  var headers: [DumpHeader]
  /// Where their names stand.
  let place: Place
  /// What stands around the names.
  let frame: NameFrame
}
