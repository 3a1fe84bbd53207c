extension JSONFormat {
  /// Every system that skein reads as JSON.
  package static let builtIn = [
    JSONFormat(
      "hn-algolia",
      "a discussion on Hacker News, as Algolia's interface gives it"
    ) { .algoliaItem },
    JSONFormat(
      "hn-algolia-search",
      "comments on Hacker News, as Algolia's search gives them"
    ) { .algoliaSearch },
    JSONFormat(
      "hn-firebase",
      "items of Hacker News, as its own interface gives them"
    ) { .firebase },
    JSONFormat(
      "hn-hackerweb",
      "a discussion on Hacker News, as HackerWeb's interface gives it"
    ) { .hackerWeb },
    JSONFormat("lobsters-json", "a discussion on Lobsters as JSON") { .lobsters },
    JSONFormat("reddit-json", "a discussion on Reddit as JSON") { .reddit },
    JSONFormat("reddit-more", "further comments of a discussion on Reddit as JSON") { .redditMore },
    JSONFormat("lemmy", "comments of Lemmy or PieFed as JSON") { .lemmy },
    JSONFormat("mastodon-status", "one status of Mastodon or its kin as JSON") { .mastodonStatus },
    JSONFormat("mastodon", "a thread of Mastodon or its kin as JSON") { .mastodon },
    JSONFormat("bluesky", "a thread of Bluesky as JSON") { .bluesky },
    JSONFormat("bluesky-flat", "a thread of Bluesky as a list with depths") { .blueskyFlat },
    JSONFormat("discourse-json", "a topic of a Discourse forum as JSON") { .discourse },
    JSONFormat(
      "stackexchange-json",
      "a question of Stack Exchange with its answers as JSON"
    ) { .stackExchange },
    JSONFormat(
      "stackexchange-parts",
      "answers to a question of Stack Exchange or comments on a post as JSON"
    ) { .stackExchangeParts },
    JSONFormat(
      "github-issue",
      "an issue or pull request of GitHub, Gitea or Forgejo without its comments as JSON"
    ) { .gitHubIssue },
    JSONFormat(
      "github-program",
      "an issue or pull request, as GitHub's program gh prints it as JSON"
    ) { .gitHubProgram },
    JSONFormat(
      "github-json",
      "the comments on an issue of GitHub, Gitea or Forgejo as JSON"
    ) { .gitHub },
    JSONFormat("disqus-json", "a thread of Disqus as JSON") { .disqus },
    JSONFormat("guardian-json", "the comments on an article of the Guardian as JSON") { .guardian },
    JSONFormat("remark42", "a thread of Remark42 as JSON") { .remark42 },
    JSONFormat("isso", "a thread of Isso as JSON") { .isso },
    JSONFormat("hypothesis", "annotations of Hypothesis as JSON") { .hypothesis },
    JSONFormat("yt-dlp", "the comments on a film, from yt-dlp's .info.json") { .ytdlp },
    JSONFormat("substack", "the comments on a post of Substack as JSON") { .substack },
    JSONFormat("wordpress-com", "the comments on a post on WordPress.com as JSON") {
      .wordPressCom
    },
    JSONFormat("wordpress-rest", "comments of a WordPress site as JSON") { .wordPress },
    JSONFormat("peertube", "the comments on a film of PeerTube as JSON") { .peerTube },
    JSONFormat("nodebb-json", "a topic of a NodeBB forum as JSON") { .nodeBB },
    JSONFormat("flarum-json", "a discussion of a Flarum forum as JSON") { .flarum },
    JSONFormat(
      "gitlab-json",
      "the discussions of an issue or merge request of GitLab as JSON"
    ) { .gitLab },
    JSONFormat(
      "mediawiki-json",
      "a talk page of MediaWiki, as the interface of DiscussionTools gives it"
    ) { .discussionTools },
    JSONFormat("activitypub", "a note of ActivityPub with its replies") { .activityPub },
    JSONFormat("nostr", "events of Nostr, one on each line") { .nostr },
    JSONFormat("wordpress-post", "a post of a WordPress site as JSON") { .wordPressPost },
    JSONFormat("forem-article", "one article of Forem as JSON") { .foremArticle },
    JSONFormat("forem-json", "the comments on an article of Forem as JSON") { .forem },
    JSONFormat("telegram", "one chat in Telegram's export") { .telegram },
    JSONFormat("discord", "one channel in DiscordChatExporter's JSON") { .discord },
    JSONFormat("slack", "days of a channel in Slack's export") { .slack },
    JSONFormat("facebook", "messages in Facebook's or Instagram's export") { .facebook },
  ]
}
