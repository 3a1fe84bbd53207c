extension Interface {
  /// What archives of mail answer with: a mailbox that gzip packed.
  private static let mailbox = "application/mbox,application/gzip,*/*;q=0.5"

  /// The archive of the Linux kernel's lists, known by its name: what its pages show is asked for
  /// without them.
  static let lore = Interface(
    name: "lore.kernel.org's mailbox",
    accept: mailbox,
    isPage: true
  ) { place in
    place.host == "lore.kernel.org" ? thread(place.steps) : []
  }

  /// public-inbox: a thread as a mailbox.
  static let publicInbox = Interface(
    name: "the archive's mailbox",
    marks: ["t.mbox.gz"],
    accept: mailbox,
    isPage: true
  ) { place in
    // Elsewhere an archive may stand below any path; what it calls a message holds an `@`.
    let id = place.steps.firstIndex { $0.contains("@") || $0.contains("%40") } ?? 0
    return id > 0 ? thread(place.steps[(id - 1)...], below: place.steps[..<(id - 1)]) : []
  }

  /// The thread that `LIST/MESSAGE/`, or a view of it such as `LIST/MESSAGE/T/`, shows.
  private static func thread(
    _ steps: [Substring].SubSequence,
    below root: [Substring].SubSequence = []
  ) -> [[String]] {
    let steps = Array(steps)
    guard steps.count == 2 || steps.count == 3 && ["T", "t"].contains(steps[2]),
      !["_", "r"].contains(steps[0]), !steps[1].contains(".atom"), !steps[1].contains(".html")
    else { return [] }
    let path = (root + steps[..<2]).joined(separator: "/")
    return [["/\(path)/t.mbox.gz"]]
  }

  private static func thread(_ steps: [Substring]) -> [[String]] { thread(steps[...]) }

  /// HyperKitty, the archive of Mailman 3: a thread as a mailbox.
  static let hyperKitty = Interface(
    name: "the archive's mailbox",
    marks: ["hyperkitty", "HyperKitty"],
    accept: mailbox,
    isPage: true
  ) { place in
    let steps = place.steps
    guard let list = steps.firstIndex(of: "list"), list + 3 < steps.count,
      steps[list + 2] == "thread"
    else { return [] }
    let (name, thread) = (steps[list + 1], steps[list + 3])
    let path = steps[...(list + 1)].joined(separator: "/")
    return [["/\(path)/export/\(name)-\(thread).mbox.gz?thread=\(thread)"]]
  }
}
