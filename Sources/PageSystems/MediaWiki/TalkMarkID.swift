import DocumentModel
import DocumentParsing

/// The id that DiscussionTools marks a comment with: `c-AUTHOR-MOMENT-PARENT`.
///
/// The author has underlines for blanks; the moment is in UTC, `2022-07-10T00:00:00.000Z` for comments
/// before 12 July 2022, `20220715000000` since; the parent is author and moment of the comment that is
/// answered, or the text of the heading.
struct TalkMarkID {
  /// Who wrote the comment.
  let author: String
  /// When.
  let moment: Timestamp
  /// By which others name it as what they answer.
  let name: Substring
  /// What it names as what it answers.
  let parent: Substring

  /// Reads an id; nil if it is none of a comment.
  init?(_ id: String) {
    guard id.hasPrefix("c-") else { return nil }
    let rest = id.dropFirst(2)
    var start = rest.startIndex
    while let dash = rest[start...].firstIndex(of: "-") {
      start = rest.index(after: dash)
      guard dash > rest.startIndex, let moment = Self.moment(rest[start...]) else { continue }
      let end = rest.utf8.index(start, offsetBy: moment.length)
      author = String(rest[..<dash].replacing("_", with: " "))
      self.moment = moment.value
      name = rest[..<end]
      parent = rest[end...].dropFirst()
      return
    }
    return nil
  }

  /// The moment that a text begins with, and how many bytes it takes.
  private static func moment(_ text: Substring) -> (value: Timestamp, length: Int)? {
    let digits = text.utf8.prefix(24).map { 0x30...0x39 ~= $0 }
    if digits.count == 24, text.utf8.dropFirst(23).first == UInt8(ascii: "Z"),
      let value = Timestamp(iso: text.prefix(24)), value.precision == .second
    {
      return (value, 24)
    }
    guard digits.count >= 14, !digits.prefix(14).contains(false),
      digits.count == 14 || !digits[14]
    else { return nil }
    let parts = [(0, 4), (4, 2), (6, 2), (8, 2), (10, 2), (12, 2)].map { start, count in
      Int(text.dropFirst(start).prefix(count)) ?? 0
    }
    let value = Timestamp(
      year: parts[0],
      month: parts[1],
      day: parts[2],
      hour: parts[3],
      minute: parts[4],
      second: parts[5],
      offset: 0,
      precision: .second
    )
    return value.map { ($0, 14) }
  }
}
