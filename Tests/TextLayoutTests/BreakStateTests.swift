import Glibc
import Terminal
import Testing

@testable import TextLayout

@Suite("Line breaking rules")
struct BreakStateTests {
  /// Scalars with `÷` where a line may be broken and `×` where not, as Unicode's own test file.
  @Test(
    "Lines break where UAX 14 says",
    arguments: [
      "× 0061 × 0020 ÷ 0062 ÷",
      "× 6F22 ÷ 5B57 × 3002 ÷ 6F22 ÷",
      "× 300C × 6F22 × 300D ÷ 5B57 ÷",
      "× 0061 × 00A0 × 0062 ÷",
      "× 0061 × 0301 × 0020 ÷ 0062 ÷",
      "× 0031 × 002C × 0030 × 0025 ÷ 6F22 ÷",
      "× 1F1E9 × 1F1EA ÷ 1F1EB × 1F1F7 ÷",
      "× 05D0 × 002D × 05D0 ÷",
      "× 1F44D × 1F3FD ÷ 1F44D ÷",
      "× AC00 ÷ AC01 ÷",
      "× 1100 × 1161 × 11A8 ÷ 1100 ÷",
      "× 0061 × 2060 × 6F22 ÷",
      "× 0028 × 0020 × 0061 ÷",
      "× 0061 × 200B ÷ 0062 ÷",
      "× 0061 × 00AD ÷ 0062 ÷",
      "× 0024 × 0028 × 0031 × 0029 ÷",
    ]
  )
  func rules(_ expected: String) {
    #expect(LineBreakCase(expected).found == expected)
  }

  /// Run by hand with `LINE_BREAK_TEST` set to the path of Unicode's `LineBreakTest.txt`; prints
  /// the cases that differ, which are those of the rules `BreakState` takes from later versions.
  @Test(
    "The Unicode consortium's cases hold, but for rules of later versions",
    .enabled(if: getenv("LINE_BREAK_TEST") != nil)
  )
  func consortium() throws {
    let path = try #require(getenv("LINE_BREAK_TEST").map { String(cString: $0) })
    var total = 0
    var wrong: [String] = []
    for line in Self.file(path).split(separator: "\n") where !line.hasPrefix("#") {
      let expected = String(line.prefix { $0 != "\t" && $0 != "#" })
        .split(separator: " ").joined(separator: " ")
      total += 1
      let found = LineBreakCase(expected).found
      if found != expected { wrong.append("\(found)  not  \(line)") }
    }
    #expect(wrong.count * 100 < total, "\(wrong.count) of \(total): \(wrong.prefix(40))")
    let summary = "\(total - wrong.count) of \(total)\n" + wrong.joined(separator: "\n") + "\n"
    print(summary)
  }

  private static func file(_ path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A line of scalars as `LineBreakTest.txt` writes them.
struct LineBreakCase {
  private let scalars: [UInt32]

  init(_ text: String) {
    scalars = text.split(separator: " ").compactMap { UInt32($0, radix: 16) }
  }

  /// The same line with the breaks we find; a tab has the class of the standard here.
  var found: String {
    let classes = scalars.map { scalar in
      let breakClass = BreakClass(rawValue: BreakClass.table[scalar]) ?? .alphabetic
      return breakClass == .tab ? .breakAfter : breakClass
    }
    var state = BreakState()
    var text = ""
    for (index, next) in classes.enumerated() {
      let following = index + 1 < classes.count ? classes[index + 1] : nil
      let breaks = state.breaks(before: next, following: following)
      let digits = String(scalars[index], radix: 16, uppercase: true)
      text += (breaks ? "÷ " : "× ") + String(repeating: "0", count: max(0, 4 - digits.count))
      text += digits + " "
    }
    return text + "÷"
  }
}
