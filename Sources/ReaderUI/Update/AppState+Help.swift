import Terminal

extension AppState {
  /// The rows of the help screen: the commands that apply here, by topic.
  var helpRows: [OverlayRow] {
    var rows: [OverlayRow] = []
    for topic in Topic.allCases {
      let context = topic.context ?? KeyContext(focus)
      let commands = Command.table.filter { $0.topic == topic && $0.scope.covers(context) }
      guard !commands.isEmpty else { continue }
      if !rows.isEmpty { rows.append(OverlayRow([OverlayRow.Run("")], isHeading: true)) }
      rows.append(OverlayRow([OverlayRow.Run(topic.rawValue, .overlayTitle)], isHeading: true))
      rows += commands.map { helpRow($0, in: context) }
    }
    rows.append(OverlayRow([OverlayRow.Run("")], isHeading: true))
    rows.append(
      OverlayRow([OverlayRow.Run("Commands with an argument", .overlayTitle)], isHeading: true)
    )
    rows += ArgumentCommand.allCases.map { command in
      OverlayRow([
        OverlayRow.Run(Self.padded(":\(command.rawValue) \(command.argument)"), .overlayKey),
        OverlayRow.Run(command.help),
      ])
    }
    return rows
  }

  /// What the command's keys do, and its name where there is room for it.
  private func helpRow(_ command: Command, in context: KeyContext) -> OverlayRow {
    let bound = keymap.keys(of: command, in: context).map(\.description)
    // A narrow window has room for one key and for what it does.
    let isNarrow = size.columns < 60
    let byName = context == KeyContext(focus) ? ":\(command.name)" : ""
    let keys =
      bound.isEmpty ? byName : bound.prefix(isNarrow ? 1 : 9).joined(separator: " ")
    var runs = [
      OverlayRow.Run(Self.padded(keys, to: isNarrow ? 6 : 20), .overlayKey),
      OverlayRow.Run(Self.padded(command.help, to: 46)),
    ]
    if !isNarrow { runs.append(OverlayRow.Run(command.name, .overlayDimmed)) }
    let isCallable = context == KeyContext(focus)
    return OverlayRow(runs, target: isCallable ? .command(command.name) : nil)
  }

  private static func padded(_ text: String, to width: Int = 20) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
