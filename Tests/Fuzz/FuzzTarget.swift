/// The parts of the program that take what they are given.
enum FuzzTarget: String, CaseIterable {
  /// Any bytes make a valid document, and any document can be exported.
  case parser
  /// Any bytes make a page, and any page a valid document.
  case pages
  /// Any bytes make a feed or an export, and whatever that holds is a valid document.
  case sources
  /// Any bytes make a mailbox, a message and a saved page, and each thread a valid document.
  case mail
  /// The same, with any bytes in every field of a message.
  case headers
  /// Any text is laid out within its width, without loss.
  case layout
  /// Any pattern is found in any text alike, in one go or in slices.
  case search
  /// Any document, keys, clicks and sizes leave a reader that can be drawn.
  case keys
  /// Any page and keys leave nothing on a terminal but text and the program's own sequences.
  case screen
  /// Any command line prints nothing on a terminal but text.
  case arguments
  /// Any answer of a server prints nothing on a terminal but text.
  case answers

  /// What is wrong with how `bytes` are taken, `nil` if nothing is.
  func violation(_ bytes: UnsafeRawBufferPointer) -> String? {
    switch self {
    case .parser: return parserViolation(bytes)
    case .pages: return pageViolation(bytes)
    case .sources: return sourceViolation(bytes)
    case .mail: return mailViolation(bytes)
    case .headers: return mailHeaderViolation(bytes)
    case .layout: return layoutViolation(bytes)
    case .search: return searchViolation(bytes)
    case .keys: return keyLoopViolation(bytes)
    case .screen: return screenViolation(bytes)
    case .arguments: return argumentViolation(bytes)
    case .answers: return answerViolation(bytes)
    }
  }

  /// Inputs to begin with.
  var seeds: [[UInt8]] {
    let texts =
      switch self {
      case .pages: FuzzPages.pages
      case .sources: XMLSeeds.sources
      case .mail: FuzzMail.messages
      case .headers: FuzzMail.values
      case .screen: FuzzPages.pages + FuzzSeeds.texts
      case .answers: AnswerSeeds.answers
      default: FuzzSeeds.texts
      }
    return texts.map { Array($0.utf8) }
  }

  /// Stretches that mean something to it.
  var words: [String] {
    switch self {
    case .pages: FuzzPages.words
    case .sources: XMLSeeds.words
    case .mail, .headers: FuzzMail.words
    case .screen: FuzzPages.words + AnswerSeeds.words
    case .arguments: FuzzSeeds.words + AnswerSeeds.words
    case .answers: AnswerSeeds.words
    default: FuzzSeeds.words
    }
  }

  /// The longest input that is made, in bytes.
  var longest: Int {
    switch self {
    case .parser, .pages, .sources, .mail: 1 << 15
    case .headers: 1 << 12
    case .screen, .answers: 1 << 13
    case .layout: 1 << 12
    case .search: 1 << 11
    case .arguments: 1 << 10
    case .keys: 1 << 9
    }
  }
}
