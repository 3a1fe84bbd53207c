extension Interface {
  /// All interfaces that are known; the first that has an answer is used.
  static let all = [
    hackerNews, lobsters, reddit, bluesky, lore, discourse, lemmy, mastodon, publicInbox,
    hyperKitty,
  ]

  /// Algolia's copy of Hacker News: a discussion with all its comments in one answer.
  private static let hackerNews = Interface(name: "hn.algolia.com") { place in
    guard place.host == "news.ycombinator.com", place.steps == ["item"], let id = place.query["id"],
      id.utf8.allSatisfy({ 0x30...0x39 ~= $0 })
    else { return [] }
    return [["//hn.algolia.com/api/v1/items/\(id)"]]
  }

  /// Lobsters: every page of stories and every story has a twin.
  private static let lobsters = Interface(name: "lobste.rs") { place in
    guard place.host == "lobste.rs", place.query.isEmpty else { return [] }
    let steps = place.steps
    switch steps.first {
    case nil: return [["/hottest.json"]]
    case "s" where steps.count > 1 && !steps[1].hasSuffix(".json"):
      return [["/s/\(steps[1]).json"]]
    case "newest", "active", "t", "page":
      let path = steps.joined(separator: "/")
      return path.hasSuffix(".json") ? [] : [["/\(path).json"]]
    default: return []
    }
  }

  /// Reddit's feeds, all that it gives those without a login.
  private static let reddit = Interface(
    name: "Reddit's feed",
    accept: "application/atom+xml,application/xml;q=0.9",
    note: "without a login Reddit gives its feed only: no points, and not who answers whom"
  ) { place in
    let hosts = ["reddit.com", "old.reddit.com", "new.reddit.com", "np.reddit.com"]
    guard hosts.contains(String(place.host)), place.steps.first == "r", place.steps.count > 1,
      place.steps.last != ".rss", place.steps.last?.hasSuffix(".json") != true
    else { return [] }
    let query = ["t", "after"].compactMap { name in place.query[name[...]].map { "\(name)=\($0)" } }
    let path = "//www.reddit.com/" + place.steps.joined(separator: "/") + "/.rss"
    return [[path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))]]
  }

  /// Bluesky's public interface; names of people do for their ids.
  private static let bluesky = Interface(name: "public.api.bsky.app") { place in
    guard place.host == "bsky.app", place.steps.first == "profile", place.steps.count > 1 else {
      return []
    }
    let root = "//public.api.bsky.app/xrpc/app.bsky.feed."
    let person = place.steps[1]
    switch place.steps.dropFirst(2).first {
    case nil: return [[root + "getAuthorFeed?actor=\(person)&filter=posts_no_replies"]]
    case "post" where place.steps.count == 4:
      let post = "at://\(person)/app.bsky.feed.post/\(place.steps[3])"
      return [[root + "getPostThread?uri=\(post)&depth=1000"]]
    case "feed" where place.steps.count == 4 && person.hasPrefix("did:"):
      let feed = "at://\(person)/app.bsky.feed.generator/\(place.steps[3])"
      return [[root + "getFeed?feed=\(feed)"]]
    default: return []
    }
  }

  /// Discourse: with whom a post answers, which its pages for browsers without scripts leave out.
  private static let discourse = Interface(
    name: "the forum's interface",
    marks: ["content=\"Discourse ", "content='Discourse "]
  ) { place in
    let steps = place.steps
    let query = place.query.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      .joined(separator: "&")
    let behind = query.isEmpty ? "" : "?\(query)"
    switch steps.first {
    case nil: return [["/latest.json\(behind)"]]
    case "t":
      guard let id = place.number(1) ?? place.number(2) else { return [] }
      return [["/t/\(id).json\(behind)"]]
    case "latest", "top", "c", "tag", "new":
      return [["/\(steps.joined(separator: "/")).json\(behind)"]]
    default: return []
    }
  }

  /// Lemmy, by its fourth interface or the third, which most servers still have.
  private static let lemmy = Interface(
    name: "the server's interface",
    marks: ["window.isoData", "lemmyConfig"]
  ) { place in
    let steps = place.steps
    if steps.first == "post", let id = place.number(1) {
      return ["v4", "v3"].map { version in
        let list = "/api/\(version)/comment/list?post_id=\(id)&limit=300&max_depth=50&type_=All"
        return ["/api/\(version)/post?id=\(id)", list]
      }
    }
    if steps.count == 2, steps[0] == "c" {
      return ["v4", "v3"].map { ["/api/\($0)/post/list?community_name=\(steps[1])"] }
    }
    return steps.isEmpty ? ["v4", "v3"].map { ["/api/\($0)/post/list"] } : []
  }

  /// Mastodon: a status, and what stands around it; timelines that are open to all.
  private static let mastodon = Interface(
    name: "the server's interface",
    marks: ["id=\"mastodon\"", "id='mastodon'", "id=\"initial-state\"", "id='initial-state'"]
  ) { place in
    let steps = place.steps
    let isStatus = steps.count == 2 && steps[0].hasPrefix("@")
    if let id = isStatus ? place.number(1) : steps.first == "users" ? place.number(3) : nil {
      return [["/api/v1/statuses/\(id)", "/api/v1/statuses/\(id)/context"]]
    }
    if steps.count == 2, steps[0] == "tags" {
      return [["/api/v1/timelines/tag/\(steps[1])?limit=40"]]
    }
    if steps.first == "public" {
      let local = steps.dropFirst().first == "local" ? "&local=true" : ""
      return [["/api/v1/timelines/public?limit=40\(local)"]]
    }
    return []
  }
}
