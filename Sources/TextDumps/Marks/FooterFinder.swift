import DocumentModel
import DocumentParsing

/// Finds the lines that end every comment, where the extractor kept them: its votes, then the label
/// of a button.
struct FooterFinder {
  let lines: TextLines
  let policy: TextThreadPolicy

  private var bytes: UnsafeRawBufferPointer { lines.bytes }

  /// The lines that could be votes.
  func votes(in range: Range<Int>) -> [Int] {
    var found: [Int] = []
    let longest = policy.longestVotes
    for line in range where lines.offsets(line).count <= longest && isVotes(line) {
      found.append(line)
    }
    return found
  }

  /// The most common text of the lines directly below `votes`.
  ///
  /// `nil` if it occurs too rarely for the number of `dates`: the label ends every comment or none.
  func label(under votes: [Int], dates: Int) -> Range<Int>? {
    var labels: [(label: Range<Int>, count: Int)] = []
    for line in votes where line + 1 < lines.count {
      let label = lines.text(line + 1)
      // A sign parts votes and button where each word is on a line.
      guard label.count > 1 && label.count <= policy.longestFooter && !isVotes(line + 1) else {
        continue
      }
      if let known = labels.firstIndex(where: { bytes.equal($0.label, label) }) {
        labels[known].count += 1
      } else if labels.count < policy.mostFooterLabels {
        labels.append((label, 1))
      }
    }
    guard let best = labels.max(by: { $0.count < $1.count }) else { return nil }
    let isCommon = best.count >= policy.leastFooters || bytes.equal(best.label, "Reply")
    return isCommon && best.count * 100 >= dates * policy.leastFooterShare ? best.label : nil
  }

  /// Those of `votes` that have `label` below them.
  func footers(_ label: Range<Int>, under votes: [Int]) -> [Int] {
    votes.filter {
      $0 + 1 < lines.count && bytes.equal(lines.text($0 + 1), label)
    }
  }

  private func isVotes(_ line: Int) -> Bool {
    Self.isVotes(bytes, lines.offsets(line), longest: policy.longestVotes)
  }

  /// Whether the line at `offsets` holds a number of votes alone: `0`, `-3`, `1.2K`; at most
  /// `longest` bytes.
  static func isVotes(
    _ bytes: UnsafeRawBufferPointer,
    _ offsets: Range<Int>,
    longest: Int
  ) -> Bool {
    guard offsets.count <= longest, !offsets.isEmpty else { return false }
    var digits = 0
    for offset in offsets {
      let byte = bytes[offset]
      let isFirst = offset == offsets.lowerBound
      let isLast = offset == offsets.upperBound - 1
      switch byte {
      case 0x30...0x39: digits += 1
      case _ where (byte == 0x2B || byte == 0x2D) && isFirst: break
      case _ where (byte == 0x2E || byte == 0x2C) && digits > 0: break
      case _ where (byte == 0x4B || byte == 0x6B || byte == 0x4D) && digits > 0 && isLast: break
      default: return false
      }
    }
    return digits > 0
  }
}
