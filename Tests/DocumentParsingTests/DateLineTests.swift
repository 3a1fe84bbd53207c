import DocumentModel
import DocumentParsing
import Testing

/// A date as sites print it, and what it means.
struct DateCase: CustomTestStringConvertible, Sendable {
  let text: String
  let iso: String
  var order = DateReading.Order.dayFirst

  var testDescription: String { text }

  init(_ text: String, _ iso: String, _ order: DateReading.Order = .dayFirst) {
    self.text = text
    self.iso = iso
    self.order = order
  }

  static let all: [DateCase] = [
    DateCase("Sep 26, 2016 3:53 PM", "2016-09-26T15:53"),
    DateCase("Sep 26, 2016 12:16 AM", "2016-09-26T00:16"),
    DateCase("September 26, 2016 at 3:53 pm", "2016-09-26T15:53"),
    DateCase("Thursday, July 5th, 2018 9:05 am", "2018-07-05T09:05"),
    DateCase("Wed, 21 Mar 2018 04:59:07", "2018-03-21T04:59:07"),
    DateCase("2018-05-04 10:30", "2018-05-04T10:30"),
    DateCase("27.04.2018 01:41", "2018-04-27T01:41"),
    DateCase("3/2/19 6:27pm", "2019-03-02T18:27", .monthFirst),
    DateCase("3/2/19 18:27", "2019-02-03T18:27"),
    DateCase("2. November 2017 18:27", "2017-11-02T18:27"),
    DateCase("2. November 2017 um 18:27 Uhr", "2017-11-02T18:27"),
    DateCase("4 février 2018 7 h 05 min", "2018-02-04T07:05"),
    DateCase("1er août 2018 à 19h05", "2018-08-01T19:05"),
    DateCase("5 de octubre de 2018 a las 7:05", "2018-10-05T07:05"),
    DateCase("27. kesäkuuta 2018 klo 18.27", "2018-06-27T18:27"),
    DateCase("12 października 2018 o 07:05", "2018-10-12T07:05"),
    DateCase("12 ОКТЯБРЯ 2018 в 07:05", "2018-10-12T07:05"),
    DateCase("2018年5月27日 下午 3:15", "2018-05-27T15:15"),
    DateCase("5월 27, 2018 오후 3:15", "2018-05-27T15:15"),
    DateCase("2018年5月27日 15時15分", "2018-05-27T15:15"),
    DateCase("27 Ağustos 2018 03:15", "2018-08-27T03:15"),
    DateCase("July 5, 2018 3:05 p.m.", "2018-07-05T15:05"),
    DateCase("July 5, 2018", "2018-07-05"),
    DateCase("2018-7-5 3:05", "2018-07-05T03:05"),
  ]

  /// Other scripts, other calendars, zones, and signs behind a date.
  static let further: [DateCase] = [
    DateCase("7 أبريل، 2019 6:12 م", "2019-04-07T18:12"),
    DateCase("٧ أبريل ٢٠١٩", "2019-04-07"),
    DateCase("এপ্রিল ৭, ২০১৯", "2019-04-07"),
    DateCase("7 באפריל 2019 בשעה 6:12", "2019-04-07T06:12"),
    DateCase("7 เมษายน 2562 เวลา 06:12", "2019-04-07T06:12"),
    DateCase("7 เม.ย. 2562", "2019-04-07"),
    DateCase("7 აპრილი, 2019", "2019-04-07"),
    DateCase("7 Tháng Tư, 2019 lúc 6:12 chiều", "2019-04-07T18:12"),
    DateCase("20 Tháng Mười Hai, 2019", "2019-12-20"),
    DateCase("۱۸ فروردین ۱۳۹۸", "2019-04-07"),
    DateCase("۳۰ اسفند ۱۳۹۹", "2021-03-20"),
    DateCase("平成31年4月7日", "2019-04-07"),
    DateCase("令和元年5月1日 18時12分", "2019-05-01T18:12"),
    DateCase("7 Apr '19", "2019-04-07"),
    DateCase("April 7, 2019 at 6:12 pm #", "2019-04-07T18:12"),
    DateCase("April 7, 2019 at 6:12 pm — #12", "2019-04-07T18:12"),
    DateCase("April 7, 2019 at 6:12 pm ¶", "2019-04-07T18:12"),
    DateCase("2019-04-07 18:12:05 +0530", "2019-04-07T18:12:05+05:30"),
    DateCase("2019-04-07 18:12 -0330", "2019-04-07T18:12-03:30"),
    DateCase("2019-04-07T18:12:05Z", "2019-04-07T18:12:05+00:00"),
    DateCase("Sun, 07 Apr 2019 18:12:05 GMT", "2019-04-07T18:12:05+00:00"),
    DateCase("April 7, 2019 at 6:12 pm UTC+2", "2019-04-07T18:12+02:00"),
    DateCase("Apr 7, 2019 6:12 PM EDT", "2019-04-07T18:12-04:00"),
    DateCase(
      "Sun Apr 07 2019 18:12:05 GMT+0200 (Central European Summer Time)",
      "2019-04-07T18:12:05+02:00"
    ),
  ]
}

