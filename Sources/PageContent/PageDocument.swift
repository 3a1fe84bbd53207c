import DocumentModel
import DocumentParsing
import HTMLParsing
import MailText
import PageModel

/// Puts what was found on a page into a document.
package struct PageDocument {
  private let page: HTMLPage
  private let thread: PageThread
  private let dates: PageDates

  /// `dates` are further dates of the same site, from which the order of day and month is learnt.
  package init(_ page: HTMLPage, _ thread: PageThread, dates: [PageDate] = []) {
    self.page = page
    self.thread = thread
    self.dates = PageDates(thread.comments.map(\.date) + dates)
  }

  /// The document, with the diagnostics of the `source` the page was read from.
  package func document(from source: SourceText, format: String) -> Document {
    var builder = DocumentBuilder(appendingFrom: source, format: format)
    // A page says itself how it is encoded.
    if source.diagnostics.count > source.notes.count {
      let encoding = page.tree.encoding
      builder.diagnostics =
        source.notes + [encoding == .utf8 ? .holdsDamage : .isRead(as: encoding.rawValue)]
    }
    if page.tree.isCut { builder.diagnostics.append(.isCut("page", at: page.tree.nodes.count)) }
    if page.lacksClasses { builder.diagnostics.append(.lacksClasses) }
    write(to: &builder)
    return builder.finish()
  }

  private func write(to builder: inout DocumentBuilder) {
    let base = writeArticle(to: &builder)
    builder.endArticle()
    builder.reserve(comments: thread.comments.count)
    for comment in thread.comments { write(comment, base: base, to: &builder) }
    builder.diagnostics += thread.diagnostics
    writeContinuations(base, to: &builder)
    let held = thread.comments.count(where: \.state.isComment)
    let missing = thread.declared.map { $0 > held } ?? false
    if missing || thread.loadedFrom != nil {
      builder.missingComments = MissingComments(
        declared: missing ? thread.declared : nil,
        loadedFrom: thread.loadedFrom
      )
    } else if thread.comments.allSatisfy({ $0.state == .opening }) {
      builder.diagnostics.append(.holdsNoComments)
    }
  }

  /// Adds the links to more, and a diagnostic that says where the discussion goes on.
  private func writeContinuations(_ base: PageAddress, to builder: inout DocumentBuilder) {
    builder.continuations = thread.continuations.compactMap { continuation in
      guard case .page(let link) = continuation.link else { return continuation }
      var resolved = continuation
      guard let address = base.resolve(link) else { return nil }
      resolved.link = .page(address)
      return resolved
    }
    let note = Diagnostic.about(builder.continuations) ?? (thread.goesOn ? .showsPart : nil)
    if let note { builder.diagnostics.append(note) }
  }

  /// Writes the article and returns the address that relative ones are resolved against.
  private func writeArticle(to builder: inout DocumentBuilder) -> PageAddress {
    let metadata = PageMetadata(page, leavingOut: thread.nodes)
    let base = PageAddress(page, canonical: metadata.url, site: thread.site ?? thread.article?.url)
    let own = thread.article
    let found = own ?? ArticleFinder(page, metadata: metadata, thread: thread).find()
    if found.isCut { builder.diagnostics.append(.isCut("article", at: ArticleTree.limit)) }
    let title = own?.title ?? found.title ?? metadata.title
    let author = own?.author ?? found.author ?? metadata.author
    builder.title = builder.append(title)
    builder.articleAuthor = builder.append(author)
    builder.byline = builder.articleAuthor
    builder.articleDate = found.date == .none ? metadata.date : PageDates([found.date])[found.date]
    builder.articleScore = own?.score
    builder.articleURL = builder.append(base.resolve(found.url ?? metadata.url ?? "") ?? "")
    var content = ContentReader(page, base: base, leftOut: found.leftOut)
    content.title = title
    content.dropsMarks = true
    content.readsTypedQuotes = own != nil
    if let linked = found.linked.flatMap(base.resolve) {
      let text = Array(linked.utf8)
      let link = InlineText.Stretch(kind: .link, range: 0..<text.count, url: linked)
      content.add(.paragraph, text: text, spans: [link], into: &builder)
    }
    for node in found.content { content.read(node, into: &builder) }
    content.finish(into: &builder)
    if !found.markup.isEmpty { write(found.markup, base: base, to: &builder) }
    write(mail: found.mailText, to: &builder)
    return base
  }

  private func write(
    _ comment: PageComment,
    base: PageAddress,
    to builder: inout DocumentBuilder
  ) {
    var draft = CommentDraft()
    draft.reference = reference(comment.parent, in: &builder)
    draft.replyTo = builder.append(comment.replyTo)
    draft.author = builder.append(comment.author)
    draft.isAuthorInferred = comment.isAuthorInferred && !comment.author.isEmpty
    draft.authorURL = builder.append(comment.authorURL.flatMap(base.resolve) ?? "")
    draft.score = comment.score
    draft.badges = comment.badges.map { builder.append($0) }.filter { !$0.isEmpty }
    draft.date = dates[comment.date]
    draft.edited = comment.edited == .none ? nil : dates[comment.edited]
    draft.dateText = builder.append(comment.date.text)
    draft.sourceID = builder.append(comment.id)
    draft.url = builder.append(comment.url.flatMap(base.permalink) ?? "")
    draft.state = comment.state
    draft.isTruncated = comment.isTruncated
    draft.isByArticleAuthor = comment.isByArticleAuthor
    let first = builder.blockCount
    var content = ContentReader(page, base: base, leftOut: comment.leftOut)
    content.readsTypedQuotes = true
    // What stands for comments that are not there may be nothing but the button that loads them.
    content.keepsControls = comment.state == .placeholder
    var block: HTMLNodeID?
    for node in comment.body {
      // What stands in another paragraph goes on in another.
      let around = page.tree.ancestor(of: node) { ContentReader.isBlock(page.tree[$0].tag) }
      if around != block { content.finish(into: &builder) }
      block = around
      content.read(node, into: &builder)
    }
    content.finish(into: &builder)
    if !comment.markup.isEmpty { write(comment.markup, base: base, to: &builder) }
    write(mail: comment.mailText, to: &builder)
    draft.blocks = first..<builder.blockCount
    builder.add(draft)
  }

  /// Writes a comment's mark-up that is not part of the page's tree.
  private func write(_ markup: String, base: PageAddress, to builder: inout DocumentBuilder) {
    HTMLPage(markup: markup).appendContent(base: base, to: &builder)
  }

  /// Writes the text of a mail that is not part of the page's tree.
  private func write(mail text: String, to builder: inout DocumentBuilder) {
    guard !text.isEmpty else { return }
    var clean: [UInt8] = []
    Array(text.utf8).withUnsafeBytes { _ = TextSanitizer.append($0, to: &clean) }
    MailTextReader.read(clean, flow: .fixed, depth: 0, into: &builder)
  }

  private func reference(
    _ parent: PageComment.Parent,
    in builder: inout DocumentBuilder
  ) -> ReplyReference {
    switch parent {
    case .unstated: .unstated
    case .root: .root
    case .index(let index): .draft(index)
    case .id(let id): .comment(id: builder.append(id))
    case .depth(let depth): .depth(depth)
    case .author(let name): .author(builder.append(name))
    }
  }
}

extension HTMLPage {
  /// Adds all of the page's text as blocks, as that of a comment or a message.
  ///
  /// Addresses in it are resolved against `base`, by default that of the page. O(size of the page).
  package func appendContent(
    base: PageAddress? = nil,
    marks: ContentMarks = ContentMarks(),
    to builder: inout DocumentBuilder
  ) {
    var content = ContentReader(self, base: base ?? PageAddress(self, canonical: nil))
    content.readsTypedQuotes = true
    content.marks = marks
    if let top = tree.first(.body) { content.read(top, into: &builder) }
    content.finish(into: &builder)
  }
}

extension DocumentBuilder {
  /// Appends text from a page's attributes, with white space collapsed; empty text gets no range.
  package mutating func append(_ text: String) -> TextRange {
    guard !text.isEmpty else { return .empty }
    var text = text.collapsed
    return text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }
}
