import type { Entity } from '../../model/entity.js';

/** What people call the rows of an entity; also the word before `id` in a key that points to them. */
export const entityNouns: Readonly<Record<Entity, string>> = {
  account:
    'prospectivebuyer|prospectivecustomer|account|accounts|company|companies|customer|customers|client|clients|organization|organizations|organisation|organisations|org|orgs|business|businesses|reseller|resellers|merchant|merchants|shop|shops|buyer|buyers|lead|leads|prospect|prospects|tenant|tenants|workspace|workspaces|household|households|subscriber|subscribers|donor|donors|guest|guests|shopper|shoppers|policyholder|policyholders|kunde|kunden|firma|firmen|unternehmen|konto|konten|betrieb|betriebe|interessent|interessenten|entreprise|entreprises|societe|societes|compte|comptes|acheteur|acheteurs|empresa|empresas|cliente|clientes|cuenta|cuentas|comprador|compradores|azienda|aziende|clienti|klant|klanten|bedrijf|bedrijven|relatie|relaties|ditta|societa|ragionesociale|cust|acct|empresas|kund|kunder|foretag|virksomhed|klient|klienci|firmy|klienta|klientow|kontrahent|kontrahenci|kontrahenta|bolag|kunder|organisatie|organisaties|selskap|会社|企業|顧客|取引先|得意先|法人',
  contact:
    'contact|contacts|person|persons|people|user|users|member|members|visitor|visitors|kontakt|kontakte|ansprechpartner|personen|nutzer|benutzer|contacto|contactos|persona|personas|personne|personnes|utilisateur|utilisateurs|usuario|usuarios|contatti|contatto|contato|contatos|pessoa|pessoas|kontakty|kontakter|osoba|osoby|contactpersoon|contactpersonen|kontaktperson|kontaktpersoner|連絡先|コンタクト',
  deal: 'deal|deals|opportunity|opportunities|opp|opps|quote|quotes|verkaufschance|verkaufschancen|geschaft|geschafte|abschluss|abschlusse|opportunite|opportunites|affaire|affaires|oportunidad|oportunidades|negocio|negocios|trato|tratos|angebot|angebote|geschafts|szansa|szanse|szansy|verkoopkans|verkoopkansen|kans|kansen|affar|affarer|affars|negociacao|negociacoes|oportunidade|oportunidades|trattativa|trattative|opportunita|商談|案件|取引|ディール',
  subscription:
    'subscription|subscriptions|contract|contracts|membership|memberships|license|licenses|licence|licences|abo|abos|abonnement|abonnements|vertrag|vertrage|contrat|contrats|suscripcion|suscripciones|contrato|contratos',
  payment:
    'payment|payments|invoice|invoices|transaction|transactions|order|orders|charge|charges|purchase|purchases|sale|sales|receipt|receipts|billing|bestellung|bestellungen|rechnung|rechnungen|zahlung|zahlungen|umsatze|kauf|kaufe|commande|commandes|facture|factures|paiement|paiements|vente|ventes|achat|achats|pedido|pedidos|factura|facturas|pago|pagos|venta|ventas|compra|compras|ordine|ordini|fattura|fatture|pagamento|pagamenti|vendita|vendite|bestelling|bestellingen|factuur|facturen|betaling|betalingen|fatura|faturas|venda|vendas|pagamentos',
  activity:
    'activity|activities|event|events|engagement|engagements|task|tasks|call|calls|meeting|meetings|email|emails|note|notes|communication|communications|usage|visit|visits|session|sessions|pageview|pageviews|login|logins|click|clicks|interaction|interactions|touchpoint|touchpoints|webinar|webinars|submission|submissions|aktivitat|aktivitaten|besuch|besuche|termin|termine|nutzung|activite|activites|visite|visites|evenement|evenements|actividad|actividades|visita|visitas|evento|eventos',
  ticket:
    'ticket|tickets|case|cases|support|incident|incidents|conversation|conversations|issue|issues|complaint|complaints|inquiry|inquiries|chat|chats|anfrage|anfragen|beschwerde|beschwerden|reclamation|reclamations|incidente|incidentes|queja|quejas|caso|casos',
  answer:
    'answer|answers|response|responses|survey|surveys|nps|csat|feedback|review|reviews|rating|ratings|testimonial|testimonials|interview|interviews|satisfaction|zufriedenheit|soddisfazione|satisfaccion|umfrage|umfragen|antwort|antworten|bewertung|bewertungen|befragung|sondage|sondages|reponse|reponses|avis|enquete|encuesta|encuestas|respuesta|respuestas|opinion|opiniones|resena|resenas',
};

/** The nouns, taken apart. */
export const nounsOf: Readonly<Record<Entity, readonly string[]>> = {
  account: entityNouns.account.split('|'),
  contact: entityNouns.contact.split('|'),
  deal: entityNouns.deal.split('|'),
  subscription: entityNouns.subscription.split('|'),
  payment: entityNouns.payment.split('|'),
  activity: entityNouns.activity.split('|'),
  ticket: entityNouns.ticket.split('|'),
  answer: entityNouns.answer.split('|'),
};

