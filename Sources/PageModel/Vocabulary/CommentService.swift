/// A service whose script loads the comments of other sites' pages.
///
/// Pages tell by the element that the script fills, else by the script's address, both as the
/// services' instructions for site owners give them. Scripts that only count comments, and those
/// that serve more than comments, do not tell.
package struct CommentService: Sendable {
  /// What `elsewhere.from` calls the service.
  package let name: String
  /// The names of elements of its own that its script fills.
  package let elements: [StaticString]
  /// The ids and classes of elements that its script fills.
  package let names: [StaticString]
  /// Beginnings of such ids that go on with a number.
  package let prefixes: [StaticString]
  /// Parts of the addresses of its scripts and frames, or of scripts that set it up.
  package let addresses: [StaticString]

  private init(
    _ name: String,
    elements: [StaticString] = [],
    names: [StaticString] = [],
    prefixes: [StaticString] = [],
    addresses: [StaticString] = []
  ) {
    self.name = name
    self.elements = elements
    self.names = names
    self.prefixes = prefixes
    self.addresses = addresses
  }

  /// All services; where a script could be that of several, the earlier counts.
  package static let all = [
    CommentService(
      "disqus",
      names: ["disqus_thread", "disqus-thread", "dsq-content"],
      addresses: [".disqus.com/embed.js", "disqus.com/embed/comments"]
    ),
    CommentService(
      "spot.im",
      names: ["spot-im-conversation", "spotim-conversation", "spot-conversation"],
      addresses: ["launcher.spot.im/spot/"]
    ),
    CommentService(
      "facebook",
      elements: ["fb:comments"],
      names: ["fb_comments", "fb-comments", "fb-comments-box"],
      addresses: ["facebook.com/plugins/comments"]
    ),
    CommentService("giscus", names: ["giscus"], addresses: ["giscus.app/"]),
    CommentService("utterances", names: ["utterances"], addresses: ["utteranc.es/client.js"]),
    CommentService(
      "hyvor",
      elements: ["hyvor-talk-comments"],
      names: ["hyvor-talk-view"],
      addresses: ["talk.hyvor.com/embed"]
    ),
    CommentService("commento", names: ["commento"], addresses: ["cdn.commento.io/js/commento.js"]),
    CommentService("cusdis", names: ["cusdis_thread"], addresses: ["cusdis.com/js/cusdis"]),
    CommentService("isso", names: ["isso-thread"], addresses: ["/isso/js/embed"]),
    CommentService("remark42", names: ["remark42"], addresses: ["remark_config"]),
    CommentService(
      "vuukle",
      names: ["vuukle-comments", "vuukle_div"],
      addresses: ["vuukle.com/platform"]
    ),
    CommentService(
      "intensedebate",
      names: ["idc-container", "idc-container-parent"],
      addresses: ["intensedebate.com/js/genericCommentWrapper"]
    ),
    CommentService(
      "graphcomment",
      names: ["graphcomment"],
      addresses: ["graphcomment.com/js/integration"]
    ),
    CommentService("cackle", names: ["mc-container"], addresses: ["cackle.me/widget"]),
    CommentService(
      "hypercomments",
      names: ["hypercomments_widget", "hypercomments_mix"],
      addresses: ["hypercomments.com/widget"]
    ),
    CommentService(
      "livefyre",
      names: ["livefyre", "livefyre-comments"],
      prefixes: ["livefyreContainer", "livefyreConversation"],
      addresses: ["livefyre.com/libs/fyre.conv"]
    ),
    CommentService(
      "coral",
      names: [
        "coral_thread", "coral-thread", "coral_talk_stream", "coralTalkStream", "coral-comments",
      ],
      prefixes: ["coral-talk-stream"],
      addresses: ["coraltalk-bundle", "coral.coralproject.net/assets/js/embed"]
    ),
    CommentService(
      "fastcomments",
      elements: ["fastcomments-widget"],
      names: ["fastcomments-widget"],
      prefixes: ["fastcomments-widget-"],
      addresses: ["embed.fastcomments.com"]
    ),
    CommentService(
      "htmlcommentbox",
      names: ["HCB_comment_box"],
      addresses: ["htmlcommentbox.com/jread"]
    ),
    CommentService("livere", names: ["lv-container"], addresses: ["livere.com/js/embed"]),
    CommentService("changyan", names: ["SOHUCS"], addresses: ["changyan.sohu.com/upload"]),
    CommentService("discourse", names: ["discourse-comments"], addresses: ["discourseEmbedUrl"]),
    CommentService("openweb", names: ["openweb-conversation"]),
    CommentService(
      "viafoura",
      elements: ["vf-conversations"],
      names: ["vf-conversations", "vf-comments", "viafoura-comments"]
    ),
    CommentService("gitalk", names: ["gitalk-container"]),
    CommentService("gitment", names: ["gitment-container"]),
    CommentService("valine", names: ["vcomments"]),
    CommentService("waline", names: ["waline"]),
    CommentService("twikoo", names: ["tcomment", "twikoo"]),
    CommentService("artalk", names: ["artalk"]),
    CommentService("comentario", elements: ["comentario-comments"], names: ["comentario"]),
    CommentService("talkyard", names: ["talkyard-comments"]),
    CommentService("vk", names: ["vk_comments"]),
    CommentService("echo", names: ["echo_container", "js-kit-comments"]),
    CommentService("pluck", names: ["pluckcomments"]),
    CommentService("duoshuo", names: ["ds-thread"]),
    CommentService("uyan", names: ["uyan_frame"]),
    CommentService("civil", names: ["civil-comments"]),
    CommentService("muut", names: ["muut"]),
  ]
}
