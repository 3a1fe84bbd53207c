import DocumentModel

/// What identifies a comment apart from its words.
struct CommentFingerprint {
  /// The hash of the author's name; `nil` if the author is unknown.
  let author: UInt64?
  /// Whether the source names the author.
  let isAuthorStated: Bool
  /// The date of the comment.
  let date: Timestamp?
  /// The hash of the site's own id.
  let id: UInt64?

  /// The fingerprint of `comment`; `authors` are the hashes from `authors(of:bytes:)`.
  init(of comment: Comment, authors: [UInt64], bytes: UnsafeRawBufferPointer) {
    author = comment.author.map { authors[$0.index] }
    isAuthorStated = comment.authorship == .stated
    date = comment.date
    id =
      comment.sourceID.isEmpty
      ? nil
      : CaseInsensitiveHash.ofName(
        UnsafeRawBufferPointer(rebasing: bytes[comment.sourceID.offsets])
      )
  }

  /// The hashes of the names in `document.authors`, in the same order.
  static func authors(of document: Document, bytes: UnsafeRawBufferPointer) -> [UInt64] {
    document.authors.map {
      CaseInsensitiveHash.ofName(UnsafeRawBufferPointer(rebasing: bytes[$0.name.offsets]))
    }
  }

  /// Minutes since 1970 by the wall clock; `nil` unless the date is known to the minute.
  var minute: Int64? {
    guard let date, date.precision >= .minute else { return nil }
    return date.wallClock / 60
  }
}

/// How far two copies agree on who wrote a comment.
enum AuthorAgreement {
  case same
  /// One copy does not state the author, or only infers it.
  case open
  case different

  init(_ left: CommentFingerprint, _ right: CommentFingerprint) {
    guard let one = left.author, let other = right.author else {
      self = .open
      return
    }
    if one == other {
      self = .same
    } else {
      self = left.isAuthorStated && right.isAuthorStated ? .different : .open
    }
  }
}

/// How far two copies agree on when a comment was written.
enum DateAgreement {
  /// The same to the minute.
  case minute
  /// The same day; one copy gives no time.
  case day
  /// Apart by a possible difference of time zones: a multiple of 15 minutes, 26 hours at most.
  case shifted
  /// One copy gives no date.
  case open
  case different

  init(_ left: Timestamp?, _ right: Timestamp?) {
    guard let left, let right else {
      self = .open
      return
    }
    let precision = min(left.precision, right.precision)
    guard precision >= .day else {
      self = Self.agree(left, right, in: precision) ? .open : .different
      return
    }
    let unit: Int64 = precision == .day ? 86_400 : precision == .minute ? 60 : 1
    let apart = abs(left.wallClock.floored(to: unit) - right.wallClock.floored(to: unit))
    if apart == 0 {
      self = precision == .day ? .day : .minute
    } else if left.offset != nil, right.offset != nil, precision > .day {
      let isSame = left.seconds.floored(to: unit) == right.seconds.floored(to: unit)
      self = isSame ? .minute : .different
    } else {
      let isZone = precision == .day ? apart == 86_400 : apart % 900 == 0 && apart <= 26 * 3600
      self = isZone ? .shifted : .different
    }
  }

  private static func agree(
    _ left: Timestamp,
    _ right: Timestamp,
    in precision: Timestamp.Precision
  ) -> Bool {
    left.day.year == right.day.year
      && (precision == .year || left.day.month == right.day.month)
  }

  /// Whether both copies give the same date, to the day or better.
  var isToTheDay: Bool { self == .minute || self == .day }

  /// How many words two copies by the same author must share to be taken for one comment.
  var wordsNeeded: Int {
    switch self {
    case .minute: 4
    case .day: 8
    case .shifted, .open: 20
    case .different: .max
    }
  }
}

extension Int64 {
  fileprivate func floored(to unit: Int64) -> Int64 {
    let rest = self % unit
    return self - (rest < 0 ? rest + unit : rest)
  }
}
