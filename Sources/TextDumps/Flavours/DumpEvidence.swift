import DocumentModel
import DocumentParsing

/// What speaks for the repeated lines of a text being those of a discussion.
struct DumpEvidence {
  let lines: TextLines
  let found: DumpHeaders
  let comments: [DumpComment]
  let hasHeading: Bool
  let hasControls: Bool
  let hasOpenings: Bool
  let isSetOff: Bool
  let policy: DumpPolicy

  /// The sum.
  var score: Int {
    guard namesAreShort else { return 0 }
    let doubts = DumpDoubts(lines: lines, found: found, comments: comments, policy: policy)
    if doubts.areMet(isSpoken: speaks || hasHeading || hasControls) { return 0 }
    let strong = [speaks, hasHeading, hasControls, areMany, haveVotes]
    let plain = [haveTimes, areSome, comeBack, isSetOff, isNested, hasOpenings]
    return strong.count { $0 } * policy.strongSign + plain.count { $0 }
  }

  /// Whether words say who wrote; «by» alone stands above other things than comments.
  private var speaks: Bool {
    let frame = found.frame
    return frame.hasSpeech && (haveTimes || frame.hasVerb || frame.hasNumberBehind)
  }

  /// Whether most headers tell how many votes a comment has, and none how many comments something has.
  private var haveVotes: Bool {
    let bytes = lines.bytes
    let voted = found.headers.count { header in
      let words = DumpWord.words(bytes, lines.text(header.line))
      if words.contains(where: { SpeechWords.isHeading(bytes, $0.range) }) { return false }
      return zip(words, words.dropFirst()).contains {
        $0.isNumber && SpeechWords.isVote(bytes, $1.range)
      }
    }
    return voted * 100 >= found.headers.count * policy.leastShared
  }

  private var haveTimes: Bool {
    let timed = found.headers.count { $0.date?.date.isMoment == true }
    return timed * 2 > found.headers.count
  }

  private var areSome: Bool { found.headers.count >= policy.someHeaders }

  private var areMany: Bool { found.headers.count >= policy.manyHeaders }

  /// Whether somebody wrote again after somebody else.
  private var comeBack: Bool {
    var seen: Set<UInt64> = []
    var previous: UInt64?
    for comment in comments {
      guard let name = comment.name else { continue }
      let hash = DumpWord.hash(lines.bytes, name)
      if hash != previous, !seen.insert(hash).inserted { return true }
      previous = hash
    }
    return false
  }

  private var isNested: Bool {
    Set(found.headers.dropFirst().map(\.indent)).count > 1
  }

  /// Titles have more words than names.
  private var namesAreShort: Bool {
    var (names, words) = (0, 0)
    for comment in comments {
      guard let name = comment.name else { continue }
      names += 1
      words += DumpWord.words(lines.bytes, name).count
    }
    return words <= names * policy.mostWordsAName
  }
}
