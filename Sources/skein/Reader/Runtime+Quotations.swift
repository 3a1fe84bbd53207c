import Quotations
import ReaderUI
import SystemServices

/// What was found in the background that comments quote.
struct FoundQuotations: Sendable {
  /// The texts that were looked through.
  let reading: Reading
  let index: QuotationIndex
}

/// Looking for what comments quote, on a thread in the background.
extension Runtime {
  /// Begins to look, if that is still to be done and does not go on.
  func findQuotations() {
    guard state.lacksQuotations, !looksForQuotations else { return }
    looksForQuotations = true
    BackgroundThread.start { [reading = state.reading, foundQuotations] in
      foundQuotations.send(FoundQuotations(reading: reading, index: reading.quotations))
    }
  }

  /// Takes what was found.
  func takeQuotations() {
    for found in foundQuotations.receive() {
      looksForQuotations = false
      state.take(found.index, of: found.reading)
    }
  }
}
