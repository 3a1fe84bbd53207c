extension JSONListingFormat {
  /// Every list that skein reads as JSON.
  package static let builtIn = [
    JSONListingFormat(
      "hn-algolia-list",
      "a list of stories on Hacker News, as Algolia's search gives it"
    ) { .algolia },
    JSONListingFormat(
      "hn-firebase-list",
      "stories of Hacker News, as its own interface gives them"
    ) { .firebase },
    JSONListingFormat(
      "hn-hackerweb-list",
      "a list of stories on Hacker News, as HackerWeb's interface gives it"
    ) { .hackerWeb },
    JSONListingFormat("lobsters-list", "a list of stories on Lobsters as JSON") { .lobsters },
    JSONListingFormat("reddit-list", "a list of posts on Reddit as JSON") { .reddit },
    JSONListingFormat("lemmy-list", "a list of posts of Lemmy or PieFed as JSON") { .lemmy },
    JSONListingFormat("mastodon-list", "a timeline of Mastodon or its kin as JSON") { .mastodon },
    JSONListingFormat("bluesky-list", "a feed of Bluesky as JSON") { .bluesky },
    JSONListingFormat("discourse-list", "a list of topics of a Discourse forum as JSON") {
      .discourse
    },
    JSONListingFormat("stackexchange-list", "a list of questions of Stack Exchange as JSON") {
      .stackExchange
    },
    JSONListingFormat("github-list", "a list of issues of GitHub, Gitea or Forgejo as JSON") {
      .gitHub
    },
    JSONListingFormat("nodebb-list", "a list of topics of a NodeBB forum as JSON") { .nodeBB },
    JSONListingFormat("flarum-list", "a list of discussions of a Flarum forum as JSON") { .flarum },
    JSONListingFormat("gitlab-list", "a list of issues of GitLab as JSON") { .gitLab },
    JSONListingFormat("wordpress-list", "a list of posts of a WordPress site as JSON") {
      .wordPress
    },
    JSONListingFormat("json-feed", "a feed in the form of jsonfeed.org") { .jsonFeed },
    JSONListingFormat("forem-list", "a list of articles of Forem as JSON") { .forem },
  ]
}
