import DocumentFormats
import DocumentModel
import DocumentParsing
import Testing

@Suite("Discussions as JSON")
struct JSONDiscussionTests {
  private func parse(_ json: String) throws -> Document {
    let source = SourceText(decoding: TextStorage(copying: json.utf8), location: "answer.json")
    return try FormatRegistry.builtIn.parse(source)
  }

  private func lemmy(_ path: String) -> String {
    let id = path.split(separator: ".").last ?? ""
    return """
      {"comment":{"id":\(id),"content":"text of \(id)","path":"\(path)"},"creator":{"name":"a\(id)"}}
      """
  }

  @Test("Answers that stand before what they answer are hung under it")
  func order() throws {
    let paths = ["0.1.2.3", "0.1.2", "0.4", "0.1", "0.4.5"].map(lemmy)
    let document = try parse("{\"comments\":[\(paths.joined(separator: ","))]}")
    let found = document.comments.map { "\(document.text[$0.sourceID]) at \($0.depth)" }
    #expect(Set(found) == ["1 at 0", "2 at 1", "3 at 2", "4 at 0", "5 at 1"])
    #expect(document.comments.count == 5)
  }

  @Test("Comments that answer each other in a circle are all there, once")
  func circle() throws {
    let document = try parse(
      """
      [{"id":1,"post":9,"parent":3,"author_name":"A","date":"2024-03-02T08:00:00",
        "content":{"rendered":"<p>one</p>"}},
       {"id":2,"post":9,"parent":1,"author_name":"B","date":"2024-03-02T08:01:00",
        "content":{"rendered":"<p>two</p>"}},
       {"id":3,"post":9,"parent":2,"author_name":"C","date":"2024-03-02T08:02:00",
        "content":{"rendered":"<p>three</p>"}},
       {"id":4,"post":9,"parent":4,"author_name":"D","date":"2024-03-02T08:03:00",
        "content":{"rendered":"<p>four</p>"}}]
      """
    )
    #expect(Set(document.comments.map { document.text[$0.sourceID] }) == ["1", "2", "3", "4"])
    #expect(document.comments.count == 4)
    #expect(document.invariantViolations() == [])
  }

  @Test("Of JSON that breaks off, what precedes the break is shown, and where it is is said")
  func broken() throws {
    let whole = [lemmy("0.1"), lemmy("0.1.2"), lemmy("0.3")].joined(separator: ",")
    let document = try parse("{\"comments\":[\(whole.dropLast(30))")
    #expect(document.comments.map { document.text[$0.sourceID] }.prefix(2) == ["1", "2"])
    #expect(document.diagnostics.contains { $0.message.contains("not well-formed at byte") })
  }

  @Test(
    "What breaks off is told without what would have stood behind the break",
    arguments: [
      (
        "hn-hackerweb",
        #"""
        {"id":1,"title":"Gulls","user":"ines","time":1604766347,"time_ago":"a day ago","type":"link",
        "comments":[{"id":2,"level":0,"user":"hugo","time":1604766350,"time_ago":"a day ago",
        "content":"<p>One.","comments":[]},{"id":3,"level":0,"user":"mara","content":"<p>Two
        """#, 1
      ),
      (
        "hn-algolia-search",
        #"""
        {"hits":[{"objectID":"2","comment_text":"One.","author":"hugo","story_id":1,"parent_id":1,
        "created_at_i":1604766350},{"objectID":"3","comment_text":"Tw
        """#, 1
      ),
      (
        "yt-dlp",
        #"""
        {"id":"x","title":"Gulls","comments":[{"id":"a","parent":"root","text":"One.","author":"hugo",
        "author_id":"h","timestamp":1604766350},{"id":"b","parent":"root","text":"Tw
        """#, 1
      ),
      (
        "reddit-json",
        #"""
        [{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"title":"Gulls","author":"ines",
        "selftext_html":"&lt;p&gt;They came
        """#, 0
      ),
    ]
  )
  func brokenEarly(format: String, json: String, comments: Int) throws {
    let document = try parse(json)
    #expect(document.source.format == format)
    #expect(document.commentCount >= comments)
    #expect(document.diagnostics.contains { $0.message.contains("not well-formed at byte") })
  }

  @Test("A comment of a megabyte is not read as Markdown, and nothing of it is lost")
  func markdown() throws {
    func text(of body: String) throws -> String {
      let document = try parse(
        """
        [{"id":1,"html_url":"https://quay.example/1","user":{"login":"ines"},"body":"\(body)",
          "created_at":"2024-03-02T08:10:00Z","author_association":"NONE"}]
        """
      )
      let comment = try #require(document.comments.first)
      return document.blocks(in: comment.blocks).map { document.text(of: $0) }.joined()
    }
    #expect(try text(of: "a **gate**") == "a gate")
    let long = String(repeating: "a **gate**. ", count: 90_000)
    #expect(try text(of: long).hasPrefix("a **gate**. a **gate**."))
    #expect(try text(of: long).utf8.count >= long.utf8.count - 1)
  }

  @Test("Replies nested deeper than JSON is read end in a message")
  func depth() throws {
    let levels = 60_000
    let open = (1...levels).map { level in
      """
      {"id":\(level),"user":"a","time":1709366400,"content":"<p>\(level)","comments":[
      """
    }
    let document = try parse(
      "{\"comments_count\":\(levels),\"time_ago\":\"now\",\"comments\":[" + open.joined()
        + String(repeating: "]}", count: levels) + "]}"
    )
    #expect(document.comments.count > 40_000)
    #expect(document.comments.last?.depth == document.comments.count - 1)
    #expect(document.diagnostics.contains { $0.message.contains("not well-formed at byte") })
  }

  @Test(
    "JSON of something else is no discussion",
    arguments: [
      "{\"comments\":[]}", "[1,2,3]", "{\"children\":[{\"id\":1}]}",
      "[{\"id\":7,\"title\":\"A list\",\"body\":\"b\",\"created_at\":\"2024-03-02T08:00:00Z\","
        + "\"user\":{\"login\":\"ann\"}}]",
    ]
  )
  func others(_ json: String) throws {
    #expect(try parse(json).source.format == "text")
  }
}
