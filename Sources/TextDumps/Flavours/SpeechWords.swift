import DocumentModel
import DocumentParsing

/// The words by which pages introduce who wrote a comment.
enum SpeechWords {
  /// «says» and its like, which stand behind a name.
  private static let verbs = DateWordKind.hashes(
    """
    says said say wrote writes write replied replies responded responds commented comments answered \
    posted edited asks asked schrieb schreibt sagt sagte meint meinte antwortete kommentierte dit \
    écrit répond répondit dice dijo escribe escribió comentó respondió responde scrive scritto detto \
    disse diz escreveu comentou respondeu zegt zei schreef schrijft säger sade skriver skrev sier sa \
    siger napisał napisała napisał(a) pisze mówi powiedział říká napsal napsala píše hovorí пишет \
    написал написала говорит сказал сказала пише каже kirjoitti kirjoittaa sanoo dedi diyor yazdı \
    írta mondta spune scrie spus katakan berkata λέει γράφει είπε يقول قال אמר אומר wrote: says: said:
    """
  )
  /// «by» and its like, which stand before a name.
  private static let openings = DateWordKind.hashes(
    """
    by via posted comment submitted written from von geschrieben verfasst kommentar par publié écrit por \
    publicado escrito di scritto da inviato door geplaatst av postat skrevet af przez napisane od \
    автор от
    """
  )
  /// Those of them that are no verbs.
  private static let prepositions = DateWordKind.hashes("by von par por door av af przez od автор")
  /// What pages call those who wrote, behind a name or in its place.
  private static let ranks = DateWordKind.hashes(
    """
    author autor auteur autore автор yazar författare forfatter kirjoittaja szerző συντάκτης 作者 \
    投稿者 글쓴이 op guest gast invité invitado ospite convidado гость gość moderator \
    moderador modérateur moderatore модератор admin administrator
    """
  )
  /// What the texts of pictures beside a name call these.
  private static let pictures = DateWordKind.hashes(
    """
    avatar avatars gravatar picture photo image logo icon profilbild bild foto аватар изображение фото \
    imagen immagine obrázek zdjęcie profielfoto
    """
  )
  /// What votes are called behind their number.
  private static let votes = DateWordKind.hashes(
    "point points punkt punkte punkten puntos puntos pontos punti punten poäng poeng pkt vote votes likes"
  )
  /// What one opinion is called.
  private static let reviews = DateWordKind.hashes(
    "review rezension bewertung recensione reseña recensie critique avis"
  )
  /// What begins a line that says since when somebody is a member.
  private static let memberships = DateWordKind.hashes(
    """
    joined registered registriert beigetreten inscrit inscription registrado iscritto registrato \
    geregistreerd dołączył dołączyła rejestracja зарегистрирован регистрация зареєстрований registrován \
    liittynyt kayıt katılım
    """
  )
  /// What begins such a line if one of `since` follows; alone it is a rank.
  private static let members = DateWordKind.hashes(
    "member mitglied membre miembro membro lid medlem członek участник"
  )
  private static let since = DateWordKind.hashes(
    "since seit depuis desde dal sinds sedan siden od с"
  )
  /// What says that a text was changed: «Last edited by Ines on …».
  private static let edits = DateWordKind.hashes(
    """
    edited bearbeitet geändert editado editada modifié modifiée édition édité edición modifica \
    modificato bewerkt redigerad redigeret edytowany zmieniony редактировалось muokattu upraveno
    """
  )

  /// What begins the heading of a form for comments.
  private static let forms = DateWordKind.hashes(
    """
    leave post add write submit join schreibe schreiben hinterlasse laisser laissez ajouter deja \
    dejar escribe añadir lascia aggiungi plaats geef lämna skriv zostaw dodaj оставить написать \
    добавить napsat přidat kirjoita deixe yorum
    """
  )

