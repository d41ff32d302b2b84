/// How people, streets and companies are called in one part of the world.
struct Culture: Sendable {
  /// A name, and its form in plain ASCII for mail addresses and web sites.
  struct Name: Sendable {
    let text: String
    let ascii: String
  }

  let given: [Name]
  let family: [Name]
  let streets: [String]
  /// What may stand before and after a family name to make a company of it.
  let companyForms: [(before: String, after: String)]
  /// The family name comes first, with no blank where the script has none.
  let familyFirst: Bool
  let separator: String

  private init(
    given: String, family: String, streets: [String], companies: [String], familyFirst: Bool = false,
    separator: String = " "
  ) {
    self.given = Self.names(given)
    self.family = Self.names(family)
    self.streets = streets
    self.companyForms = companies.map { form in
      let parts = form.split(separator: "_", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
    self.familyFirst = familyFirst
    self.separator = separator
  }

  func fullName(_ given: Name, _ family: Name) -> String {
    familyFirst ? family.text + separator + given.text : given.text + separator + family.text
  }

  /// Reads "Jürgen=juergen Ben": words with an ASCII form where lower-casing alone does not give one.
  private static func names(_ list: String) -> [Name] {
    list.split(separator: " ").map { word in
      let parts = word.split(separator: "=", maxSplits: 1)
      let text = String(parts[0])
      return Name(text: text, ascii: parts.count > 1 ? String(parts[1]) : text.lowercased())
    }
  }

  static let english = Culture(
    given: "Alice Bram Clara Desmond Edith Fergus Grace Harold Imogen Jasper Kezia Lionel Maud Ned Olive Percy",
    family: """
      Ashdown Birtwhistle Calloway Dunmore Eastlake Fairweather Greenhalgh Holloway Inglewood Kingsley Larkspur \
      Merriweather Northcott O'Malley=omalley Pemberton Quigley Rushworth Stonebridge Thackeray Underhill
      """,
    streets: ["Harbour Road", "Mill Lane", "St. Mary's Street", "Orchard Avenue", "Station Approach", "Kiln Hill"],
    companies: ["_ & Sons", "_ Ltd", "_ Trading Co.", "The _ Store", "_ \"Home\" Goods"])

  static let german = Culture(
    given: """
      Jürgen=juergen Änne=aenne Björn=bjoern Gudrun Lukas Käthe=kaethe Moritz Sören=soeren Ursula Wiebke Günther=guenther \
      Heike Matthias Rosemarie
      """,
    family: """
      Müller=mueller Großmann=grossmann Schäfer=schaefer Böhm=boehm Kühn=kuehn Weißbach=weissbach Hölzl=hoelzl \
      Brandstätter=brandstaetter Zöllner=zoellner Krause Vogt Lindner Reinhardt Süß=suess Oehler Pfeiffer
      """,
    streets: ["Hafenstraße", "Am Mühlbach", "Lindenallee", "Schützenplatz", "Große Gasse", "Kaiser-Otto-Ring"],
    companies: ["_ GmbH", "_ & Söhne", "Gebrüder _ KG", "Kaufhaus _", "_ Handels-AG"])

  static let french = Culture(
    given: """
      Zoé=zoe Étienne=etienne Hélène=helene François=francois Aurélie=aurelie Gaël=gael Noémie=noemie Thibault Maëlle=maelle \
      Rémi=remi Solène=solene Baptiste Agnès=agnes
      """,
    family: """
      Lefèvre=lefevre Besançon=besancon Dupré=dupre L'Hôte=lhote Périgord=perigord Garçon=garcon Moreau Châtelain=chatelain \
      Noël=noel Bézier=bezier Fontaine Carré=carre D'Aubigné=daubigne Roussel
      """,
    streets: ["rue des Tilleuls", "quai de l'Écluse", "avenue du Général", "place du Marché", "impasse d'Été"],
    companies: ["_ et Fils", "Maison _", "_ S.A.R.L.", "Établissements _", "Comptoir _"])

  static let spanish = Culture(
    given: """
      Íñigo=inigo Begoña=begona José=jose María=maria Ángel=angel Rocío=rocio Joaquín=joaquin Núria=nuria Óscar=oscar Lucía=lucia \
      Andrés=andres Pilar Álvaro=alvaro
      """,
    family: """
      Muñoz=munoz Ibáñez=ibanez Peña=pena Núñez=nunez Quiñones=quinones García=garcia Bermúdez=bermudez Echeverría=echeverria \
      Solís=solis Vázquez=vazquez Ortega Montalbán=montalban Zúñiga=zuniga
      """,
    streets: ["calle del Olmo", "avenida de la Constitución", "plaza Mayor", "camino Viejo", "paseo del Río"],
    companies: ["_ Hermanos", "_ e Hijos, S.L.", "Almacenes _", "Comercial _ S.A.", "Casa _"])

  static let portuguese = Culture(
    given: """
      João=joao Conceição=conceicao Inês=ines António=antonio Luísa=luisa Estêvão=estevao Graça=graca Simão=simao Mónica=monica \
      Duarte Filipa Tomé=tome
      """,
    family: """
      Gonçalves=goncalves Simões=simoes Araújo=araujo Magalhães=magalhaes Falcão=falcao Lourenço=lourenco Brandão=brandao \
      Assunção=assuncao Sá=sa Figueiró=figueiro Pereira Botelho
      """,
    streets: ["rua da Fundição", "largo do Chão", "travessa das Mães", "avenida São João", "rua do Açúcar"],
    companies: ["_ & Irmãos", "Armazéns _", "_ Lda.", "Comércio _", "Padaria _"])

  static let nordic = Culture(
    given: """
      Åse=aase Bjørn=bjorn Søren=soren Märta=marta Øystein=oystein Jönsi=jonsi Ragnhild Kåre=kaare Göran=goran Sólveig=solveig \
      Håkon=haakon Ebba Týra=tyra
      """,
    family: """
      Ødegård=odegaard Sjöström=sjostrom Åkesson=aakesson Kjær=kjaer Nørgaard=norgaard Bäckström=backstrom Tveit Løvås=lovaas \
      Strömberg=stromberg Þórsson=thorsson Dahl Rasmussen
      """,
    streets: ["Strandvägen", "Kirkegårdsveien", "Ågade", "Sjøgata", "Björkstigen"],
    companies: ["_ & Sønner", "_ AB", "_ Handel A/S", "Varuhuset _", "Brødrene _"])

  static let polish = Culture(
    given: """
      Łukasz=lukasz Małgorzata=malgorzata Józef=jozef Żaneta=zaneta Wojciech Świętosława=swietoslawa Grażyna=grazyna \
      Bożena=bozena Paweł=pawel Jędrzej=jedrzej Agnieszka Zdzisław=zdzislaw
      """,
    family: """
      Dąbrowski=dabrowski Wiśniewska=wisniewska Żółkiewski=zolkiewski Ćwikła=cwikla Gałązka=galazka Źrebiec=zrebiec \
      Śliwa=sliwa Kołodziej=kolodziej Pączek=paczek Łęcka=lecka Mróz=mroz Szczęsny=szczesny
      """,
    streets: ["ul. Żeglarska", "ul. Młyńska", "aleja Róż", "plac Święty", "ul. Źródlana"],
    companies: ["_ i Synowie", "_ Sp. z o.o.", "Dom Handlowy _", "Hurtownia _", "Zakłady _"])

  static let czech = Culture(
    given: """
      Jiří=jiri Božena=bozena Řehoř=rehor Květa=kveta Ondřej=ondrej Šárka=sarka Žofie=zofie Luboš=lubos Děpold=depold Hana \
      Matěj=matej
      """,
    family: """
      Dvořák=dvorak Růžička=ruzicka Čermák=cermak Říha=riha Žďárský=zdarsky Vošahlík=vosahlik Hůlka=hulka Jelínková=jelinkova \
      Šťastný=stastny Beneš=benes
      """,
    streets: ["Květinová", "U Řeky", "Žižkova", "Na Příkopě", "Školní"],
    companies: ["_ a synové", "_ s.r.o.", "Obchod _", "Velkosklad _"])

  static let turkish = Culture(
    given: """
      Çağla=cagla Şükrü=sukru Ğazi=gazi İpek=ipek Ömer=omer Ülkü=ulku Işıl=isil Gökçe=gokce Tuğba=tugba Barış=baris Yağmur=yagmur
      """,
    family: """
      Yıldırım=yildirim Öztürk=ozturk Şahin=sahin Çelik=celik Güneş=gunes Kılıç=kilic Işık=isik Doğan=dogan Ağaoğlu=agaoglu \
      Sönmez=sonmez
      """,
    streets: ["Çınar Sokağı", "İskele Caddesi", "Gül Sokağı", "Şehit Yolu", "Ağaçlı Yol"],
    companies: ["_ Ticaret A.Ş.", "_ ve Oğulları", "_ Mağazası", "_ Pazarı"])

  static let greek = Culture(
    given: """
      Αλέξανδρος=alexandros Ελένη=eleni Γιώργος=giorgos Μαρία=maria Νίκος=nikos Ευγενία=evgenia Θάνος=thanos Ζωή=zoi Φώτης=fotis \
      Χρυσούλα=chrysoula
      """,
    family: """
      Παπαδόπουλος=papadopoulos Οικονόμου=oikonomou Βλάχος=vlachos Γεωργίου=georgiou Ξένος=xenos Ψαράς=psaras Θεοδώρου=theodorou \
      Μυλωνάς=mylonas Καραγιάννη=karagianni
      """,
    streets: ["οδός Ελιάς", "λεωφόρος Νίκης", "πλατεία Αγοράς", "οδός Θαλάσσης"],
    companies: ["_ Α.Ε.", "Αφοί _", "Εμπορική _", "_ & Υιοί"])

  static let ukrainian = Culture(
    given: """
      Олена=olena Ярослав=yaroslav Їжак=yizhak Ґалина=galyna Юрій=yurii Соломія=solomiia Тарас=taras Єва=yeva Богдан=bohdan \
      Зоряна=zoriana
      """,
    family: """
      Шевчук=shevchuk Коваль=koval Гончаренко=honcharenko Їжакевич=yizhakevych Ґрещук=greshchuk Лисенко=lysenko Щербань=shcherban \
      Мельник=melnyk Бойко=boiko
      """,
    streets: ["вул. Соборна", "вул. Зелена", "просп. Миру", "пл. Ринок"],
    companies: ["ТОВ «_»", "Торговий дім «_»", "ФОП _", "_ і сини"])

  static let chinese = Culture(
    given: "伟明=weiming 晓燕=xiaoyan 建国=jianguo 丽华=lihua 子轩=zixuan 雨桐=yutong 浩然=haoran 秀英=xiuying 𠮷安=jian",
    family: "王=wang 李=li 欧阳=ouyang 陈=chen 林=lin 周=zhou 赵=zhao 司马=sima 黄=huang",
    streets: ["人民路", "解放大道", "南京东路", "春熙路"],
    companies: ["_氏商贸有限公司", "_记百货", "_家小店"], familyFirst: true, separator: "")

  static let japanese = Culture(
    given: "健太=kenta さくら=sakura 翔=sho 美咲=misaki ケイ=kei 陽子=yoko 大輔=daisuke ひかり=hikari",
    family: "佐藤=sato 鈴木=suzuki 髙橋=takahashi 田中=tanaka 渡邊=watanabe 山本=yamamoto 小林=kobayashi 齋藤=saito",
    streets: ["本町", "中央通り", "桜ヶ丘", "港町"],
    companies: ["_商店", "株式会社_", "_物産"], familyFirst: true, separator: " ")

  static let korean = Culture(
    given: "민준=minjun 서연=seoyeon 지훈=jihun 하은=haeun 도윤=doyun 수빈=subin 예준=yejun",
    family: "김=kim 이=lee 박=park 최=choi 정=jung 강=kang 윤=yoon",
    streets: ["해운대로", "중앙로", "달맞이길", "시장길"],
    companies: ["_상사", "(주)_유통", "_네 가게"], familyFirst: true, separator: "")

  static let vietnamese = Culture(
    given: "Ánh=anh Đức=duc Hường=huong Thủy=thuy Quỳnh=quynh Dũng=dung Phượng=phuong Bảo=bao",
    family: "Nguyễn=nguyen Trần=tran Lê=le Phạm=pham Đặng=dang Vũ=vu Đỗ=do",
    streets: ["đường Bạch Đằng", "đường Lê Lợi", "phố Cổ", "đường Hoa Sữa"],
    companies: ["Công ty _", "Cửa hàng _", "_ & Con"], familyFirst: true)
}
