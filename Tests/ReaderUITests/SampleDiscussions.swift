import DocumentModel
import TestSupport

/// Documents that screens are drawn of.
enum Sample {
  /// An article with all kinds of blocks and a discussion with all kinds of comments.
  static let bridge = Document.literal(
    title: "The stone bridge that nobody built",
    author: "Mara Lindqvist",
    byline: "By Mara Lindqvist",
    article: [
      """
      The bridge at Aldmoor has stood for four hundred years, and in all that time no record of \
      its building has come to light. The parish books mention it first as something old.
      """,
      BlockLiteral(.heading, "What the stones say", level: 2),
      """
      The blocks were cut upstream and floated down on rafts. Each bears a mason's mark, and three \
      marks return on every arch: a fish, a ladder and a crooked cross.
      """,
      BlockLiteral(
        .paragraph,
        "It was there before my grandfather's grandfather, and he was a liar even then.",
        quoteDepth: 1
      ),
      BlockLiteral(.listItem, "The fish stands for the guild of the river."),
      BlockLiteral(.listItem, "The ladder is found in two churches of the valley."),
      BlockLiteral(.listItem, "Of the crooked cross nothing is known."),
      BlockLiteral(.heading, "What the floods left", level: 2),
      "The survey is at https://example.org/aldmoor/survey and the photographs are in the archive.",
      BlockLiteral(.code, "span   = 11.4 m\nrise   =  3.9 m\narches = 3"),
      BlockLiteral(.rule, ""),
      BlockLiteral(.image, "The middle arch at low water"),
      "Whoever built it left no name. Perhaps that was the point.",
    ],
    comments: [
      CommentLiteral(
        "Ines",
        "My aunt always said it was the monks. The abbey owned both banks until 1540.",
        "Has anybody looked into the abbey's accounts?",
        at: 60,
        url: "https://example.org/bridge#1",
        replies: [
          CommentLiteral(
            "Hugo Pellow",
            "The accounts are lost, apart from two years. Those two years say nothing of a bridge.",
            at: 95,
            replies: [
              CommentLiteral(
                "Ines",
                "Two years out of three hundred is not much of a search.",
                at: 120,
                replies: [
                  CommentLiteral(
                    "Mara Lindqvist",
                    "I have read both. There is a payment for «stone at the water», of all things.",
                    at: 300,
                    byArticleAuthor: true
                  )
                ]
              )
            ]
          ),
          CommentLiteral(
            "Tobias",
            "Monks did not float stone on rafts. That is a guild's way of doing it, and the fish",
            at: 180,
            cut: true
          ),
        ]
      ),
      CommentLiteral(
        "Pella",
        "See https://example.org/marks for a list of masons' marks of the valley.",
        at: 1500,
        replies: [
          CommentLiteral(nil, "The ladder is on my barn too.", at: 1600),
          CommentLiteral("Hugo Pellow", "Which valley?", at: 1700, inferred: true),
        ]
      ),
      CommentLiteral("Ines", at: 2000, state: .deleted),
      CommentLiteral(
        "川端",
        "橋の石には三つの印がある。魚と梯子と曲がった十字。誰が刻んだのか誰も知らない。",
        at: 2600,
        replies: [
          CommentLiteral("Zoë 👩‍👩‍👧", "Beautiful 🇫🇷 cafe\u{301} ✌🏽 done.", at: 2700)
        ]
      ),
    ]
  )

  /// A thread that branches at every level, to a depth that no window has room for.
  static let deep = Document.literal(
    article: ["Short."],
    comments: [branch(from: 1, to: 30)]
  )

  /// Single replies, one under the other.
  static let chain = Document.literal(
    article: ["Short."],
    comments: [single(from: 1, to: 12), CommentLiteral("Ann", "Another thread.")]
  )

  /// An article that nobody has commented on.
  static let silent = Document.literal(comments: [])

  /// Comments without an article.
  static let headless = Document.literal(
    title: "",
    article: [],
    comments: [CommentLiteral("Ann", "First."), CommentLiteral("Bob", "Second.")]
  )

  /// A page whose comments a script loads.
  static let elsewhere = Document.literal(
    comments: [],
    missingComments: MissingComments(declared: 142, loadedFrom: "disqus")
  )

  /// A discussion that goes on: behind all comments, below the first, and in place of one.
  static let unfinished = Document.literal(
    title: "The mill below the bridge",
    comments: [
      CommentLiteral(
        "Ines",
        "Has anybody been inside since the flood?",
        at: 10,
        replies: [
          CommentLiteral("Hugo Pellow", "I have; the wheel is gone.", at: 20),
          CommentLiteral(nil, "load more", state: .placeholder),
        ]
      ),
      CommentLiteral("Bram", "The wheel is in my garden.", at: 30),
      CommentLiteral(nil, "load more", state: .placeholder),
    ],
    missingComments: MissingComments(declared: 30),
    continuations: [
      Continuation(
        .discussion,
        .request(["ids": "7"]),
        comment: CommentID(2),
        count: 12
      ),
      Continuation(.discussion, .page("https://example.org/9"), comment: CommentID(3), count: 1),
      Continuation(.discussion, .page("https://example.org/8"), comment: CommentID(4)),
      Continuation(.discussion, .page("https://example.org/mill?page=2"), count: 10),
      Continuation(.article, .page("https://example.org/mill/2/")),
    ]
  )

  /// One comment longer than any window.
  static let long = Document.literal(
    article: ["Short."],
    comments: [
      CommentLiteral("Ann", "Before."),
      CommentLiteral(
        "Bob",
        (1...60).map { "Sentence \($0) of a long comment." }.joined(separator: " ")
      ),
      CommentLiteral("Cy", "After."),
    ]
  )

  private static func branch(from depth: Int, to last: Int) -> CommentLiteral {
    CommentLiteral(
      "Author \(depth)",
      "At depth \(depth) there is something to say about the bridge.",
      at: Int64(depth),
      replies: depth == last
        ? [] : [branch(from: depth + 1, to: last), CommentLiteral("Side \(depth)", "Aside.")]
    )
  }

  private static func single(from depth: Int, to last: Int) -> CommentLiteral {
    CommentLiteral(
      "Author \(depth)",
      "Answer \(depth).",
      at: Int64(depth),
      replies: depth == last ? [] : [single(from: depth + 1, to: last)]
    )
  }
}