  /// Whether the line at `range` heads a form for comments: «Leave a Reply».
  static func opensForm(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    guard range.count <= 60 else { return false }
    let words = DumpWord.words(bytes, range).filter { !bare(bytes, $0.range).isEmpty }
    guard let first = words.first, words.count > 1,
      forms.contains(DateWordKind.hash(bytes, bare(bytes, first.range)))
    else { return false }
    return words.dropFirst().prefix(3).contains {
      isHeading(bytes, $0.range) || isControl(bytes, $0.range)
    }
  }

  /// Verbs that pages print without a blank behind the name.
  static let gluedVerbs: [[UInt8]] = [
    "wrote", "writes", "says", "said", "responded", "replied", "commented", "schrieb", "sagt",
    "schreef", "escribió", "dice", "ha scritto", "пишет",
  ].map { Array($0.utf8) }

  /// What joins a verb to the name of the person who is answered.
  private static let answerJoints = DateWordKind.hashes("to auf an à a aan til на do")

  /// Whether the word at `range` says that somebody said something.
  static func isVerb(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    verbs.contains(DateWordKind.hash(bytes, bare(bytes, range)))
  }

  /// Whether the word at `range` joins a verb to the name of the person who is answered.
  static func isAnswerJoint(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    answerJoints.contains(DateWordKind.hash(bytes, range))
  }

  /// Whether the word at `range` introduces a name and does nothing else: «by».
  static func isBy(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    prepositions.contains(DateWordKind.hash(bytes, range))
  }

  /// Whether the word at `range` introduces a name.
  static func isOpening(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    openings.contains(DateWordKind.hash(bytes, bare(bytes, range)))
  }

  /// Whether the word at `range` counts votes: «points».
  static func isVote(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    votes.contains(DateWordKind.hash(bytes, bare(bytes, range)))
  }

  /// Whether the word at `range` labels a control.
  static func isControl(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    DiscussionWords.isControl(bytes, bare(bytes, range))
  }

  /// Whether the word at `range` is a rank, such as «Author» or «(Guest)».
  static func isRank(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    ranks.contains(DateWordKind.hash(bytes, bare(bytes, range)))
  }

  /// Whether the word at `range` says that a picture stood there.
  static func isPicture(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    pictures.contains(DateWordKind.hash(bytes, bare(bytes, range)))
  }

  /// Whether the text at `range` begins with a word that says since when somebody is a member.
  static func opensMembership(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    guard range.count <= 60 else { return false }
    let words = DumpWord.words(bytes, range).prefix(2).map {
      DateWordKind.hash(bytes, bare(bytes, $0.range))
    }
    guard let first = words.first else { return false }
    return memberships.contains(first)
      || words.count > 1 && members.contains(first) && since.contains(words[1])
  }

  /// Whether the first words of the text at `range` say that something was changed.
  static func opensEdit(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    // The last word may say that what a header is for was edited: `Ines edited 2 hours ago`.
    range.count <= 100
      && DumpWord.words(bytes, range).dropLast().prefix(3).contains {
        edits.contains(DateWordKind.hash(bytes, bare(bytes, $0.range)))
      }
  }

  /// Whether the word at `range` heads a discussion.
  static func isHeading(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    DiscussionWords.isHeading(bytes, bare(bytes, range))
  }

  /// Whether the word at `range` is what a list of opinions is called: «Reviews», «Review».
  static func isTitle(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    let word = bare(bytes, range)
    return DiscussionWords.isTitle(bytes, word) || reviews.contains(DateWordKind.hash(bytes, word))
  }

  /// A word without ASCII punctuation and ellipses at its ends.
  static func bare(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, isPunctuation(bytes[first]) { range.removeFirst() }
    while let last = range.last {
      if isPunctuation(bytes[last]) {
        range.removeLast(1)
      } else if range.count > 3, bytes.ends(range, with: [0xE2, 0x80, 0xA6]) {
        range.removeLast(3)
      } else {
        break
      }
    }
    return range
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
