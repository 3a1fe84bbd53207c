import Foundation
import Testing

/// A shell for which there are completions.
enum CompletingShell: String, CaseIterable {
  case bash, zsh, fish

  /// Whether the machine has it, and what it takes to try it on a terminal.
  var isInstalled: Bool {
    InstalledProgram.path(of: rawValue) != nil && TmuxTerminal.tmux != nil
  }
}

@Suite("Completion scripts")
struct CompletionTests {
  /// The words that bash offers for the last of `words`.
  private func offers(_ words: String...) throws -> [String] {
    let scratch = try ScratchFolder()
    try scratch.write("", to: "page one.txt")
    try scratch.write("", to: "themes/x.toml")
    let line = words.joined(separator: " ")
    let run = try ProgramRun(
      shell: """
        . <("$skein" --generate-completion-script bash)
        COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " "))) COMP_CWORD=\(words.count - 1)
        COMP_LINE='\(line)' COMP_POINT=\(line.count)
        _skein skein '\(words.last ?? "")' '\(words.dropLast().last ?? "")'
        printf '%s\\n' "${COMPREPLY[@]}"
        """,
      in: scratch.url
    )
    #expect(run.errors.isEmpty)
    return run.output.split(separator: "\n").map(String.init).sorted()
  }

  @Test("Bash offers files, options, their values and commands")
  func bash() throws {
    #expect(try offers("skein", "pa") == ["page one.txt"])
    #expect(try offers("skein", "th") == ["themes", "themes"])
    #expect(try offers("skein", "exp") == ["export"])
    #expect(try offers("skein", "--th") == ["--theme"])
    #expect(try offers("skein", "--theme", "nor") == ["nord"])
    #expect(try offers("skein", "--layout", "sta") == ["stacked"])
    #expect(try offers("skein", "--no-color", "pa") == ["page one.txt"])
    #expect(try offers("skein", "page one.txt", "--go") == ["--goto"])
    #expect(try offers("skein", "export", "--to", "mark") == ["markdown"])
    #expect(try offers("skein", "export", "--format", "wpdiscuz-") == ["wpdiscuz-text"])
    #expect(try offers("skein", "export", "pa") == ["page one.txt"])
    #expect(try offers("skein", "help", "exp") == ["export"])
    #expect(try offers("skein", "").contains("page one.txt"))
    #expect(try offers("skein", "").contains("search"))
  }

  @Test(
    "Fish offers files, options, their values and commands",
    .enabled(if: InstalledProgram.path(of: "fish") != nil, "fish is not installed")
  )
  func fish() throws {
    let scratch = try ScratchFolder()
    try scratch.write("", to: "page.txt")
    let lines = [
      "skein pa", "skein exp", "skein --them", "skein --theme nor", "skein --layout sta",
      "skein --no-color pa", "skein page.txt --got", "skein export --to mark", "skein export pa",
      "skein help the",
    ]
    let queries = lines.map { "complete -C '\($0)'; " }.joined()
    let run = try ProgramRun(
      shell: """
        "$skein" --generate-completion-script fish > script.fish
        fish --no-config -c "source script.fish; \(queries)"
        """,
      in: scratch.url
    )
    let offers = run.output.split(separator: "\n").map { $0.prefix { $0 != "\t" } }
    #expect(
      offers == [
        "page.txt", "export", "--theme", "nord", "stacked", "page.txt", "--goto", "markdown",
        "page.txt", "themes",
      ]
    )
  }
}

@Suite("Completion on a terminal", .enabled(if: TmuxTerminal.tmux != nil))
struct CompletionOnATerminalTests {
  /// Whether the last line is a prompt with nothing behind it.
  private static func isReady(_ terminal: TmuxTerminal) -> Bool {
    terminal.screen.split(separator: "\n").last == ">"
  }

  @Test("Tab completes what was typed", arguments: CompletingShell.allCases)
  func completes(_ shell: CompletingShell) async throws {
    guard shell.isInstalled else { return }
    let terminal = try await TmuxTerminal(columns: 100, rows: 20)
    let program = try #require(ProgramRun.program).path
    try terminal.scratch.write("", to: "page one.txt")
    let script = try ProgramRun(["--generate-completion-script", shell.rawValue]).output
    try terminal.scratch.write(script, to: "script")
    terminal.type("alias skein='\(program)'; clear; ")
    switch shell {
    case .bash: terminal.type("PS1='> '; . ./script")
    case .zsh:
      try terminal.scratch.write(
        "autoload -Uz compinit; compinit -D -u; . ./script; PS1='> '\n",
        to: ".zshrc"
      )
      terminal.type("exec zsh")
    case .fish:
      terminal.type("exec fish --no-config -C 'function fish_prompt; echo \"> \"; end; . ./script'")
    }
    terminal.press("Enter")
    try await terminal.waits(until: Self.isReady)
    for (typed, completed) in [
      ("skein pa", "skein page\\ one.txt"), ("skein exp", "skein export"),
      ("skein --them", "skein --theme"), ("skein --theme nor", "skein --theme nord"),
      ("skein export --to mark", "skein export --to markdown"),
      ("skein --no-color pa", "skein --no-color page\\ one.txt"),
    ] {
      terminal.type(typed)
      terminal.press("Tab")
      try await terminal.waits(for: "> " + completed)
      terminal.press("C-u")
      try await terminal.waits(until: Self.isReady)
    }
  }
}
