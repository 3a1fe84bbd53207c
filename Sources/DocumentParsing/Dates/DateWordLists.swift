/// The words of `DateWords`, lower case, parted by blanks; languages by ISO 639 code in this order:
/// en de nl fr es it pt ca ro pl cs sk hr ru uk bg sv da nb fi et hu tr el id vi ar zh.
enum DateWordLists {
  /// Names of the months, January first; a word that could be two months is left out.
  static let months = [
    """
    january jan januar jänner jän januari janvier janv enero ene gennaio gen janeiro gener ianuarie \
    ian styczeń stycznia sty leden ledna led január januára siječanj siječnja sij январь января янв \
    січень січня січ януари ян tammikuu tammikuuta tammi jaanuar jaan ocak oca ιανουάριος \
    ιανουαρίου ιαν يناير 一月
    """,
    """
    february feb februar februari februarie febr février févr fév febrero febbraio fevereiro fev \
    febrer luty lutego lut únor února úno február februára veljača veljače velj февраль февраля \
    фев февр лютий лютого лют февруари helmikuu helmikuuta helmi veebruar veebr şubat şub \
    φεβρουάριος φεβρουαρίου φεβ فبراير 二月
    """,
    """
    march mar märz mär mrz maart mrt mars marts marzo março març martie marzec marca březen března bře \
    marec ožujak ožujka ožu март марта мар березень березня бер mart maaliskuu maaliskuuta maalis \
    märts március márc μάρτιος μαρτίου μαρ maret مارس 三月
    """,
    """
    april apr avril avr abril abr aprile aprilie kwiecień kwietnia kwi duben dubna dub apríl apríla \
    travanj travnja tra апрель апреля апр квітень квітня кві април huhtikuu huhtikuuta huhti \
    aprill április ápr nisan nis απρίλιος απριλίου απρ أبريل 四月
    """,
    """
    may mai mei mayo maggio mag maio maig maj maja květen května kvě máj mája svibanj svibnja svi \
    май мая травень травня тра toukokuu toukokuuta touko május máj mayıs μάιος μαΐου μάι مايو 五月
    """,
    """
    june jun juni juin junio giugno giu junho juny iunie iun czerwiec czerwca cze červen června čvn \
    jún júna lipanj lipnja июнь июня июн червень червня чер юни kesäkuu kesäkuuta kesä juuni \
    június haziran haz ιούνιος ιουνίου ιούν يونيو 六月
    """,
    """
    july jul juli juillet juil julio luglio lug julho juliol iulie iul lipiec lipca lip červenec \
    července čvc júl júla srpanj srpnja июль июля июл липень липня юли heinäkuu heinäkuuta heinä \
    juuli július temmuz tem ιούλιος ιουλίου ιούλ يوليو 七月
    """,
    """
    august aug augustus août aou agosto ago ago. agost sierpień sierpnia sie srpen srpna srp \
    augusta kolovoz kolovoza kol август августа авг серпень серпня сер augusti elokuu elokuuta \
    elo augusztus ağustos ağu αύγουστος αυγούστου αύγ agustus أغسطس 八月
    """,
    """
    september sep sept septembre septiembre settembre set setembro setembre septembrie wrzesień \
    września wrz září zář septembra rujan rujna ruj сентябрь сентября сен сент вересень вересня \
    вер септември сеп syyskuu syyskuuta syys szeptember szept eylül eyl σεπτέμβριος σεπτεμβρίου \
    σεπ سبتمبر 九月
    """,
    """
    october oct oktober okt octobre octubre ottobre ott outubro out octombrie październik \
    października paź říjen října říj október októbra октябрь октября окт \
    жовтень жовтня жов октомври lokakuu lokakuuta loka oktoober ekim eki οκτώβριος οκτωβρίου οκτ \
    أكتوبر 十月
    """,
    """
    november nov listopad listopada listopadu lis novembre noviembre novembro noiembrie noi novembra studeni studenog studenoga stu \
    ноябрь ноября ноя нояб листопад листопада лис ноември ное marraskuu marraskuuta marras kasım \
    kas νοέμβριος νοεμβρίου νοέ نوفمبر 十一月
    """,
    """
    december dec dez dezember déc décembre diciembre dic dicembre dezembro desembre decembrie \
    grudzień grudnia gru prosinec prosince pro decembra prosinac prosinca декабрь декабря дек \
    грудень грудня гру декември desember des joulukuu joulukuuta joulu detsember dets aralık ara \
    δεκέμβριος δεκεμβρίου δεκ desember ديسمبر 十二月
    """,
  ]

