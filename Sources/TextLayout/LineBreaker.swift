import Terminal

/// What one line takes of a text.
struct LineSlice: Hashable {
  /// The first byte.
  var start: Int
  /// After the last byte, hanging spaces included: where the next line starts.
  var end: Int
  /// After the last byte that is not a trailing space.
  var contentEnd: Int
  /// The columns of the content, the hyphen below included.
  var width: Int
  /// Whether every byte of the content takes one column.
  var isPlain = false
  /// Whether the line ends in a soft hyphen that shows.
  var endsInHyphen = false
  /// Whether a character ends the line that says so, such as U+2028.
  var isForced = false
}

/// Breaks text into lines, by UAX #14 where there is room for a word, else inside the word.
///
/// Reads bytes in place; valid only while they are. Lines are found one by one, each from its
/// first byte alone, so a line costs its own length.
struct LineBreaker {
  /// How a line too long for its place is broken.
  enum Style { case words, anywhere }

  private let bytes: UnsafeRawBufferPointer
  private let rules: BreakRules
  private let classes = BreakClass.table

  /// A breaker of `bytes`, UTF-8; what is not is taken byte by byte as U+FFFD.
  init(_ bytes: UnsafeRawBufferPointer, rules: BreakRules = .standard) {
    self.bytes = bytes
    self.rules = rules
  }

  /// The line from `start`, at most `width` columns wide; ends at `end` at the latest.
  ///
  /// There must be no newline in between. A cluster wider than the line gets a line of its own.
  func line(from start: Int, to end: Int, width: Int, style: Style = .words) -> LineSlice {
    precondition(start < end && end <= bytes.count && width > 0, "a line holds something")
    return plainLine(from: start, to: end, width: width, style: style)
      ?? scannedLine(from: start, to: end, width: width, style: style)
  }

  /// The line by looking at every scalar: what `line` falls back on, and must agree with.
  func scannedLine(from start: Int, to end: Int, width: Int, style: Style) -> LineSlice {
    rules.withState { state in
      var scan = LineScan(start: start, width: width, style: style, state: state)
      var place = start
      while place < end {
        let (scalar, length) = UTF8Scalar.decode(bytes, at: place, end: end)
        let entering = LineScan.Scalar(
          value: scalar,
          offset: place,
          length: length,
          breakClass: breakClass(of: scalar)
        )
        let line = scan.take(entering, in: bytes, end: end) {
          following(place + length, end: end)
        }
        if let line { return line }
        place += length
      }
      return scan.rest(end: end)
    }
  }

  private func breakClass(of scalar: UInt32) -> BreakClass {
    BreakClass(rawValue: classes[scalar]) ?? .alphabetic
  }

  private func following(_ place: Int, end: Int) -> BreakClass? {
    guard place < end else { return nil }
    let (scalar, _) = UTF8Scalar.decode(bytes, at: place, end: end)
    return BreakClass(rawValue: classes[scalar])
  }
}

// MARK: - Plain ASCII

extension LineBreaker {
  /// The line, if it is printable ASCII and ends where two spaces or words meet, as most do.
  ///
  /// Jumps to where the line must end and looks back for a space; `nil` where the rules have more
  /// to say than that.
  private func plainLine(from start: Int, to end: Int, width: Int, style: Style) -> LineSlice? {
    let isWhole = end - start <= width
    let limit = isWhole ? end : start + width
    guard isPrintableASCII(from: start, to: isWhole ? end : limit + 1) else { return nil }
    if isWhole || style == .anywhere {
      return LineSlice(
        start: start,
        end: limit,
        contentEnd: trimmed(limit, from: start)
      )
    }
    var next = limit
    if bytes[limit] == 0x20 {
      while next < end, bytes[next] == 0x20 { next += 1 }
      guard next < end else {
        return LineSlice(
          start: start,
          end: end,
          contentEnd: trimmed(limit, from: start)
        )
      }
      guard bytes[next] < 0x80 else { return nil }
    } else {
      guard Self.isInsideWord(bytes[next]) else { return nil }
      while next > start, bytes[next - 1] != 0x20 {
        guard Self.isInsideWord(bytes[next - 1]) else { return nil }
        next -= 1
      }
    }
    let contentEnd = trimmed(min(next, limit), from: start)
    guard contentEnd > start, bytes[next] >= 0x20,
      !rules.holds(breakClass(at: contentEnd - 1), overSpacesTo: breakClass(at: next))
    else { return nil }
    return LineSlice(start: start, end: next, contentEnd: contentEnd)
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

  private func isPrintableASCII(from start: Int, to end: Int) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var place = start
    var bad: UInt64 = 0
    while place + 8 <= end {
      let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      bad |= word | ((word &- ones &* 0x20) & ~word)
      place += 8
    }
    while place < end {
      let byte = bytes[place]
      if byte < 0x20 || byte >= 0x80 { return false }
      place += 1
    }
    return bad & (ones &* 0x80) == 0
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
