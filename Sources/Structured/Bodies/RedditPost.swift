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
      markup += Picture(address.decodedReferences, alt: item["caption"]?.string).markup
    }
    guard let original = post.list("crosspost_parent_list").first else { return }
    let markup = original["selftext_html"].map { BodyForm.escapedHTML.markup($0, beside: original) }
    let plain = original["selftext"].map { BodyForm.markdown.markup($0, beside: original) }
    guard let text = [markup, plain].lazy.compactMap(\.self).first(where: { !$0.isEmpty }) else {
      return
    }
    let author = PlainText.escaped(original["author"]?.string ?? "")
    let place = PlainText.escaped(original["subreddit"]?.string ?? "")
    self.markup += "<blockquote><p>\(author) in \(place):</p>\(text)</blockquote>"
  }
}
