import Testing

/// A system whose pages are shells, and whose interface gives what stands on them.
struct ServedSystem: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// The path of its list of two posts: the first is a link, the second a question.
  let list: String
  /// The path at which the second post is asked for.
  let second: String
  /// What failures of its interface are told of.
  let interface: String
  /// The pages of a site at an address, by path.
  let pages: @Sendable (_ site: String) -> [String: BrowsingServer.Page]

  private static func shell(head: String = "", body: String = "") -> BrowsingServer.Page {
    let page = "<!DOCTYPE html><html><head>\(head)</head><body>\(body)</body></html>"
    return BrowsingServer.Page(body: page)
  }

  private static func json(_ body: String) -> BrowsingServer.Page {
    BrowsingServer.Page(body: body, type: "application/json")
  }

  static let discourse = ServedSystem(
    testDescription: "Discourse",
    list: "/latest",
    second: "/t/2.json",
    interface: "the forum's interface",
    pages: { site in
      let shell = ServedSystem.shell(head: "<meta name=\"generator\" content=\"Discourse 3.3\">")
      func topic(_ id: Int, _ title: String) -> String {
        """
        {"id":\(id),"title":"\(title)","slug":"x","posts_count":3,"like_count":7,
        "created_at":"2024-05-01T10:00:00.000Z","posters":[{"description":"Original Poster","user_id":1}]}
        """
      }
      func post(_ number: Int, _ name: String, _ text: String, answers: String = "null") -> String {
        """
        {"id":\(number),"username":"\(name)","created_at":"2024-05-01T10:00:00.000Z",
        "cooked":"<p>\(text)</p>","post_number":\(number),"reply_to_post_number":\(answers)}
        """
      }
      func posts(_ id: Int, _ title: String, _ first: String) -> String {
        let all = [
          post(1, "ines", first),
          post(2, "hugo", "See <a href=\\\"\(site)/log\\\">the keeper's log</a> for the oil."),
          post(3, "mara", "The log is a joy.", answers: "2"),
        ]
        return """
          {"id":\(id),"title":"\(title)","posts_count":3,"slug":"x",
          "post_stream":{"posts":[\(all.joined(separator: ","))],"stream":[1,2,3]}}
          """
      }
      let lantern = "\(site)/lantern"
      return [
        "/latest": shell, "/t/x/1": shell, "/t/x/2": shell,
        "/latest.json": json(
          """
          {"users":[{"id":1,"username":"ines"}],"topic_list":{"topics":[
          \(topic(1, "The lantern that burned")),\(topic(2, "Wicks and how to trim them"))]}}
          """
        ),
        "/t/1.json": json(
          posts(1, "The lantern that burned", "<a href=\\\"\(lantern)\\\">\(lantern)</a>")
        ),
        "/t/2.json": json(posts(2, "Wicks and how to trim them", "My lantern smokes.")),
      ]
    }
  )

  static let lemmy = ServedSystem(
    testDescription: "Lemmy",
    list: "/c/lamps",
    second: "/api/v3/post",
    interface: "the server's interface",
    pages: { site in
      let shell = ServedSystem.shell(body: "<script>window.isoData={}</script>")
      func post(_ id: Int, _ title: String, _ rest: String) -> String {
        """
        {"post":{"id":\(id),"name":"\(title)","ap_id":"\(site)/post/\(id)",
        "published":"2024-05-01T10:00:00.1Z",\(rest)},"creator":{"name":"ines"},
        "community":{"name":"lamps"},"counts":{"comments":2,"score":60}}
        """
      }
      func comment(_ id: Int, _ name: String, _ path: String, _ text: String) -> String {
        """
        {"comment":{"id":\(id),"content":"\(text)","path":"\(path)",
        "published":"2024-05-01T11:00:00.1Z"},"creator":{"name":"\(name)"},"counts":{"score":2}}
        """
      }
      let first = post(1, "The lantern that burned", "\"url\":\"\(site)/lantern\"")
      let second = post(2, "Wicks and how to trim them", "\"body\":\"My lantern smokes.\"")
      let comments = [
        comment(2, "hugo", "0.2", "See [the keeper's log](\(site)/log) for the oil."),
        comment(3, "mara", "0.2.3", "The log is a joy."),
      ]
      return [
        "/c/lamps": shell, "/post/1": shell, "/post/2": shell,
        "/api/v3/post/list": json("{\"posts\":[\(first),\(second)]}"),
        "/api/v3/post": json("{\"post_view\":\(first)}"),
        "/api/v3/comment/list": json("{\"comments\":[\(comments.joined(separator: ","))]}"),
      ]
    }
  )
}
