import ReaderUI
import TOMLKit

extension Settings {
  /// Reads `[keys]`, which has a key sequence or a list of them for the names of commands.
  mutating func readKeys(
    _ value: any TOMLValueConvertible,
    name: String,
    lines: KeyLines,
    problems: inout [Problem]
  ) {
    guard let table = value.table else {
      problems.append(Problem(["keys"], "[keys] must be a table: command = \"key\""))
      return
    }
    for command in table.keys {
      guard let sequences = table[command].flatMap(Self.sequences) else {
        problems.append(
          Problem(
            ["keys", command],
            "\(command) must be a key in quotes, a list of them, or \"\" for none"
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

  /// The key sequences of a value; `nil` if it is something else.
  private static func sequences(_ value: any TOMLValueConvertible) -> [String]? {
    if let one = value.string { return one.isEmpty ? [] : [one] }
    guard let list = value.array else { return nil }
    let texts = list.map(\.string)
    guard texts.allSatisfy({ $0?.isEmpty == false }) else { return nil }
    return texts.compactMap { $0 }
  }
}
