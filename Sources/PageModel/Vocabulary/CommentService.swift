import Glibc
import HTMLParsing

/// The services whose scripts load the comments of other sites' pages.
///
/// Pages tell by the element that the script fills, else by the script's address, both as the
/// services' instructions for site owners give them. Scripts that only count comments, and those
/// that serve more than comments, do not tell.
package struct CommentService {
  private let page: HTMLPage

  package init(_ page: HTMLPage) { self.page = page }

  /// The service, nil if the page names none.
  ///
  /// O(size of the page).
  package var service: String? {
    var loaded: String?
    for index in page.tree.nodes.indices where page.tree.nodes[index].kind == .element {
      let node = HTMLNodeID(index)
      if let service = container(node) { return service }
      if loaded == nil { loaded = script(node) }
    }
    return loaded
  }

  /// The service that fills an element.
  private func container(_ node: HTMLNodeID) -> String? {
    if page.tree[node].tag == .other, let service = Self.elements[page.tree.name(of: node)] {
      return service
    }
    if let id = page.tree.attribute(.id, of: node), let service = Self.service(named: id[...]) {
      return service
    }
    guard page.tree.hasAttribute(.class, of: node) else { return nil }
    for word in page.words(of: node) {
      if let service = Self.service(named: word) { return service }
    }
    return nil
  }

  /// The service a script or a frame comes from, or that a script of the page's own sets up.
  private func script(_ node: HTMLNodeID) -> String? {
    let tag = page.tree[node].tag
    guard tag == .script || tag == .iframe else { return nil }
    if let source = page.tree.attributeIndex(.src, of: node) {
      return page.tree.withRawValue(of: page.tree.attributes[source], Self.service)
    }
    guard tag == .script, let text = page.tree[node].firstChild else { return nil }
    return page.tree.withRawText(of: text, Self.service)
  }

  private static func service(named word: Substring) -> String? {
    if let service = containers[String(word)] { return service }
    return prefixes.first { word.hasPrefix($0.part) }?.service
  }

  /// The service whose address stands in `text`.
  private static func service(in text: UnsafeRawBufferPointer) -> String? {
    addresses.first { holds($0.part, in: text) }?.service
  }

  /// Whether a text holds another.
  package static func holds(_ part: StaticString, in text: UnsafeRawBufferPointer) -> Bool {
    guard let start = text.baseAddress else { return false }
    let length = part.utf8CodeUnitCount
    var offset = 0
    while offset + length <= text.count {
      let rest = text.count - length + 1 - offset
      guard let hit = memchr(start + offset, Int32(part.utf8Start[0]), rest) else { return false }
      if memcmp(hit, part.utf8Start, length) == 0 { return true }
      offset = UnsafeRawPointer(hit) - start + 1
    }
    return false
  }

  /// Names of elements.
  private static let elements = [
    "fb:comments": "facebook", "hyvor-talk-comments": "hyvor", "vf-conversations": "viafoura",
    "fastcomments-widget": "fastcomments", "comentario-comments": "comentario",
  ]

  /// Ids and classes.
  private static let containers = [
    "disqus_thread": "disqus", "disqus-thread": "disqus", "dsq-content": "disqus",
    "fb-comments": "facebook", "fb-comments-box": "facebook",
    "spot-im-conversation": "spot.im", "spotim-conversation": "spot.im",
    "spot-conversation": "spot.im", "openweb-conversation": "openweb",
    "vf-conversations": "viafoura", "vf-comments": "viafoura", "viafoura-comments": "viafoura",
    "livefyre": "livefyre", "livefyre-comments": "livefyre",
    "coral_thread": "coral", "coral-thread": "coral", "coral_talk_stream": "coral",
    "coralTalkStream": "coral", "coral-comments": "coral",
    "giscus": "giscus", "utterances": "utterances", "gitalk-container": "gitalk",
    "gitment-container": "gitment", "vcomments": "valine", "waline": "waline",
    "tcomment": "twikoo", "twikoo": "twikoo", "artalk": "artalk",
    "hyvor-talk-view": "hyvor", "commento": "commento", "comentario": "comentario",
    "cusdis_thread": "cusdis", "isso-thread": "isso", "remark42": "remark42",
    "vuukle-comments": "vuukle", "vuukle_div": "vuukle",
    "idc-container": "intensedebate", "idc-container-parent": "intensedebate",
    "graphcomment": "graphcomment", "talkyard-comments": "talkyard", "mc-container": "cackle",
    "hypercomments_widget": "hypercomments", "hypercomments_mix": "hypercomments",
    "vk_comments": "vk", "HCB_comment_box": "htmlcommentbox", "echo_container": "echo",
    "js-kit-comments": "echo", "pluckcomments": "pluck", "discourse-comments": "discourse",
    "SOHUCS": "changyan", "ds-thread": "duoshuo", "uyan_frame": "uyan", "lv-container": "livere",
    "fastcomments-widget": "fastcomments", "civil-comments": "civil", "muut": "muut",
  ]

  /// Beginnings of ids that go on with a number.
  private static let prefixes: [(part: String, service: String)] = [
    ("livefyreContainer", "livefyre"), ("livefyreConversation", "livefyre"),
    ("coral-talk-stream", "coral"), ("fastcomments-widget-", "fastcomments"),
  ]

  /// Parts of the addresses of scripts and frames.
  private static let addresses: [(part: StaticString, service: String)] = [
    (".disqus.com/embed.js", "disqus"), ("disqus.com/embed/comments", "disqus"),
    ("launcher.spot.im/spot/", "spot.im"), ("facebook.com/plugins/comments", "facebook"),
    ("giscus.app/", "giscus"), ("utteranc.es/client.js", "utterances"),
    ("talk.hyvor.com/embed", "hyvor"), ("cdn.commento.io/js/commento.js", "commento"),
    ("cusdis.com/js/cusdis", "cusdis"), ("/isso/js/embed", "isso"),
    ("remark_config", "remark42"), ("vuukle.com/platform", "vuukle"),
    ("intensedebate.com/js/genericCommentWrapper", "intensedebate"),
    ("graphcomment.com/js/integration", "graphcomment"), ("cackle.me/widget", "cackle"),
    ("hypercomments.com/widget", "hypercomments"), ("livefyre.com/libs/fyre.conv", "livefyre"),
    ("coraltalk-bundle", "coral"), ("coral.coralproject.net/assets/js/embed", "coral"),
    ("embed.fastcomments.com", "fastcomments"), ("htmlcommentbox.com/jread", "htmlcommentbox"),
    ("livere.com/js/embed", "livere"), ("changyan.sohu.com/upload", "changyan"),
    ("discourseEmbedUrl", "discourse"),
  ]
}