/** Tables of settings, lists and links: what they are about is none of the entities. */
export const auxiliaryNouns =
  'owner|owners|pipeline|pipelines|stage|stages|property|properties|option|options|role|roles|team|teams|product|products|plan|plans|price|prices|pricebook|coupon|coupons|discount|discounts|card|cards|brand|brands|group|groups|schedule|schedules|holiday|holidays|zone|policy|policies|audit|comment|comments|tag|tags|form|forms|field|fields|mailing|directory|block|question|questions|distribution|version|versions|campaign|campaigns|page|pages|rule|rules|feature|features|guide|guides|poll|polls|step|steps|application|applications|category|categories|subcategory|subcategories|territory|territories|geography|geographies|currency|currencies|fee|fees|payout|payouts|transfer|transfers|dispute|disputes|refund|refunds|credit|method|methods|item|items|template|templates|dictionary|calendar|time|metric|metrics|balance|department|departments|employee|employees|warehouse|warehouses|store|stores|supplier|suppliers|vendor|vendors|inventory|stock|segment|segments|setting|settings|integration|integrations|merge|preference|preferences|record|embedded';

/** Words of file names that say nothing about the rows. */
export const fillerWords =
  'data|dataset|export|exported|all|my|crm|dim|fact|derived|sf|hs|list|table|report|view|backup|final|new|old|copy|full|master|raw|clean|cleaned|sample|test|demo|summary|additional|current|active|churn|churned|csv|xlsx|json|txt|the|of|for|from|b|b2b|b2c|ml|columns|by|with|and|public|main|dump|extract|liste|ubersicht|auswertung|stammdaten|history|query|results|sheet|sheet1';

/** Headers that no field holds but that tell what the rows are. */
export const tellingHeaders: Readonly<Record<Entity, string>> = {
  account:
    'industry|number of employees|employees|annual revenue|founded|year founded|sic|naics|ticker symbol|company size|business type|ownership|legal form|lifecycle stage|tenure|gender|age|income|education|birth date|marital status|job|branche|mitarbeiter|mitarbeiterzahl|secteur|effectif|sector|empleados|num employees|about us|tier|health score|lead status|is converted|parent id|parent company|delinquent|tax exempt|default source|churn|churned|year opened|annual sales|yearly income|recency|frequency|branza|liczba pracownikow|branche|aantal medewerkers|bransch|antal anstallda|omsattning|setor|numero de funcionarios|faturamento|settore|numero dipendenti|fatturato|nip|regon|organisationsnummer|partita iva|業種|従業員数|資本金|年商|売上高',
  contact:
    'first name|last name|job title|department|reports to|mailing street|mailing city|buying role|salutation|vorname|nachname|prenom|apellido|mobile phone|has opted out of email|linkedin url|unsubscribed|last seen|agent email|marketing contact status|imie|nazwisko|stanowisko|voornaam|achternaam|functie|fornamn|efternamn|befattning|cognome|qualifica|sobrenome|役職|部署|姓',
  deal: 'probability|forecast category|pipeline|deal pipeline|expected revenue|next step|deal type|weighted amount|expected close date|lost reason|closed lost reason|closed won reason|est close date|est revenue|potential customer|has opportunity line item|competitors|lost time|won time|probabilite|wahrscheinlichkeit|probabilidad|prawdopodobienstwo|waarschijnlijkheid|sannolikhet|probabilidade|probabilita|estimated value|actual value|失注理由|確度|受注確度|受注予定日',
  subscription:
    'trial start|trial end|current period start|current period end|cancel at period end|mrr|arr|mrr amount|arr amount|auto renew|renewal date|billing frequency|billing cycle anchor|canceled at|interval|plan interval|next billing date|next renewal',
  payment:
    'invoice number|order number|order id|order date|invoice date|subtotal|tax|total price|unit price|quantity|sku|amount refunded|amount due|amount remaining|receipt url|paid|captured|payment intent|card brand|total amount|financial status|line total|units|sales amount|cds|net amount|vat|statement descriptor|order status|order total|order subtotal amount|order total amount|order key|open balance|transaction type|tax total|invoice amount paid',
  activity:
    'event name|event type|activity type|duration minutes|call duration in seconds|page url|url|user agent|browser|session id|num events|usage count|feature name|visitor|outcome|meeting outcome|campaign name|clicked|opened|call disposition|is all day event|due date|task subtype|device|utm source|engagement type|ip|event|distinct id|insert id|anonymous id|event text|received at|sent at|current url|mp lib|referrer|initial referrer|library name|context library name|context page url|context ip',
  ticket:
    'priority|assignee|assignee id|requester|requester id|first response time|first agent reply date|resolution|resolution time|escalated|escalation flag|ticket status|group id|submitter id|case number|sla|csat|via|via channel|case origin|resolved at|full resolution time|problem id|time to close',
  answer:
    'question|question id|response|response id|answer|nps|nps score|survey id|survey name|comment|feedback|promoter|rating|review text|review|respondent|finished|progress|recorded date|distribution channel|verbatim|recommended ind|comments|title review|respondent id|collector id|submit date|survey response id|survey response key|network id|person id',
};
