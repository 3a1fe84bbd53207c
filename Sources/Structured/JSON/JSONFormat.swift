import DocumentModel
import DocumentParsing
import HTMLParsing
import PageContent
import PageModel

/// The discussions of one system, as JSON, as an input format.
package struct JSONFormat: DocumentFormat {
  /// The system's name.
  package let name: String
  /// What it reads.
  package let summary: String
  /// The system's table, not made before a source is JSON.
  private let makeSystem: @Sendable () -> JSONSystem

  private var system: JSONSystem { makeSystem() }

  /// A format over a system's table.
  package init(_ name: String, _ summary: String, _ system: @escaping @Sendable () -> JSONSystem) {
    (self.name, self.summary, makeSystem) = (name, summary, system)
  }

  /// `certain` of JSON that has one of the system's signs.
  ///
  /// The text is parsed once for all systems; of anything that does not begin as JSON only the first
  /// byte is read.
  package func confidence(in source: SourceText, fileName: String) -> Confidence {
    guard let root = source.jsonRoot else { return .no }
    let isOwn = system.signs.contains { $0.matches(root) }
    source.decisions?.note(name, "signs", "the members that tell this system", isMet: isOwn)
    return isOwn ? .certain : .no
  }

  /// Reads the post and the thread; of broken JSON what stands before the break.
  package func parse(_ source: SourceText) -> Document {
    let tree = source.reading(JSONSource.init).tree
    return document(tree.root, from: source, diagnostics: tree.diagnostic.map { [$0] } ?? [])
  }

  /// Reads the post and the thread at `root`, which is all of `source` or one value in it.
  func document(
    _ root: JSONValue?,
    from source: SourceText,
    diagnostics: [Diagnostic] = []
  ) -> Document {
    let system = system
    var thread = PageThread()
    thread.site = system.isElsewhere ? system.site : source.url ?? system.site
    thread.diagnostics += diagnostics
    let article = root.map { read($0, by: system, into: &thread) } ?? ""
    if let root {
      let count = thread.comments.count
      thread.goOn(at: system.next?.address(in: root, of: source.url, count: count))
    }
    let page = HTMLPage(markup: article)
    if thread.article == nil { thread.article = PageArticle() }
    if !article.isEmpty, let body = page.tree.first(.body) { thread.article?.content = [body] }
    return PageDocument(page, thread).document(from: source, format: name)
  }

  /// Reads everything into `thread`; returns the text of the article as mark-up.
  private func read(
    _ root: JSONValue,
    by system: JSONSystem,
    into thread: inout PageThread
  ) -> String {
    var reader = JSONThreadReader(system, root)
    reader.read()
    var markup = ""
    if let post = system.post, let value = post.at.value(in: root) {
      var article = post.article(in: value)
      markup = post.body.markup(in: value)
      post.adjust?(value, &article, &markup)
      thread.article = article
    }
    thread.declared = system.declared.value(in: root)?.wholeNumber
    thread.comments = ParentOrder.sorted(reader.comments.map(\.parts))
    if let first = reader.posts.first {
      thread.open(with: first)
      if markup.isEmpty { markup = Self.markup(of: reader.posts) }
    }
    return markup
  }

  /// The texts of posts that follow each other, under their authors' names where those change.
  private static func markup(of posts: [PageComment]) -> String {
    var author = posts.first?.author
    return posts.map { post in
      let name = post.author == author ? "" : "<h3>\(PlainText.escaped(post.author))</h3>"
      author = post.author
      return name + "<div>\(post.markup)</div>"
    }.joined()
  }
}

extension JSONPost {
  /// The post without its text.
  fileprivate func article(in value: JSONValue) -> PageArticle {
    let title = title.text(in: value)
    var article = PageArticle(
      title: titleIsMarkup ? title.decodedReferences : title,
      author: author.text(in: value),
      date: date.value(in: value)?.date ?? .none,
      url: url.first(in: value)
    )
    article.score = score.value(in: value)?.wholeNumber
    // A post without a link elsewhere names itself.
    let linked = linked.text(in: value)
    let own = article.url ?? ""
    article.linked = linked.isEmpty || (!own.isEmpty && linked.hasSuffix(own)) ? nil : linked
    return article
  }
}

extension PageThread {
  /// Makes a post that stands among the comments the article, as far as that is not known yet.
  package mutating func open(with post: PageComment) {
    var article = article ?? PageArticle()
    if article.author?.isEmpty ?? true { article.author = post.author }
    if article.date == .none { article.date = post.date }
    article.score = article.score ?? post.score
    article.url = article.url ?? post.url
    self.article = article
    for index in comments.indices where comments[index].author == post.author {
      comments[index].isByArticleAuthor = true
    }
  }
}
