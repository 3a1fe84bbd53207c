import DocumentModel
import PageModel

/// The moment at the end of a signature: `08:10, 2 March 2026 (UTC)`, in the words of any language.
struct TalkStamp {
  /// The moment with its zone, if that is known.
  let date: PageDate
  /// Whether the text ends with it.
  private(set) var isLast = true

  /// Reads the first moment in a text that goes on behind it; nil if there is none.
  ///
  /// Who adds something to a comment often signs again.
  init?(within text: String) {
    var looked = 0
    for end in text.indices where text[end] == ")" {
      looked += 1
      guard looked <= Self.mostBrackets else { return nil }
      if let stamp = TalkStamp(String(text[...end])) {
        self = stamp
        isLast = false
        return
      }
    }
    return nil
  }

  /// Reads the end of a text; nil if it is no such moment.
  init?(_ text: String) {
    guard text.last == ")", let open = text.lastIndex(of: "(") else { return nil }
    let zone = text[text.index(after: open)...].dropLast()
    guard 2...5 ~= zone.count,
      zone.allSatisfy({ $0.isASCII && ($0.isUppercase || "+-0123456789".contains($0)) })
    else { return nil }
    let words = String(text[..<open].suffix(Self.longest))
    let digits = words.filter(\.isNumber)
    guard digits.count >= 8, words.contains(":") || words.contains(".") || words.contains("h")
    else {
      return nil
    }
    guard let found = EmbeddedDate(in: words.collapsed), found.behind.isEmpty else { return nil }
    let local = PageDates([])[PageDate(text: found.date)]
    guard let local, local.precision >= .minute else { return nil }
    let moment = Timestamp(
      wallClock: local.wallClock,
      offset: Self.zones[String(zone)],
      precision: local.precision
    )
    date = PageDate(moment: moment, text: found.date.trimmingMarks + " (\(zone))")
  }

  /// How many brackets are looked at for a moment that a text does not end with.
  private static let mostBrackets = 3
  /// How many characters a moment has.
  private static let longest = 60

  /// Zones of the wikis in minutes east of UTC, from their configuration (`wgLocaltimezone`).
  private static let zones: [String: Int16] = [
    "UTC": 0, "GMT": 0, "WET": 0, "WEST": 60, "BST": 60, "IST": 60, "CET": 60, "CEST": 120,
    "EET": 120, "EEST": 180, "MSK": 180, "TRT": 180, "JST": 540, "KST": 540, "ICT": 420,
    "EST": -300, "EDT": -240, "PST": -480, "PDT": -420,
  ]
}
