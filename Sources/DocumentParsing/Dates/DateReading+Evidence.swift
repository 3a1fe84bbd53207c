import DocumentModel

extension DateReading {
  /// What the dates of a page say about the order of day and month.
  ///
  /// A number above twelve in one of them settles it; else the order in which more neighbouring
  /// dates follow each other steadily, in small steps, wins; else what the punctuation suggests:
  /// month first where a slash or a twelve-hour clock stands, day first otherwise.
  package struct Evidence {
    private var misfits = (day: 0, month: 0)
    private var steps = (day: 0.0, month: 0.0)
    private var previous: (day: Int64, month: Int64)?
    private var hasHalves = false

    private let policy: DatePolicy

    /// None yet.
    package init(policy: DatePolicy = DatePolicy()) { self.policy = policy }

    /// Hears the next date of the page; those that name their month say nothing.
    package mutating func add(_ line: DateLine) {
      guard line.month == 0 && !line.isRelative else { return }
      hasHalves = hasHalves || line.isAfternoon != nil
      let day = DateReading(.dayFirst, policy: policy).timestamp(line)
      let month = DateReading(.monthFirst, policy: policy).timestamp(line)
      if day == nil { misfits.day += 1 }
      if month == nil { misfits.month += 1 }
      guard let day, let month else { return }
      if let previous {
        steps.day += Double(abs(day.wallClock - previous.day))
        steps.month += Double(abs(month.wallClock - previous.month))
      }
      previous = (day.wallClock, month.wallClock)
    }

    /// The reading that suits what was heard best.
    package var reading: DateReading {
      if misfits.day != misfits.month {
        return DateReading(misfits.day < misfits.month ? .dayFirst : .monthFirst, policy: policy)
      }
      if steps.day != steps.month {
        return DateReading(steps.day < steps.month ? .dayFirst : .monthFirst, policy: policy)
      }
      return DateReading(hasHalves ? .monthFirst : .dayFirst, policy: policy)
    }
  }
}
