import ReaderUI
import TOMLKit

extension Settings {
  /// Reads `[sources]`, which has an address, or the path of a file, for each name.
  mutating func readSources(_ value: any TOMLValueConvertible, problems: inout [Problem]) {
    guard let table = value.table else {
      problems.append(Problem(["sources"], "[sources] must be a table: name = \"address\""))
      return
    }
    for name in table.keys {
      guard let address = table[name]?.string, !address.isEmpty else {
        problems.append(Problem(["sources", name], "\(name) must be an address in quotes"))
        continue
      }
      sources[name] = address
    }
  }
}
