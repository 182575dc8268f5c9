"""The words that generated clauses are made of, by language: our own, in the manner of conference texts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrases by their part in a clause; ``comma``, ``stop`` and ``conjunction`` hold the blank before them, if any."""

    openers: tuple[str, ...]
    actors: tuple[str, ...]
    modals: tuple[str, ...]
    verbs: tuple[str, ...]
    objects: tuple[str, ...]
    qualifiers: tuple[str, ...]
    introductions: tuple[str, ...]
    items: tuple[str, ...]
    joins: tuple[str, ...]
    links: tuple[str, ...]
    adverbs: tuple[str, ...]
    numbers: tuple[str, ...]
    conjunction: str
    comma: str = ","
    stop: str = "."


def _phrases(lines: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in lines.split("|"))


ENGLISH = Vocabulary(
    openers=_phrases(
        "Recalling|Reaffirming|Noting with satisfaction|Bearing in mind|Expressing its gratitude to|Guided by|Stresses"
    ),
    actors=_phrases(
        "Member States|the Government of the host country|participating delegations|the Secretary-General|border"
        " authorities|all States of the region|competent national bodies|the co-organizers|donors and partners"
    ),
    modals=_phrases("shall|should|may|will|are invited to|are urged to|are called upon to|agree to|intend to"),
    verbs=_phrases(
        "prevent|counter|exchange|strengthen|share|review|adopt|consider|continue|build|extend|finance|report on"
    ),
    objects=_phrases(
        "the use of the Internet for the purposes of recruitment|the financing of violent groups|the exchange of"
        " passenger data|the security of borders|the return and reintegration of families|mutual legal assistance|the"
        " training of judges and prosecutors|the role of youth and of women|the protection of critical infrastructure|a"
        " joint plan of action|the rule of law|well-being, education and the rule of law|the work of the working group"
    ),
    qualifiers=_phrases(
        "as appropriate|as appropriate, and to that end|in accordance with the Charter|within existing means|upon"
        " request|with due regard to the rule of law|to the fullest extent|without delay|in particular at the borders"
        " of the region|in the light of the outcome of the review|in a spirit of trust and of mutual respect"
    ),
    introductions=_phrases("including|such as|among them|in particular|namely"),
    items=_phrases(
        "women|youth|victims|religious leaders|the media|families|prosecutors|border guards|the private sector|schools|"
        "water|energy|trade in arms|drugs|money laundering|transport|customs|health"
    ),
    joins=_phrases(
        "and to|, and, where possible,|and, to that end,|, and shall also|or, as appropriate,|with a view to"
    ),
    links=_phrases("To that end|In this regard|Moreover|At the same time|In so doing|Likewise"),
    adverbs=_phrases("fully|jointly|regularly|actively|without delay|effectively|duly|further"),
    numbers=_phrases("by {}|within {} months|every {} years|in paragraph {}|of at least {} per cent"),
    conjunction=" and",
)

RUSSIAN = Vocabulary(
    openers=_phrases("Напоминая|Подтверждая|Отмечая с удовлетворением|Руководствуясь|Подчеркивает"),
    actors=_phrases("государства-участники|компетентные органы|правительство страны|все стороны|Генеральный секретарь"),
    modals=_phrases("должны|могут|намерены|обязуются|призываются"),
    verbs=_phrases("предупреждать|укреплять|рассматривать|развивать|поддерживать|обеспечивать"),
    objects=_phrases(
        "обмен опытом и данными|охрану границ|борьбу с финансированием насилия|верховенство права|права женщин и детей|"
        "подготовку судей и следователей|роль молодежи и роль женщин"
    ),
    qualifiers=_phrases(
        "в соответствующих случаях|в соответствии с Уставом|без промедления|по просьбе государств|в полной мере|"
        "с учетом итогов обзора|в духе доверия и в духе уважения"
    ),
    introductions=_phrases("включая|такие как|в частности|а именно"),
    items=_phrases("женщины|молодежь|жертвы|школы|средства массовой информации|семьи|торговля оружием|наркотики|вода"),
    joins=_phrases("и|, а также|и, с этой целью,|или, по возможности,"),
    links=_phrases("С этой целью|В этой связи|Кроме того|Вместе с тем"),
    adverbs=_phrases("совместно|активно|полностью|регулярно|также"),
    numbers=_phrases("к {} году|каждые {} месяцев|в пункте {}|не менее {} процентов"),
    conjunction=" и",
)

