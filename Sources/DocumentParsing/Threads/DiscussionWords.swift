/// The words that pages print above discussions and below comments, in many languages.
package enum DiscussionWords {
  /// The labels of what answers a comment.
  private static let answers = DateWordKind.hashes(
    """
    reply respond quote answer antworten antwort zitieren répondre citer responder responde citar \
    rispondi cita reageren beantwoorden citeren svara svar besvar citera odpowiedz cytuj odpovědět \
    ответить цитировать відповісти vastaa yanıtla cevapla válasz răspunde balas απάντηση رد הגב 返信 \
    回复 回覆 답글
    """
  )
  /// The labels of what else can be done with a comment.
  private static let controls = DateWordKind.hashes(
    """
    permalink report flag like edit delete share parent link context melden löschen teilen signaler \
    denunciar reportar segnala zgłoś пожаловаться recommend upvote downvote button follow follow-up \
    follow-ups folgen suivre seguir volgen
    """
  )
  /// What begins the line above a discussion or counts it.
  private static let headings = DateWordKind.hashes(
    """
    comments comment responses response replies thoughts reactions discussion kommentare kommentar \
    antworten reaktionen commentaires commentaire réactions réponses comentarios comentario \
    respuestas comentários commenti risposte reacties reactie kommentarer komentarze komentarzy \
    komentáře комментарии комментариев комментария отзывы коментарі kommentit kommenttia yorum \
    yorumlar hozzászólás hozzászólások comentarii komentar σχόλια تعليقات התגובות תגובות コメント 评论 \
    評論 댓글 التعليقات تعليق تعليقان التعليقات نظرات دیدگاه دیدگاه‌ها komentari komentarji komentara \
    kommentaarid komentāri komentarai comentaris iruzkinak коментара коментарів коментари \
    обсуждение комментарий комментарии ความคิดเห็น टिप्पणियाँ टिप्पणी মন্তব্য athugasemdir
    """
  )
  /// What else heads a list of what readers wrote, where this is sure to be one.
  private static let titles = DateWordKind.hashes(
    """
    guestbook gästebuch gastenboek gästbok opinions opiniones meinungen opinie opiniões reviews \
    bewertungen rezensionen recensioni reseñas recenzje leserbriefe leserkommentare lezersreacties \
    talkback answers thread conversation messages mensajes nachrichten wortmeldungen
    """
  )

  /// The same in scripts without blanks, where they are parts of longer words.
  private static let written = ["コメント", "评论", "評論", "留言", "回复", "回應", "書き込み", "댓글"]

  /// Whether the word at `range`, without punctuation at its ends, labels what answers a comment.
  package static func isAnswer(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    answers.contains(DateWordKind.hash(bytes, range))
  }

  /// Whether the word at `range`, without punctuation at its ends, labels what can be done with a
  /// comment.
  package static func isControl(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    let hash = DateWordKind.hash(bytes, range)
    return answers.contains(hash) || controls.contains(hash)
  }

  /// Whether the word at `range`, without punctuation at its ends, heads a discussion.
  package static func isHeading(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    headings.contains(DateWordKind.hash(bytes, range))
  }

  /// Whether the word at `range`, without punctuation at its ends, heads a list of what readers wrote.
  package static func isTitle(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    titles.contains(DateWordKind.hash(bytes, range))
  }

  /// Whether a short text is the heading of a discussion: one of its first three words says so.
  package static func isHeading(_ text: String) -> Bool {
    if text.count <= 16, written.contains(where: { text.contains($0) }) { return true }
    return text.split { !$0.isLetter }.prefix(3).contains { word in
      var word = String(word)
      return word.withUTF8 { bytes in
        let bytes = UnsafeRawBufferPointer(bytes)
        let hash = DateWordKind.hash(bytes, 0..<bytes.count)
        return headings.contains(hash) || titles.contains(hash)
      }
    }
  }

  /// Whether the first word of a short text labels what answers a comment.
  package static func isAnswer(_ text: String) -> Bool {
    guard let first = text.split(whereSeparator: { !$0.isLetter }).first else { return false }
    var word = String(first)
    return word.withUTF8 { bytes in
      isAnswer(UnsafeRawBufferPointer(bytes), 0..<bytes.count)
    }
  }
}
