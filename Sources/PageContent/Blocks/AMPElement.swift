import HTMLParsing
import PageModel

/// Elements that scripts define: those of AMP, and players that load when they are pressed.
enum AMPElement {
  /// An element that stands for a film, a sound, a post or a document elsewhere.
  private struct Player {
    let name: String
    /// The attribute that says which.
    let attribute: String
    /// What is put before it to get an address.
    let address: String
  }

  /// The address of what an element plays or shows, nil if it shows nothing from elsewhere.
  static func address(of node: HTMLNodeID, on page: HTMLPage) -> String? {
    guard let name = name(of: node, on: page) else { return nil }
    for player in players where player.name == name {
      let id = page.value(player.attribute, node).collapsed
      if !id.isEmpty { return player.address + id }
    }
    return nil
  }

  /// Whether an element is no part of a page's text: advertisements, counters, menus, consent.
  static func isMachinery(_ node: HTMLNodeID, on page: HTMLPage) -> Bool {
    name(of: node, on: page).map(machinery.contains) ?? false
  }

  /// The name of an element that HTML does not know, nil for all others.
  private static func name(of node: HTMLNodeID, on page: HTMLPage) -> String? {
    let element = page.tree[node]
    guard element.kind == .element, element.tag == .other, element.namespace == .html else {
      return nil
    }
    let name = page.tree.name(of: node)
    return name.utf8.contains(UInt8(ascii: "-")) ? name : nil
  }

  private static let players = [
    Player(name: "amp-iframe", attribute: "src", address: ""),
    Player(name: "amp-video", attribute: "src", address: ""),
    Player(name: "amp-audio", attribute: "src", address: ""),
    Player(name: "amp-video-iframe", attribute: "src", address: ""),
    Player(name: "amp-google-document-embed", attribute: "src", address: ""),
    Player(name: "amp-facebook", attribute: "data-href", address: ""),
    Player(name: "amp-reddit", attribute: "data-src", address: ""),
    Player(
      name: "amp-youtube",
      attribute: "data-videoid",
      address: "https://www.youtube.com/watch?v="
    ),
    Player(name: "lite-youtube", attribute: "videoid", address: "https://www.youtube.com/watch?v="),
    Player(name: "youtube-video", attribute: "src", address: ""),
    Player(name: "amp-vimeo", attribute: "data-videoid", address: "https://vimeo.com/"),
    Player(name: "lite-vimeo", attribute: "videoid", address: "https://vimeo.com/"),
    Player(
      name: "amp-dailymotion",
      attribute: "data-videoid",
      address: "https://www.dailymotion.com/video/"
    ),
    Player(
      name: "amp-twitter",
      attribute: "data-tweetid",
      address: "https://twitter.com/i/web/status/"
    ),
    Player(
      name: "amp-instagram",
      attribute: "data-shortcode",
      address: "https://www.instagram.com/p/"
    ),
    Player(
      name: "amp-soundcloud",
      attribute: "data-trackid",
      address: "https://api.soundcloud.com/tracks/"
    ),
    Player(name: "amp-gist", attribute: "data-gistid", address: "https://gist.github.com/"),
  ]

  private static let machinery: Set<String> = [
    "amp-ad", "amp-embed", "amp-auto-ads", "amp-analytics", "amp-pixel", "amp-consent",
    "amp-sidebar", "amp-social-share", "amp-sticky-ad", "amp-user-notification", "amp-geo",
    "amp-state", "amp-install-serviceworker", "amp-next-page", "amp-call-tracking",
  ]
}
