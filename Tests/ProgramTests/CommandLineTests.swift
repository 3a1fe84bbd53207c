import ArgumentParser
import Foundation
import Testing

@testable import skein

@Suite("The command line")
struct CommandLineTests {
  private let scratch: ScratchFolder
  private let page: String
  private let full: String

  init() throws {
    scratch = try ScratchFolder()
    page = try scratch.write(SamplePage.text, to: "page.txt").path
    full = try scratch.write(SamplePage.fullText, to: "full.txt").path
  }

  @Test("Away from a terminal a source is printed as text")
  func printsText() throws {
    let run = try ProgramRun([page])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.hasPrefix("The lantern on the quay\nBy Ana Fell\n"))
    #expect(run.output.contains("Cleo"))
    #expect(try ProgramRun(["export", "--to", "text", page]).output == run.output)
  }

  @Test("Standard input is a source", arguments: [[], ["-"], ["export", "--to", "text", "-"]])
  func readsStandardInput(_ arguments: [String]) throws {
    let run = try ProgramRun(arguments, input: SamplePage.text)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("The lantern on the quay\n"))
  }

  @Test(
    "The encoding that is named counts for more than what a file says",
    arguments: ["text.txt", "page.html"]
  )
  func encoding(_ name: String) throws {
    let words = "Колокольня наклонилась"
    let text =
      name == "text.txt"
      ? "Заголовок\n\n\(words).\n"
      : "<meta charset=koi8-r><title>Т</title><p>\(words).</p>"
    let bytes = try #require(text.data(using: .windowsCP1251))
    let file = try scratch.write("", to: name)
    try bytes.write(to: file)
    for command in [[], ["read"], ["export", "--to", "text"]] {
      let run = try ProgramRun(command + ["--encoding", "Windows-1251", file.path])
      #expect(run.output.contains(words))
    }
    let found = try ProgramRun(["search", "--encoding", "cp1251", "-l", "наклонилась", file.path])
    #expect(found.status == 0)
    #expect(!(try ProgramRun(["export", file.path]).output.contains(words)))
    #expect(try ProgramRun(["export", "--encoding", "zebra", file.path]).status == 64)
  }

  @Test("The usual encoding counts where a file does not say how it is encoded")
  func usualEncoding() throws {
    _ = try scratch.write("encoding = \"windows-1251\"\n", to: "skein/config.toml")
    let home = ["XDG_CONFIG_HOME": scratch.url.path]
    let words = "Колокольня наклонилась"
    let silent = try scratch.write("", to: "silent.txt")
    try #require("Заголовок\n\n\(words).\n".data(using: .windowsCP1251)).write(to: silent)
    let speaking = try scratch.write("", to: "speaking.html")
    let page = "<meta charset=iso-8859-1><title>T</title><p>Die Glocke fällt.</p>"
    try #require(page.data(using: .isoLatin1)).write(to: speaking)
    let plain = try scratch.write("Заголовок\n\n\(words).\n", to: "plain.txt")
    for (file, said) in [(silent, words), (speaking, "Die Glocke fällt"), (plain, words)] {
      for command in [["export", "--to", "text"], []] {
        let run = try ProgramRun(command + [file.path], settings: home)
        #expect(run.output.contains(said))
      }
    }
    #expect(!(try ProgramRun(["export", silent.path]).output.contains(words)))
  }

  @Test("A file may be called like a command")
  func commandName() throws {
    let file = try scratch.write(SamplePage.text, to: "export").path
    #expect(try ProgramRun([file]).output.hasPrefix("The lantern on the quay\n"))
    #expect(try ProgramRun(["read", file]).output.hasPrefix("The lantern on the quay\n"))
  }

  @Test("Every command is known to the message about a file that is not there")
  func commands() {
    let names = Skein.configuration.subcommands.compactMap { $0.configuration.commandName }
    #expect(MissingFile.commands == names)
  }

  @Test(
    "What is wrong is said in one line, with exit code 2",
    arguments: [
      (["missing.txt"], "missing.txt: cannot open: No such file or directory"),
      (["example.org"], "; for the page on the web, type https://example.org/"),
      (["export", "news.example.org/item?id=7"], "type https://news.example.org/item?id=7"),
      (["hlep"], "; did you mean \"help\"?"), (["exprot"], "; did you mean \"export\"?"),
      (["./exprot"], "No such file or directory"),
      (["export", "missing.txt"], "missing.txt: cannot open: No such file or directory"),
      (["search", "lantern", "missing.txt"], "missing.txt: cannot open"),
      (["export", "/"], "/: is a directory; name a file in it"),
      (["--format", "wpdiscus-text", "PAGE"], "did you mean \"wpdiscuz-text\"?"),
      (["--format", "zebra", "PAGE"], "`skein formats` lists all formats"),
      (["export", "/bin/sh"], "/bin/sh: looks like a program"),
      (["config", "--config", "missing.toml"], "missing.toml: no such settings file"),
      (["search", "(", "PAGE"], "missing closing parenthesis"),
      (["export", "-o", "/missing/x", "PAGE"], "/missing/x: cannot write"),
    ]
  )
  func failures(_ arguments: [String], _ message: String) throws {
    let run = try ProgramRun(arguments.map { $0 == "PAGE" ? page : $0 })
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("skein: "))
    #expect(run.errors.contains(message))
    #expect(run.errors.filter { $0 == "\n" }.count == 1)
    #expect(run.output.isEmpty)
  }

  @Test(
    "A command line that makes no sense has exit code 64 and a hint",
    arguments: [
      (["--zebra"], "--zebra"),
      (["--layout", "round", "a.txt"], "stacked"),
      (["--goto", "x", "a.txt"], "--goto"),
      (["--theme"], "--theme"),
      (["export"], "<sources>"),
      (["export", "--to", "stone", "a.txt"], "markdown"),
      (["search", "lantern"], "<sources>"),
    ]
  )
  func usage(_ arguments: [String], _ hint: String) throws {
    let run = try ProgramRun(arguments)
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("skein: "))
    #expect(run.errors.contains(hint))
    #expect(
      run.errors.contains("`skein help \(arguments[0])` lists") == Self.isCommand(arguments[0])
    )
    #expect(run.errors.filter { $0 == "\n" }.count == 1)
    #expect(run.output.isEmpty)
  }

  private static func isCommand(_ word: String) -> Bool { MissingFile.commands.contains(word) }

  @Test("Help about what is no command says so, with the command that may be meant")
  func unknownCommand() throws {
    let run = try ProgramRun(["help", "serach"])
    #expect(run.status == 64)
    #expect(
      run.errors == "skein: serach: no such command; did you mean \"search\"?; "
        + "`skein --help` lists all commands\n"
    )
    #expect(try ProgramRun(["help", "help"]).status == 0)
  }

  @Test("That there is nothing to read is said", arguments: [[], ["-"], ["export"], ["FILE"]])
  func emptySource(_ arguments: [String]) throws {
    let file = try scratch.write("", to: "empty.txt").path
    let source = arguments == ["export"] ? ["export", "--to", "text", file] : arguments
    let run = try ProgramRun(source.map { $0 == "FILE" ? file : $0 })
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    let name = arguments.isEmpty || arguments == ["-"] ? "standard input" : file
    #expect(run.errors == "skein: \(name): empty, there is nothing to read\n")
  }

  @Test("Help begins with the reader's options and lists every command")
  func help() throws {
    let run = try ProgramRun(["--help"])
    #expect(run.status == 0)
    let options = [
      "--format", "--encoding", "--full", "--theme", "--layout", "--goto", "--search", "--no-color",
      "--no-mouse", "--config", "--version", "--help",
    ]
    for option in options { #expect(run.output.contains(option)) }
    let start = try #require(run.output.range(of: "SUBCOMMANDS:\n")).upperBound
    let commands = run.output[start...].split(separator: "\n").prefix { $0.hasPrefix("  ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
      .filter { $0 != "See" }
    #expect(Set(commands).isSuperset(of: ["export", "search", "formats", "themes", "config"]))
    for command in commands {
      let help = try ProgramRun(["help", command])
      #expect(help.status == 0)
      #expect(help.output.hasPrefix("OVERVIEW: "))
      #expect(help.output == (try ProgramRun([command, "--help"]).output))
    }
  }

  @Test("The version is a version")
  func version() throws {
    let run = try ProgramRun(["--version"])
    #expect(run.status == 0)
    #expect(run.output.wholeMatch(of: /\d+\.\d+\.\d+( \([0-9a-f]{7,}\+?\))?\n/) != nil)
  }

  @Test("Formats are listed, each on a line")
  func formats() throws {
    let run = try ProgramRun(["formats"])
    #expect(run.status == 0)
    let names = run.output.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(names.contains("wpdiscuz-text"))
    #expect(names.last == "text")
  }

  @Test("Themes are listed, and the one in use is marked")
  func themes() throws {
    let settings = try scratch.write("theme = \"nord\"\n", to: "config.toml").path
    let run = try ProgramRun(["themes", "--config", settings])
    #expect(run.status == 0)
    #expect(run.output.contains("\n* nord "))
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test("The programs that are found are listed with their places")
  func programs() throws {
    let bin = scratch.url.appending(path: "bin")
    for name in ["curl", "xclip", "lynx"] {
      let file = try scratch.write("#!/bin/sh\n", to: "bin/\(name)")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }
    try scratch.write("no program", to: "bin/chafa")
    let settings = ["PATH": bin.path, "DISPLAY": ":7", "BROWSER": "w3m:lynx %s"]
    let output = try ProgramRun(["config"], settings: settings).output
    let row = { (name: String) in
      output.split(separator: "\n").first { $0.hasPrefix(name + " ") }.map(String.init) ?? ""
    }
    for name in ["curl", "xclip", "lynx"] { #expect(row(name).contains(" \(bin.path)/\(name) ")) }
    for name in ["chafa", "pdftotext", "xsel", "w3m"] { #expect(row(name).contains(" not found ")) }
    #expect(row("xclip").hasSuffix("copies text, in use"))
    #expect(row("xsel").hasSuffix("copies text"))
  }

  @Test("Settings are shown with where they come from, and what is wrong with them")
  func config() throws {
    try scratch.write(
      "text-width = 60\nlayot = \"side\"\n",
      to: "home/skein/config.toml"
    )
    let home = scratch.url.appending(path: "home").path
    let run = try ProgramRun(["config"], settings: ["XDG_CONFIG_HOME": home])
    #expect(run.status == 0)
    #expect(run.output.contains(/text-width +60 +line 1\n/))
    #expect(run.output.contains(/mouse +true +default\n/))
    #expect(run.errors.contains("config.toml:2: unknown setting \"layot\""))
    #expect(run.errors.contains("did you mean \"layout\"?"))
  }
}
