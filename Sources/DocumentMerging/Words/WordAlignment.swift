/// Compares the words shown of a cut comment with those of a longer copy.
struct WordAlignment {
  /// The words shown; the last one may itself be cut.
  let shown: [CommentWord]
  /// The arena they are in.
  let bytes: UnsafeRawBufferPointer

  /// Reads the words shown of a cut comment.
  ///
  /// A number at the cut is left out: it may be the number of a list item, or half of a longer one.
  init(cutAfter reader: inout CommentWords, bytes: UnsafeRawBufferPointer) {
    var words: [CommentWord] = []
    while let word = reader.next() { words.append(word) }
    if let last = words.last, bytes[last.offsets].allSatisfy({ 0x30...0x39 ~= $0 }) {
      words.removeLast()
    }
    shown = words
    self.bytes = bytes
  }

  /// How many words may differ in a copy: one in 24, six at most.
  var tolerance: Int { min(shown.count / 24, 6) }

  /// How a copy compares with the words shown.
  enum Outcome: Equatable {
    /// It does not begin with them.
    case differs
    /// It begins with them, `errors` words aside, and ends there.
    case ends(errors: Int)
    /// It begins with them, `errors` words aside, and goes on.
    case goesOn(errors: Int)
  }

  /// Compares with `full`, of which at most `limit` words may be missing, added or replaced.
  ///
  /// Reads only as much of `full` as needed. O(words shown · (1 + `limit`)).
  func compare(with full: inout WordBuffer, limit: Int) -> Outcome {
    guard let (errors, used) = align(&full, limit: limit) else { return .differs }
    if full.word(at: used) != nil { return .goesOn(errors: errors) }
    guard errors == 0, let own = shown.last, let last = full.word(at: used - 1) else {
      return .ends(errors: errors)
    }
    return lettersLeft(own, in: last, of: full.bytes) == true
      ? .goesOn(errors: errors) : .ends(errors: errors)
  }

  /// The smallest edit distance between the words shown and a beginning of `full`, and the length of
  /// the longest such beginning; `nil` if the distance exceeds `limit`.
  ///
  /// The algorithm of Landau and Vishkin (1989): for each distance, how far every diagonal reaches.
  private func align(_ full: inout WordBuffer, limit: Int) -> (errors: Int, used: Int)? {
    var reached = [Int](repeating: -1, count: 2 * limit + 3)
    let middle = limit + 1
    for errors in 0...limit {
      let before = reached
      var used: Int?
      for diagonal in (middle - errors)...(middle + errors) {
        var row = 0
        if errors > 0 {
          row = max(before[diagonal] + 1, before[diagonal - 1], before[diagonal + 1] + 1)
        }
        row = min(row, shown.count)
        let ahead = diagonal - middle
        guard row + ahead >= 0 else { continue }
        while row < shown.count, let word = full.word(at: row + ahead),
          same(row, word, of: full.bytes)
        {
          row += 1
        }
        reached[diagonal] = row
        if row == shown.count { used = row + ahead }
      }
      if let used { return (errors, used) }
    }
    return nil
  }

  private func same(_ index: Int, _ word: CommentWord, of fullBytes: UnsafeRawBufferPointer) -> Bool
  {
    let own = shown[index]
    if own.hash == word.hash { return true }
    if index == shown.count - 1, lettersLeft(own, in: word, of: fullBytes) != nil { return true }
    guard own.hasMarks || word.hasMarks else { return false }
    // Strings compare by canonical equivalence, which composes accents.
    return String(decoding: bytes[own.offsets], as: UTF8.self)
      == String(decoding: fullBytes[word.offsets], as: UTF8.self)
  }

  /// Whether `whole` has letters after those of `part`; `nil` if it does not begin with them.
  private func lettersLeft(
    _ part: CommentWord,
    in whole: CommentWord,
    of fullBytes: UnsafeRawBufferPointer
  ) -> Bool? {
    var letters = LowercaseLetters(bytes, part.offsets)
    var others = LowercaseLetters(fullBytes, whole.offsets)
    while let letter = letters.next() {
      guard letter == others.next() else { return nil }
    }
    return others.next() != nil
  }
}

/// The words of a comment, read on demand.
struct WordBuffer {
  /// The arena they are in.
  let bytes: UnsafeRawBufferPointer
  /// The words read so far.
  private(set) var words: [CommentWord] = []
  private var reader: CommentWords

  /// The words of `reader`.
  init(_ reader: CommentWords, _ bytes: UnsafeRawBufferPointer) {
    self.reader = reader
    self.bytes = bytes
  }

  /// The word at `index`, `nil` if there are fewer words.
  mutating func word(at index: Int) -> CommentWord? {
    while words.count <= index {
      guard let word = reader.next() else { return nil }
      words.append(word)
    }
    return words[index]
  }
}
