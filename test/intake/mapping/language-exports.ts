import type { BriefExport } from './brief-exports.js';
import { cellsFrom } from './table-of.js';

function entry(title: string, file: string, [entity, cells, fields]: [BriefExport['entity'], string, string]) {
  return { title, file, entity, cells: cellsFrom(cells), fields: cellsFrom(fields) };
}

/** Deals, companies and people in further languages, as their offices name the columns. */
export const languageExports: readonly BriefExport[] = [
  entry('deals in Polish', 'transakcje.csv', [
    'deal',
    'Identyfikator = 10#7; Nazwa firmy = Firma # Sp. z o.o.; NIP = 525000000#; Etap = Wygrana|Przegrana|Oferta; Kwota = 1000,#0 zł; Data utworzenia = 1#.01.2024; Data zamknięcia = 2#.02.2024',
    'id = Identyfikator; account = Nazwa firmy; stage = Etap; amount = Kwota; createdAt = Data utworzenia; closedAt = Data zamknięcia',
  ]),
  entry('sales chances in Polish', 'szanse sprzedaży.csv', [
    'deal',
    'ID szansy = 10#7; Klient = Firma # S.A.; Nazwa szansy = Wdrożenie #; Status = Wygrana|Przegrana|Otwarta; Wartość = 1000#; Waluta = PLN|EUR; Utworzono = 1#.01.2024; Zamknięto = 2#.02.2024',
    'id = ID szansy; account = Klient; name = Nazwa szansy; amount = Wartość; currency = Waluta; createdAt = Utworzono; closedAt = Zamknięto',
  ]),
  entry('people in Polish', 'kontakty.csv', [
    'contact',
    'Identyfikator = k-#7; Imię = Anna|Jan|Ewa; Nazwisko = Nowak #; Adres e-mail = a#@firma#.pl; Stanowisko = Dyrektor|Kupiec; Firma = Firma # S.A.; Telefon = +48 22 123456#',
    'id = Identyfikator; account = Firma; firstName = Imię; lastName = Nazwisko; email = Adres e-mail; title = Stanowisko; phone = Telefon',
  ]),
  entry('deals in Japanese', '取引.csv', [
    'deal',
    '取引ID = 10#7; 会社名 = 株式会社#; 取引名 = 案件#; ステージ = 受注|失注|提案; 金額 = 1000#; 作成日 = 2024/01/1#; クローズ日 = 2024/02/2#',
    'id = 取引ID; account = 会社名; name = 取引名; stage = ステージ; amount = 金額; createdAt = 作成日; closedAt = クローズ日',
  ]),
  entry('sales cases in Japanese', '商談一覧.csv', [
    'deal',
    '商談番号 = S-#7; 顧客名 = 株式会社#; 商談名 = 案件#; フェーズ = 受注|失注|提案; 受注金額 = 1000#; 登録日 = 2024/01/1#; 完了予定日 = 2024/02/2#',
    'id = 商談番号; account = 顧客名; name = 商談名; stage = フェーズ; amount = 受注金額; createdAt = 登録日; closedAt = 完了予定日',
  ]),
  entry('companies in Japanese', '会社.csv', [
    'account',
    '会社ID = 10#7; 会社名 = 株式会社#; 業種 = 製造|小売; 従業員数 = 1#; 電話番号 = 03-1234-567#; メールアドレス = info@kaisha#.co.jp; ウェブサイト = https://kaisha#.co.jp; 郵便番号 = 100-000#; 都道府県 = 東京都|大阪府; 住所 = 千代田区#; 国 = 日本; 登録日 = 2024/01/1#',
    'id = 会社ID; name = 会社名; phone = 電話番号; email = メールアドレス; domain = ウェブサイト; postcode = 郵便番号; region = 都道府県; address = 住所; country = 国; createdAt = 登録日',
  ]),
  entry('people in Japanese', '連絡先.csv', [
    'contact',
    '連絡先ID = 10#7; 姓 = 佐藤|鈴木|高橋; 名 = 健#; メールアドレス = a#@kaisha#.co.jp; 役職 = 部長|課長; 会社名 = 株式会社#; 電話番号 = 03-1234-567#',
    'id = 連絡先ID; lastName = 姓; firstName = 名; email = メールアドレス; title = 役職; account = 会社名; phone = 電話番号',
  ]),
  entry('deals in Dutch', 'verkoopkansen.csv', [
    'deal',
    'Kansnummer = K-#7; Bedrijf = Firma # B.V.; Onderwerp = Project #; Fase = Gewonnen|Verloren|Offerte; Bedrag = 1000#; Aangemaakt op = 1#-01-2024; Afgesloten op = 2#-02-2024',
    'id = Kansnummer; account = Bedrijf; name = Onderwerp; stage = Fase; amount = Bedrag; createdAt = Aangemaakt op; closedAt = Afgesloten op',
  ]),
  entry('people in Dutch', 'contactpersonen.csv', [
    'contact',
    'Nummer = 10#7; Voornaam = Anna|Jan|Eva; Achternaam = de Vries #; E-mailadres = a#@firma#.nl; Functie = Inkoper|Directeur; Bedrijfsnaam = Firma # B.V.; Mobiel = 06-1234567#',
    'id = Nummer; firstName = Voornaam; lastName = Achternaam; email = E-mailadres; title = Functie; account = Bedrijfsnaam; phone = Mobiel',
  ]),
  entry('deals in Swedish', 'affärer.csv', [
    'deal',
    'Affärs-ID = 10#7; Företag = Bolag # AB; Affärsnamn = Projekt #; Fas = Vunnen|Förlorad|Offert; Belopp = 1000#; Skapad = 2024-01-1#; Stängd = 2024-02-2#',
    'id = Affärs-ID; account = Företag; name = Affärsnamn; stage = Fas; amount = Belopp; createdAt = Skapad; closedAt = Stängd',
  ]),
  entry('people in Swedish', 'kontakter.csv', [
    'contact',
    'ID = 10#7; Förnamn = Anna|Jan|Eva; Efternamn = Berg #; E-post = a#@bolag#.se; Befattning = Inköpare|VD; Företag = Bolag # AB; Mobilnummer = 070-12345#',
    'id = ID; firstName = Förnamn; lastName = Efternamn; email = E-post; title = Befattning; account = Företag; phone = Mobilnummer',
  ]),
  entry('deals in Portuguese', 'negócios.csv', [
    'deal',
    'ID do negócio = 10#7; Empresa = Empresa # Ltda; Nome do negócio = Projeto #; Etapa = Ganho|Perdido|Proposta; Valor = 1000#; Criado em = 1#/01/2024; Data de fechamento = 2#/02/2024',
    'id = ID do negócio; account = Empresa; name = Nome do negócio; stage = Etapa; amount = Valor; createdAt = Criado em; closedAt = Data de fechamento',
  ]),
  entry('people in Portuguese', 'contatos.csv', [
    'contact',
    'Código = 10#7; Nome = Ana|Rui|Eva; Sobrenome = Silva #; E-mail = a#@empresa#.com.br; Cargo = Diretor|Comprador; Empresa = Empresa # Ltda; Telefone = +55 11 1234567#',
    'id = Código; firstName = Nome; lastName = Sobrenome; email = E-mail; title = Cargo; account = Empresa; phone = Telefone',
  ]),
  entry('deals in Italian', 'trattative.csv', [
    'deal',
    'Codice trattativa = T-#7; Azienda = Ditta # S.r.l.; Oggetto = Progetto #; Fase = Vinta|Persa|Offerta; Importo = 1000#; Data creazione = 1#/01/2024; Data chiusura = 2#/02/2024',
    'id = Codice trattativa; account = Azienda; name = Oggetto; stage = Fase; amount = Importo; createdAt = Data creazione; closedAt = Data chiusura',
  ]),
  entry('people in Italian', 'contatti.csv', [
    'contact',
    'Codice = 10#7; Nome = Anna|Gino|Eva; Cognome = Rossi #; Indirizzo e-mail = a#@ditta#.it; Qualifica = Direttore|Acquisti; Ragione sociale = Ditta # S.r.l.; Cellulare = +39 333 12345#',
    'id = Codice; firstName = Nome; lastName = Cognome; email = Indirizzo e-mail; title = Qualifica; account = Ragione sociale; phone = Cellulare',
  ]),
  entry('deals in German by other words', 'geschaefte.csv', [
    'deal',
    'Geschäfts-Nr = D-#7; Firma = Firma # GmbH; Phase = Gewonnen|Verloren|Angebot; Betrag = 7.32#,00 €; Angelegt am = 2#.10.2023; Abgeschlossen am = 1#.08.2024',
    'id = Geschäfts-Nr; account = Firma; stage = Phase; amount = Betrag; createdAt = Angelegt am; closedAt = Abgeschlossen am',
  ]),
  entry('deals in French by other words', 'affaires.csv', [
    'deal',
    "Identifiant = 10#7; Société = Société # SARL; Intitulé de l'affaire = Affaire #; Étape = Gagnée|Perdue|Devis; Montant = 1500,#0 €; Date de création = 1#/01/2024; Date de clôture = 2#/02/2024",
    "id = Identifiant; account = Société; name = Intitulé de l'affaire; stage = Étape; amount = Montant; createdAt = Date de création; closedAt = Date de clôture",
  ]),
  entry('deals of the API of Pipedrive', 'deals.json', [
    'deal',
    'id = 10#7; title = Firm # renewal; value = 100#; currency = EUR|USD; org_id.name = Firm #; org_id.value = 50#; person_id.name = Ann Lee #; person_id.value = 80#; status = won|lost|open; add_time = 2024-01-0# 10:12:00; close_time = 2024-02-0# 10:12:00',
    'id = id; account = org_id.value; contact = person_id.value; name = title; isWon = status; amount = value; createdAt = add_time; closedAt = close_time',
  ]),
  entry('deals with nested companies', 'deals.jsonl', [
    'deal',
    'deal.id = 10#7; company.name = Firm #; company._id = c0#9f; properties.dealname.value = Firm # renewal; properties.dealstage.value = closedwon|closedlost|offer; properties.amount.value = 100#; properties.closedate.value = 2024-02-0#',
    'id = deal.id; account = company._id; stage = properties.dealstage.value; amount = properties.amount.value; closedAt = properties.closedate.value',
  ]),
  entry('opportunities of the API of Dynamics', 'opportunities.csv', [
    'deal',
    'opportunityid = c1b2-00#; _customerid_value = a1b2-00#; name = Firm # renewal; estimatedvalue = 100#; actualvalue = 90#; statecode = 0|1|2; statuscode = 1|3|4; actualclosedate = 2024-02-0#; estimatedclosedate = 2024-03-0#; createdon = 2024-01-0#T00:00:00Z',
    'id = opportunityid; account = _customerid_value; name = name; stage = statecode; amount = actualvalue|estimatedvalue; closedAt = actualclosedate; createdAt = createdon',
  ]),
];
