import Foundation
import Testing

@Suite(
  "Copying on a terminal",
  .serialized,
  .enabled(if: TmuxTerminal.tmux != nil, "tmux is not installed")
)
struct ClipboardTests {
  /// A program that fills a clipboard, what of the environment it needs, and what it is called with.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var settings: [String: String] = [:]
    var arguments = ""

    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "wl-copy", settings: ["WAYLAND_DISPLAY": "w", "DISPLAY": ":0"]),
    Case(name: "xclip", settings: ["DISPLAY": ":0"], arguments: "-selection clipboard"),
    Case(name: "xsel", settings: ["DISPLAY": ":0"], arguments: "--clipboard --input"),
    Case(name: "pbcopy", settings: ["TMUX": "t"]),
    Case(name: "tmux", settings: ["TMUX": "t"], arguments: "load-buffer -w -"),
  ]

  private static let text = "The harbour paid; I saw the books."

  /// A folder with programs that write down what they are called with and what they read.
  private func programs(_ names: [String]) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    for name in names {
      let copied = folder.url.appending(path: "copied").path
      let script = "#!/bin/sh\n{ echo \(name) \"$@\"; /bin/cat; } >\(copied).new\n"
      let moved = "/bin/mv \(copied).new \(copied)\n"
      let url = try folder.write(script + moved, to: name)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url.path)
    }
    return folder
  }

  /// Copies a comment where only the programs of `folder` are there; waits until `told` is said.
  private func copy(
    _ folder: ScratchFolder,
    _ settings: [String: String],
    config: String = "",
    told: String
  ) async throws {
    let terminal = try await TmuxTerminal(settings: settings)
    try terminal.scratch.write(config, to: "config.toml")
    try terminal.scratch.write(SamplePage.text, to: "page.txt")
    try terminal.start(
      "--config config.toml --goto 1 page.txt",
      around: "PATH='\(folder.url.path)\(config.isEmpty ? "" : ":/usr/bin:/bin")' %"
    )
    try await terminal.waits(for: Self.text)
    terminal.press("y", "y")
    try await terminal.waits(for: told)
    terminal.press("q")
    try await terminal.waitsForEnd(status: 0)
  }

  private func copied(_ folder: ScratchFolder) throws -> String {
    try String(contentsOf: folder.url.appending(path: "copied"), encoding: .utf8)
  }

  @Test("The first program that is there and has a clipboard gets the text", arguments: cases)
  func program(_ each: Case) async throws {
    let first = try #require(Self.cases.firstIndex { $0.name == each.name })
    let folder = try programs(Self.cases[first...].map(\.name))
    try await copy(folder, each.settings, told: "copied the text, with \(each.name)")
    let call = ([each.name] + (each.arguments.isEmpty ? [] : [each.arguments])).joined(
      separator: " "
    )
    #expect(try copied(folder) == "\(call)\n\(Self.text)")
  }

  @Test("A program without its display is passed over, and without any the terminal is asked")
  func terminal() async throws {
    let folder = try programs(["wl-copy", "xclip", "xsel", "tmux"])
    try await copy(folder, [:], told: "copied the text, by the terminal (OSC 52)")
    #expect(throws: (any Error).self) { try copied(folder) }
  }

  @Test("The copy-command of the settings comes before all")
  func command() async throws {
    let folder = try programs(["pbcopy", "mine"])
    try await copy(
      folder,
      [:],
      config: "copy-command = \"mine --now\"\n",
      told: "copied the text, with copy-command"
    )
    #expect(try copied(folder) == "mine --now\n\(Self.text)")
  }
}
