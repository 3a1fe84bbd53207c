import ArgumentParser

/// A script that completes command lines of skein in one shell.
///
/// ArgumentParser's scripts offer nothing but commands after `skein`. These treat a line that does not
/// begin with a command as one of `skein read`, as the program does.
struct CompletionScript {
  /// The shell.
  let shell: CompletionShell

  /// The script.
  var text: String {
    let script = Skein.completionScript(for: shell)
    switch shell {
    case .bash: return Self.bash(script)
    case .zsh: return Self.zsh(script)
    case .fish: return Self.fish(script)
    default: return script
    }
  }

  /// The shell of `skein --generate-completion-script SHELL`; `nil` for other command lines, and for
  /// shells unknown here.
  static func requested(by arguments: [String]) -> CompletionScript? {
    let option = "--generate-completion-script"
    let name: String
    switch arguments.count {
    case 1 where arguments[0].hasPrefix(option + "="):
      name = String(arguments[0].dropFirst(option.count + 1))
    case 2 where arguments[0] == option: name = arguments[1]
    default: return nil
    }
    return CompletionShell(rawValue: name).map(CompletionScript.init)
  }

  private static var commands: [String] {
    Skein.configuration.subcommands.map { $0._commandName } + ["help"]
  }

  /// `script` with `lines` before the first line that has `text` in it and stands after the line `start`.
  static func inserting(
    _ lines: String,
    before text: String,
    after start: String,
    in script: String
  ) -> String {
    var result: [Substring] = []
    var (isInside, isDone) = (false, false)
    for line in script.split(separator: "\n" as Character, omittingEmptySubsequences: false) {
      if isInside, !isDone, line.hasPrefix(text) {
        result.append(lines[...])
        isDone = true
      }
      isInside = isInside || line == start
      result.append(line)
    }
    return result.joined(separator: "\n")
  }
}

// MARK: - Shells

extension CompletionScript {
  private static func bash(_ script: String) -> String {
    let isCommand = commands.joined(separator: "|")
    let words = commands.joined(separator: " ")
    let reading = """
          if [[ "${COMP_CWORD}" -eq 2 && "${COMP_WORDS[1]}" == help ]]; then
              COMPREPLY=($(compgen -W '\(words)' -- "${cur}"))
              return
          fi
          case "${COMP_WORDS[1]}" in
          \(isCommand)) ;;
          *)
              [[ "${COMP_CWORD}" -eq 1 ]] && COMPREPLY=($(compgen -W '\(words)' -- "${cur}"))
              local -a repeating_flags non_repeating_flags repeating_options non_repeating_options
              _skein_read
              return
              ;;
          esac

      """
    let start = "    local -a repeating_flags=()"
    let patched = inserting(reading, before: start, after: "_skein() {", in: script)
    // What these find nothing for is completed as without a script: variables, users, folders.
    return patched.replacing(
      "complete -o filenames ",
      with: "complete -o filenames -o bashdefault -o default "
    )
  }

  private static func zsh(_ script: String) -> String {
    let isCommand = commands.joined(separator: "|")
    let described =
      Skein.configuration.subcommands.map { command in
        "'\(command._commandName):\(command.configuration.abstract)'"
      } + ["'help:Show the options of a command.'"]
    let reading = """
          if [[ "${CURRENT}" -eq 3 && "${words[2]}" == help ]]; then
              local -ar commands=(\(described.joined(separator: " ")))
              _describe -V command commands && ret=0
              return "${ret}"
          fi
          if [[ "${CURRENT}" -eq 2 || "${words[2]}" != (\(isCommand)) ]]; then
              if [[ "${CURRENT}" -eq 2 && "${words[2]}" != -* ]]; then
                  local -ar commands=(\(described.joined(separator: " ")))
                  _describe -V command commands && ret=0
              fi
              _skein_read && ret=0
              return "${ret}"
          fi

      """
    return inserting(reading, before: "    local -ar arg_specs=(", after: "_skein() {", in: script)
  }

  private static func fish(_ script: String) -> String {
    let condition = "'__skein_should_offer_completions_for_flags_or_options \"skein read\""
    let options = script.split(separator: "\n" as Character).compactMap { line -> String? in
      guard let start = line.firstRange(of: condition),
        let end = line[start.upperBound...].firstIndex(of: "'")
      else { return nil }
      return line[..<start.lowerBound] + "__skein_reads" + line[line.index(after: end)...]
    }
    return script + """

      function __skein_reads
          set -l tokens (commandline -opc)
          not contains -- "$tokens[2]" \(commands.joined(separator: " "))
      end

      function __skein_helps
          set -l tokens (commandline -opc)
          test (count $tokens) -eq 2 -a "$tokens[2]" = help
      end

      complete -c 'skein' -n __skein_helps -f -a '\(commands.joined(separator: " "))'
      complete -c 'skein' -n __skein_reads -F
      \(options.joined(separator: "\n"))

      """
  }
}
