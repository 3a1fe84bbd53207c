import DocumentExport
import DocumentFormats
import DocumentModel
import DocumentParsing
import Testing

@Suite("Listings")
struct ListingTests {
  private func builder() -> ListingBuilder {
    let source = SourceText(decoding: TextStorage(copying: []), location: "front.html")
    return ListingBuilder(from: source, format: "front")
  }

  @Test("Nothing that commands a terminal comes through, and every field is one line")
  func fieldsAreSanitised() {
    var builder = builder()
    builder.title = "Front\u{1B}]0;page\u{7}"
    builder.add(
      ListingEntry(
        title: " One\n two\u{202E} ",
        discussion: "https://a.example/1",
        tags: ["\u{9B}x"]
      )
    )
    let listing = builder.finish()
    #expect(listing.title == "Front]0;page")
    #expect(listing.entries.first?.title == "One two")
    #expect(listing.entries.first?.tags == ["x"])
  }

  @Test("An entry that shows nothing and leads nowhere is none")
  func emptyEntriesAreLeftOut() {
    var builder = builder()
    builder.add(ListingEntry(author: "Ines"))
    builder.add(ListingEntry(part: 0))
    #expect(builder.finish().entries.map(\.part) == [0])
  }

  @Test("A title without an end is cut between two characters, and says so")
  func longFieldsAreCut() {
    var builder = builder()
    builder.add(ListingEntry(title: String(repeating: "ü", count: 100_000)))
    let title = builder.finish().entries[0].title
    #expect(title.utf8.count <= 4096)
    #expect(title.hasSuffix("ü…"))
  }

  @Test(
    "A list without a title is called by what it holds, else by where it is from",
    arguments: [
      (
        "https://quay.example/latest.json?page=2",
        #"{"topic_list":{"topics":[{"id":1,"title":"A"}]}}"#,
        "quay.example: latest"
      ),
      (
        "https://quay.example/c/boats/7.json", #"{"topic_list":{"topics":[{"id":1,"title":"A"}]}}"#,
        "quay.example: boats"
      ),
      (
        "https://quay.example/tag/ice.json",
        #"{"topic_list":{"tags":[{"name":"ice and snow"}],"topics":[{"id":1,"title":"A"}]}}"#,
        "quay.example: ice and snow"
      ),
      (
        "https://quay.example/api/v4/post/list",
        #"{"items":[{"post":{"ap_id":"https://a.example/1","name":"A"},"community":{"title":"X"}},"#
          + #"{"post":{"ap_id":"https://a.example/2","name":"B"},"community":{"title":"Y"}}]}"#,
        "quay.example"
      ),
      (
        "https://quay.example/api/v3/post/list?community_name=boats",
        #"{"posts":[{"post":{"ap_id":"https://a.example/1","name":"A"},"community":{"title":"Boats"}},"#
          + #"{"post":{"ap_id":"https://a.example/2","name":"B"},"community":{"title":"Boats"}}]}"#,
        "quay.example: Boats"
      ),
    ]
  )
  func untitledLists(address: String, json: String, title: String) throws {
    let storage = TextStorage(copying: json.utf8)
    let source = SourceText(decoding: storage, location: address, url: address)
    #expect(try FormatRegistry.builtIn.contents(of: source).listing?.title == title)
  }

  @Test("As a document, an entry is an item with its link and what is known of it")
  func listingAsDocument() throws {
    var builder = builder()
    builder.title = "Front"
    builder.add(
      ListingEntry(
        title: "Gulls",
        article: "https://a.example",
        comments: 1,
        score: 7,
        author: "Ines"
      )
    )
    let document = Document(builder.finish())
    let block = try #require(document.blocks.first)
    #expect(document.text[block.text] == "Gulls (7 points · 1 comment · Ines)")
    #expect(document.spans.map { document.text[$0.url] } == ["https://a.example"])
    #expect(document.invariantViolations().isEmpty)
  }

  @Test("In JSON, what is not known is null and nothing is left out")
  func listingAsJSON() {
    var builder = builder()
    builder.next = "https://a.example/?p=2"
    builder.add(ListingEntry(id: "1", title: "Gulls", comments: 3))
    let listing = builder.finish()
    let json = ByteSink.collect { JSONExport.write(listing, to: &$0) }
    #expect(
      String(decoding: json, as: UTF8.self) == """
        {"skein":2,"source":{"format":"front","location":"front.html","url":null},\
        "listing":{"title":"","next":"https://a.example/?p=2","entries":[{"id":"1","title":"Gulls",\
        "article":null,"discussion":null,"comments":3,"score":null,"author":null,"date":null,\
        "dateText":null,"site":null,"tags":[],"excerpt":null,"feed":null,"read":false,"new":0}]},\
        "diagnostics":[]}

        """
    )
  }

  @Test("A page of one site whose own address is unknown has addresses that can be opened")
  func relativeAddresses() {
    var builder = builder()
    builder.base = "https://news.example/"
    let listing = builder.finish()
    #expect(listing.absolute("item?id=1") == "https://news.example/item?id=1")
    #expect(listing.absolute("/r/gulls") == "https://news.example/r/gulls")
    #expect(listing.absolute("//other.example/1") == "https://other.example/1")
    #expect(listing.absolute("http://other.example/1") == "http://other.example/1")
    #expect(self.builder().finish().absolute("item?id=1") == "item?id=1")
  }
}
