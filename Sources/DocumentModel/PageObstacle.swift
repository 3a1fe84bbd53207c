/// What a page holds in place of the text that was asked for.
package enum PageObstacle: String, CaseIterable, Sendable {
  /// A form to log in.
  case login
  /// A form for the password of this one page.
  case password
  /// A task that programs are to fail at.
  case challenge
  /// A notice that the site is being worked on.
  case maintenance
  /// Nothing but the address of another page.
  case forwarding

  /// What the page does instead, after «the page».
  package var description: String {
    switch self {
    case .login: "asks for a login"
    case .password: "is protected by a password"
    case .challenge: "wants to see a browser first"
    case .maintenance: "says that the site is under maintenance"
    case .forwarding: "only leads to another page"
    }
  }

  /// The obstacle as something noticed about a page.
  package var diagnostic: Diagnostic { Diagnostic(.warning, "the page \(description)") }
}

extension Diagnostic {
  /// The page lacks what every page ends with: a connection was closed, or it was saved in part.
  package static let endsEarly = Diagnostic(
    .note,
    "the page ends before its closing tag; something may be missing"
  )
}

extension Document {
  /// Whether the page lacks its end.
  package var endsEarly: Bool { diagnostics.contains(.endsEarly) }

  /// What the page holds in place of its text, `nil` if its text is there.
  package var obstacle: PageObstacle? {
    PageObstacle.allCases.first { diagnostics.contains($0.diagnostic) }
  }
}
