import DocumentModel

/// A date as a page gives it.
public struct PageDate: Hashable, Sendable {
  /// The moment, if the page gives one for machines.
  public var moment: Timestamp?
  /// What the page shows; read as a date if there is no moment.
  public var text = ""
  /// What else the page has to say of it in words, such as the absolute date behind a relative one.
  public var absolute = ""

  /// A date of which some is known.
  public init(moment: Timestamp? = nil, text: String = "", absolute: String = "") {
    self.moment = moment
    self.text = text
    self.absolute = absolute
  }

  /// No date.
  public static let none = PageDate()
}

extension PageDate {
  /// The date among the words of a line, such as one that says who changed something and when.
  package init(within line: String) {
    var line = line
    self.init(text: line.withUTF8 { EmbeddedDate(in: UnsafeRawBufferPointer($0))?.date ?? "" })
  }
}
