import DocumentParsing
import Fetching
import PageSystems
import Synchronization

/// Sends requests to the wpDiscuz of a site, whatever its version.
///
/// Up to version 7.6.34 no nonce is needed; later versions want a cookie that comes with the page,
/// then a field of the form, whose value `wpdGetNonce` returns. A wrong nonce is answered with
/// status 200 and a text that is not JSON; an unknown action with `0`, mostly with status 400. Up to
/// version 4 actions have other names, and answers are not wrapped in `data`.
///
/// For each site it remembers which of the two addresses answers, to which names, and the nonce.
final class WpDiscuzExchange: Sendable {
  /// What a site is asked.
  struct Question {
    /// The names of the action, the newest first.
    let actions: [String]
    /// The fields of the form besides action, post and nonce.
    let fields: [FormField]
    /// The id of the post.
    let post: String
    /// What the site does not do if no name is known; follows «the site's wpDiscuz does not».
    let failure: String
  }

  /// What was learnt about a site.
  private struct Memory {
    /// The address that answers, `nil` if none has yet.
    var address: String?
    /// The index of the action's name that the site knows.
    var nameIndex = 0
    /// The nonce: `nil` if it was not asked for, empty if the site has none.
    var nonce: String?
  }

  /// By the first of a site's addresses.
  private let memory = Mutex<[String: Memory]>([:])

  /// What an address answered.
  private enum Reply {
    case data(JSONValue)
    case refusal
    case wrongNonce
    case unknownAction
    /// A page, where data was wanted.
    case page
  }

  /// A question with the site it goes to.
  private struct Call {
    let question: Question
    let endpoints: WpDiscuzEndpoints
    let connection: SiteConnection

    /// The answer to a form; throws if the site is overloaded or broken.
    func post(_ form: [FormField], to address: String) throws(SiteError) -> FetchAnswer {
      let answer = try connection.ask(address, form: form, accept: "application/json")
      guard answer.status != 429, answer.status < 500 else {
        throw .failed(answer.failure)
      }
      return answer
    }
  }

  /// The site's answer, `nil` if it says that there is no such thing.
  func ask(
    _ question: Question,
    at endpoints: WpDiscuzEndpoints,
    over connection: SiteConnection
  ) throws(SiteError) -> JSONValue? {
    let call = Call(question: question, endpoints: endpoints, connection: connection)
    let known = self[endpoints]
    var sendsPages = false
    for address in known.address.map({ [$0] }) ?? endpoints.addresses {
      for (index, action) in question.actions.enumerated() {
        let isKnown = index == min(known.nameIndex, question.actions.count - 1)
        if known.address != nil, !isKnown { continue }
        let reply = try reply(to: call, from: address, action: action)
        if case .page = reply { sendsPages = true }
        if case .unknownAction = reply { continue }
        if case .page = reply { continue }
        learn(endpoints) { memory in
          memory.address = address
          if question.actions.count > 1 { memory.nameIndex = index }
        }
        switch reply {
        case .data(let data): return data
        case .wrongNonce: throw .notOffered("the site's wpDiscuz rejects the request")
        case .refusal, .unknownAction, .page: return nil
        }
      }
    }
    if sendsPages { throw .unusable("the site answers with a page in place of comments") }
    throw .notOffered("the site's wpDiscuz does not \(question.failure)")
  }

  /// The reply of one address; asks again with a new nonce if the known one has expired.
  private func reply(
    to call: Call,
    from address: String,
    action: String
  ) throws(SiteError) -> Reply {
    let nonce = try nonce(for: call, from: address, otherThan: nil)
    let reply = try send(call, to: address, action: action, nonce: nonce)
    guard case .wrongNonce = reply else { return reply }
    let fresh = try self.nonce(for: call, from: address, otherThan: nonce)
    return try send(call, to: address, action: action, nonce: fresh)
  }

  private func send(
    _ call: Call,
    to address: String,
    action: String,
    nonce: String
  ) throws(SiteError) -> Reply {
    var form = [FormField("action", action)] + call.question.fields
    form.append(FormField("postId", call.question.post))
    if !nonce.isEmpty { form.append(FormField(call.endpoints.nonceName, nonce)) }
    let answer = try call.post(form, to: address)
    guard let root = JSONTree(copying: answer.body).root, root.kind == .object else {
      guard !answer.isPage || answer.status != 200 else { return .page }
      let words = String(decoding: answer.body.prefix(64), as: UTF8.self)
      return answer.status == 200 && words.lowercased().contains("nonce")
        ? .wrongNonce : .unknownAction
    }
    if root["success"]?.bool == false { return .refusal }
    return .data(root["data"] ?? root)
  }

  /// The known nonce, or a new one from the site if there is none but `old`; empty if it has none.
  private func nonce(
    for call: Call,
    from address: String,
    otherThan old: String?
  ) throws(SiteError) -> String {
    let endpoints = call.endpoints
    if let known = self[endpoints].nonce, known != old { return known }
    let form = [FormField("action", "wpdGetNonce"), FormField("postId", call.question.post)]
    let answer = try call.post(form, to: address)
    if answer.isPage { return "" }
    let data = JSONTree(copying: answer.body).root?["data"]
    let stated = data?.members.lazy.first { $0.key.string == endpoints.nonceName }?.value.string
    let nonce = stated ?? data?["wpdiscuz_nonce"]?.string ?? endpoints.nonce ?? ""
    learn(endpoints) { $0.nonce = nonce }
    return nonce
  }

  private subscript(endpoints: WpDiscuzEndpoints) -> Memory {
    memory.withLock { $0[endpoints.addresses.first ?? ""] ?? Memory() }
  }

  private func learn(_ endpoints: WpDiscuzEndpoints, _ change: (inout Memory) -> Void) {
    memory.withLock { change(&$0[endpoints.addresses.first ?? "", default: Memory()]) }
  }
}
