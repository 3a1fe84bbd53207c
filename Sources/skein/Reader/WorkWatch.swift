import ReaderUI

/// Knows for how long work in the background has been going on, so that nobody waits in the dark.
struct WorkWatch {
  /// When each kind of work began, in milliseconds.
  private var starts: [Work: Int] = [:]

  /// How long to wait at most until the time is shown again, in milliseconds; `nil`: no work goes on.
  var interval: Int? { starts.isEmpty ? nil : 1000 }

  /// Shows in `state` how long the work has been going on at `moment`, in milliseconds.
  mutating func show(in state: inout AppState, at moment: Int) {
    for work in Work.allCases {
      guard state.isWorking(work) else {
        starts[work] = nil
        continue
      }
      let start = starts[work] ?? moment
      starts[work] = start
      state.setDuration((moment - start) / 1000, of: work)
    }
  }
}
