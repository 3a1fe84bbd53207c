import DocumentModel
import Fetching
import ReaderUI

/// Reading what has to be fetched first.
extension Reader {
  /// Fetches the page at `location` and reads it, in the background; Esc stops it.
  func fetch(_ location: String, into runtime: Runtime) {
    let (mailbox, fetcher, format) = (runtime.mailbox, fetcher, arguments.format)
    let cancellation = FetchCancellation()
    runtime.fetching = cancellation
    BackgroundThread.start {
      do {
        let page = try WebPage.fetch(
          location,
          with: fetcher,
          cancellation: cancellation
        ) { progress in
          mailbox.post(.progressed(Progress(fetching: progress), .reading))
        }
        let opened = try OpenDocument(page, at: location, format: format)
        mailbox.post(.fetched(opened, Reading(try opened.whole())))
      } catch FetchError.cancelled {
        mailbox.post(.notFetched(Interruption()))
      } catch {
        mailbox.post(.notFetched(Failure("\(error)")))
      }
    }
  }
}

extension Progress {
  /// How much of a page has come.
  init(fetching progress: FetchProgress) {
    let amount = progress.received >> 10
    self.init(label: amount > 0 ? "loading \(amount) kB" : "loading", share: progress.share)
  }
}