TAJIK = Vocabulary(
    openers=_phrases("Ёдовар шуда|Тасдиқ намуда|Бо қаноатмандӣ қайд карда|Таъкид мекунад"),
    actors=_phrases("давлатҳои аъзо|мақомоти салоҳиятдор|Ҳукумати Ҷумҳурӣ|ҳамаи тарафҳо|шарикони рушд"),
    modals=_phrases("бояд|метавонанд|ӯҳдадор мешаванд|даъват карда мешаванд"),
    verbs=_phrases("пешгирӣ кунанд|таҳким бахшанд|баррасӣ намоянд|дастгирӣ кунанд|мубодила намоянд"),
    objects=_phrases(
        "ҳифзи сарҳадҳо|ҳуқуқи занон ва кӯдакон|волоияти қонун|мубодилаи таҷриба ва маълумот|нақши ҷавонон ва нақши"
        " занон|омӯзиши судяҳо ва прокурорҳо"
    ),
    qualifiers=_phrases(
        "дар ҳолатҳои зарурӣ|мутобиқи Оиннома|бидуни таъхир|бо дархости давлатҳо|ба таври пурра|бо назардошти ҷамъбаст"
    ),
    introductions=_phrases("аз ҷумла|ба монанди|махсусан"),
    items=_phrases("занон|ҷавонон|мактабҳо|оилаҳо|воситаҳои ахбор|об|савдои силоҳ|маводи мухаддир"),
    joins=_phrases("ва|, ҳамчунин|ва, бо ин мақсад,"),
    links=_phrases("Бо ин мақсад|Дар робита ба ин|Илова бар ин|Ҳамзамон"),
    adverbs=_phrases("якҷоя|фаъолона|мунтазам|инчунин"),
    numbers=_phrases("то соли {}|ҳар {} моҳ|дар банди {}|на камтар аз {} фоиз"),
    conjunction=" ва",
)

FRENCH = Vocabulary(
    openers=_phrases("Rappelant|Réaffirmant|Prenant note avec satisfaction|Guidée par|Souligne"),
    actors=_phrases("les États Membres|l’autorité compétente|le Gouvernement du pays hôte|les parties|les donateurs"),
    modals=_phrases("doivent|peuvent|sont invités à|s’engagent à|conviennent de"),
    verbs=_phrases("prévenir|renforcer|examiner|échanger|soutenir|poursuivre"),
    objects=_phrases(
        "l’échange de données et d’expériences|la sécurité des frontières|l’état de droit|la formation des juges et des"
        " procureurs|le rôle des jeunes et le rôle des femmes|la lutte contre le financement de la violence"
    ),
    qualifiers=_phrases(
        "selon qu’il convient|conformément à la Charte|sans délai|à la demande des États|dans un esprit de confiance|"
        "compte tenu des résultats de l’examen"
    ),
    introductions=_phrases("y compris|tels que|en particulier|notamment"),
    items=_phrases("les femmes|les jeunes|les victimes|les écoles|les médias|l’eau|le commerce des armes|les familles"),
    joins=_phrases("et|, ainsi que de|et, à cette fin,|ou, si possible,"),
    links=_phrases("À cette fin|À cet égard|En outre|Dans le même temps"),
    adverbs=_phrases("conjointement|activement|pleinement|également"),
    numbers=_phrases("d’ici à {}|tous les {} mois|au paragraphe {}|d’au moins {} pour cent"),
    conjunction=" et",
)

