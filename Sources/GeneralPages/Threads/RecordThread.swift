import DocumentParsing
import DocumentModel
import HTMLParsing
import PageModel

/// A group of records read as the comments of a thread.
///
/// A class, so that what only some verdicts ask for is read when it is asked for, and once.
final class RecordThread {
  /// The records.
  let group: RecordGroup
  /// Where the parts of each record stand.
  let fields: RecordFields
  /// What each record is called.
  let identity: RecordIdentity
  /// The name each record is signed with, empty if it has none.
  var authors: [String] { signatures.names }
  private lazy var signatures = RecordAuthors(fields, survey)
  let survey: PageSurvey
  let evidence: FieldEvidence
  let policy: VerdictPolicy

  init(_ group: RecordGroup, _ survey: PageSurvey, _ evidence: FieldEvidence) {
    self.group = group
    self.survey = survey
    self.evidence = evidence
    policy = survey.page.policies[VerdictPolicy.self]
    fields = RecordFields(group, survey, evidence)
    identity = RecordIdentity(group, fields: fields, in: survey.outline)
  }

  /// The group without a last record that stands far from the others and lacks what nearly all of
  /// these have, an id or both date and author, or has a title that leads elsewhere, as none of these
  /// have: a comment on some other page, a note, a list of other topics.
  var withoutStray: RecordGroup? {
    let records = group.records
    let outline = survey.outline
    let bare = records.indices.filter { !fields.parts[$0].isDated && authors[$0].isEmpty }
    let unnumbered = records.indices.filter { identity.ids[$0].isEmpty }
    let titled = RecordLinks(self).titled
    guard let last = records.last, last.container == nil, !group.isPaired,
      [bare, unnumbered, titled].contains(where: { odd in
        odd.last == records.count - 1 && odd.count * 100 <= policy.strayPercent * records.count
      })
    else { return nil }
    var around = records[0].place
    let end = records.dropLast().map(\.range.upperBound).max() ?? 0
    while around > 0, outline.ends[around] < end { around = outline.parents[around] }
    // A list of other topics may stand in the same box.
    let isList = titled == [records.count - 1] && survey.dateCount(last.range) > 1
    guard isList || outline.ends[around] <= last.place else { return nil }
    return RecordGroup(records.dropLast().map(\.place), extends: group.extends, in: survey)
  }

  /// The comments as the page's thread.
  func thread() -> PageThread {
    var thread = PageThread()
    let outline = survey.outline
    let nesting = RecordNesting(group, ids: identity.ids, elements: fields.elements, outline)
    let isFlat = nesting.parents.allSatisfy { $0 == nil }
    let leftOut = fields.labels.nodes.union(fields.hidden).union(nesting.references)
    // A comment takes much memory, and a list that grows is there twice.
    thread.comments.reserveCapacity(group.records.count)
    for (index, record) in group.records.enumerated() {
      let parts = fields.parts[index]
      var comment = PageComment(element: outline.nodes[record.place])
      comment.parent = isFlat ? .root : nesting.parents[index].map { .index($0) } ?? .root
      comment.id = identity.ids[index]
      comment.url = identity.links[index]
      comment.author = authors[index]
      comment.isAuthorInferred = signatures.isInferred[index]
      comment.authorURL = authorLink(index)
      comment.date = parts.date?.date ?? parts.moment ?? .none
      comment.body = parts.body
      if isBare(index), let said = parts.author {
        // All that is left of a comment stands where others have the name.
        (comment.author, comment.isAuthorInferred) = ("", false)
        comment.body = [outline.nodes[said]]
      }
      comment.leftOut = leftOut
      thread.comments.append(comment)
    }
    thread.regions = RecordRegion(group, outline).nodes
    return thread
  }

  /// Whether a record has no text, and a name only because it stands beside the date.
  private func isBare(_ index: Int) -> Bool {
    let parts = fields.parts[index]
    guard parts.isAuthorInferred, let author = parts.author, !survey.outline.isElement(author)
    else {
      return false
    }
    let isLinked = survey.outline.tag(survey.outline.parents[author]) == .a
    return !isLinked && parts.body.allSatisfy { survey.page.text($0).isEmpty }
  }

  private func authorLink(_ index: Int) -> String? {
    guard let place = fields.parts[index].author else { return nil }
    let outline = survey.outline
    let inside = outline.range(place).first { outline.tag($0) == .a }
    let around = [place, outline.parents[place]].first {
      $0 > group.records[index].place && outline.tag($0) == .a
    }
    return (inside ?? around).flatMap { survey.page.link(outline.nodes[$0]) }
  }
}
