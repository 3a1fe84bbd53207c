/// What a key called before: some commands mean something else when called again.
struct LastCommand: Equatable, Sendable {
  /// The command's name, empty for none.
  var name = ""
  /// Whether it asked to be called again.
  var isAsking = false
  /// Whether it wanted to open a list over the panes and could not.
  var isRefusedList = false
}
