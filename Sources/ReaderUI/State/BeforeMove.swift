/// What a command that only moves can be taken back to.
struct BeforeMove: Equatable, Sendable {
  let view: ViewState
  let navigation: Navigation
}
