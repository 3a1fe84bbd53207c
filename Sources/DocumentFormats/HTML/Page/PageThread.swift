import DocumentModel
import HTMLParsing

/// What a reader found of a discussion: where its comments stand and what the page says of them.
struct PageThread: Sendable {
  /// The comments in the order of the page.
  var comments: [PageComment] = []
  /// Elements that belong to the discussion and not to the article.
  var regions: [HTMLNodeID] = []
  /// The article, where the system tells which it is; nil: look for it.
  var article: PageArticle?
  /// How many comments the page says there are.
  var declared: Int?
  /// The ways to more of it, and to more of the article.
  ///
  /// Addresses may be relative; comments are told by their indices in `comments`.
  var continuations: [Continuation] = []
  /// Whether it goes on somewhere the page does not tell.
  var goesOn = false
  /// Where the system lives, for pages that do not tell their own address.
  var site: String?
  /// The service whose script loads the comments, such as `disqus`.
  var loadedFrom: String?
  /// What was odd.
  var diagnostics: [Diagnostic] = []

  /// Whether nobody is named among those whose comments are there to be read.
  var isNameless: Bool {
    let shown = comments.lazy.filter { $0.state == .shown }
    return !shown.isEmpty && shown.allSatisfy(\.author.isEmpty)
  }

  /// All elements that belong to the discussion and not to the article.
  var nodes: Set<HTMLNodeID> { Set(regions).union(comments.lazy.map(\.element)) }
}

extension PageThread {
  /// Makes the first post of a forum the article, if it opens the topic.
  ///
  /// On later pages of a topic it does not; then the article has no text. The post keeps its place
  /// in the thread, for comments may answer it. Names are accounts, so whatever else its author
  /// wrote is marked.
  mutating func openWithFirst(where isOpening: (PageComment) -> Bool) {
    article = PageArticle()
    guard let first = comments.first, isOpening(first) else { return }
    article = PageArticle(
      author: first.author,
      date: first.date,
      url: first.url,
      content: first.body,
      leftOut: first.leftOut
    )
    comments[0].body = []
    comments[0].state = .opening
    for index in comments.indices where comments[index].author == first.author {
      comments[index].isByArticleAuthor = comments[index].authorURL == first.authorURL
    }
  }
}

extension PageThread {
  /// Notes the page on which the discussion goes on, if there is a link to it.
  mutating func goOn(at link: String?) {
    guard let link else { return }
    continuations.append(Continuation(.discussion, .page(link)))
  }
}

/// The article of a page whose system says where it is.
struct PageArticle: Sendable {
  /// The title; nil: as the page's head says.
  var title: String?
  /// The author; nil: as the page's head says.
  var author: String?
  /// When it was published.
  var date: PageDate = .none
  /// Its own address.
  var url: String?
  /// The address elsewhere that it does nothing but point to, before its own text if it has any.
  var linked: String?
  /// The elements that hold its text, in order; empty: it has no text of its own.
  var content: [HTMLNodeID] = []
  /// Elements inside them that are no part of it.
  var leftOut: Set<HTMLNodeID> = []
}

/// One comment of a page.
struct PageComment: Sendable {
  /// Who it answers.
  enum Parent: Hashable, Sendable {
    /// Nothing tells.
    case unstated
    /// It starts a thread.
    case root
    /// The comment with this index in `PageThread.comments`, an earlier one.
    case index(Int)
    /// The comment with this id.
    case id(String)
    /// It stands so deep; roots at 0.
    case depth(Int)
    /// Somebody of this name.
    case author(String)
  }

  /// The element that holds the comment, without its answers where they stand apart.
  var element: HTMLNodeID
  /// Who it answers.
  var parent = Parent.root
  /// The site's own id, empty if it has none.
  var id = ""
  /// The author's name, empty if the page gives none.
  var author = ""
  /// The author's address.
  var authorURL: String?
  /// The name the page gives for who is answered.
  var replyTo = ""
  /// When it was written.
  var date = PageDate.none
  /// The comment's own address.
  var url: String?
  /// The elements that hold its text, in order.
  var body: [HTMLNodeID] = []
  /// Its text as mark-up, where no element holds it; empty where one does.
  var markup = ""
  /// Elements inside the body that are no part of the text: buttons, marks, nested answers.
  var leftOut: Set<HTMLNodeID> = []
  /// Whether its text is there to be read.
  var state = CommentState.shown
  /// Whether the site cut its text short.
  var isTruncated = false
  /// Whether the page marks it as the article's author's.
  var isByArticleAuthor = false
}

/// A date as a page gives it.
struct PageDate: Hashable, Sendable {
  /// The moment, if the page gives one for machines.
  var moment: Timestamp?
  /// What the page shows; read as a date if there is no moment.
  var text = ""
  /// What else the page has to say of it in words, such as the absolute date behind a relative one.
  var absolute = ""

  /// No date.
  static let none = PageDate()
}
