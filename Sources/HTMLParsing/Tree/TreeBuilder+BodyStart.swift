/// Start tags in the body; the HTML standard, 13.2.6.4.7.
extension TreeBuilder {
  mutating func startInBody() -> Outcome {
    let tag = tokenizer.token.tag
    switch tag {
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl,
      .fieldset, .figcaption, .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p,
      .search, .section, .summary, .ul:
      closeParagraphInScope()
      insertElement()
    case .a: startLink()
    case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u:
      insertFormattingElement()
    case .area, .br, .embed, .img, .keygen, .wbr:
      reconstructFormatting()
      insertVoidElement()
      isFramesetOK = false
    case .h1, .h2, .h3, .h4, .h5, .h6:
      closeParagraphInScope()
      if currentTag.isHeading { pop() }
      insertElement()
    case .li: startItem { $0 == .li }
    case .dd, .dt: startItem { $0 == .dd || $0 == .dt }
    case .html, .body, .frameset, .form, .table, .plaintext, .nobr, .hr, .image, .param, .source,
      .track:
      return startStructure(tag)
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      return startInHead()
    case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr: break
    case .input, .button, .textarea, .select, .option, .optgroup: startControl(tag)
    case .applet, .marquee, .object, .pre, .listing, .xmp, .iframe, .noembed, .noscript, .rb,
      .rtc, .rp, .rt, .math, .svg:
      startEmbedded(tag)
    default:
      reconstructFormatting()
      insertElement()
    }
    return .done
  }

  private mutating func startLink() {
    if let entry = formattingIndex(.a) {
      let node = formatting[entry].node
      _ = adopt(.a)
      if let index = formattingIndex(ofNode: node) { formatting.remove(at: index) }
      if let index = openIndex(of: node) { removeOpen(at: index) }
    }
    insertFormattingElement()
  }

  /// Opens an item of a list and closes the one before it.
  private mutating func startItem(closing isItem: (HTMLTag) -> Bool) {
    isFramesetOK = false
    for element in open.reversed() {
      steps += 1
      if isItem(element.tag) {
        generateImpliedEnds(except: element.tag)
        pop(through: element.tag)
        break
      }
      let passes = element.tag == .address || element.tag == .div || element.tag == .p
      if element.traits.contains(.special) && !passes { break }
    }
    closeParagraphInScope()
    insertElement()
  }

  private mutating func startStructure(_ tag: HTMLTag) -> Outcome {
    switch tag {
    case .html:
      if !isOpen(.template), let root = open.first { mergeAttributes(into: root.node) }
    case .body: startSecondBody()
    case .frameset: startFramesetInBody()
    case .form: startForm()
    case .table:
      if quirks != .full { closeParagraphInScope() }
      insertElement()
      isFramesetOK = false
      mode = .inTable
    case .plaintext:
      closeParagraphInScope()
      insertElement()
      tokenizer.content = .plainText
    case .nobr:
      reconstructFormatting()
      if hasInScope(.nobr) { _ = adopt(.nobr) }
      insertFormattingElement()
    case .hr:
      closeParagraphInScope()
      if hasInScope(.select) { generateImpliedEnds() }
      insertVoidElement()
      isFramesetOK = false
    case .image:
      tokenizer.token.name = HTMLName(.img)
      tokenizer.token.tag = .img
      return .again
    default: insertVoidElement()
    }
    return .done
  }

  private mutating func startSecondBody() {
    guard open.count > 1, open[1].tag == .body, !isOpen(.template) else { return }
    isFramesetOK = false
    mergeAttributes(into: open[1].node)
  }

  private mutating func startFramesetInBody() {
    guard open.count > 1, open[1].tag == .body, isFramesetOK else { return }
    tree.detach(open[1].node)
    while open.count > 1 { pop() }
    insertElement()
    mode = .inFrameset
  }

  private mutating func startForm() {
    guard formNode == HTMLNode.none || isOpen(.template) else { return }
    closeParagraphInScope()
    let node = insertElement()
    if !isOpen(.template) { formNode = node }
  }

  private mutating func startControl(_ tag: HTMLTag) {
    switch tag {
    case .button:
      if hasInScope(.button) {
        generateImpliedEnds()
        pop(through: .button)
      }
      reconstructFormatting()
      insertElement()
      isFramesetOK = false
    case .textarea:
      insertRaw(.rcdata)
      skipsNewline = true
      isFramesetOK = false
    case .input:
      if context?.tag == .select { return }
      if hasInScope(.select) { pop(through: .select) }
      reconstructFormatting()
      if !tokenAttribute(.type, is: "hidden") { isFramesetOK = false }
      insertVoidElement()
    case .select:
      if context?.tag == .select { return }
      guard !hasInScope(.select) else { return pop(through: .select) }
      reconstructFormatting()
      insertElement()
      isFramesetOK = false
    default: startOption(tag)
    }
  }

  private mutating func startOption(_ tag: HTMLTag) {
    if hasInScope(.select) {
      generateImpliedEnds(except: tag == .option ? .optgroup : .other)
    } else if currentTag == .option {
      pop()
    }
    reconstructFormatting()
    insertElement()
  }

  private mutating func startEmbedded(_ tag: HTMLTag) {
    switch tag {
    case .applet, .marquee, .object:
      reconstructFormatting()
      insertElement()
      formatting.append(.marker)
      isFramesetOK = false
    case .pre, .listing:
      closeParagraphInScope()
      insertElement()
      skipsNewline = true
      isFramesetOK = false
    case .xmp:
      closeParagraphInScope()
      reconstructFormatting()
      isFramesetOK = false
      insertRaw(.rawText)
    case .iframe:
      isFramesetOK = false
      insertRaw(.rawText)
    case .noembed: insertRaw(.rawText)
    case .noscript where isScripting: insertRaw(.rawText)
    case .rb, .rtc, .rp, .rt:
      let kept: HTMLTag = tag == .rp || tag == .rt ? .rtc : .other
      if hasInScope(.ruby) { generateImpliedEnds(except: kept) }
      insertElement()
    case .math, .svg:
      reconstructFormatting()
      insertForeign(tag == .svg ? .svg : .mathML)
    default:
      reconstructFormatting()
      insertElement()
    }
  }
}
