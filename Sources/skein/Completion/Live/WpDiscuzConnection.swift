import DocumentParsing
import Fetching
import PageSystems
import Synchronization

/// The exchange with a site's wpDiscuz, in all its ages.
///
/// Up to version 7.6.34 no nonce is needed; then a cookie that comes with the page, then a field of
/// the form, whose value `wpdGetNonce` tells. A wrong one is answered with status 200 and a text
/// that is no JSON; an action that is not known with `0`, mostly with status 400. Up to version 4
/// actions have other names, and answers are not wrapped in `data`.
///
/// It remembers of each site which of the two entries answers, to which names, and the nonce.
final class WpDiscuzConnection: Sendable {
  /// Sends a form to an address.
  typealias Post = (String, [FormField]) throws(DiscussionSourceError) -> FetchAnswer

  /// What is asked.
  struct Question {
    /// The names of the action, the newest first.
    let actions: [String]
    /// The fields of the form besides action, post and nonce.
    let fields: [FormField]
    /// The id of the post.
    let post: String
    /// What the site does not do if nobody knows the action, to be said behind its name.
    let failure: String
  }

  /// What was learnt of the site.
  private struct Memory {
    /// The address that answers, `nil` until one did.
    var address: String?
    /// Which of an action's names it knows.
    var age = 0
    /// The nonce: `nil` if it was not asked for, empty if the site has none.
    var nonce: String?
  }

  /// By the first of a site's addresses.
  private let memory = Mutex<[String: Memory]>([:])

  /// What an address said.
  private enum Reply {
    case data(JSONValue)
    case refusal
    case wrongNonce
    case unknownAction
  }

  /// The site's answer, `nil` if it says that there is no such thing.
  func ask(
    _ question: Question,
    _ endpoints: WpDiscuzEndpoints,
    by post: Post
  ) throws(DiscussionSourceError) -> JSONValue? {
    let known = self[endpoints]
    for address in known.address.map({ [$0] }) ?? endpoints.addresses {
      for (age, action) in question.actions.enumerated() {
        if known.address != nil, age != min(known.age, question.actions.count - 1) { continue }
        let reply = try ask(address, action, question, endpoints, by: post)
        if case .unknownAction = reply { continue }
        learn(endpoints) { memory in
          memory.address = address
          if question.actions.count > 1 { memory.age = age }
        }
        switch reply {
        case .data(let data): return data
        case .wrongNonce: throw .closed("its wpDiscuz refuses to be asked")
        case .refusal, .unknownAction: return nil
        }
      }
    }
    throw .closed("its wpDiscuz does not \(question.failure)")
  }

  /// Asks one address; once more with a new nonce if the one in hand has become old.
  private func ask(
    _ address: String,
    _ action: String,
    _ question: Question,
    _ endpoints: WpDiscuzEndpoints,
    by post: Post
  ) throws(DiscussionSourceError) -> Reply {
    let nonce = try nonce(address, question, endpoints, not: nil, by: post)
    let reply = try send(address, action, question, nonce, endpoints, by: post)
    guard case .wrongNonce = reply else { return reply }
    let fresh = try self.nonce(address, question, endpoints, not: nonce, by: post)
    return try send(address, action, question, fresh, endpoints, by: post)
  }

  private func send(
    _ address: String,
    _ action: String,
    _ question: Question,
    _ nonce: String,
    _ endpoints: WpDiscuzEndpoints,
    by post: Post
  ) throws(DiscussionSourceError) -> Reply {
    var form = [FormField("action", action)] + question.fields
    form.append(FormField("postId", question.post))
    if !nonce.isEmpty { form.append(FormField(endpoints.nonceName, nonce)) }
    let answer = try Self.checked(try post(address, form))
    guard let root = JSONTree(copying: answer.body).root, root.kind == .object else {
      let words = String(decoding: answer.body.prefix(64), as: UTF8.self)
      return answer.status == 200 && words.lowercased().contains("nonce")
        ? .wrongNonce : .unknownAction
    }
    if root["success"]?.bool == false { return .refusal }
    return .data(root["data"] ?? root)
  }

  /// The nonce in hand, or one the site tells if there is none but `old`; empty if it has none.
  private func nonce(
    _ address: String,
    _ question: Question,
    _ endpoints: WpDiscuzEndpoints,
    not old: String?,
    by post: Post
  ) throws(DiscussionSourceError) -> String {
    if let known = self[endpoints].nonce, known != old { return known }
    let form = [FormField("action", "wpdGetNonce"), FormField("postId", question.post)]
    let answer = try Self.checked(try post(address, form))
    let data = JSONTree(copying: answer.body).root?["data"]
    let told = data?.members.lazy.first { $0.key.string == endpoints.nonceName }?.value.string
    let nonce = told ?? data?["wpdiscuz_nonce"]?.string ?? endpoints.nonce ?? ""
    learn(endpoints) { $0.nonce = nonce }
    return nonce
  }

  private subscript(endpoints: WpDiscuzEndpoints) -> Memory {
    memory.withLock { $0[endpoints.addresses.first ?? ""] ?? Memory() }
  }

  private func learn(_ endpoints: WpDiscuzEndpoints, _ lesson: (inout Memory) -> Void) {
    memory.withLock { lesson(&$0[endpoints.addresses.first ?? "", default: Memory()]) }
  }

  /// An answer of the site itself: not that it is asked too much, or is ill.
  private static func checked(_ answer: FetchAnswer) throws(DiscussionSourceError) -> FetchAnswer {
    guard answer.status != 429, answer.status < 500 else {
      throw .failed(.status(answer.status, "\(answer.address)"))
    }
    return answer
  }
}