@Suite("Dates of comments")
struct DateLineTests {
  private func line(_ text: String) -> DateLine? {
    Array(text.utf8).withUnsafeBytes { DateLine($0, 0..<$0.count) }
  }

  @Test(
    "An age of several units counts from the reader's now",
    arguments: [
      "50 Minuten 46 Sekunden her", "8 months, 3 weeks ago",
    ]
  )
  func severalUnits(_ text: String) throws {
    let parsed = try #require(line(text))
    #expect(parsed.isRelative)
    #expect(DateReading(.dayFirst).timestamp(parsed) == nil)
  }

  @Test("A date in a site's format is read", arguments: DateCase.all + DateCase.further)
  func reading(_ date: DateCase) throws {
    let parsed = try #require(line(date.text))
    #expect(DateReading(date.order).timestamp(parsed)?.description == date.iso)
    #expect(parsed.unknownWords == 0)
  }

  @Test(
    "An age is a date without a moment",
    arguments: [
      "8 years ago", "vor 8 Jahren", "il y a 2 mois", "8 лет назад", "hace 3 días",
      "3 dagen geleden",
      "há 2 dias", "8 anni fa", "3年前",
    ]
  )
  func ages(_ text: String) throws {
    let parsed = try #require(line(text))
    #expect(parsed.isRelative)
    #expect(DateReading(.dayFirst).timestamp(parsed) == nil)
  }

  @Test(
    "What is no date is not read as one",
    arguments: [
      "42", "10:45", "Mar 3", "5 < 6 && 7 > 2", "12 Comments", "I was born in 1984", "3.14159",
      "call 555 1234 now", "", "Reply to", "An Hour Ago 31", "Walker31",
      "License: bzip2-1.0.6", "added: v0.11.14", "3.38.0", "Version 1.0.7beta11 [May 7, 2000]",
      "00D1\t00F1", "1B5 1B6 2018", "U+0185 uni0185 2.31", "[0 0 0] SC", "from 2.35 to 2.36",
      "attr-2.4.43 (20 June 2008)", "May 3, 8",
    ]
  )
  func strangers(_ text: String) {
    #expect(line(text) == nil)
  }

  @Test("A letter between day and time, or hours and minutes, makes no stranger of a date")
  func letters() {
    #expect(line("2018-07-05T03:05:00Z") != nil)
    #expect(line("5 juli 2018 19u05") != nil)
  }

  @Test("Dates of one format share a shape, others do not")
  func shapes() throws {
    let first = try #require(line("Sep 26, 2016 3:53 PM"))
    let second = try #require(line("May 1, 2020 12:00 AM"))
    let other = try #require(line("September 26, 2016 at 3:53 pm"))
    #expect(first.shape == second.shape)
    #expect(first.shape != other.shape)
  }

  @Test("Day or month first is told by all dates together")
  func inference() throws {
    let thirteenth = try ["02/03/2019 18:27", "13/02/2019 07:01"].map { try #require(line($0)) }
    #expect(DateReading.infer(thirteenth).order == .dayFirst)
    let american = try ["02/03/2019 18:27", "02/13/2019 07:01"].map { try #require(line($0)) }
    #expect(DateReading.infer(american).order == .monthFirst)
    let steady = try ["05/12/2019 18:27", "05/11/2019 18:27", "05/10/2019 07:01"]
      .map { try #require(line($0)) }
    #expect(DateReading.infer(steady).order == .monthFirst)
  }

  @Test("A page's dates are read one like the other, whatever was read before")
  func pages() {
    let lines = [
      "Sep 26, 2016 3:53 PM", "Sep 27, 2016 4:54 PM", "Sep 27, 16 4:54 PM", "27.04.2018 01:41",
      "2018年12月27日 15時15分", "2018年13月27日 15時15分", "2018年11月27日 15時15分", "Copper Meadow 42",
      "Copper Meadow 17", "8 years ago", "3 years ago", " 27.04.2019 01:41 ", "28.05.2019 02:42",
      "Thursday, July 5th, 2018 9:05 am", "Thursday, July 6th, 2018 8:04 am", "no digits here",
    ]
    let text = Array((lines + lines).joined(separator: "\n").utf8)
    text.withUnsafeBytes { bytes in
      var reader = DateLineReader(bytes)
      for (line, slice) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        .enumerated()
      {
        let alone = DateLine(bytes, bytes.trimmed(slice.indices))
        let read = reader.read(slice.indices)
        #expect((read == nil) == (alone == nil), "\(lines[line % lines.count])")
        guard let read, let alone else { continue }
        #expect(read.shape == alone.shape && read.isRelative == alone.isRelative)
        #expect(
          DateReading(.dayFirst).timestamp(read) == DateReading(.dayFirst).timestamp(alone)
        )
      }
    }
  }
}
