/// The numbers by which `ThreadResolver` decides.
package struct ThreadPolicy: Policy {
  /// How many comments are tried before the resolver gives up: those of the open path, or those by
  /// one author.
  package var reach = 48
  /// How many comments below the first one are looked at to tell whether the first is pinned.
  package var pinnedWindow = 64
  /// How many of them must be younger than a pinned comment, at least.
  package var pinnedYounger = 3
  /// The percentage of them that must be exceeded by the younger ones.
  package var pinnedPercent = 70

  /// The numbers skein reads with.
  package init() {}

  /// The rows of the numbers.
  package static let rules: [Rule<ThreadPolicy>] = [
    Rule(
      "reach",
      \.reach,
      considers: "how many comments of the open path, or by one author, are tried for a reply",
      evidence: """
        Bounds the work to O(comments): without it, a deep thread in which everybody has one name \
        takes quadratic time.
        """,
      fixture: "wpdiscuz-text/same-name",
      check: .lower
    ),
    Rule(
      "pinned-window",
      \.pinnedWindow,
      considers: "how many comments below one are compared with it to see whether it is pinned",
      evidence: """
        A pinned comment is older than what follows it at once. Comparing with the whole page would \
        take quadratic time, and on a page that runs for years most of it is older than any comment.
        """,
      fixture: "wpdiscuz-text/pinned"
    ),
    Rule(
      "pinned-younger",
      \.pinnedYounger,
      considers: "how many of the comments below must be younger for one to be pinned",
      evidence: """
        One or two younger comments below an old one are answers that lost their «Reply to» line, \
        which is far more frequent than pinning.
        """,
      fixture: "wpdiscuz-text/pinned-few"
    ),
    Rule(
      "pinned-percent",
      \.pinnedPercent,
      considers: "which percentage of the comments below must be younger for one to be pinned",
      evidence: """
        Pages that show answers without their «Reply to» lines mix younger comments among older ones; \
        with half of them the first thread of such a page would count as pinned.
        """,
      fixture: "wpdiscuz-text/pinned"
    ),
  ]
}
