import DocumentParsing
import PageContent

/// What a post of Reddit shows beside its own text: the pictures of a gallery, or the post that it
/// brings from another community.
struct RedditPost {
  /// All of it, as mark-up.
  private(set) var markup = ""

  /// Reads the data of a post.
  init(_ post: JSONValue) {
    let files = post["media_metadata"]
    for item in post["gallery_data"]?.list("items") ?? [] {
      guard var id = item["media_id"]?.string,
        let file = id.withUTF8({ files?.member(UnsafeRawBufferPointer($0)) }),
        // A picture, or a moving one.
        let address = file["s"]?["u"]?.string ?? file["s"]?["gif"]?.string
      else { continue }
      let caption = PlainText.escaped(item["caption"]?.string ?? "")
      let place = PlainText.escaped(address.decodedReferences)
      markup += "<p><img src=\"\(place)\" alt=\"\(caption)\">"
    }
    guard let original = post.list("crosspost_parent_list").first else { return }
    let bodies = [JSONBody("selftext_html", .escapedHTML), JSONBody("selftext", .markdown)]
    let text = bodies.markup(in: original)
    guard !text.isEmpty else { return }
    let author = PlainText.escaped(original["author"]?.string ?? "")
    let place = PlainText.escaped(original["subreddit"]?.string ?? "")
    markup += "<blockquote><p>\(author) in \(place):</p>\(text)</blockquote>"
  }
}
