import HTMLParsing
import PageModel

/// Where the parts of each record stand: date, author, text.
///
/// The records of one group are laid side by side: what recurs in most of them at an element of one
/// kind is a part of all. What has the same text everywhere is a button, not a name.
struct RecordFields {
  /// The parts of one record, as places.
  struct Parts {
    var date: DateMention?
    var author: Int?
    /// Whether the author's name stands behind the date in the same text.
    var isBehindDate = false
    /// Whether nothing in the mark-up calls it a name: it was told by where it stands.
    var isAuthorInferred = false
    /// The date that an attribute of the record itself or of a box in it tells, where no date stands
    /// in it.
    var moment: PageDate?
    /// The nodes that hold the text.
    var body: [HTMLNodeID] = []

    /// Whether something tells when it was written.
    var isDated: Bool { date != nil || moment != nil }
    /// Whether words stand before the date in the same text.
    var isSignedBeforeDate: Bool { date?.before.contains(where: \.isLetter) ?? false }
  }

  /// The parts of each record.
  let parts: [Parts]
  /// Elements inside the records that are buttons and labels.
  let labels: RecordLabels
  /// Elements that style sheets hide and that are no part of a text.
  let hidden: Set<HTMLNodeID>
  /// The elements of each record, those of records inside it left out.
  let elements: Buckets

  init(_ group: RecordGroup, _ survey: PageSurvey, _ evidence: FieldEvidence) {
    let elements = RecordElements(group, in: survey, evidence)
    let labels = RecordLabels(elements)
    var parts = RecordDates(elements).dates.map { mention in
      mention?.isAround == true ? Parts(moment: mention?.date) : Parts(date: mention)
    }
    let places = RecordAuthorPlaces(elements, labels: labels, parts: parts).places
    for index in parts.indices { parts[index].author = places[index] }
    for (index, place) in HeaderNames(elements, labels: labels, parts: parts).places() {
      var isMarked = false
      switch place {
      case .place(let place):
        parts[index].author = place
        let holder = survey.outline.parents[place]
        isMarked = survey.outline.hints[holder].contains(.author)
      case .behindDate: parts[index].isBehindDate = true
      }
      parts[index].isAuthorInferred = !isMarked
    }
    if parts.allSatisfy({ $0.author == nil && !$0.isBehindDate && !$0.isSignedBeforeDate }) {
      for (index, place) in PicturedNames(elements).places() {
        parts[index].author = place
        parts[index].isAuthorInferred = true
      }
    }
    let bodies = RecordBodies(elements, labels: labels, parts: parts)
    for index in parts.indices { parts[index].body = bodies.bodies[index] }
    hidden = bodies.leftOut
    self.parts = parts
    self.labels = labels
    self.elements = elements.own
  }
}
