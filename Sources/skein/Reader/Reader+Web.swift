import DocumentModel
import Fetching
import ReaderUI

/// Reading what has to be fetched first.
extension Reader {
  /// Fetches the page at `location` and reads it, in the background.
  func fetch(_ location: String, into runtime: Runtime) {
    let (mailbox, fetcher, format) = (runtime.mailbox, fetcher, arguments.format)
    BackgroundThread.start {
      do {
        let page = try WebPage.fetch(location, with: fetcher) { progress in
          mailbox.post(.progressed(Progress(fetching: progress), .reading))
        }
        let opened = try OpenDocument(page, at: location, format: format)
        mailbox.post(.fetched(opened, Reading(try opened.whole())))
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
