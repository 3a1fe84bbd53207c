import DocumentModel
import Terminal

/// The columns of a table: how wide each is and where it starts.
struct TableColumns {
  /// The columns each takes, 1 or more.
  let widths: [Int]
  /// Where each starts, counted from the start of the text.
  let starts: [Int]
  /// Whether all it holds below the heading are numbers, which stand to the right.
  let isNumeric: [Bool]
  /// The columns between two: 3, or 1 where it is narrow.
  let separatorWidth: Int

  /// All of it.
  var totalWidth: Int { (starts.last ?? 0) + (widths.last ?? 0) }

  /// The columns of the table `block` within `width`; `nil` if there are more than can stand side
  /// by side.
  ///
  /// O(table). Takes more than `width` where columns would else have less than `least` and less
  /// than they need.
  init?(of block: Block, bytes: UnsafeRawBufferPointer, width: Int, least: Int = 1) {
    var natural: [Int] = []
    var isNumeric: [Bool] = []
    let headingRows = Int(block.level)
    var count = 0
    for row in SourceLines(bytes, of: block.text.offsets) {
      for (column, cell) in Self.cells(of: row, in: bytes).enumerated() {
        if column == natural.count {
          natural.append(1)
          isNumeric.append(true)
        }
        guard !cell.isEmpty else { continue }
        natural[column] = max(natural[column], DisplayWidth.of(utf8: bytes, in: cell))
        if count >= headingRows, isNumeric[column] {
          isNumeric[column] = Self.isNumber(bytes[cell])
        }
      }
      count += 1
    }
    let needed = natural.reduce(0) { $0 + min($1, least) + 3 } - 3
    let room = least > 1 ? min(max(width, needed), LineFrame.longestCodeLine) : width
    self.init(natural: natural, isNumeric: count > headingRows ? isNumeric : nil, width: room)
  }

  private init?(natural: [Int], isNumeric: [Bool]?, width: Int) {
    let count = natural.count
    guard count > 0, 2 * count - 1 <= width else { return nil }
    // Three columns of text to each, or the table is drawn tight.
    separatorWidth = count * 6 - 3 <= width ? 3 : 1
    widths = Self.shrink(natural, to: width - separatorWidth * (count - 1))
    var starts = [0]
    for column in widths.dropLast() {
      starts.append(starts[starts.count - 1] + column + separatorWidth)
    }
    self.starts = starts
    self.isNumeric = isNumeric ?? Array(repeating: false, count: count)
  }

  /// The cells of a row, without the spaces about them.
  static func cells(of row: Range<Int>, in bytes: UnsafeRawBufferPointer) -> [Range<Int>] {
    SourceLines(bytes, of: row, separator: 0x09).map { cell in
      var (start, end) = (cell.lowerBound, cell.upperBound)
      while start < end, bytes[start] == 0x20 { start += 1 }
      while end > start, bytes[end - 1] == 0x20 { end -= 1 }
      return start..<end
    }
  }

  /// Takes from the widest columns until all fit into `room`.
  private static func shrink(_ natural: [Int], to room: Int) -> [Int] {
    guard natural.reduce(0, +) > room else { return natural }
    var rest = room
    var open = natural.count
    var widths = natural
    // From the narrowest up: who needs no more than an equal share of the rest gets what it needs.
    for index in natural.indices.sorted(by: { natural[$0] < natural[$1] }) {
      widths[index] = max(1, min(natural[index], rest / open))
      rest -= widths[index]
      open -= 1
    }
    return widths
  }

  /// Digits, with signs, separators, currency and per cent signs about them.
  private static func isNumber(_ cell: Slice<UnsafeRawBufferPointer>) -> Bool {
    var digits = 0
    for byte in cell {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x41...0x5A, 0x61...0x7A: return false
      default: break
      }
    }
    return digits > 0
  }
}
