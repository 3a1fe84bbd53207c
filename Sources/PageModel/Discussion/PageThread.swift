import DocumentModel
import HTMLParsing

/// What a reader found of a discussion: where its comments stand and what the page says of them.
public struct PageThread: Sendable {
  /// The comments in the order of the page.
  public var comments: [PageComment] = []
  /// Elements that belong to the discussion and not to the article.
  public var regions: [HTMLNodeID] = []
  /// The article, where the system tells which it is; nil: look for it.
  public var article: PageArticle?
  /// How many comments the page says there are.
  public var declared: Int?
  /// Links to more of it, and to more of the article.
  ///
  /// Addresses may be relative; comments are told by their indices in `comments`.
  public var continuations: [Continuation] = []
  /// Whether it goes on somewhere the page does not tell.
  public var goesOn = false
  /// Where the system lives, for pages that do not tell their own address.
  public var site: String?
  /// The service whose script loads the comments, such as `disqus`.
  public var loadedFrom: String?
  /// What was odd.
  public var diagnostics: [Diagnostic] = []

  /// Nothing found yet.
  public init() {}

  /// Whether nobody is named among those whose comments are there to be read.
  package var isNameless: Bool {
    let shown = comments.lazy.filter { $0.state == .shown }
    return !shown.isEmpty && shown.allSatisfy(\.author.isEmpty)
  }

  /// All elements that belong to the discussion and not to the article.
  package var nodes: Set<HTMLNodeID> { Set(regions).union(comments.lazy.map(\.element)) }
}

extension PageThread {
  /// Makes the first post of a forum the article, if it opens the topic.
  ///
  /// On later pages of a topic it does not; then the article has no text. The post stays in the list,
  /// for comments may answer it. Names are accounts, so whatever else its author
  /// wrote is marked.
  public mutating func openWithFirst(where isOpening: (PageComment) -> Bool) {
    article = PageArticle()
    guard let first = comments.first, isOpening(first) else { return }
    article = PageArticle(
      author: first.author,
      date: first.date,
      url: first.url,
      content: first.body,
      leftOut: first.leftOut
    )
    article?.score = first.score
    comments[0].body = []
    comments[0].state = .opening
    for index in comments.indices where comments[index].author == first.author {
      comments[index].isByArticleAuthor = comments[index].authorURL == first.authorURL
    }
  }
}

extension PageThread {
  /// Notes the page on which the discussion goes on, if there is a link to it.
  public mutating func goOn(at link: String?) {
    guard let link else { return }
    continuations.append(Continuation(.discussion, .page(link)))
  }
}

/// The article of a page whose system says where it is.
public struct PageArticle: Sendable {
  /// The title; nil: as the page's head says.
  public var title: String?
  /// The author; nil: as the page's head says.
  public var author: String?
  /// When it was published.
  public var date: PageDate = .none
  /// The points that readers gave it.
  public var score: Int?
  /// Its own address.
  public var url: String?
  /// The address elsewhere that it does nothing but point to, before its own text if it has any.
  public var linked: String?
  /// The elements that hold its text, in order; empty: it has no text of its own.
  public var content: [HTMLNodeID] = []
  /// Its text as mark-up, where no element holds it; empty where one does.
  public var markup = ""
  /// Its text as that of a mail, with `>` before lines that are quoted, where no element holds it.
  public var mailText = ""
  /// Elements inside them that are no part of it.
  public var leftOut: Set<HTMLNodeID> = []
  /// Whether it has more elements than are read.
  public var isCut = false

  /// An article; what is not given here is looked for elsewhere on the page.
  public init(
    title: String? = nil,
    author: String? = nil,
    date: PageDate = .none,
    url: String? = nil,
    content: [HTMLNodeID] = [],
    leftOut: Set<HTMLNodeID> = []
  ) {
    self.title = title
    self.author = author
    self.date = date
    self.url = url
    self.content = content
    self.leftOut = leftOut
  }
}

/// One comment of a page.
public struct PageComment: Sendable {
  /// Who it answers.
  public enum Parent: Hashable, Sendable {
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
  public var element: HTMLNodeID
  /// Who it answers.
  public var parent = Parent.root
  /// The site's own id, empty if it has none.
  public var id = ""
  /// The author's name, empty if the page gives none.
  public var author = ""
  /// Whether the name was concluded from where it stands, not from mark-up that calls it a name.
  public var isAuthorInferred = false
  /// The author's address.
  public var authorURL: String?
  /// The name the page gives for who is answered.
  public var replyTo = ""
  /// When it was written.
  public var date = PageDate.none
  /// When it was last edited.
  public var edited = PageDate.none
  /// The points that readers gave it, `nil` if the page states none.
  public var score: Int?
  /// What the page says of it or of its author in a few words each: flair, ranks, roles.
  public var badges: [String] = []
  /// The comment's own address.
  public var url: String?
  /// The elements that hold its text, in order.
  public var body: [HTMLNodeID] = []
  /// Its text as mark-up, where no element holds it; empty where one does.
  public var markup = ""
  /// Its text as that of a mail, with `>` before lines that are quoted, where no element holds it.
  public var mailText = ""
  /// Elements inside the body that are no part of the text: buttons, marks, nested answers.
  public var leftOut: Set<HTMLNodeID> = []
  /// Whether its text is there to be read.
  public var state = CommentState.shown
  /// Whether the site cut its text short.
  public var isTruncated = false
  /// Whether the page marks it as the article's author's.
  public var isByArticleAuthor = false

  /// A comment of which only its element is known.
  public init(element: HTMLNodeID) { self.element = element }
}
