/// Addresses of posts in the notation of the AT Protocol, `at://PERSON/app.bsky.feed.post/KEY`.
package enum PostAddress {
  /// The page of the post for people; any other address as it is.
  package static func page(of address: String) -> String {
    let parts = address.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0] == "at:", parts[1].isEmpty, parts[3] == "app.bsky.feed.post"
    else { return address }
    return "https://bsky.app/profile/\(parts[2])/post/\(parts[4])"
  }
}
