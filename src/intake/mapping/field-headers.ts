import type { Entity, fieldsOf } from '../../model/entity.js';

type HeadersOf = { readonly [E in Entity]: Readonly<Record<(typeof fieldsOf)[E][number], string>> };

const ids =
  'id|record id|hs object id|object id|key|guid|uuid|number|no|nr|num|code|external id|ref|reference|alternate key|row id|reference id|unique id|n|kunnr|konto|kontonummer|account no|identifiant|identyfikator|identificativo|identificador|identifikator|numer|nummer|numero|codice|codigo|kod|番号|コード|管理番号';
const created =
  'created at|created|create date|created date|created on|created time|date created|creation date|createdate|inserted at|added at|add time|date added|erstellt am|erstelldatum|anlagedatum|angelegt am|date de creation|cree le|fecha de creacion|creado el|record created|cdate|create time|creation time|created on date|date creation|data di creazione|data creazione|data de cadastro|data de criacao|criado em|aangemaakt op|skapad|oprettet|data utworzenia|eingetragen am|date d inscription|fecha de alta|fecha alta|inscription date|utworzono|data dodania|data rejestracji|skapad den|skapat datum|opprettet|oprettelsesdato|creato il|data inserimento|data apertura|data de abertura|aanmaakdatum|作成日|作成日時|登録日|登録日時|案件作成日';
const currencies =
  'currency|currency of value|currency code|currency iso code|deal currency|wahrung|devise|moneda|transaction currency|waluta|valuta|moeda|divisa|通貨';
const closed =
  'closed at|close date|closed date|date closed|closed on|closed time|actual close date|won time|won lost date|end date|abschlussdatum|geschlossen am|schliessdatum|date de cloture|fecha de cierre|closing date|expected close date|est close date|estimated close date|close time|deal closed on|abgeschlossen am|entschieden am|gewonnen am|entscheidungsdatum|data zamkniecia|zamknieto|data decyzji|クローズ日|完了日|成約日|決定日|契約日|受注日|afgesloten op|gesloten op|sluitdatum|afsluitdatum|stangd|stangd den|avslutad|avslutsdatum|stangningsdatum|lukket|lukkedato|data de fechamento|data do fechamento|fechado em|fechamento|data chiusura|data di chiusura|chiuso il|data decisione|date de signature|cloture le|date cloture|fecha cierre|cerrado el|przewidywana data zamkniecia|クローズ予定日|完了予定日|verwachte sluitdatum|chiusura prevista|previsao de fechamento|forvantat avslut';

/**
 * Names that exports give to the fields, the best first. The entity's own noun before a name needs not be written
 * (`Deal Name`, `dealname`, `Deal - Title`); keys to other entities are told by their nouns (`table-words.ts`).
 */
