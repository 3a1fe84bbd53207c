import DocumentParsing
import HTMLParsing
import PageModel

/// Whether the records of a group are the comments of a thread, or a list of articles, files or
/// links.
///
/// Groups whose mark-up speaks of comments need little more; others must have the author, the
/// date and the text that comments have, and must not have what lists of articles have: a title
/// that leads elsewhere.
struct ThreadVerdict {
  /// Whether they are the comments of a thread.
  let isThread: Bool
  /// Whether they are a list of articles: most lead to a page of their own.
  let isListing: Bool

  /// Judges a group; notes in `decisions`, if there are any, what every rule said of it.
  init(_ thread: RecordThread, _ decisions: DecisionLog?) {
    let judge = Judge(thread, decisions)
    isListing = judge.isListing
    isThread =
      !isListing && !judge.isOtherList
      && (judge.isCountedThread
        || (judge.isNamed ? judge.isNamedThread : judge.isUnnamedThread))
  }
}

/// Applies the rules to one group.
private struct Judge {
  private let thread: RecordThread
  private let policy: VerdictPolicy
  private let decisions: DecisionLog?
  private let group: RecordGroup
  /// What the group is called in `decisions`.
  private let name: String
  /// Shares of the records that have a date, a text.
  private let dated, filled: Double
  /// Shares of the records that call themselves comments, and that stand where comments do.
  private let own, around: Double

  init(_ thread: RecordThread, _ decisions: DecisionLog?) {
    self.thread = thread
    self.decisions = decisions
    let group = thread.group
    self.group = group
    policy = thread.policy
    name = decisions.map { _ in group.name(thread.survey.outline) } ?? ""
    let count = Double(group.records.count)
    let parts = thread.fields.parts
    dated = Double(parts.count { $0.isDated }) / count
    filled = Double(parts.count { !$0.body.isEmpty }) / count
    own = Double(group.named.own) / count
    around = Double(group.named.around) / count
  }

  /// The share of the records that have an author.
  private var signed: Double {
    Double(thread.authors.count { !$0.isEmpty }) / Double(group.records.count)
  }

  /// Whether the records are a list of articles.
  var isListing: Bool {
    let pages = RecordLinks(thread).pageShare
    if pages > policy.otherPages {
      note("other-pages", share: pages, "lead to comments on pages of their own", isMet: false)
      return true
    }
    let isOwn = own > policy.namedListing
    let limit = isOwn ? policy.namedListingTitles : policy.listingTitles
    let titled = RecordLinks(thread).titleShare
    let rule = isOwn ? "named-listing-titles" : "listing-titles"
    note(rule, share: titled, "have a title that leads elsewhere", isMet: titled <= limit)
    return titled > limit
  }

  /// Whether the records are what mark-up calls references or people, or the rows of a table of data.
  var isOtherList: Bool {
    if areHeaders {
      decisions?.note("html", "headers", "\(name): called authors or dates", isMet: false)
      return true
    }
    guard let kind = OtherLists(thread).kind else { return false }
    decisions?.note("html", "other-list", "\(name): in \(kind)", isMet: false)
    return true
  }

  /// Whether the mark-up calls the records authors or dates: they are the lines above comments.
  private var areHeaders: Bool {
    guard !group.extends else { return false }
    let outline = thread.survey.outline
    let count = group.records.count { record in
      let hints = outline.hints[record.place]
      return hints.intersects(.author.union(.date)) && !hints.intersects(.comment.union(.post))
    }
    return Double(count) > policy.mostlyNamed * Double(group.records.count)
  }

  /// Whether records without dates are as many as the heading above them says there are comments, each
  /// with a name and a text.
  var isCountedThread: Bool {
    guard group.isCounted, dated == 0, signed == 1, filled == 1, !isAside,
      Set(thread.authors).count >= policy.leastAuthors,
      let heading = DiscussionSigns(thread).heading
    else { return false }
    let isMet = HeadingCounts.numbers(in: heading).contains(group.records.count)
    decisions?.note("html", "heading-count", "\(name): below «\(heading)»", isMet: isMet)
    return isMet
  }

  /// Whether the mark-up speaks of comments.
  var isNamed: Bool {
    let share = max(own, around)
    let isNamed = share > policy.mostlyNamed
    note("mostly-named", share: share, "are marked as comments", isMet: isNamed)
    return isNamed
  }

  /// Whether records that are marked as comments have what comments have.
  var isNamedThread: Bool {
    guard meets("least-filled", share: filled, least: policy.leastFilled, "have a text") else {
      return false
    }
    let crowded = Double(group.crowded) / Double(group.records.count)
    guard crowded <= policy.mostCrowded else {
      note("most-crowded", share: crowded, "hold the dates of several comments", isMet: false)
      return false
    }
    if group.records.count == 1 {
      let isComment = signed > 0 && own > 0 && thread.fields.parts[0].date?.isWeak == false
      note("single-comment", share: signed, "have an author and a sure date", isMet: isComment)
      return isComment
    }
    let isOwn = own > policy.mostlyNamed
    if dated < policy.leastDated {
      note("least-dated", share: dated, "have a date", isMet: false)
      let isSigned = isOwn && signed > policy.undatedSigned
      note("undated-signed", share: signed, "have an author", isMet: isSigned)
      let isEnough =
        dated > 0
        || group.records.count >= policy.leastRecords
          && Set(thread.authors).count >= policy.leastAuthors
      return isSigned && isEnough && hasProfiles
    }
    if isOwn {
      return meets("named-signed", share: signed, least: policy.namedSigned, "have an author")
        || meets("named-dated", share: dated, least: policy.namedDated, "have a date")
    }
    return meets("around-signed", share: signed, least: policy.aroundSigned, "have an author")
      && meets("around-dated", share: dated, least: policy.aroundDated, "have a date")
  }

