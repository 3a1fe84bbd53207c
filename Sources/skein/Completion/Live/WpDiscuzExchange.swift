import DocumentFormats
import DocumentModel
import DocumentParsing
import Fetching
import Synchronization

/// Full texts by the exchange that wpDiscuz' own «Read more» uses, in all its ages.
///
/// Up to version 7.6.34 no nonce is needed; then a cookie that comes with the page, then a field of
/// the form, whose value `wpdGetNonce` tells. A wrong one is answered with status 200 and a text
/// that is no JSON; an action that is not known with `0`, mostly with status 400.
final class WpDiscuzExchange: SiteExchange {
  /// What was learnt of the site.
  private struct Memory {
    /// The address that answers, `nil` until one did.
    var address: String?
    /// The nonce: `nil` if it was not asked for, empty if the site has none.
    var nonce: String?
  }

  private let memory = Mutex(Memory())

  /// What an address said to a request for one comment.
  private enum Reply {
    case text(String)
    case unknownComment
    case wrongNonce
    case unknownAction
  }

  func comments(for visit: SiteVisit) throws(SiteExchangeError) -> [SiteComment] {
    guard let endpoints = visit.site.wpDiscuz else { throw .closed("it does not use wpDiscuz") }
    let wanted = visit.wanted.filter { $0.id != nil }
    guard !wanted.isEmpty else { throw .closed("the ids of the comments are not known") }
    // The first finds out which address answers.
    let comments = try visit.collect(wanted, firstAlone: true) {
      comment throws(SiteExchangeError) in
      try self.read(comment, visit, endpoints)
    }
    return comments.compactMap { $0 }
  }

  /// The full text of one comment, `nil` if the site does not know it.
  private func read(
    _ wanted: WantedComment,
    _ visit: SiteVisit,
    _ endpoints: WpDiscuzEndpoints
  ) throws(SiteExchangeError) -> SiteComment? {
    let known = memory.withLock { $0.address }
    for address in known.map({ [$0] }) ?? endpoints.addresses {
      switch try ask(address, wanted, visit, endpoints) {
      case .text(let html):
        memory.withLock { $0.address = address }
        return SiteComment(
          id: wanted.id ?? "",
          author: wanted.author,
          date: wanted.date,
          html: html
        )
      case .unknownComment:
        memory.withLock { $0.address = address }
        return nil
      case .wrongNonce: throw .closed("it refuses to be asked for cut comments")
      case .unknownAction: continue
      }
    }
    throw .closed("its wpDiscuz does not tell the rest of comments")
  }

  /// Asks one address; once more with a new nonce if the one in hand has become old.
  private func ask(
    _ address: String,
    _ wanted: WantedComment,
    _ visit: SiteVisit,
    _ endpoints: WpDiscuzEndpoints
  ) throws(SiteExchangeError) -> Reply {
    let nonce = try nonce(address, visit, endpoints, not: nil)
    let reply = try post(address, wanted, nonce, visit, endpoints)
    guard case .wrongNonce = reply else { return reply }
    let fresh = try self.nonce(address, visit, endpoints, not: nonce)
    return try post(address, wanted, fresh, visit, endpoints)
  }

  private func post(
    _ address: String,
    _ wanted: WantedComment,
    _ nonce: String,
    _ visit: SiteVisit,
    _ endpoints: WpDiscuzEndpoints
  ) throws(SiteExchangeError) -> Reply {
    var form = [
      FormField("action", "wpdReadMore"), FormField("commentId", wanted.id ?? ""),
      FormField("postId", visit.site.post ?? ""),
    ]
    if !nonce.isEmpty { form.append(FormField(endpoints.nonceName, nonce)) }
    let answer = try fetch(address, form, visit)
    guard let root = JSONTree(copying: answer.body).root, root.kind == .object else {
      let words = String(decoding: answer.body.prefix(64), as: UTF8.self)
      return answer.status == 200 && words.lowercased().contains("nonce")
        ? .wrongNonce : .unknownAction
    }
    if let html = root["data"]?["message"]?.string ?? root["message"]?.string {
      return .text(html)
    }
    return .unknownComment
  }

  /// The nonce in hand, or one the site tells if there is none but `old`; empty if it has none.
  private func nonce(
    _ address: String,
    _ visit: SiteVisit,
    _ endpoints: WpDiscuzEndpoints,
    not old: String?
  ) throws(SiteExchangeError) -> String {
    if let known = memory.withLock({ $0.nonce }), known != old { return known }
    let form = [FormField("action", "wpdGetNonce"), FormField("postId", visit.site.post ?? "")]
    let answer = try fetch(address, form, visit)
    let data = JSONTree(copying: answer.body).root?["data"]
    let told = data?.members.lazy.first { $0.key.string == endpoints.nonceName }?.value.string
    let nonce = told ?? data?["wpdiscuz_nonce"]?.string ?? endpoints.nonce ?? ""
    memory.withLock { $0.nonce = nonce }
    return nonce
  }

  private func fetch(
    _ address: String,
    _ form: [FormField],
    _ visit: SiteVisit
  ) throws(SiteExchangeError) -> FetchAnswer {
    do throws(FetchError) {
      let answer = try visit.fetch(address, form: form)
      guard answer.status != 429, answer.status < 500 else {
        throw FetchError.status(answer.status, "\(answer.address)")
      }
      return answer
    } catch {
      throw .failed(error)
    }
  }
}
