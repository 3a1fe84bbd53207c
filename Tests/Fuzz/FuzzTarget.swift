/// The parts of the program that take what they are given.
enum FuzzTarget: String, CaseIterable {
  /// Any bytes make a valid document, and any document can be exported.
  case parser
  /// Any bytes make a page, and any page a valid document.
  case pages
  /// Any text is laid out within its width, without loss.
  case layout
  /// Any pattern is found in any text alike, in one go or in slices.
  case search
  /// Any document, keys, clicks and sizes leave a reader that can be drawn.
  case keys

  /// What is wrong with how `bytes` are taken, `nil` if nothing is.
  func violation(_ bytes: UnsafeRawBufferPointer) -> String? {
    switch self {
    case .parser: return parserViolation(bytes)
    case .pages: return pageViolation(bytes)
    case .layout: return layoutViolation(bytes)
    case .search: return searchViolation(bytes)
    case .keys: return keyLoopViolation(bytes)
    }
  }

  /// Inputs to begin with.
  var seeds: [[UInt8]] {
    (self == .pages ? FuzzPages.pages : FuzzSeeds.texts).map { Array($0.utf8) }
  }

  /// Stretches that mean something to it.
  var words: [String] { self == .pages ? FuzzPages.words : FuzzSeeds.words }

  /// The longest input that is made, in bytes.
  var longest: Int {
    switch self {
    case .parser, .pages: 1 << 15
    case .layout: 1 << 12
    case .search: 1 << 11
    case .keys: 1 << 9
    }
  }
}
