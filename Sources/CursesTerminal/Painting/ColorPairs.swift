import CNcurses
import Terminal

/// ncurses' pairs of text and background colour, allocated when a style first needs one.
struct ColorPairs {
  private var colors: PaletteColors
  private let capacity: Int32
  private var pairs: [UInt64: Int32] = [:]
  private var last: (key: UInt64, pair: Int32) = (0, 0)
  /// Whether a pair could not be allocated since the last `reset`.
  private(set) var isExhausted = false

  /// The pairs of the terminal opened last; `capacity` includes pair 0.
  init(colors: PaletteColors, capacity: Int) {
    self.colors = colors
    self.capacity = Int32(clamping: capacity)
  }

  /// Whether the terminal shows any colour.
  var hasColors: Bool { colors.depth != .none }

  /// How many colours the terminal shows: 0, 8, 16, 256 or all 16 million.
  var colorCount: Int { colors.count }

  /// The pair with the colours of `style`; 0, the terminal's default colours, if none is left.
  mutating func pair(of style: Style) -> Int32 {
    let key = UInt64(style.foreground.rawValue) << 32 | UInt64(style.background.rawValue)
    if key == last.key { return last.pair }
    let pair = pairs[key] ?? allocate(key, style)
    last = (key, pair)
    return pair
  }

  private mutating func allocate(_ key: UInt64, _ style: Style) -> Int32 {
    let foreground = colors.number(of: style.foreground)
    let background = colors.number(of: style.background)
    if foreground < 0, background < 0 { return 0 }
    guard find_pair(foreground, background) > 0 || pairs.count < Int(capacity) - 1 else {
      isExhausted = true
      return 0
    }
    let pair = max(0, alloc_pair(foreground, background))
    pairs[key] = pair
    return pair
  }

  /// Frees all pairs; the whole screen has to be drawn again.
  mutating func reset() {
    reset_color_pairs()
    pairs = [:]
    last = (0, 0)
    isExhausted = false
  }
}
