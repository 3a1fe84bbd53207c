extension AppState {
  /// The rows of the help screen: the commands that apply here, by topic.
  var helpRows: [OverlayRow] {
    var rows: [OverlayRow] = []
    for topic in Topic.allCases {
      let commands = Command.table.filter { $0.topic == topic && $0.scope.covers(focus) }
      guard !commands.isEmpty else { continue }
      if !rows.isEmpty { rows.append(OverlayRow([OverlayRow.Run("")], isHeading: true)) }
      rows.append(OverlayRow([OverlayRow.Run(topic.rawValue, .overlayTitle)], isHeading: true))
      rows += commands.map(helpRow)
    }
    rows.append(OverlayRow([OverlayRow.Run("")], isHeading: true))
    rows.append(
      OverlayRow([OverlayRow.Run("After a colon", .overlayTitle)], isHeading: true)
    )
    rows += ArgumentCommand.allCases.map { command in
      OverlayRow([
        OverlayRow.Run(Self.padded(":\(command.rawValue) \(command.argument)"), .overlayKey),
        OverlayRow.Run(command.help),
      ])
    }
    return rows
  }

  private func helpRow(_ command: Command) -> OverlayRow {
    let keys = keymap.keys(of: command, in: focus).map(\.description).joined(separator: " ")
    return OverlayRow(
      [
        OverlayRow.Run(Self.padded(keys.isEmpty ? ":\(command.name)" : keys), .overlayKey),
        OverlayRow.Run(Self.padded(command.help, to: 46)),
        OverlayRow.Run(command.name, .overlayDimmed),
      ],
      target: .command(command.name)
    )
  }

  private static func padded(_ text: String, to width: Int = 20) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
