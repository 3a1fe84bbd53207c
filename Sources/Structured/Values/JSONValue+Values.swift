import DocumentModel
import DocumentParsing
import PageModel

extension JSONValue {
  /// The date here: in ISO 8601, in words, or as seconds or milliseconds since 1970.
  var date: PageDate? {
    if let words = string {
      if let seconds = Double(words), words.allSatisfy({ $0.isNumber || $0 == "." }) {
        return PageDate(moment: Self.moment(since1970: seconds))
      }
      return PageDate(moment: Timestamp(iso: words), text: words)
    }
    return number.flatMap { Self.moment(since1970: $0) }.map { PageDate(moment: $0) }
  }

  /// The moment so many seconds after 1970 began; numbers above the year 5138 count milliseconds.
  private static func moment(since1970 number: Double) -> Timestamp? {
    let seconds = number >= 100_000_000_000 ? number / 1000 : number
    guard seconds > 0, seconds < 250_000_000_000 else { return nil }
    return Timestamp(wallClock: Int64(seconds), offset: 0, precision: .second)
  }

  /// The number here without its fraction; nil if it is none.
  var wholeNumber: Int? {
    integer.map { Int($0) } ?? number.flatMap { Int(exactly: $0.rounded(.towardZero)) }
  }
}

extension JSONValue {
  /// The values of the array that is the member of this name; none without.
  func list(_ name: StaticString) -> [JSONValue] { self[name].map { Array($0.elements) } ?? [] }
}
