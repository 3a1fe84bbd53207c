import Foundation
import Testing

@Suite("Foreign text on a terminal")
struct HostileTextTests {
  /// A name that sets the title, resets the terminal, changes the order of text, holds a C1 control
  /// as a character and as a byte, a line break, and a mark that ends in 9B where bytes are characters.
  private static let name =
    Array("h\u{1B}]0;owned\u{7}\u{1B}c\u{202E}\u{9B}5mx\u{31B}41m\n".utf8) + [0x9B, 0x63, 0xFF]

  private let scratch: ScratchFolder
  private let file: [UInt8]

  init() throws {
    scratch = try ScratchFolder()
    file = Array(scratch.url.path.utf8) + Array("/".utf8) + Self.name
    try Self.write(SamplePage.text, to: file)
  }

  private static func write(_ text: String, to path: [UInt8]) throws {
    let name = path.map { CChar(bitPattern: $0) } + [0]
    let descriptor = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    #expect(Foundation.write(descriptor, bytes, bytes.count) == bytes.count)
  }

  /// Command lines with the hostile name in each place; `FILE` is a file of that name.
  private static let lines: [(words: [String], status: Int32)] = [
    (["NAME"], 2), (["export", "NAME"], 2), (["export", "FILE"], 0),
    (["export", "--to", "NAME", "FILE"], 64),
    (["export", "--format", "NAME", "FILE"], 2), (["export", "-o", "/missing/NAME", "FILE"], 2),
    (["search", "lantern", "FILE"], 0), (["search", "-c", "lantern", "FILE"], 0),
    (["search", "-l", "lantern", "FILE", "NAME"], 2), (["search", "(NAME", "FILE"], 2),
    (["search", "--from", "NAME", "lantern", "FILE"], 1), (["formats", "--why", "FILE"], 0),
    (["formats", "--why", "NAME"], 2), (["config", "--config", "FILE"], 0),
    (["config", "--config", "NAME"], 2), (["themes", "--config", "FILE"], 0),
    (["--layout", "NAME"], 64),
    (["--goto", "NAME", "FILE"], 64), (["--format", "NAME", "FILE"], 2),
    (["--config", "NAME", "FILE"], 2),
    (["--NAME"], 64), (["NAME", "FILE"], 2), (["help", "NAME"], 64),
    (["--generate-completion-script", "NAME"], 64), (["export", "https://NAME"], 2),
  ]

  private func arguments(_ words: [String]) -> [[UInt8]] {
    words.map { word in
      if word == "FILE" { return file }
      guard let place = word.firstRange(of: "NAME") else { return Array(word.utf8) }
      return Array(word[..<place.lowerBound].utf8) + Self.name
        + Array(word[place.upperBound...].utf8)
    }
  }

  @Test("Nothing on a command line reaches the terminal raw", arguments: [true, false])
  func commandLines(_ isUTF8: Bool) throws {
    for line in Self.lines {
      let run = try RecordedRun(arguments(line.words), isUTF8: isUTF8)
      #expect(run.strays.isEmpty, "\(line.words): \(run.strays)")
      #expect(run.status == line.status, "\(line.words): \(run.output)")
    }
  }

  @Test("Nor does anything while reading", arguments: [true, false])
  func reader(_ isUTF8: Bool) throws {
    let lines: [[String]] = [
      ["FILE"], ["--theme", "NAME", "FILE"], ["--full", "NAME", "FILE"], ["--url", "NAME", "FILE"],
      ["--search", "NAME", "FILE"],
    ]
    for line in lines {
      let run = try RecordedRun(arguments(line), keys: "Ee:full h\u{9B}x\rQ", isUTF8: isUTF8)
      #expect(run.strays.isEmpty, "\(line): \(run.strays)")
      #expect(run.status == 0, "\(line)")
    }
  }

  @Test("Nor does what settings, themes and variables say", arguments: [true, false])
  func settings(_ isUTF8: Bool) throws {
    let hostile = "\\u001b]0;owned\\u0007\\u009b5m\\u202ex\u{31B}41m"
    try scratch.write(
      """
      theme = "\(hostile)"
      layout = "\(hostile)"
      browser = "\(hostile)"
      "\(hostile)" = 1
      [keys]
      down = "\(hostile)"
      "\(hostile)" = "x"
      """,
      to: "skein/config.toml"
    )
    try scratch.write("inherits = \"\(hostile)\"\n", to: "skein/themes/odd.toml")
    try scratch.write("text = \u{1B}]0;owned\u{7}\n", to: "skein/themes/o\u{1B}c\u{9B}m.toml")
    let home = ["XDG_CONFIG_HOME": scratch.url.path]
    for words in [["config"], ["themes"]] {
      let run = try RecordedRun(arguments(words), isUTF8: isUTF8, settings: home)
      #expect(run.strays.isEmpty, "\(words): \(run.strays)")
      #expect(run.status == 0)
    }
    for theme in ["odd", "o\u{1B}c\u{9B}m", "nord"] {
      let words = arguments(["--theme", theme, "FILE"])
      let run = try RecordedRun(words, keys: "\u{1B}q", isUTF8: isUTF8, settings: home)
      #expect(run.strays.isEmpty, "\(theme): \(run.strays)")
    }
    let term = try RecordedRun(
      arguments(["FILE"]),
      isUTF8: isUTF8,
      settings: ["TERM": "x\u{1B}c\u{9B}m"]
    )
    #expect(term.strays.isEmpty, "\(term.strays)")
    #expect(term.output.contains("The lantern on the quay"))
  }

  @Test("Messages are sanitised in files and pipes as well, and have one line")
  func messagesInFiles() throws {
    let name = "h\u{1B}]0;owned\u{7}\u{202E}\u{9B}5m\nskein: all is well"
    let run = try ProgramRun(["export", name])
    #expect(
      run.errors == """
        skein: h\\u{1b}]0;owned\\u{7}\\u{202e}\\u{9b}5m\\nskein: all is well: cannot open: \
        No such file or directory

        """
    )
    for words in [["--layout", name], ["--layout=" + name], ["--" + name]] {
      let usage = try ProgramRun(words)
      #expect(usage.status == 64)
      #expect(!usage.errors.contains("\nskein: all is well"), "\(words)")
      let isControl = { (scalar: Unicode.Scalar) in
        scalar != "\n" && scalar.properties.generalCategory == .control
      }
      #expect(!usage.errors.unicodeScalars.contains(where: isControl), "\(words)")
    }
  }

  @Test("A file whose name is not UTF-8 is opened, and its name is shown escaped")
  func unreadableNames() throws {
    let path = Array(scratch.url.path.utf8) + Array("/caf".utf8) + [0xE9]
    try Self.write(SamplePage.text, to: path)
    let json = try RecordedRun([Array("export".utf8), path])
    #expect(json.status == 0)
    #expect(json.output.contains("caf\\\\xe9\""))
    let found = try RecordedRun([Array("search".utf8), Array("lantern".utf8), path])
    // The terminal is narrower than the line.
    let words = found.output.filter { !$0.isWhitespace }
    #expect(words.contains("/caf\\xe9:article:Thelanternonthequay"))
    let missing = try RecordedRun([path + [0xE8]])
    #expect(missing.output.contains("/caf\\xe9\\xe8: cannot open: No such file or directory"))
    let read = try RecordedRun([path], keys: "q")
    #expect(read.status == 0)
    #expect(read.output.contains("lantern"))
  }
}
