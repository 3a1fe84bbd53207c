/// Ages in a number and a short unit, as many pages print them in place of dates: `15h`, `3mo`.
package enum ShortAge {
  /// The units: seconds, minutes, hours, days, weeks, months, years.
  private static let units: [StaticString] = [
    "s", "m", "min", "h", "hr", "d", "w", "mo", "y", "yr",
  ]

  /// How many bytes the age takes that the word at `range` begins with, `nil` if it begins with none.
  ///
  /// A capital may cling to its end, as in `15hEdited`.
  package static func length(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
    let digits = range.prefix { bytes[$0] &- 0x30 < 10 }.count
    guard 1...3 ~= digits else { return nil }
    let letters = range.dropFirst(digits)
    let unit = letters.prefix { 0x61...0x7A ~= bytes[$0] }
    guard let first = unit.first else { return nil }
    let end = first + unit.count
    guard end == range.upperBound || bytes[end] &- 0x41 < 26 || bytes[end] == 0x2E,
      units.contains(where: { bytes.equal(first..<end, $0) })
    else { return nil }
    return end - range.lowerBound
  }
}
