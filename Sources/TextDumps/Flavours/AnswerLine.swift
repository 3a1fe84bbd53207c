import DocumentParsing

/// A line that says whom a comment answers: `Reply to Ines`.
enum AnswerLine {
  /// The name in the line at `text`, `nil` for other lines.
  static func name(
    _ bytes: UnsafeRawBufferPointer,
    _ text: Range<Int>,
    policy: DumpPolicy
  ) -> Range<Int>? {
    guard text.count <= policy.longestHeader / 2 else { return nil }
    let words = DumpWord.words(bytes, NameShape.trimmed(bytes, text))
    guard words.count > 2, words.count <= policy.mostNameWords + 2,
      let joint = words.indices.dropFirst().prefix(3).first(where: {
        SpeechWords.isAnswerJoint(bytes, words[$0].range)
      }), joint + 1 < words.count,
      SpeechWords.isControl(bytes, words[joint - 1].range)
    else { return nil }
    let name = NameShape.trimmed(bytes, words[joint + 1].range.lowerBound..<text.upperBound)
    return NameShape.isName(bytes, name, policy: policy) ? name : nil
  }
}
