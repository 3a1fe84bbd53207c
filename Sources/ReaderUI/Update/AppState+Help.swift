import Terminal

extension AppState {
  /// The rows of the help screen: the commands that apply here, by topic.
  var helpRows: [OverlayRow] {
    var rows: [OverlayRow] = []
    for topic in Topic.allCases {
      let context = topic.context ?? self.context
      let commands = Command.table.filter { $0.topic == topic && $0.scope.covers(context) }
      guard !commands.isEmpty else { continue }
      if !rows.isEmpty { rows.append(OverlayRow([OverlayRow.Run("")], isHeading: true)) }
      rows.append(OverlayRow([OverlayRow.Run(topic.rawValue, .overlayTitle)], isHeading: true))
      rows += commands.map { helpRow($0, in: context) }
      if topic == .search, let literal = Command.named("prompt-literal") {
        rows.append(helpRow(literal, in: .prompt))
      }
    }
    rows.append(OverlayRow([OverlayRow.Run("")], isHeading: true))
    rows.append(
      OverlayRow([OverlayRow.Run("Commands with an argument", .overlayTitle)], isHeading: true)
    )
    rows += ArgumentCommand.allCases.map { command in
      OverlayRow(
        [
          OverlayRow.Run(Self.padded(":\(command.rawValue) \(command.argument)"), .overlayKey),
          OverlayRow.Run(command.help),
        ],
        indent: size.columns < 60 ? 2 : Self.keyColumns
      )
    }
    return rows
  }

  /// What the command's keys do, and its name where there is room for it.
  private func helpRow(_ command: Command, in context: KeyContext) -> OverlayRow {
    let bound = keymap.keys(of: command, in: context).map(\.description)
    // A narrow window has room for one key and for what it does.
    let isNarrow = size.columns < 60
    let isCallable = context == self.context
    let keys =
      bound.isEmpty
      ? isCallable ? ":\(command.name)" : ""
      : bound.prefix(isNarrow ? 1 : 9).joined(separator: " ")
    let indent = isNarrow ? 6 : Self.keyColumns
    var runs = [OverlayRow.Run(Self.padded(keys, to: indent), .overlayKey)]
    if size.columns < 100 {
      runs.append(OverlayRow.Run(command.help))
    } else {
      runs.append(OverlayRow.Run(Self.padded(command.help, to: 50)))
      runs.append(OverlayRow.Run(command.name, .overlayDimmed))
    }
    return OverlayRow(
      runs,
      target: isCallable ? .command(command.name) : nil,
      indent: indent,
      keywords: command.name
    )
  }

  /// The columns of the keys.
  private static let keyColumns = 20

  private static func padded(_ text: String, to width: Int = keyColumns) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
