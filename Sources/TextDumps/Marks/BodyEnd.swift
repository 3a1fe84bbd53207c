import DocumentModel
import DocumentParsing

/// Lines that can end a comment without a blank line below them.
struct BodyEnd {
  private let lines: TextLines
  private let datePolicy: DatePolicy
  private let longestVotes: Int
  private let noteLengths: ClosedRange<Int>
  /// Whether the page prints votes below its comments.
  ///
  /// On other pages a number alone is a text or a name.
  let hasVotes: Bool

  private var bytes: UnsafeRawBufferPointer { lines.bytes }

  init(
    _ lines: TextLines,
    hasVotes: Bool,
    policies: TextPolicies
  ) {
    self.lines = lines
    self.hasVotes = hasVotes
    datePolicy = policies.dates
    longestVotes = policies.thread.longestVotes
    noteLengths = policies.thread.shortestEditNote...policies.thread.longestEditNote
  }

  /// Whether a line is an item of a list, a note that the comment was edited, or its votes.
  func isMark(_ line: Int) -> Bool {
    guard line >= 0 && line < lines.count, let first = lines.offsets(line).first else {
      return false
    }
    return bytes[first] == 0x20 || bytes[first] == 0x09 || isEditNote(line) || isVotes(line)
  }

  /// Whether a line reads like «Last edited 2 years ago by NAME»: it holds an age, and is no date.
  func isEditNote(_ line: Int) -> Bool {
    let text = lines.text(line)
    guard noteLengths.contains(text.count) else { return false }
    return RelativeDate.isMentioned(bytes, text) && DateLine(bytes, text, policy: datePolicy) == nil
  }

  /// Whether a line holds a number of votes below the end of a text: `0`, `-3`, `1.2K`.
  func isVotes(_ line: Int) -> Bool {
    hasVotes && FooterFinder.isVotes(bytes, lines.offsets(line), longest: longestVotes)
      && (lines.isBlank(line - 1) || bytes[lines.offsets(line - 1).lowerBound] == 0x20
        || isEditNote(line - 1))
  }
}
