import DocumentModel
import DocumentParsing

/// Learns how a dump prints its comments, and reads them.
struct DumpReader {
  let lines: TextLines
  let policies: TextPolicies

  /// The outline that most speaks for, nil if the text has no discussion; says in `log` what was
  /// considered.
  func outline(log: DecisionLog? = nil) -> DumpOutline? {
    let policy = policies.dump
    let candidates = DumpCandidates(lines, policy: policy, dates: policies.dates)
    var best: DumpOutline?
    let fields = MemberFields(lines, least: policy.leastHeaders)
    for group in candidates.groups(lines.bytes, policy: policy, dates: policies.dates) {
      let learner = HeaderLearner(lines: lines, fields: fields, policy: policy)
      guard let headers = learner.headers(of: group) else {
        log?.note(Self.reader, "least-named", "\(describe(group)) without names", isMet: false)
        continue
      }
      guard let outline = DumpOutline(lines, headers, policy: policy) else {
        log?.note(Self.reader, "least-bodies", "\(describe(group)) without texts", isMet: false)
        continue
      }
      let speaksFor = outline.evidence >= policy.leastEvidence
      log?.note(
        Self.reader,
        "least-evidence",
        "\(describe(group)), names \(headers.place), evidence \(outline.evidence)",
        isMet: speaksFor
      )
      guard speaksFor else { continue }
      if let known = best {
        let least = outline.isFirm ? 100 : policy.leastMore
        if known.comments.count * least >= outline.comments.count * 100 { continue }
      }
      best = outline
    }
    return best
  }

  /// What decisions are noted under.
  private static let reader = "text-dump"

  /// How many lines a group has, and the first of them.
  private func describe(_ group: [DumpLine]) -> String {
    let first = group.first.map { lines.bytes[lines.text($0.line).prefix(60)] }
    let text = String(decoding: first ?? lines.bytes[0..<0], as: UTF8.self)
    return "\(group.count) lines such as «\(text)»"
  }

  /// Adds the comments of `outline` to `builder`.
  func read(_ outline: DumpOutline, wrap: WrapColumn?, into builder: inout DocumentBuilder) {
    builder.reserve(comments: outline.comments.count)
    var evidence = DateReading.Evidence(policy: policies.dates)
    for comment in outline.comments { if let date = comment.date { evidence.add(date.date) } }
    let reading = evidence.reading
    let thread = DumpThread(lines, outline.comments, reading: reading, policy: policies.dump)
    for index in outline.comments.indices {
      let reference = thread.reference(of: index) { append($0, to: &builder) }
      add(outline.comments[index], reference, reading, wrap, into: &builder)
    }
  }

  private func add(
    _ comment: DumpComment,
    _ reference: ReplyReference,
    _ reading: DateReading,
    _ wrap: WrapColumn?,
    into builder: inout DocumentBuilder
  ) {
    var text = lines
    text.margin = margin(of: comment)
    var reader = TextBlockReader(
      text,
      layout: .dump(wrap?.without(margin: text.margin)),
      policy: policies.blocks
    )
    let firstBlock = builder.blockCount
    reader.read(comment.body, into: &builder)
    var draft = CommentDraft(
      blocks: firstBlock..<builder.blockCount,
      lines: Int32(comment.first + 1)..<Int32(max(comment.first + 1, comment.body.upperBound) + 1)
    )
    draft.reference = reference
    if let name = comment.name {
      draft.author = append(name, to: &builder)
      draft.isAuthorInferred = !comment.isCertain
    }
    if let date = comment.date {
      draft.dateText = append(date.range, to: &builder)
      draft.date = reading.timestamp(date.date)
    }
    builder.add(draft)
  }

  private func append(_ range: Range<Int>, to builder: inout DocumentBuilder) -> TextRange {
    builder.append(UnsafeRawBufferPointer(rebasing: lines.bytes[range]))
  }

  /// The least indent of a comment's lines, signs beside the text left out.
  private func margin(of comment: DumpComment) -> Int {
    var least = Int.max
    for line in comment.body where !lines.isBlank(line) && !lines.beginsWithSign(line) {
      least = min(least, TextIndent.columns(lines.bytes, lines.offsets(line)))
    }
    return least == .max ? comment.indent : least
  }
}
