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

  /// None.
  init() {}

  /// Finds them in the records of a group; O(size of the records).
  init(in group: RecordGroup, _ survey: PageSurvey) {
    guard group.nested == 0 else { return }
    let outline = survey.outline
    let policy = survey.page.policies[RegionPolicy.self]
    for (index, record) in group.records.enumerated() {
      var place = record.place + 1
      while place < record.range.upperBound {
        let before = survey.dateCount(record.place..<place)
        guard before > 0, Self.isAnswer(place, outline),
          let comment = Self.comment(at: place, in: survey, policy)
        else {
          place += 1
          continue
        }
        nodes.append(outline.nodes[place])
        answers.append((index, comment))
        place = outline.ends[place]
      }
    }
    // One alone may be anything.
    if nodes.count < policy.leastAnswers { (nodes, answers) = ([], []) }
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
      while let answer = rest.first, answer.record == index {
        all.append(answer.comment)
        all[all.count - 1].parent = .index(places[index])
        rest.removeFirst()
      }
    }
    thread.comments = all
  }

  private static func isAnswer(_ place: Int, _ outline: PageOutline) -> Bool {
    let hints = outline.hints[place]
    return outline.isElement(place) && hints.contains(.comment)
      && !hints.intersects(.accessory.union(.quotation)) && outline.tag(place) != .a
  }

  /// The comment a block holds: a text, and a short line that tells the date; nil if it is no such.
  private static func comment(
    at place: Int,
    in survey: PageSurvey,
    _ policy: RegionPolicy
  ) -> PageComment? {
    let outline = survey.outline
    let range = outline.range(place)
    guard survey.dateCount(range, weak: false) <= policy.answerDates,
      let date = survey.firstDate(in: range)
    else { return nil }
    var line = date.place
    while outline.parents[line] > place,
      outline.textLength(outline.range(outline.parents[line])) <= policy.answerLine
    {
      line = outline.parents[line]
    }
    let inLine = outline.range(line)
    guard line != date.place || outline.isElement(line),
      outline.textLength(range) > outline.textLength(inLine)
    else { return nil }
    let link = inLine.first { outline.tag($0) == .a }
    var comment = PageComment(element: outline.nodes[place])
    comment.author = link.map { outline.page.text(outline.nodes[$0]) } ?? date.before
    comment.authorURL = link.flatMap { outline.page.link(outline.nodes[$0]) }
    comment.date = date.date
    comment.body = [outline.nodes[place]]
    comment.leftOut = [outline.nodes[line]]
    return comment.author.isEmpty ? nil : comment
  }
}