export const fieldHeaders: HeadersOf = {
  account: {
    id: `${ids}|kundennummer|kundennr|kunden nr|kundenid|kd nr|kdnr|debitor|debitorennummer|firmennummer|numero client|n client|code client|id client|id cliente|codigo cliente|numero de cliente|customer reference|codice cliente|codice|codigo do cliente|codigo|cod cliente|klantnummer|klantnr|relatienummer|debiteurnummer|kundnummer|numer klienta|debitorennr|debitor nr|partner id|numero|cod`,
    name: 'name|company name|account name|organization name|company|organization|organisation|account|customer|client|display name|business name|legal name|firma|firmenname|firmenbezeichnung|unternehmen|unternehmensname|kunde|kundenname|raison sociale|societe|nom de la societe|entreprise|nom de l entreprise|nom|nom client|empresa|razon social|nombre de la empresa|nombre empresa|nombre|cliente|full name|topic|trade name|associated company|ragione sociale|azienda|societa|nome azienda|denominazione|bedrijfsnaam|klantnaam|bedrijf|nome da empresa|nome empresa|nome|nome fantasia|razao social|naam|foretagsnamn|foretag|virksomhedsnavn|nazwa firmy|nazwa|bezeichnung|name 1|denomination|denomination sociale|nombre comercial|nombre cliente|kunden name|business|organization legal name|nazwa klienta|nazwa kontrahenta|kontrahent|klient|klant|organisatie|relatienaam|bolag|kundnamn|firmanavn|selskap|nome cliente|nome do cliente|会社名|企業名|顧客名|取引先名|法人名|会社|企業|顧客|取引先|法人',
    firstName:
      'first name|firstname|given name|forename|fname|vorname|prenom|nombre de pila|first|nome proprio|voornaam|primer nombre|imie|fornamn|fornavn|primeiro nome',
    lastName:
      'last name|lastname|surname|family name|lname|nachname|familienname|zuname|nom de famille|apellido|apellidos|last|cognome|achternaam|nazwisko|efternamn|etternavn|sobrenome|apelido|姓|苗字',
    domain:
      'domain|company domain name|domain name|website|website url|web site|url|web|homepage|site web|site internet|webseite|internetadresse|web adresse|sitio web|pagina web|sito web|sito|dominio|domaine|domane|webside|hemsida|strona www|internet|business profile url|email domain|primary domain|strona internetowa|witryna|webbplats|webbsida|ウェブサイト|ホームページ|サイト|ドメイン|サイトurl',
    email:
      'email|e mail|email address|e mail address|mail|primary email|contact email|company email|billing email|e mail adresse|email adresse|adresse e mail|courriel|adresse mail|correo|correo electronico|email address 1|e mailadres|emailadres|indirizzo email|posta elettronica|pec|endereco de email|e post|adres e mail|email 1|email work|contact e mail|dirección de correo|adresse electronique|メールアドレス|メール|eメール|epost|e postadress',
    phone:
      'phone|phone number|main phone|telephone|tel|company phone|mobile phone|mobile|business phone|telefon|telefonnummer|rufnummer|tel nr|numero de telephone|telefono|numero de telefono|telefone|celular|telefoon|telefoonnummer|telefonnr|office phone|phone 1|phone office|numero di telefono|cellulare|telephone 1|tlf|numer telefonu|fon|mobil|mobilnummer|mobiltelefon|mobiel|mobiel nummer|telefon komorkowy|電話番号|電話|代表電話',
    address:
      'address|street|street address|billing street|address line 1|address 1|address 1 street 1|mailing street|billing address|shipping street|strasse|anschrift|adresse|rue|direccion|calle|domicilio|indirizzo|via|straat|adres|straatnaam|endereco|logradouro|rua|gata|adress|gade|ulica|address 1 line 1|street 1|strasse und hausnummer|strasse hausnummer|domicilio fiscal|gatuadress|besoksadress|postadress|bezoekadres|ulica i numer|住所|所在地',
    city: 'city|billing city|address city|mailing city|town|address 1 city|shipping city|ort|stadt|wohnort|ville|ciudad|localidad|poblacion|citta|comune|plaats|woonplaats|stad|cidade|municipio|miasto|by|postort|commune|localite|miejscowosc|gemeente|localidade|市区町村|都市',
    region:
      'region|state|state region|billing state|billing state province|state province|state code|state or region|province|address state|mailing state|county|bundesland|kanton|departement|provincia|estado|address 1 state province|state province code|provincia|estado|wojewodztwo|lan|uf|regione|regiao|province code|state code|provincie|stato provincia|都道府県',
    postcode:
      'postcode|postal code|zip|zip code|zipcode|zip postal code|billing postal code|billing zip postal code|address postal code|address zip|mailing postal code|billing code|shipping postal code|plz|postleitzahl|code postal|codigo postal|cp|cap|cep|codigo postal|postnummer|postnr|kod pocztowy|address 1 zip postal code|郵便番号',
    country:
      'country|country region|billing country|country code|country name|address country|mailing country|nation|billing country code|country region code|english country region name|land|staat|pays|pais|address 1 country region|shipping country|nazione|paese|kraj|land region|country name en|国|国名',
    createdAt: `${created}|signup date|signed up|signed up at|sign up date|signup at|registered at|registration date|customer since|member since|client since|date first purchase|first visit|join date|joined at|kunde seit|client depuis|cliente desde|start date|became a customer date`,
  },
  contact: {
    id: `${ids}|contact id|vid|canonical vid|user id|person id|visitor id`,
    account: '',
    name: 'name|full name|contact name|display name|vollstandiger name|nom complet|nombre completo|agent full name|imie i nazwisko|namn|navn|naam|nome completo|nome e cognome|氏名|名前|お名前|連絡先名',
    firstName:
      'first name|firstname|given name|forename|fname|vorname|prenom|nombre de pila|first|nome proprio|voornaam|primer nombre|imie|fornamn|fornavn|primeiro nome',
    lastName:
      'last name|lastname|surname|family name|lname|nachname|familienname|zuname|nom de famille|apellido|apellidos|last|cognome|achternaam|nazwisko|efternamn|etternavn|sobrenome|apelido|姓|苗字',
    email:
      'email|e mail|email address|e mail address|work email|primary email|email address 1|email work|mail|agent email|e mail adresse|courriel|correo electronico|correo|email home|email other|e mailadres|emailadres|adres e mail|indirizzo email|indirizzo e mail|endereco de email|e post|epost|e postadress|メールアドレス|メール',
    phone:
      'phone|phone number|mobile phone|mobile phone number|business phone|work phone|mobile|telephone|phone work|telefon|telefono|phone home|phone mobile|telefono cellulare|cellulare|celular|telefone|telefoon|telefoonnummer|telefonnummer|mobil|mobilnummer|mobiltelefon|mobiel|numer telefonu|telefon komorkowy|電話番号|電話|携帯電話',
    title:
      'title|job title|position|job function|funktion|berufsbezeichnung|poste|fonction|cargo|puesto|agent role|stanowisko|befattning|titel|functie|functietitel|qualifica|mansione|funcao|stilling|役職|肩書',
    role: 'role|buying role|contact role|decision role|persona|job level|seniority|rolle|agent group role|rol|rola|roll|ruolo|papel|役割',
    createdAt: `${created}|signed up|signup date|first seen|first visit`,
  },
  deal: {
    id: `${ids}`,
    account: '',
    contact: '',
    name: 'name|dealname|title|topic|opportunity name|bezeichnung|titel|nom|intitule|nombre|asunto|betreff|nazwa|tytul|temat|onderwerp|omschrijving|titel|namn|amne|benamning|navn|nome|titulo|oggetto|titolo|件名|名|名称|名前',
    stage:
      'stage|stage name|deal stage|dealstage|pipeline stage|deal pipeline stage id|sales stage|phase|etape|etapa|status reason|verkaufsphase|statecode|state code|etap|etap sprzedazy|faza|fase|stadium|verkoopfase|fas|steg|saljfas|etapa do negocio|fase vendita|stadio|ステージ|フェーズ|段階|sales phase',
    isWon:
      'is won|won|is closed won|hs is closed won|closed won|status|deal status|outcome|result|win loss|gewonnen|ergebnis|gagne|statut|ganado|estado|resultado|wynik|wygrana|uitslag|resultaat|utfall|resultat|esito|stato|situacao|ステータス|状態|状況|結果|issue',
    isClosed: 'is closed|closed|is deal closed|hs is closed|geschlossen',
    amount:
      'amount|value|deal value|deal amount|amount in company currency|actual revenue|est revenue|revenue|total price|total|contract value|acv|tcv|betrag|wert|auftragswert|volumen|montant|valeur|importe|valor|monto|amount converted|actual value|estimated value|kwota|kwota netto|wartosc|bedrag|waarde|orderwaarde|belopp|varde|ordervarde|importo|valore|valor total|金額|受注金額|売上金額|見込金額|売上|summa',
    currency: currencies,
    createdAt: `${created}|opened at|open date`,
    closedAt: closed,
  },
  subscription: {
    id: ids,
    account: '',
    plan: 'plan|plan name|plan id|plan tier|product|product name|tier|package|tarif|paket|produkt|formule|offre|offer|producto|price id|membership type|subscription plan|plan code',
    status: 'status|subscription status|state|statut|estado|zustand',
    amount:
      'mrr|mrr amount|amount|price|monthly price|monthly amount|recurring amount|arr|arr amount|monthly charges|plan amount|contract value|unit amount|betrag|preis|prix|montant|precio|importe|value',
    currency: currencies,
    seats:
      'seats|quantity|licenses|licences|users|seat count|number of seats|units|anzahl|quantite|cantidad|lizenzen|plan quantity',
    startedAt:
      'start date|started at|start date utc|start|current period start|begin date|activation date|activated at|contract start|startdatum|beginn|vertragsbeginn|date de debut|debut|fecha de inicio|inicio|effective date|created|created at|created date',
    endedAt:
      'ended at|end date|canceled at|cancelled at|canceled at utc|ended at utc|cancel date|cancellation date|churn date|contract end|end|expiry date|expires at|enddatum|ende|vertragsende|date de fin|fin|fecha de fin|fecha fin|termination date',
  },
  payment: {
    id: `${ids}|order number|sales order number|order no|order name|invoice no|invoice number|transaction id|charge id|receipt number|bestellnummer|rechnungsnummer|numero de facture|numero de commande|numero de factura|numero de pedido|belegnummer`,
    account: '',
    amount:
      'amount|total|amount paid|total amount|grand total|order total|invoice total|total price|sales amount|net amount|amount due|value|revenue|dollar value|price|subtotal|total amt|gross|net|sum|converted amount|betrag|gesamtbetrag|summe|umsatz|rechnungsbetrag|montant|montant total|total ttc|prix total|importe|importe total|monto|precio total|sales|line total|spend|order value|order amount|purchase amount|payment amount|extended price',
    currency: currencies,
    status: 'status|financial status|payment status|order status|paid|state|statut|estado|zahlungsstatus|zustand',
    dueAt:
      'due date|due at|date due|payment due date|falligkeitsdatum|fallig am|date d echeance|echeance|fecha de vencimiento|vencimiento|due date utc',
    paidAt: `paid at|payment date|date paid|paid on|order date|invoice date|transaction date|purchase date|sale date|date|datum|billing date|bestelldatum|kaufdatum|rechnungsdatum|zahlungsdatum|date de commande|date de facture|date de paiement|date achat|fecha|fecha de compra|fecha de pedido|fecha de pago|fecha de factura|timestamp|time|processed at|period start|event date|${created}|posted date|effective date`,
  },
  activity: {
    id: `${ids}|engagement id|event id|activity id|session id|usage id`,
    account: '',
    contact: '',
    kind: 'type|activity type|event type|event|event name|kind|engagement type|action|category|event subtype|task subtype|feature name|page name|reason code|art|typ|feature|subject|channel|tipo|activity|task type|name|event text',
    amount:
      'count|amount|quantity|duration|usage count|num events|value|duration in minutes|call duration in seconds|duration minutes|num minutes|number of events|minutes|anzahl|dauer|duree|duracion|usage duration secs|clicks',
    happenedAt: `timestamp|happened at|occurred at|activity date|event date|event time|date|hs timestamp|activity date time|start date time|start time|start date|usage date|visit date|visited at|time|sent at|datum|zeitpunkt|due date|marked as done time|churn date|session date|received at|fecha|horodatage|${created}`,
  },
  ticket: {
    id: `${ids}|case number|case id|conversation id`,
    account: '',
    contact: '',
    kind: 'type|category|ticket category|hs ticket category|ticket type|case type|case reason|reason|topic|issue type|subject|kategorie|typ|art|categorie|tipo|categoria|thema|tag',
    priority:
      'priority|hs ticket priority|ticket priority|severity|urgency|prioritat|dringlichkeit|priorite|prioridad|urgence',
    satisfaction:
      'satisfaction|satisfaction score|satisfaction rating|csat|csat score|rating|conversation rating|customer satisfaction|zufriedenheit|satisfaccion|score',
    openedAt: `opened at|submitted at|open date|date opened|date time opened|started at|conversation started at|requested at|eingegangen am|ouvert le|abierto el|reported at|${created}`,
    closedAt:
      'closed at|resolved time|closed time|closed date|close date|date closed|solved at|solved date|resolved at|date time closed|resolution date|last closed at|solved|resolved on|geschlossen am|gelost am|ferme le|cerrado el|fecha de cierre|end date|time closed',
  },
  answer: {
    id: `${ids}|response id|survey response key|respondent id|submission id`,
    account: '',
    contact: '',
    question:
      'question|question text|question id|prompt|item|frage|pregunta|enonce|survey question|survey name|poll id|question name',
    text: 'text|answer|response|comment|comments|feedback|review text|review|verbatim|body|feedback text|poll response|kommentar|antwort|rezension|commentaire|reponse|avis|respuesta|comentario|comentarios|opinion|response text|nps comment|content|message',
    score:
      'score|nps|nps score|rating|value|stars|csat|recommendation|satisfaction|likelihood to recommend|bewertung|punkte|note|puntuacion|calificacion|overall rating|rate|points|nps rating|likelihood|punteggio|cijfer|nota',
    answeredAt: `answered at|submitted at|recorded date|response date|completed at|date|timestamp|survey date|submit date|submission date|end date|review date|datum|fecha|start date|horodateur|zeitstempel|date submitted|reviewed at|response time|submit date utc|end date utc|date modified|${created}`,
  },
};
