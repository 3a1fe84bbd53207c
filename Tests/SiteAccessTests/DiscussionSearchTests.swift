import DocumentModel
import DocumentParsing
import Testing

@testable import SiteAccess

@Suite("Looking for discussions of an article")
struct DiscussionSearchTests {
  @Test("Sites are asked by the article's address")
  func requests() {
    let address = "https://lamps.example/a?b=1&c=ü"
    let requests = DiscussionSite.allCases.map { $0.request(for: address) }
    #expect(
      requests[0] == "https://hn.algolia.com/api/v1/search?query="
        + "https%3A%2F%2Flamps.example%2Fa%3Fb%3D1%26c%3D%C3%BC"
        + "&restrictSearchableAttributes=url&hitsPerPage=50"
    )
    #expect(requests[1].hasPrefix("https://lobste.rs/stories/url/all.json?url=https%3A%2F%2F"))
  }

  @Test("Of what Algolia finds only the same address counts, scheme and slash aside")
  func hackerNews() {
    let answer = """
      {"hits": [
      {"objectID": "11", "title": "The lantern", "url": "http://www.lamps.example/a/",
      "num_comments": 7, "points": 40, "author": "ines", "created_at_i": 1714557600},
      {"objectID": "12", "title": "Another", "url": "https://lamps.example/a/b", "num_comments": 3},
      {"objectID": 13, "url": "https://lamps.example/a"}, {"title": "no address"}, 5]}
      """
    let found = DiscussionSite.hackerNews.entries(
      in: JSONTree(copying: Array(answer.utf8)),
      about: "https://lamps.example/a"
    )
    #expect(found.map(\.discussion) == ["https://news.ycombinator.com/item?id=11"])
    #expect(found.first?.comments == 7 && found.first?.score == 40)
    #expect(found.first?.date?.seconds == 1_714_557_600)
  }

  @Test("What is known is left out, and what nobody has commented on where others have")
  func known() {
    func entry(_ address: String, _ comments: Int?) -> ListingEntry {
      ListingEntry(discussion: address, comments: comments)
    }
    let entries = [
      entry("https://lobste.rs/s/x/the_lantern", 9), entry("https://news.example/1", 4),
      entry("https://news.example/1/", 4), entry("https://news.example/2", 0),
    ]
    let known = ["https://lobste.rs/s/x"]
    #expect(DiscussionSearch.without(known, in: entries) == [entries[1]])
    #expect(DiscussionSearch.without(known, in: [entries[3]]) == [entries[3]])
    #expect(DiscussionSearch.isNew("https://lobste.rs/s/y/the_lantern", besides: known))
    #expect(!DiscussionSearch.isNew("http://www.lobste.rs/s/x/other#c_1", besides: known))
    let names = ["https://news.ycombinator.com/item?id=1", "https://www.lamps.example/a", "lamps"]
      .map(DiscussionSearch.site)
    #expect(names == ["Hacker News", "lamps.example", nil])
  }

  @Test("Lobsters answers with a list of stories, and an answer that is none gives no entries")
  func lobsters() {
    let answer = """
      [{"short_id": "x", "title": "The lantern\\u001b[31m", "comments_url": "https://lobste.rs/s/x/l",
      "comment_count": 2, "score": 9, "submitter_user": "hugo", "created_at": "2024-05-01T10:00"}]
      """
    let found = DiscussionSite.lobsters.entries(
      in: JSONTree(copying: Array(answer.utf8)),
      about: "https://lamps.example/a"
    )
    #expect(found.map(\.discussion) == ["https://lobste.rs/s/x/l"])
    #expect(found.first?.title.contains("\u{1b}") == false)
    for odd in ["", "{", "[1, null]", "<html>"] {
      for site in DiscussionSite.allCases {
        #expect(site.entries(in: JSONTree(copying: Array(odd.utf8)), about: "x").isEmpty)
      }
    }
  }
}
