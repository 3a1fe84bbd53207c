import Fetching

/// A way to ask a site's interface for programs for what a page of it shows to people.
struct Interface: Sendable {
  /// What it is called in messages.
  let name: String
  /// What in a page tells that its site has the interface; empty: its address does.
  var marks: [String] = []
  /// What the answer is to be: the value of the header `Accept`.
  var accept = "application/json"
  /// Whether what comes is the page in another form, and goes by the page's address.
  var isPage = false
  /// What readers should know of what comes in this way.
  var note: String?
  /// What to ask for in place of a page at an address: attempts in order, each of one or more
  /// addresses whose answers belong together; none for pages that it does not know.
  ///
  /// The addresses may be relative to the page.
  let attempts: @Sendable (PagePlace) -> [[String]]
}

/// Where a page is: the parts of its address that tell what it shows.
struct PagePlace: Sendable {
  /// The host without `www.`.
  let host: Substring
  /// The steps of the path, empty ones left out.
  let steps: [Substring]
  /// What is asked for, by name.
  let query: [Substring: Substring]

  init(_ address: WebAddress) {
    let host = address.host[...]
    self.host = host.hasPrefix("www.") ? host.dropFirst(4) : host
    let parts = address.path.split(separator: "?", maxSplits: 1)
    steps = (parts.first ?? "").split(separator: "/")
    var query: [Substring: Substring] = [:]
    for field in parts.dropFirst().first?.split(separator: "&") ?? [] {
      let pair = field.split(separator: "=", maxSplits: 1)
      if pair.count == 2 { query[pair[0]] = pair[1] }
    }
    self.query = query
  }

  /// The number that is the step at `index`, as digits; nil if it is none.
  func number(_ index: Int) -> Substring? {
    guard steps.indices.contains(index), steps[index].utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
      return nil
    }
    return steps[index]
  }
}
