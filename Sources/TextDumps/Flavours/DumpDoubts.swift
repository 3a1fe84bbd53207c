import DocumentModel
import DocumentParsing

/// What speaks against the repeated lines of a text being those of a discussion: lists of changes,
/// logs and records repeat lines with names and dates, too.
struct DumpDoubts {
  let lines: TextLines
  let found: DumpHeaders
  let comments: [DumpComment]
  let policy: DumpPolicy

  private var bytes: UnsafeRawBufferPointer { lines.bytes }

  /// Whether any doubt is met.
  ///
  /// `isSpoken` says whether words introduce those who speak, or a heading or controls the
  /// discussion: without them, lines are not comments for their names alone, nor for numbers that
  /// may be versions.
  func areMet(isSpoken: Bool) -> Bool {
    if !isSpoken && (areUndated || areNumbers) { return true }
    return areAddressed || areListed || areVersions || areImpossible
  }

  /// Whether no line has a date.
  private var areUndated: Bool { !found.headers.contains { $0.date != nil } }

  /// Whether most dates are three short numbers, as versions are: `2.3.15`.
  private var areNumbers: Bool {
    let short = found.headers.count { header in
      guard let date = header.date?.date else { return false }
      return date.count == 3 && date.fourDigits == 0 && date.month == 0 && !date.isMoment
    }
    return short * 2 > found.headers.count
  }

  /// Whether addresses of mail stand on the headers or beside them.
  private var areAddressed: Bool {
    let addressed = found.headers.count { header in
      (header.first - 1...header.last + 1).contains { lines.holdsAddress($0) }
    }
    return addressed * 100 > found.headers.count * policy.mostAddressed
  }

  /// Whether the texts are lists, or the headers headings of an outline: `** Bug fixes`.
  private var areListed: Bool {
    let listed = comments.count { comment in
      comment.body.prefix(Self.mostLines).contains { lines.isItem($0) }
    }
    let outlined = found.headers.count { header in
      (header.first...header.last).contains { lines.isOutlineHeading($0) }
    }
    return max(listed, outlined) * 100 > comments.count * policy.mostListed
  }

  /// Whether names hold numbers of versions: `v1.5.0`, `Release 2025b`.
  private var areVersions: Bool {
    let named = comments.compactMap(\.name)
    return named.count { holdsVersion($0) } * 100 > named.count * policy.mostVersions
  }

  private func holdsVersion(_ name: Range<Int>) -> Bool {
    let words = DumpWord.words(bytes, name)
    if words.count > 1, words.last?.isNumber == true { return true }
    return name.dropFirst().dropLast().contains { offset in
      bytes[offset] == UInt8(ascii: ".") && bytes[offset - 1] &- 0x30 < 10
        && bytes[offset + 1] &- 0x30 < 10
    }
  }

  /// Whether dates name no day of the calendar.
  private var areImpossible: Bool {
    let dates = comments.compactMap(\.date)
    var evidence = DateReading.Evidence()
    for date in dates { evidence.add(date.date) }
    let reading = evidence.reading
    return dates.count { reading.isImpossible($0.date) } * 100 > dates.count * policy.mostImpossible
  }

  /// How many lines of a text are looked at.
  private static let mostLines = 12
}
