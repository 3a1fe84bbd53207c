import DocumentParsing
import HTMLParsing
import PageModel

/// Answers that stand inside the comments they answer, as some guest books print those of the
/// site's owner: a block called a reply, with a date of its own behind that of the comment.
struct InsertedAnswers {
  /// The blocks, in reading order.
  private(set) var nodes: [HTMLNodeID] = []
  /// The answers, each with the index of the record it stands in.
  private var answers: [(record: Int, comment: PageComment)] = []

  /// Finds them in the records of a group; O(size of the records).
  init(in group: RecordGroup, _ survey: PageSurvey, _ evidence: FieldEvidence) {
    guard group.nested == 0 else { return }
    let outline = survey.outline
    let policy = survey.page.policies[RegionPolicy.self]
    var found: [(record: Int, place: Int, line: Int)] = []
    for (index, record) in group.records.enumerated() {
      var place = record.place + 1
      while place < record.range.upperBound {
        let before = survey.dateCount(record.place..<place)
        guard before > 0, Self.isAnswer(place, outline),
          let line = Self.line(of: place, in: survey, policy)
        else {
          place += 1
          continue
        }
        let (answer, ownLine) = Self.innermost(place, line, in: survey, policy)
        found.append((index, answer, ownLine))
        place = outline.ends[place]
      }
    }
    // One alone may be anything.
    guard found.count >= policy.leastAnswers else { return }
    let thread = RecordThread(
      RecordGroup(found.map(\.place), extends: false, in: survey),
      survey,
      evidence
    ).thread()
    for (answer, read) in zip(found, thread.comments) {
      var comment = read
      sign(&comment, in: answer.line, outline)
      guard !comment.author.isEmpty else { continue }
      nodes.append(comment.element)
      answers.append((answer.record, comment))
    }
  }

  /// Takes the author of an answer from a link in the line that tells the date, if there is one: the
  /// owner of a site, the same in all answers.
  private func sign(_ comment: inout PageComment, in line: Int, _ outline: PageOutline) {
    let link = outline.range(line).first { place in
      outline.tag(place) == .a && outline.textLength(outline.range(place)) > 0
    }
    guard let link, outline.isElement(line) else { return }
    comment.author = outline.page.text(outline.nodes[link])
    comment.authorURL = outline.page.link(outline.nodes[link])
    comment.isAuthorInferred = false
    comment.body = [comment.element]
    comment.leftOut.insert(outline.nodes[line])
  }

  /// Puts the answers behind the comments they stand in; those of the thread are the records.
  func insert(into thread: inout PageThread) {
    var all: [PageComment] = []
    var places: [Int] = []
    var rest = answers[...]
    for (index, comment) in thread.comments.enumerated() {
      places.append(all.count)
      all.append(comment)
      if case .index(let parent) = comment.parent {
        all[all.count - 1].parent = .index(places[parent])
      }
      while var answer = rest.first, answer.record == index {
        rest.removeFirst()
        // What is a button in the comments is one in their answers.
        answer.comment.leftOut.formUnion(comment.leftOut)
        answer.comment.parent = .index(places[index])
        all[places[index]].leftOut.insert(answer.comment.element)
        all.append(answer.comment)
      }
    }
    thread.comments = all
  }

  /// The innermost element in a box that is an answer itself, the box if there is none: a box of one
  /// answer below a heading.
  private static func innermost(
    _ box: Int,
    _ line: Int,
    in survey: PageSurvey,
    _ policy: RegionPolicy
  ) -> (place: Int, line: Int) {
    let outline = survey.outline
    var found = (box, line)
    for place in (box + 1)..<max(box + 1, outline.ends[box])
    where isAnswer(place, outline)
      && !outline.hints[place].intersects(.author.union(.date).union(.body).union(.title))
    {
      if let line = self.line(of: place, in: survey, policy) { found = (place, line) }
    }
    return found
  }

  private static func isAnswer(_ place: Int, _ outline: PageOutline) -> Bool {
    let hints = outline.hints[place]
    return outline.isElement(place) && hints.contains(.comment)
      && !hints.intersects(.accessory.union(.quotation)) && outline.tag(place) != .a
  }

  /// The short line that tells the date of a block that holds a text besides; nil if it is no comment.
  private static func line(
    of place: Int,
    in survey: PageSurvey,
    _ policy: RegionPolicy
  ) -> Int? {
    let outline = survey.outline
    let range = outline.range(place)
    guard survey.dateCount(range, weak: false) <= policy.answerDates,
      let date = survey.firstDate(in: range), !outline.context[date.place].contains(.quotation)
    else { return nil }
    var line = date.place
    while outline.parents[line] > place,
      outline.textLength(outline.range(outline.parents[line])) <= policy.answerLine
    {
      line = outline.parents[line]
    }
    return outline.textLength(range) > outline.textLength(outline.range(line)) ? line : nil
  }
}
