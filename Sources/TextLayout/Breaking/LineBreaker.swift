import Terminal

/// One line of a text.
struct LineSlice: Hashable {
  /// The first byte.
  var start: Int
  /// The end including trailing spaces: where the next line starts.
  var end: Int
  /// The end without trailing spaces.
  var contentEnd: Int
  /// The columns of the content, including a visible soft hyphen.
  var width: Int
  /// Whether every byte of the content takes one column.
  var isPlain = false
  /// Whether there are tabs in the content.
  var hasTabs = false
  /// Whether the line ends in a soft hyphen that shows.
  var endsInHyphen = false
  /// Whether a line break character such as U+2028 ends the line.
  var isForced = false
}

/// Breaks text into lines by UAX #14; words that are too long are broken inside.
///
/// Reads bytes in place and must not outlive them. Each line is found from its first byte alone, so it
/// costs its own length.
struct LineBreaker {
  /// How text that is too long is broken.
  enum Style { case words, anywhere }

  private let bytes: UnsafeRawBufferPointer
  private let rules = BreakRules.standard
  private let classes = BreakClass.table

  /// A breaker of UTF-8 `bytes`; malformed bytes count as U+FFFD each.
  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The line from `start`, at most `width` columns wide; ends at `end` at the latest.
  ///
  /// There must be no newline in between. A cluster wider than the line is split; a character wider than
  /// the line gets a line of its own.
  func line(from start: Int, to end: Int, width: Int, style: Style = .words) -> LineSlice {
    precondition(start < end && end <= bytes.count && width > 0, "a line holds something")
    let plainEnd = start + printableASCII(from: start, to: min(end, start &+ width &+ 1))
    if let line = plainLine(from: start, to: end, width: width, plainEnd, style) { return line }
    var scan = LineScan(start: start, width: width, style: style)
    let skipped = style == .words ? skip(from: start, to: min(plainEnd, start + width)) : nil
    if let skipped { scan.skip(to: skipped.next, contentEnd: skipped.contentEnd) }
    return finish(&scan, from: skipped?.next ?? start, to: end)
  }

  /// The line found by reading every scalar; `line` must return the same.
  func scannedLine(from start: Int, to end: Int, width: Int, style: Style) -> LineSlice {
    var scan = LineScan(start: start, width: width, style: style)
    return finish(&scan, from: start, to: end)
  }

  private func finish(_ scan: inout LineScan, from start: Int, to end: Int) -> LineSlice {
    var place = start
    while place < end {
      let (scalar, length) = UTF8Scalar.decode(bytes, at: place, end: end)
      let entering = LineScan.Scalar(
        value: scalar,
        offset: place,
        length: length,
        breakClass: breakClass(of: scalar)
      )
      let following =
        scan.asksAhead(at: entering.breakClass) ? breakClass(at: place + length, end: end) : nil
      if let line = scan.take(entering, in: bytes, following: following) { return line }
      place += length
    }
    return scan.rest(end: end)
  }

  @inline(__always)
  private func breakClass(of scalar: UInt32) -> BreakClass {
    BreakClass(rawValue: classes[scalar]) ?? .alphabetic
  }

  /// The class of the scalar at `place`, `nil` at the end.
  private func breakClass(at place: Int, end: Int) -> BreakClass? {
    guard place < end else { return nil }
    return breakClass(of: UTF8Scalar.decode(bytes, at: place, end: end).0)
  }
}

// MARK: - Plain ASCII

extension LineBreaker {
  /// The line, if it is printable ASCII and ends at a space before a word, as most do.
  ///
  /// Jumps to where the line must end and looks back for a space; `nil` where the rules have more
  /// to say than that. `plainEnd`: how far the text is printable ASCII.
  private func plainLine(
    from start: Int,
    to end: Int,
    width: Int,
    _ plainEnd: Int,
    _ style: Style
  ) -> LineSlice? {
    if plainEnd == end, end - start <= width {
      return LineSlice(start: start, end: end, contentEnd: trimmed(end, from: start))
    }
    let limit = start &+ width
    guard plainEnd > limit else { return nil }
    if style == .anywhere {
      return LineSlice(start: start, end: limit, contentEnd: trimmed(limit, from: start))
    }
    var next = limit
    if bytes[limit] == 0x20 {
      while next < end, bytes[next] == 0x20 { next += 1 }
      guard next < end else {
        return LineSlice(start: start, end: end, contentEnd: trimmed(limit, from: start))
      }
    } else {
      while next > start, bytes[next - 1] != 0x20 {
        guard Self.isInsideWord(bytes[next]) else { return nil }
        next -= 1
      }
      guard Self.isInsideWord(bytes[next]) else { return nil }
    }
    guard let contentEnd = contentEnd(parting: next, from: start, limit: limit) else { return nil }
    return LineSlice(start: start, end: next, contentEnd: contentEnd)
  }

  /// The last place up to `limit`, all plain before it, where a word starts that may be parted
  /// from the one before: what comes before it need not be looked at.
  private func skip(from start: Int, to limit: Int) -> (next: Int, contentEnd: Int)? {
    var next = limit - 1
    while next > start {
      if bytes[next - 1] == 0x20, bytes[next] != 0x20,
        let contentEnd = contentEnd(parting: next, from: start, limit: limit)
      {
        return (next, contentEnd)
      }
      next -= 1
    }
    return nil
  }

  /// Where the content of a line ends that is broken at the spaces before `next`, if it may be.
  private func contentEnd(parting next: Int, from start: Int, limit: Int) -> Int? {
    let contentEnd = trimmed(min(next, limit), from: start)
    guard contentEnd > start, 0x20..<0x80 ~= bytes[next],
      !rules.holds(breakClass(at: contentEnd - 1), overSpacesTo: breakClass(at: next))
    else { return nil }
    return contentEnd
  }

  private func breakClass(at place: Int) -> UInt8 { classes[UInt32(bytes[place])] }

  private func trimmed(_ end: Int, from start: Int) -> Int {
    var end = end
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    return end
  }

  /// Letters, digits and signs between which no rule allows a break.
  private static func isInsideWord(_ byte: UInt8) -> Bool {
    // Bits of: " # & ' * , . 0-9 : ; < = > and @ A-Z ^ _ ` a-z ~
    let mask: UInt64 = byte < 0x40 ? 0x7FFF_54CC_0000_0000 : 0x47FF_FFFF_C7FF_FFFF
    return byte < 0x80 && mask >> UInt64(byte & 0x3F) & 1 == 1
  }

  /// How many bytes from `start` on are printable ASCII, looking eight at a time.
  private func printableASCII(from start: Int, to end: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var place = start
    while place &+ 8 <= end {
      let word = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      )
      let odd = (word | ((word &- ones &* 0x20) & ~word)) & (ones &* 0x80)
      guard odd == 0 else { return place - start + odd.trailingZeroBitCount / 8 }
      place &+= 8
    }
    while place < end, 0x20..<0x80 ~= bytes[place] { place &+= 1 }
    return place - start
  }
}

extension LineSlice {
  fileprivate init(start: Int, end: Int, contentEnd: Int) {
    self.init(
      start: start,
      end: end,
      contentEnd: contentEnd,
      width: contentEnd - start,
      isPlain: true
    )
  }
}
