import DocumentParsing

/// Rows for what a page prints around its comments.
extension TextThreadPolicy {
  static let markRules: [Rule<TextThreadPolicy>] = [
    Rule(
      "detection-sample",
      \.detectionSample,
      considers: "how many bytes of a source are looked at to tell whether it is a flattened page",
      evidence: """
        Article and first comments lie within half a megabyte; looking at all of a large text \
        takes time.
        """,
      fixture: "wpdiscuz-text/flat",
      step: (1 << 19) - 100,
      check: .lower
    ),
    Rule(
      "dates-above-part",
      \.datesAbovePart,
      considers: "the part of the page's dates that may stand above the comments heading",
      evidence: """
        Comments can quote «12 Comments», and then most of the page's dates stand above; an \
        article has few dates.
        """,
      fixtures: ["wpdiscuz-text/dates-above", "wpdiscuz-text/more-dates-above"],
      check: .both
    ),
    Rule(
      "least-dates-above",
      \.leastDatesAbove,
      considers: "how many dates may stand above the heading on any page",
      evidence: "An article prints its own date even where there are three comments.",
      fixtures: ["wpdiscuz-text/date-above", "wpdiscuz-text/two-dates-above"],
      check: .both
    ),
    Rule(
      "longest-form-line",
      \.longestFormLine,
      considers: "how many bytes a line of the subscription form has",
      evidence: "The form consists of labels; sentences of the article are longer.",
      fixture: "wpdiscuz-text/form-lines",
      check: .both
    ),
    Rule(
      "most-form-lines",
      \.mostFormLines,
      considers: "how many lines of the form stand above the number of comments",
      evidence: """
        Extractors keep up to six lines of wpDiscuz' form; a longer run of short lines is a \
        list.
        """,
      fixtures: ["wpdiscuz-text/form-of-six", "wpdiscuz-text/form-of-seven"],
      check: .both
    ),
    Rule(
      "least-form-lines",
      \.leastFormLines,
      considers: "how many lines of the form must stand above the number",
      evidence: "One short line above «12 Comments» is a heading in an article.",
      fixtures: ["wpdiscuz-text/form-of-one", "wpdiscuz-text/form-of-two"],
      check: .both
    ),
    Rule(
      "least-order-lines",
      \.leastOrderLines,
      considers: "how many lines offer the orders of comments",
      evidence: "wpDiscuz prints two lines; a single one is the name above the first date.",
      fixtures: ["wpdiscuz-text/form-orders", "wpdiscuz-text/form-one-order"],
      check: .both
    ),
    Rule(
      "longest-neighbour",
      \.longestNeighbour,
      considers: "how many bytes the lines around a comment's date have",
      evidence: "Names and reply lines are shorter; a date amid paragraphs is part of a text.",
      fixtures: ["wpdiscuz-text/names-as-neighbours", "wpdiscuz-text/dates-of-notes"],
      check: .both
    ),
    Rule(
      "moment-weight",
      \.momentWeight,
      considers: "what a date with a time of day counts, when the shape most dates have is chosen",
      evidence: "Comments tell the time, articles the day.",
      fixtures: ["wpdiscuz-text/moments-win", "text/days-win"],
      check: .both
    ),
    Rule(
      "day-weight",
      \.dayWeight,
      considers: "what a date without a time of day counts",
      evidence: """
        Sites can leave out the time; then nothing but the number of dates speaks for the \
        thread.
        """,
      fixtures: ["wpdiscuz-text/moments-win", "text/days-win"],
      check: .both
    ),
    Rule(
      "unknown-word-penalty",
      \.unknownWordPenalty,
      considers: "what a date with a word of no list loses",
      evidence: """
        Such words are a site's own format on every comment, or a sentence that names a day.
        """,
      fixtures: ["text/own-words-lose", "wpdiscuz-text/own-words-win"],
      check: .both
    ),
    Rule(
      "longest-reply",
      \.longestReply,
      considers: "how many bytes a reply line has from which the phrase is learned",
      evidence: """
        The longest phrase and a name of a hundred bytes fit; longer lines beside a date are \
        texts.
        """,
      fixtures: ["wpdiscuz-text/reply-longest", "wpdiscuz-text/reply-overlong"],
      check: .both
    ),
    Rule(
      "least-reply-phrase",
      \.leastReplyPhrase,
      considers: "how many bytes the phrase before a name has at least",
      evidence: "Signs of one byte are typed before names: «@ Wim».",
      fixtures: ["wpdiscuz-text/reply-phrase-shortest", "wpdiscuz-text/reply-phrase-too-short"],
      check: .both
    ),
    Rule(
      "longest-reply-phrase",
      \.longestReplyPhrase,
      considers: "how many bytes the phrase before a name has at most",
      evidence: """
        «Reply to» has a few words in any language, in scripts of two or three bytes a letter; \
        blanks further on belong to a text.
        """,
      fixtures: ["wpdiscuz-text/reply-phrase-longest", "wpdiscuz-text/reply-phrase-overlong"],
      check: .both
    ),
    Rule(
      "least-plain-replies",
      \.leastPlainReplies,
      considers: "how many lines share a phrase that is followed by two blanks",
      evidence: "Two blanks follow a full stop, so that one line proves nothing.",
      fixtures: ["wpdiscuz-text/plain-replies", "wpdiscuz-text/plain-reply"],
      check: .both
    ),
    Rule(
      "least-plain-share",
      \.leastPlainShare,
      considers: "the share of lines with two blanks beside a date that begin with the phrase",
      evidence: "Names with two blanks, unlike the phrase, are all different.",
      fixtures: ["wpdiscuz-text/plain-replies-most", "wpdiscuz-text/plain-replies-half"],
      step: 10,
      check: .both
    ),
    Rule(
      "reply-sample",
      \.replySample,
      considers: "how many reply lines are looked at",
      evidence: "The first tell the phrase; looking at all costs time on large pages.",
      fixture: "wpdiscuz-text/plain-replies",
      step: 4095,
      check: .lower
    ),
    Rule(
      "most-reply-phrases",
      \.mostReplyPhrases,
      considers: "how many unlike phrases are counted",
      evidence: """
        A page has one, and perhaps some that look like one; this bounds the work on hostile \
        text.
        """,
      fixture: "wpdiscuz-text/plain-replies-most",
      step: 255,
      check: .lower
    ),
    Rule(
      "longest-votes",
      \.longestVotes,
      considers: "how many bytes a line of votes has",
      evidence: "Themes print «1.2K» or «1,234»; longer numbers are texts.",
      fixture: "wpdiscuz-text/votes-longest",
      check: .both
    ),
    Rule(
      "least-votes",
      \.leastVotes,
      considers: "the share of comments that have votes below, on a page that prints them",
      evidence: "A line with nothing but a number is an answer to a question now and then.",
      fixtures: ["wpdiscuz-text/votes-most", "wpdiscuz-text/votes-half"],
      step: 10,
      check: .both
    ),
    Rule(
      "longest-footer",
      \.longestFooter,
      considers: "how many bytes the label of a button has",
      evidence: """
        «Reply» has a word or two in any language, in scripts of up to three bytes a letter; \
        longer lines below a number are texts.
        """,
      fixtures: ["wpdiscuz-text/footer-longest", "wpdiscuz-text/footer-overlong"],
      check: .both
    ),
    Rule(
      "least-footers",
      \.leastFooters,
      considers: "how often a label must stand below votes, unless it is «Reply»",
      evidence: "A number and a line below it occur once in any text.",
      fixtures: ["wpdiscuz-text/footers-two", "wpdiscuz-text/footers-one"],
      check: .both
    ),
    Rule(
      "least-footer-share",
      \.leastFooterShare,
      considers: "the share of comments that end in the label",
      evidence: "The label ends every comment or none, but dates are quoted as well.",
      fixtures: ["wpdiscuz-text/footers-half", "wpdiscuz-text/footers-fewer"],
      step: 10,
      check: .both
    ),
    Rule(
      "most-footer-labels",
      \.mostFooterLabels,
      considers: "how many unlike labels are counted",
      evidence: "A page has one, and perhaps numbers above other lines; this bounds the work.",
      fixture: "wpdiscuz-text/footers-after-number",
      step: 63,
      check: .lower
    ),
    Rule(
      "shortest-edit-note",
      \.shortestEditNote,
      considers: "how many bytes a note that a comment was edited has at least",
      evidence: """
        The note has a word or more beside the age; shorter lines with an age are answers: «3 \
        years ago».
        """,
      fixture: "wpdiscuz-text/edit-notes",
      check: .both
    ),
    Rule(
      "longest-edit-note",
      \.longestEditNote,
      considers: "how many bytes the note has at most",
      evidence: "It holds a name of 250 bytes at most; longer lines with an age are texts.",
      fixture: "wpdiscuz-text/edit-notes",
      check: .both
    ),
    Rule(
      "longest-toggle",
      \.longestToggle,
      considers: "how many bytes the line that unfolds replies has",
      evidence: """
        «View Replies (4)» has a few words in any language, in scripts of up to three bytes a \
        letter.
        """,
      fixtures: ["wpdiscuz-text/toggle-longest", "wpdiscuz-text/toggle-overlong"],
      check: .both
    ),
    Rule(
      "told-toggle-weight",
      \.toldToggleWeight,
      considers: "what a toggle counts that stands above a name printed twice",
      evidence: """
        Between a button and a name there is nothing else; elsewhere it may be a name itself.
        """,
      fixtures: ["wpdiscuz-text/toggle-above-name", "wpdiscuz-text/toggle-twice"],
      check: .both
    ),
    Rule(
      "least-toggle-weight",
      \.leastToggleWeight,
      considers: "how much must speak for a label",
      evidence: "A name that ends in a number in brackets stands there once.",
      fixtures: ["wpdiscuz-text/toggle-above-name", "wpdiscuz-text/toggle-once"],
      check: .both
    ),
    Rule(
      "most-toggle-labels",
      \.mostToggleLabels,
      considers: "how many unlike labels are counted",
      evidence: "A page has one, and perhaps names that look like one; this bounds the work.",
      fixture: "wpdiscuz-text/toggle-after-name",
      step: 63,
      check: .lower
    ),
    Rule(
      "longest-cut-label",
      \.longestCutLabel,
      considers: "how many bytes the ellipsis and the label of a cut text take",
      evidence: """
        «… Read more »» and its translations fit; an ellipsis further in belongs to the text.
        """,
      fixture: "wpdiscuz-text/cut-label-longest",
      check: .both
    ),
    Rule(
      "longest-plain-label",
      \.longestPlainLabel,
      considers: "how many bytes a label without a guillemet has",
      evidence: "Some themes leave out the guillemet; then longer labels are sentences.",
      fixture: "wpdiscuz-text/cut-label-plain",
      check: .both
    ),
    Rule(
      "usual-cut-words",
      \.usualCutWords,
      considers: "how many words a cut text has where few are there to compare",
      evidence: """
        wpDiscuz cuts after 100 words unless told otherwise; people who type the label write \
        less.
        """,
      fixture: "wpdiscuz-text/cut-words",
      check: .both
    ),
    Rule(
      "least-cut-texts",
      \.leastCutTexts,
      considers: "how many cut texts tell how long they are",
      evidence: "Of two, one may be typed.",
      fixtures: ["wpdiscuz-text/cut-texts", "wpdiscuz-text/cut-texts-few"],
      check: .both
    ),
    Rule(
      "cut-words-part",
      \.cutWordsPart,
      considers: "the part of the usual length that a cut text has at least",
      evidence: """
        A site cuts all at one length, but extractors count words of lists and quotations \
        otherwise.
        """,
      fixture: "wpdiscuz-text/cut-texts-unlike",
      check: .both
    ),
    Rule(
      "cut-sample-texts",
      \.cutSampleTexts,
      considers: "how many texts are searched for the mark",
      evidence: "Pages that cut any text cut some of the first; this bounds the work.",
      fixture: "wpdiscuz-text/cut-texts",
      step: 32767,
      check: .lower
    ),
    Rule(
      "cut-sample-marks",
      \.cutSampleMarks,
      considers: "how many marks are compared",
      evidence: "Enough to tell what they look like and how long cut texts are.",
      fixture: "wpdiscuz-text/cut-texts",
      step: 4095,
      check: .lower
    ),
    Rule(
      "most-cut-marks",
      \.mostCutMarks,
      considers: "how many unlike marks are counted",
      evidence: "A page has one, and perhaps some that look like one; this bounds the work.",
      fixture: "wpdiscuz-text/cut-after-ellipsis",
      step: 255,
      check: .lower
    ),
  ]
}
