/// The numbers by which lines become dates.
///
/// What a calendar or a clock fixes is not among them.
package struct DatePolicy: Policy {
  /// The longest line that is looked at, in bytes.
  package var longestLine = 80
  /// How many words no list of date words holds may stand in a date.
  package var mostUnknownWords = 2
  /// The longest of these words, in bytes.
  package var longestUnknownWord = 24
  /// The first year of two digits that belongs to the twentieth century.
  package var centuryStart = 70

  /// The numbers skein reads with.
  package init() {}

  /// A row for each number.
  package static let rules: [Rule<DatePolicy>] = [
    Rule(
      "longest-line",
      \.longestLine,
      considers: "how many bytes a line has that is nothing but a date",
      evidence: """
        The longest date formats, with weekday, month and time in Greek or Cyrillic, take 60 to 75 \
        bytes; longer lines that hold only numbers and date words are tables.
        """,
      fixture: "wpdiscuz-text/date-longest",
      check: .both
    ),
    Rule(
      "most-unknown-words",
      \.mostUnknownWords,
      considers: "how many words of a date no list holds",
      evidence: """
        Sites put words of their own before the date and before the time, «left 2 March round 18:27»; \
        with three unknown words, sentences that name a day become dates.
        """,
      fixtures: ["wpdiscuz-text/date-own-words", "text/three-own-words"],
      check: .both
    ),
    Rule(
      "longest-unknown-word",
      \.longestUnknownWord,
      considers: "how many bytes a word of a date has that no list holds",
      evidence: """
        Names of months in scripts of two bytes a letter take up to 22; hashes, file names and \
        addresses are longer.
        """,
      fixture: "wpdiscuz-text/date-long-words",
      check: .both
    ),
    Rule(
      "century-start",
      \.centuryStart,
      considers: "years of two digits: those from here on belong to the twentieth century",
      evidence: "Time is counted from 1970 on, and no discussion on the web is older.",
      fixture: "wpdiscuz-text/date-two-digits",
      check: .both
    ),
  ]
}
