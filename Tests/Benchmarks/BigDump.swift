import TestSupport

/// A page with many comments, as an extractor flattens it: the same for the same seed.
struct BigDump {
  private var numbers: SeededGenerator
  private var output: [UInt8] = []
  private var names: [String] = []

  private static let words =
    ("river tower lantern meadow signal copper window harvest engine ledger harbour winter bridge "
    + "paper orchard compass thread kettle garden mirror station canvas timber village market "
    + "quiet narrow bright early common steady distant honest careful patient wooden silver open "
    + "turning falling because although while after before under over between along across the "
    + "the the a a an of of to to and and in is was for with that it as on by")
    .split(separator: " ").map(String.init)
  private static let foreign = [
    "naïve", "café", "“so”", "it’s", "—", "日本語", "привет", "…", "résumé",
  ]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The bytes of a dump with `comments` comments, about 400 bytes each.
  static func bytes(comments: Int, seed: UInt64 = 7) -> [UInt8] {
    var dump = BigDump(numbers: SeededGenerator(seed: seed))
    dump.write(comments: comments)
    return dump.output
  }

  private init(numbers: SeededGenerator) { self.numbers = numbers }

  private mutating func write(comments: Int) {
    output.reserveCapacity(comments * 420)
    names = (0..<max(20, comments / 12)).map { _ in
      word().capitalized + " " + word().capitalized + (below(3) == 0 ? String(below(99) + 1) : "")
    }
    put("The long conversation under one short article\n\nBy Robin Example from The Bench\n\n\n")
    for _ in 0..<24 { put(paragraph(3...8) + "\n") }
    put("\n\n")
    // Threads newest first; under a comment its answers oldest first.
    var minute = comments * 3
    var written = 0
    while written < comments {
      let size = min(comments - written, 1 + below(6))
      minute -= size * 3
      thread(of: size, from: minute)
      written += size
    }
  }

  /// A chain of answers, each `3` minutes after the one it answers.
  private mutating func thread(of size: Int, from minute: Int) {
    var answered: String?
    for index in 0..<size {
      let name = names[below(names.count)]
      if below(3) > 0 { put("\(name)\n\(name)\n") }
      put(date(minute + index * 3) + "\n")
      if let answered { put("Reply to\u{A0} \(answered)\n") }
      put("\n" + body() + "\n\n")
      answered = name
    }
  }

  private mutating func body() -> String {
    var text = (0..<[1, 1, 1, 2, 3][below(5)]).map { _ in paragraph(1...4) }.joined(separator: "\n")
    if text.utf8.count > 900 {
      text = text.split(separator: " ").prefix(110).joined(separator: " ") + "…\u{A0}Read more »"
    }
    return text
  }

  private mutating func paragraph(_ sentences: ClosedRange<Int>) -> String {
    let count = sentences.lowerBound + below(sentences.count)
    return (0..<count).map { _ in sentence() }.joined(separator: " ")
  }

  private mutating func sentence() -> String {
    var text = word().capitalized
    for _ in 0..<5 + below(17) {
      text += " " + (below(33) == 0 ? Self.foreign[below(Self.foreign.count)] : word())
    }
    return text + [".", ".", ".", "?", "!"][below(5)]
  }

  /// Minute `minute` of a calendar whose months have 28 days.
  private func date(_ minute: Int) -> String {
    let (day, hour) = (minute / 1440, minute / 60 % 24)
    let clock = "\(hour % 12 == 0 ? 12 : hour % 12):" + String(100 + minute % 60).dropFirst()
    return "\(Self.months[day / 28 % 12]) \(day % 28 + 1), \(2020 + day / 336) \(clock) "
      + (hour < 12 ? "AM" : "PM")
  }

  private mutating func word() -> String { Self.words[below(Self.words.count)] }
  private mutating func put(_ text: String) { output += text.utf8 }
  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &numbers) }
}

extension String {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
