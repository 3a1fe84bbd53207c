import DocumentModel
import DocumentParsing
import HTMLParsing
import PageModel

/// Comments whose mark-up names their parts for machines.
///
/// What it does not name is made out as on pages that name nothing.
struct MarkedThread {
  /// The properties of one comment by what the vocabulary calls them.
  struct Properties {
    var author: HTMLNodeID?
    var date: HTMLNodeID?
    var body: [HTMLNodeID] = []
    var url: String?
    var score: Int?
    var edited: Timestamp?
  }

  /// How many comments are read at most: more than any page has, as what is known of each takes some
  /// ten times its mark-up.
  static let limit = 100_000

  private let page: HTMLPage
  private let items: Set<HTMLNodeID>

  /// The comments that stand at `items`.
  init(_ page: HTMLPage, items: some Sequence<HTMLNodeID>) {
    self.page = page
    self.items = Set(items)
  }

  /// The thread, of at most `limit` comments; `note` takes a property of a comment, if an element
  /// holds one.
  func read(
    limit: Int = limit,
    _ note: (HTMLNodeID, inout Properties) -> Void
  ) -> PageThread {
    let survey = PageSurvey(page)
    let nodes = survey.outline.nodes
    let places = nodes.indices.filter { items.contains(nodes[$0]) }
    let group = RecordGroup(Array(places.prefix(limit)), extends: false, in: survey)
    var thread = RecordThread(group, survey, FieldEvidence(survey)).thread()
    if places.count > limit { thread.diagnostics.append(.isCut(atComments: limit)) }
    for index in thread.comments.indices {
      var properties = Properties()
      for node in own(thread.comments[index].element) { note(node, &properties) }
      apply(properties, to: &thread.comments[index])
    }
    return thread
  }

  /// The elements of a comment, those of comments inside it left out.
  private func own(_ item: HTMLNodeID) -> [HTMLNodeID] {
    var nodes: [HTMLNodeID] = []
    var next = page.tree.node(after: item, in: item)
    while let node = next {
      let isOther = items.contains(node)
      if !isOther, page.tree[node].kind == .element { nodes.append(node) }
      next = page.tree.node(after: node, in: item, skippingChildren: isOther)
    }
    return nodes
  }

  private func apply(_ properties: Properties, to comment: inout PageComment) {
    if let node = properties.author {
      let name = page.tree[node].tag == .meta ? page.tree.attribute(.content, of: node) : nil
      let text = name ?? page.text(node)
      if !text.isEmpty { comment.author = text }
      let link = page.anchor(node)
      comment.authorURL = page.link(link) ?? comment.authorURL
    }
    if let node = properties.date {
      let stated =
        page.tree.attribute(.datetime, of: node) ?? page.tree.attribute(.content, of: node)
      let moment = stated.flatMap { Timestamp(iso: $0.collapsed) }
      let text = page.text(node)
      if moment != nil || comment.date == .none {
        let shown = text.isEmpty ? comment.date.text : text
        comment.date = PageDate(moment: moment, text: shown, absolute: stated ?? "")
      }
    }
    if !properties.body.isEmpty { comment.body = properties.body }
    comment.url = properties.url ?? comment.url
    comment.score = properties.score
    if let edited = properties.edited, edited != comment.date.moment {
      comment.edited = PageDate(moment: edited)
    }
  }
}