SPANISH = Vocabulary(
    openers=_phrases("Recordando|Reafirmando|Observando con satisfacción|Guiada por|Subraya"),
    actors=_phrases("los Estados Miembros|las autoridades competentes|el Gobierno del país anfitrión|las partes"),
    modals=_phrases("deben|pueden|deberían|se comprometen a|convienen en"),
    verbs=_phrases("prevenir|reforzar|examinar|intercambiar|apoyar|proseguir"),
    objects=_phrases(
        "el intercambio de datos y de experiencias|la seguridad de las fronteras|el estado de derecho|la formación de"
        " jueces y de fiscales|el papel de la juventud y el papel de la mujer"
    ),
    qualifiers=_phrases(
        "según proceda|de conformidad con la Carta|sin demora|a petición de los Estados|con espíritu de confianza"
    ),
    introductions=_phrases("incluidos|tales como|en particular|entre ellos"),
    items=_phrases("las mujeres|los jóvenes|las víctimas|las escuelas|los medios|el agua|el comercio de armas"),
    joins=_phrases("y|, así como|y, a tal fin,|o, de ser posible,"),
    links=_phrases("A tal fin|A este respecto|Además|Al mismo tiempo"),
    adverbs=_phrases("conjuntamente|activamente|plenamente|también"),
    numbers=_phrases("para {}|cada {} meses|en el párrafo {}|de al menos el {} por ciento"),
    conjunction=" y",
)

ARABIC = Vocabulary(
    openers=_phrases("إذ تشير إلى|إذ تؤكد من جديد|إذ تلاحظ مع الارتياح|تشدد على"),
    actors=_phrases("الدول الأعضاء|السلطات المختصة|حكومة البلد المضيف|جميع الأطراف|الجهات المانحة"),
    modals=_phrases("ينبغي أن|يجوز أن|يجب أن|تتعهد بأن|مدعوة إلى أن"),
    verbs=_phrases("تمنع|تعزز|تستعرض|تتبادل|تدعم|تواصل"),
    objects=_phrases(
        "تبادل البيانات والخبرات|أمن الحدود|سيادة القانون|تدريب القضاة والمدعين العامين|دور الشباب ودور المرأة|"
        "مكافحة تمويل العنف"
    ),
    qualifiers=_phrases("حسب الاقتضاء|وفقا للميثاق|دون تأخير|بناء على طلب الدول|بروح من الثقة|في ضوء نتائج الاستعراض"),
    introductions=_phrases("بما في ذلك|مثل|ولا سيما"),
    items=_phrases("النساء|الشباب|الضحايا|المدارس|وسائط الإعلام|المياه|تجارة الأسلحة|الأسر"),
    joins=_phrases("و|، وكذلك|، وتحقيقا لهذه الغاية،"),
    links=_phrases("وتحقيقا لهذه الغاية|وفي هذا الصدد|وعلاوة على ذلك|وفي الوقت نفسه"),
    adverbs=_phrases("معا|بنشاط|بالكامل|أيضا"),
    numbers=_phrases("بحلول عام {}|كل {} أشهر|في الفقرة {}|بنسبة {} في المائة"),
    conjunction=" و",
    comma="،",
)

CHINESE = Vocabulary(
    openers=_phrases("回顾|重申|满意地注意到|铭记|强调"),
    actors=_phrases("各会员国|主管当局|东道国政府|各方|与会各国代表团"),
    modals=_phrases("应|应当|可|将|请|承诺"),
    verbs=_phrases("预防|加强|审查|交流|支持|继续推动"),
    objects=_phrases("边境安全|数据和经验的交流|法治|法官和检察官的培训|青年的作用和妇女的作用|打击资助暴力的行为"),
    qualifiers=_phrases("酌情|根据《宪章》|毫不拖延地|应各国请求|本着信任和尊重的精神|考虑到审查的结果"),
    introductions=_phrases("包括|例如|特别是"),
    items=_phrases("妇女|青年|受害者|学校|媒体|水|军火贸易|家庭|能源"),
    joins=_phrases("并|，以及|并为此|或在可能时"),
    links=_phrases("为此|在这方面|此外|与此同时"),
    adverbs=_phrases("共同|积极|充分|还"),
    numbers=_phrases("到{}年|每{}个月|在第{}段中|至少百分之{}"),
    conjunction="和",
    comma="，",
    stop="。",
)

VOCABULARIES = {
    "en": ENGLISH,
    "fr": FRENCH,
    "es": SPANISH,
    "ru": RUSSIAN,
    "ar": ARABIC,
    "zh": CHINESE,
    "tg": TAJIK,
}
