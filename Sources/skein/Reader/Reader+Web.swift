import DocumentModel
import Fetching
import ReaderUI

/// Reading what has to be fetched first.
extension Reader {
  /// Fetches the page that is awaited and reads it, in the background; Esc stops it.
  func fetch(_ awaited: OpenDocument, into runtime: Runtime) {
    let (mailbox, fetcher) = (runtime.mailbox, fetcher)
    let cancellation = FetchCancellation()
    runtime.fetching = cancellation
    BackgroundThread.start {
      do {
        let opened = try awaited.anew(with: fetcher, cancellation) { progress in
          mailbox.post(.progressed(progress, .reading))
        }
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
