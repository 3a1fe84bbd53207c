import ReaderUI
import TOMLKit

extension Settings {
  /// Reads `[keys]`: to each command's name a key sequence or a list of them.
  mutating func readKeys(
    _ value: any TOMLValueConvertible,
    name: String,
    lines: KeyLines,
    problems: inout [Problem]
  ) {
    guard let table = value.table else {
      problems.append(Problem(["keys"], "[keys] is a table: command = \"key\""))
      return
    }
    for command in table.keys {
      guard let sequences = table[command].flatMap(Self.sequences) else {
        problems.append(
          Problem(
            ["keys", command],
            "\(command) takes a key in quotes, a list of them, or \"\" for none"
          )
        )
        continue
      }
      keyOverrides.append(
        KeyOverride(
          command: command,
          keys: sequences,
          origin: "\(name):\(lines[["keys", command]])"
        )
      )
    }
  }

  /// The key sequences that a value lists; `nil` if it is something else.
  private static func sequences(_ value: any TOMLValueConvertible) -> [String]? {
    if let one = value.string { return one.isEmpty ? [] : [one] }
    guard let list = value.array else { return nil }
    let texts = list.map(\.string)
    guard texts.allSatisfy({ $0?.isEmpty == false }) else { return nil }
    return texts.compactMap { $0 }
  }
}
