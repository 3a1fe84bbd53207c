import Terminal

/// A line as it is found, scalar by scalar: where it could end, and where it must.
struct LineScan {
  /// A scalar and where it stands.
  struct Scalar {
    var value: UInt32
    var offset: Int
    var length: Int
    var breakClass: BreakClass

    /// Whether it ends the line after it.
    var endsLine: Bool {
      breakClass == .mandatory || breakClass == .lineFeed || breakClass == .carriageReturn
    }

    /// Whether it is a space that may hang over the edge, an ideographic one included.
    var isBlank: Bool {
      breakClass == .space || breakClass == .tab || value == 0x3000
        || 0x2000...0x200A ~= value && breakClass != .glue || value == 0x205F
    }
  }

  /// A place where the line could end.
  private struct Edge {
    var next: Int
    var contentEnd: Int
    var width: Int
    var isHyphen = false
  }

  /// Tabs go to columns this far apart.
  static let tabStop = 4

  private let start: Int
  private let width: Int
  private let style: LineBreaker.Style
  private var state = BreakState()
  private var column = 0
  private var contentEnd: Int
  private var contentWidth = 0
  private var isPlain = true
  private var hasTabs = false
  private var opportunity: Edge?
  private var cleanEdge: Edge?
  private var clusterEdge: Edge?
  /// For a cluster wider than the line, which a joiner may make of any characters.
  private var scalarEdge: Edge?
  private var previous: BreakClass?
  private var isIndicatorPaired = false
  private var isInAddress = false

  init(start: Int, width: Int, style: LineBreaker.Style) {
    self.start = start
    self.width = width
    self.style = style
    contentEnd = start
  }

  /// Passes over plain words up to `next`, before which the line may be broken.
  mutating func skip(to next: Int, contentEnd: Int) {
    self.contentEnd = contentEnd
    contentWidth = contentEnd - start
    column = next - start
    opportunity = Edge(next: next, contentEnd: contentEnd, width: contentWidth)
    previous = .space
  }

  /// Whether `take` wants to know what follows a scalar of this class.
  func asksAhead(at next: BreakClass) -> Bool { state.asksAhead(at: next) }

  /// Takes the next scalar; returns the line if it ends before it or, forced, after it.
  @inline(__always)
  mutating func take(
    _ scalar: Scalar,
    in bytes: UnsafeRawBufferPointer,
    following: BreakClass?
  ) -> LineSlice? {
    let kind = scalar.breakClass
    let columns =
      kind == .tab ? Self.tabStop - column % Self.tabStop : DisplayWidth.of(scalar.value)
    noteEdges(before: scalar, in: bytes, columns: columns, following: following)
    if scalar.endsLine {
      return slice(
        Edge(next: scalar.offset + scalar.length, contentEnd: contentEnd, width: contentWidth),
        isForced: true
      )
    }
    let isBlank = scalar.isBlank
    let isDropped = columns == 0 && DisplayWidth.isDropped(scalar.value)
    let hangs = isBlank && style == .words
    if !hangs, !isDropped, column + columns > width, let edge = bestEdge {
      return slice(edge)
    }
    column += columns
    if columns != scalar.length { isPlain = false }
    if kind == .tab { hasTabs = true }
    if !isBlank, !isDropped {
      contentEnd = scalar.offset + scalar.length
      contentWidth = column
    }
    previous = kind
    return nil
  }

  /// The line if the text ends here.
  func rest(end: Int) -> LineSlice {
    slice(Edge(next: end, contentEnd: contentEnd, width: contentWidth))
  }

  @inline(__always)
  private mutating func noteEdges(
    before scalar: Scalar,
    in bytes: UnsafeRawBufferPointer,
    columns: Int,
    following: BreakClass?
  ) {
    let isBlank = scalar.isBlank
    if isBlank || scalar.value >= 0x80 { isInAddress = false }
    let breaks =
      style == .words && state.breaks(before: scalar.breakClass, following: following)
    if breaks, !isInAddress, contentEnd > start {
      let isHyphen = previous == .softHyphen
      if !isHyphen || contentWidth < width {
        opportunity = Edge(
          next: scalar.offset,
          contentEnd: contentEnd,
          width: isHyphen ? contentWidth + 1 : contentWidth,
          isHyphen: isHyphen
        )
      }
    }
    if opportunity == nil, scalar.offset > start {
      noteEdgesInWord(before: scalar, columns: columns, after: bytes[scalar.offset - 1])
    }
    if !isInAddress { isInAddress = startsAddress(scalar, in: bytes) }
  }

  /// Notes where the first word of the line could be parted, should it be too long.
  private mutating func noteEdgesInWord(before scalar: Scalar, columns: Int, after byte: UInt8) {
    let edge = Edge(next: scalar.offset, contentEnd: contentEnd, width: contentWidth)
    if columns > 0 { scalarEdge = edge }
    guard startsCluster(scalar.breakClass, columns: columns) else { return }
    clusterEdge = edge
    guard style == .words, !scalar.isBlank, column <= width else { return }
    if Self.isCleanBreak(after: byte, before: scalar.value) {
      cleanEdge = edge
    }
  }

  /// Where to end a line that is overfull; `nil` if nothing in it can be parted.
  private var bestEdge: Edge? {
    if let opportunity { return opportunity }
    if let cleanEdge, cleanEdge.width * 3 >= width { return cleanEdge }
    return clusterEdge ?? scalarEdge
  }

  private func slice(_ edge: Edge, isForced: Bool = false) -> LineSlice {
    LineSlice(
      start: start,
      end: edge.next,
      contentEnd: edge.contentEnd,
      width: edge.width,
      isPlain: isPlain && !hasTabs,
      hasTabs: hasTabs,
      endsInHyphen: edge.isHyphen,
      isForced: isForced
    )
  }

  /// Whether a scalar begins a cluster a reader sees as one character, or belongs to the last.
  private mutating func startsCluster(_ kind: BreakClass, columns: Int) -> Bool {
    defer {
      isIndicatorPaired =
        kind == .regionalIndicator && previous == .regionalIndicator && !isIndicatorPaired
    }
    guard let previous, columns > 0 else { return false }
    switch kind {
    case .combiningMark, .zeroWidthJoiner, .attachedLetter, .emojiModifier: return false
    case .regionalIndicator: return previous != .regionalIndicator || isIndicatorPaired
    case .hangulL, .hangulLV, .hangulLVT: return previous != .hangulL
    default: return previous != .zeroWidthJoiner
    }
  }

  /// Whether an address starts here: `://` or a word that starts with `www.`.
  private func startsAddress(_ scalar: Scalar, in bytes: UnsafeRawBufferPointer) -> Bool {
    func stands(_ text: StaticString) -> Bool {
      let count = text.utf8CodeUnitCount
      guard scalar.offset + count <= bytes.count else { return false }
      return (0..<count).allSatisfy { bytes[scalar.offset + $0] == text.utf8Start[$0] }
    }
    switch scalar.value {
    case 0x3A: return stands("://")
    case 0x77: return (scalar.offset == start || contentEnd != scalar.offset) && stands("www.")
    default: return false
    }
  }

  /// Whether an address or a path can be broken between two characters without looking broken.
  private static func isCleanBreak(after byte: UInt8, before next: UInt32) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "."):
      next != UInt32(byte)
    case UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "_"), UInt8(ascii: "#"),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "+"), UInt8(ascii: "%"),
      UInt8(ascii: "|"), UInt8(ascii: "~"):
      true
    case UInt8(ascii: ":"): next != 0x2F
    default: false
    }
  }
}