  /// Days of the week, long and short.
  static let weekdays = """
    monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday \
    sun montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so \
    maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo lundi lun mardi \
    mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim lunes martes miércoles mié jueves \
    jue viernes vie sábado sáb domingo dom lunedì martedì mercoledì giovedì gio venerdì sabato \
    domenica segunda-feira segunda seg terça-feira terça ter quarta-feira quarta qua quinta-feira \
    quinta qui sexta-feira sexta sex poniedziałek pon wtorek wt środa śr czwartek czw piątek pt \
    sobota sob niedziela niedz nd pondělí úterý středa čtvrtek pátek neděle po út st čt pá ne \
    pondelok utorok streda štvrtok piatok nedeľa понедельник пн вторник вт среда ср четверг чт \
    пятница пт суббота сб воскресенье вс понеділок вівторок середа четвер пʼятниця п'ятниця \
    п’ятниця субота неділя нд måndag mån tisdag tis onsdag ons torsdag tors tor fredag fre lördag \
    lör söndag sön mandag man tirsdag tir lørdag lør søndag søn maanantai tiistai ti keskiviikko ke \
    torstai to perjantai pe lauantai la sunnuntai su hétfő kedd szerda csütörtök péntek szombat \
    vasárnap pazartesi pts salı sal çarşamba çar perşembe per cuma cum cumartesi cts pazar paz \
    月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月曜 火曜 水曜 木曜 金曜 土曜 日曜 火 水 木 金 土 \
    星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 \
    월요일 화요일 수요일 목요일 금요일 토요일 일요일 화 수 목 금 토
    """

  /// Before noon.
  static let mornings = """
    am a.m dop πμ d.o. öö ö.ö de vorm fm ap f.m 上午 午前 오전 ص
    """

  /// After noon.
  static let afternoons = """
    pm p.m odp μμ d.u. ös ö.s du nachm em ip e.m 下午 午後 오후 م
    """

  /// Words between the parts of a date or a time.
  static let joints = """
    at on the of um uhr den der vom am om à a le de h min s del las el alle ore il às das e la ora w \
    dnia o godz godzinie v ve dne hod в о г ч мин на от kl klokken den klo kello saat ob ob. u ur \
    στις ώρα pukul st nd rd th er º ª год года року р у kell óra p الساعة ساعت در בשעה ב เวลา น \
    tháng lúc ngày วันที่ को এ তে
    """

  /// Units of relative dates.
  static let units = """
    second seconds sec secs minute minutes min mins hour hours hr hrs day days week weeks month \
    months year years sekunde sekunden minuten stunde stunden tag tage tagen woche wochen monat \
    monate monaten jahr jahre jahren seconde secondes heure heures jour jours semaine semaines mois \
    an ans année années segundo segundos minuto minutos hora horas día días dia dias semana semanas \
    mes meses mês año años ano anos secondo secondi minuti ora ore giorno giorni settimana settimane \
    mese mesi anno anni seconden minuut uur uren dag dagen weken maand maanden jaar jaren sekundę \
    sekundy sekund minutę minuty minut godzinę godziny godzin dzień dni tydzień tygodnie tygodni \
    miesiąc miesiące miesięcy rok lata lat секунду секунды секунд минуту минуты минут час часа часов \
    день дня дней неделю недели недель месяц месяца месяцев год года лет хвилину хвилини хвилин \
    годину години годин дні днів тиждень тижні тижнів місяць місяці місяців рік роки років sekunder \
    minuter timme timmar dagar vecka veckor månad månader år minutter time timer dager dage uke uker \
    uge uger måned måneder sekuntia minuuttia tuntia tunti päivää päivä viikkoa viikko kuukautta \
    kuukausi vuotta vuosi sekund sekundami minutami hodinou hodinami dnem dny týdnem týdny měsícem \
    měsíci rokem lety roky saniye dakika saat gün hafta ay yıl 秒 分 分钟 小时 時間 天 日 週間 周 ヶ月 \
    か月 个月 年 초 분 시간 일 주 개월 년
    """

  /// Words that make a date relative.
  static let agos = """
    ago vor her il y hace há atrás fa geleden temu назад тому sedan siden sitten před önce 前 전
    """
}
