/// Attributes that pages are asked for.
extension HTMLName {
  /// The attribute `accept`.
  public static let accept = HTMLName(rawValue: firstAttribute + 0)
  /// The attribute `action`.
  public static let action = HTMLName(rawValue: firstAttribute + 1)
  /// The attribute `align`.
  public static let align = HTMLName(rawValue: firstAttribute + 2)
  /// The attribute `alt`.
  public static let alt = HTMLName(rawValue: firstAttribute + 3)
  /// The attribute `async`.
  public static let async = HTMLName(rawValue: firstAttribute + 4)
  /// The attribute `autoplay`.
  public static let autoplay = HTMLName(rawValue: firstAttribute + 5)
  /// The attribute `charset`.
  public static let charset = HTMLName(rawValue: firstAttribute + 6)
  /// The attribute `class`.
  public static let `class` = HTMLName(rawValue: firstAttribute + 7)
  /// The attribute `color`.
  public static let color = HTMLName(rawValue: firstAttribute + 8)
  /// The attribute `cols`.
  public static let cols = HTMLName(rawValue: firstAttribute + 9)
  /// The attribute `colspan`.
  public static let colspan = HTMLName(rawValue: firstAttribute + 10)
  /// The attribute `content`.
  public static let content = HTMLName(rawValue: firstAttribute + 11)
  /// The attribute `contenteditable`.
  public static let contenteditable = HTMLName(rawValue: firstAttribute + 12)
  /// The attribute `coords`.
  public static let coords = HTMLName(rawValue: firstAttribute + 13)
  /// The attribute `datetime`.
  public static let datetime = HTMLName(rawValue: firstAttribute + 14)
  /// The attribute `defer`.
  public static let `defer` = HTMLName(rawValue: firstAttribute + 15)
  /// The attribute `disabled`.
  public static let disabled = HTMLName(rawValue: firstAttribute + 16)
  /// The attribute `download`.
  public static let download = HTMLName(rawValue: firstAttribute + 17)
  /// The attribute `enctype`.
  public static let enctype = HTMLName(rawValue: firstAttribute + 18)
  /// The attribute `encoding`.
  public static let encoding = HTMLName(rawValue: firstAttribute + 19)
  /// The attribute `face`.
  public static let face = HTMLName(rawValue: firstAttribute + 20)
  /// The attribute `for`.
  public static let `for` = HTMLName(rawValue: firstAttribute + 21)
  /// The attribute `headers`.
  public static let headers = HTMLName(rawValue: firstAttribute + 22)
  /// The attribute `height`.
  public static let height = HTMLName(rawValue: firstAttribute + 23)
  /// The attribute `hidden`.
  public static let hidden = HTMLName(rawValue: firstAttribute + 24)
  /// The attribute `href`.
  public static let href = HTMLName(rawValue: firstAttribute + 25)
  /// The attribute `hreflang`.
  public static let hreflang = HTMLName(rawValue: firstAttribute + 26)
  /// The attribute `http-equiv`.
  public static let httpEquiv = HTMLName(rawValue: firstAttribute + 27)
  /// The attribute `id`.
  public static let id = HTMLName(rawValue: firstAttribute + 28)
  /// The attribute `itemid`.
  public static let itemid = HTMLName(rawValue: firstAttribute + 29)
  /// The attribute `itemprop`.
  public static let itemprop = HTMLName(rawValue: firstAttribute + 30)
  /// The attribute `itemref`.
  public static let itemref = HTMLName(rawValue: firstAttribute + 31)
  /// The attribute `itemscope`.
  public static let itemscope = HTMLName(rawValue: firstAttribute + 32)
  /// The attribute `itemtype`.
  public static let itemtype = HTMLName(rawValue: firstAttribute + 33)
  /// The attribute `lang`.
  public static let lang = HTMLName(rawValue: firstAttribute + 34)
  /// The attribute `language`.
  public static let language = HTMLName(rawValue: firstAttribute + 35)
  /// The attribute `loading`.
  public static let loading = HTMLName(rawValue: firstAttribute + 36)
  /// The attribute `maxlength`.
  public static let maxlength = HTMLName(rawValue: firstAttribute + 37)
  /// The attribute `media`.
  public static let media = HTMLName(rawValue: firstAttribute + 38)
  /// The attribute `method`.
  public static let method = HTMLName(rawValue: firstAttribute + 39)
  /// The attribute `name`.
  public static let name = HTMLName(rawValue: firstAttribute + 40)
  /// The attribute `open`.
  public static let open = HTMLName(rawValue: firstAttribute + 41)
  /// The attribute `placeholder`.
  public static let placeholder = HTMLName(rawValue: firstAttribute + 42)
  /// The attribute `poster`.
  public static let poster = HTMLName(rawValue: firstAttribute + 43)
  /// The attribute `prefix`.
  public static let prefix = HTMLName(rawValue: firstAttribute + 44)
  /// The attribute `property`.
  public static let property = HTMLName(rawValue: firstAttribute + 45)
  /// The attribute `rel`.
  public static let rel = HTMLName(rawValue: firstAttribute + 46)
  /// The attribute `resource`.
  public static let resource = HTMLName(rawValue: firstAttribute + 47)
  /// The attribute `role`.
  public static let role = HTMLName(rawValue: firstAttribute + 48)
  /// The attribute `rowspan`.
  public static let rowspan = HTMLName(rawValue: firstAttribute + 49)
  /// The attribute `scope`.
  public static let scope = HTMLName(rawValue: firstAttribute + 50)
  /// The attribute `selected`.
  public static let selected = HTMLName(rawValue: firstAttribute + 51)
  /// The attribute `size`.
  public static let size = HTMLName(rawValue: firstAttribute + 52)
  /// The attribute `sizes`.
  public static let sizes = HTMLName(rawValue: firstAttribute + 53)
  /// The attribute `src`.
  public static let src = HTMLName(rawValue: firstAttribute + 54)
  /// The attribute `srcset`.
  public static let srcset = HTMLName(rawValue: firstAttribute + 55)
  /// The attribute `start`.
  public static let start = HTMLName(rawValue: firstAttribute + 56)
  /// The attribute `target`.
  public static let target = HTMLName(rawValue: firstAttribute + 57)
  /// The attribute `text`.
  public static let text = HTMLName(rawValue: firstAttribute + 58)
  /// The attribute `type`.
  public static let type = HTMLName(rawValue: firstAttribute + 59)
  /// The attribute `typeof`.
  public static let typeof = HTMLName(rawValue: firstAttribute + 60)
  /// The attribute `usemap`.
  public static let usemap = HTMLName(rawValue: firstAttribute + 61)
  /// The attribute `value`.
  public static let value = HTMLName(rawValue: firstAttribute + 62)
  /// The attribute `vocab`.
  public static let vocab = HTMLName(rawValue: firstAttribute + 63)
  /// The attribute `width`.
  public static let width = HTMLName(rawValue: firstAttribute + 64)
  /// The attribute `about`.
  public static let about = HTMLName(rawValue: firstAttribute + 65)
  /// The attribute `aria-hidden`.
  public static let ariaHidden = HTMLName(rawValue: firstAttribute + 66)
  /// The attribute `aria-label`.
  public static let ariaLabel = HTMLName(rawValue: firstAttribute + 67)
  /// The attribute `aria-level`.
  public static let ariaLevel = HTMLName(rawValue: firstAttribute + 68)
  /// The attribute `data-author`.
  public static let dataAuthor = HTMLName(rawValue: firstAttribute + 69)
  /// The attribute `data-comment-id`.
  public static let dataCommentId = HTMLName(rawValue: firstAttribute + 70)
  /// The attribute `data-depth`.
  public static let dataDepth = HTMLName(rawValue: firstAttribute + 71)
  /// The attribute `data-id`.
  public static let dataId = HTMLName(rawValue: firstAttribute + 72)
  /// The attribute `data-lazy-src`.
  public static let dataLazySrc = HTMLName(rawValue: firstAttribute + 73)
  /// The attribute `data-original`.
  public static let dataOriginal = HTMLName(rawValue: firstAttribute + 74)
  /// The attribute `data-parent`.
  public static let dataParent = HTMLName(rawValue: firstAttribute + 75)
  /// The attribute `data-parent-id`.
  public static let dataParentId = HTMLName(rawValue: firstAttribute + 76)
  /// The attribute `data-src`.
  public static let dataSrc = HTMLName(rawValue: firstAttribute + 77)
  /// The attribute `data-srcset`.
  public static let dataSrcset = HTMLName(rawValue: firstAttribute + 78)
  /// The attribute `data-time`.
  public static let dataTime = HTMLName(rawValue: firstAttribute + 79)
  /// The attribute `data-timestamp`.
  public static let dataTimestamp = HTMLName(rawValue: firstAttribute + 80)
  /// The attribute `data-url`.
  public static let dataUrl = HTMLName(rawValue: firstAttribute + 81)
  /// The attribute `datatype`.
  public static let datatype = HTMLName(rawValue: firstAttribute + 82)
  /// The attribute `bgcolor`.
  public static let bgcolor = HTMLName(rawValue: firstAttribute + 83)
  /// The attribute `border`.
  public static let border = HTMLName(rawValue: firstAttribute + 84)
  /// The attribute `tabindex`.
  public static let tabindex = HTMLName(rawValue: firstAttribute + 85)
  /// The attribute `onclick`.
  public static let onclick = HTMLName(rawValue: firstAttribute + 86)
}

/// Attributes that are named like an element.
extension HTMLName {
  /// The attribute `abbr`.
  public static let abbr = HTMLName(.abbr)
  /// The attribute `cite`.
  public static let cite = HTMLName(.cite)
  /// The attribute `data`.
  public static let data = HTMLName(.data)
  /// The attribute `dir`.
  public static let dir = HTMLName(.dir)
  /// The attribute `form`.
  public static let form = HTMLName(.form)
  /// The attribute `label`.
  public static let label = HTMLName(.label)
  /// The attribute `span`.
  public static let span = HTMLName(.span)
  /// The attribute `style`.
  public static let style = HTMLName(.style)
  /// The attribute `summary`.
  public static let summary = HTMLName(.summary)
  /// The attribute `title`.
  public static let title = HTMLName(.title)
}