  /// Whether records that nothing calls comments have all that comments have.
  var isUnnamedThread: Bool {
    let count = group.records.count
    let shown = thread.fields.parts.count(where: showsDate)
    let least = policy.leastComplete
    guard
      meets("least-complete", share: Double(shown) / Double(count), least: least, "show a date"),
      meets("least-complete", share: signed, least: least, "have an author"),
      meets("least-complete", share: filled, least: least, "have a text")
    else { return false }
    let isPost = Double(group.named.post) > policy.mostlyNamed * Double(count)
    let isEnough = count >= (isPost ? policy.leastPosts : policy.leastRecords)
    decisions?.note(
      "html",
      isPost ? "least-posts" : "least-records",
      "\(name): \(count) alike",
      isMet: isEnough
    )
    guard isEnough else { return false }
    let authors = Set(thread.authors).count
    guard authors >= policy.leastAuthors else {
      decisions?.note("html", "least-authors", "\(name): \(authors) different", isMet: false)
      return false
    }
    return
      (thread.identity.ids.allSatisfy { !$0.isEmpty } || hasProfiles
      || isPost && isNumbered || isSpokenOf) && !isAside
  }

  /// Whether each record begins with a number, one more than the last.
  private var isNumbered: Bool {
    let outline = thread.survey.outline
    let numbers = group.records.map { record -> Int? in
      let first = record.range.first { place in
        !outline.isElement(place) && outline.textLength(place..<place + 1) > 0
      }
      guard let first else { return nil }
      let text = outline.page.text(outline.nodes[first]).drop { $0 == "#" }
      return Int(text.prefix { $0.isASCII && $0.isNumber })
    }
    let isMet = zip(numbers, numbers.dropFirst()).allSatisfy { number, next in
      number.map { $0 + 1 == next } ?? false
    }
    decisions?.note("html", "numbered", "\(name): counted one by one", isMet: isMet)
    return isMet
  }

  /// Whether a date can be seen: it is there in words, or scripts put it into an empty element.
  private func showsDate(_ parts: RecordFields.Parts) -> Bool {
    guard let date = parts.date else { return false }
    let outline = thread.survey.outline
    return !date.date.text.isEmpty || outline.textLength(outline.range(date.place)) == 0
  }

  /// Whether the words of the page say that the records are comments: a heading above them, or a
  /// button below each.
  private var isSpokenOf: Bool {
    guard Double(group.crowded) <= policy.mostCrowded * Double(group.records.count), !holdsAnswers
    else { return false }
    let signs = DiscussionSigns(thread)
    if let heading = signs.heading {
      decisions?.note("html", "heading", "\(name): below «\(heading)»", isMet: true)
      return true
    }
    let share = signs.answerShare
    let isMet = share >= policy.leastAnswerable
    note("least-answerable", share: share, "have a button to answer them", isMet: isMet)
    return isMet
  }

  /// Whether a record holds an element like itself with a date: an answer, which would be taken for a
  /// part of its text.
  private var holdsAnswers: Bool {
    if group.isPaired { return false }
    let (survey, outline) = (thread.survey, thread.survey.outline)
    // Those that are records themselves are no part of its text.
    let records = Set(group.nested > 0 ? group.records.map(\.place) : [])
    let isHeld = group.records.contains { record in
      record.range.dropFirst().contains { place in
        outline.isElement(place) && outline.isAlike(place, record.place) && !records.contains(place)
          && survey.dateCount(outline.range(place)) > 0
      }
    }
    if isHeld { decisions?.note("html", "answers", "\(name): hold others like them", isMet: false) }
    return isHeld
  }

  /// Whether authors can be told by more than where they stand.
  private var hasProfiles: Bool {
    let share = RecordLinks(thread).profileShare
    let isMet = share > policy.profileShare
    note(
      "profile-share",
      share: share,
      "name the author in the mark-up or link to a profile",
      isMet: isMet
    )
    return isMet
  }

  /// Whether the records stand beside the page's content.
  private var isAside: Bool {
    guard let first = group.records.first else { return false }
    let page = thread.survey.page
    let around = page.tree.ancestor(of: thread.survey.outline.nodes[first.place]) {
      [.aside, .nav, .footer].contains(page.tree[$0].tag)
    }
    if around != nil {
      decisions?.note("html", "aside", "\(name): beside the content", isMet: false)
    }
    return around != nil
  }

  // MARK: Notes

  /// Whether enough of the records are as `finding` says; notes it.
  private func meets(
    _ rule: String,
    share: Double,
    least: Double,
    _ finding: StaticString
  ) -> Bool {
    note(rule, share: share, finding, isMet: share >= least)
    return share >= least
  }

  /// Notes that a share of the records is as `finding` says, and whether that speaks for a thread.
  private func note(_ rule: String, share: Double, _ finding: StaticString, isMet: Bool) {
    guard let decisions else { return }
    let percent = Int((share * 100).rounded())
    decisions.note("html", rule, "\(name): \(percent) % \(finding)", isMet: isMet)
  }
}
