import { type BriefExport, entry } from './brief-exports.js';

/**
 * Tables of tools, forms and languages that no list of names was written for: they measure (docs/methods/mapping.md) and
 * are not tuned on. Headers as the tools write them, cells made up; file names as they come, most of them telling nothing.
 */
export const heldOutExports: readonly BriefExport[] = [
  entry('HubSpot invoices', 'hubspot-crm-exports-invoices.csv', [
    'payment',
    'Record ID = 90012#; Number = INV-10#; Amount billed = 12#0; Balance due = 0|12#0; Invoice status = Paid|Open; Invoice date = 2025-03-0#; Due date = 2025-04-0#; Currency = EUR; Associated Company = Firm #; Associated Company IDs = 1#',
    'id = Record ID|Number; account = Associated Company IDs; amount = Amount billed; status = Invoice status; dueAt = Due date; paidAt = Invoice date; currency = Currency',
  ]),
  entry('Pipedrive people', 'people-1234-56.csv', [
    'contact',
    'Person - ID = 8#; Person - Name = Ann Lee #; Person - Organization = Firm #; Person - Email - Work = ann#@firm#.de; Person - Phone - Work = +49 30 12345#; Person - Job title = CTO|CFO; Person - Owner = Jo Doe; Person - Open deals = 1|0',
    'id = Person - ID; name = Person - Name; account = Person - Organization; email = Person - Email - Work; phone = Person - Phone - Work; title = Person - Job title',
  ]),
  entry('Pipedrive activities', 'activities-1234-57.csv', [
    'activity',
    'Activity - ID = 5#; Activity - Subject = Call #; Activity - Type = Call|Meeting; Activity - Due date = 2025-03-0#; Activity - Deal = Firm # renewal; Activity - Contact person = Ann Lee #; Activity - Organization = Firm #; Activity - Done = Done|To do; Activity - Assigned to user = Jo Doe',
    'id = Activity - ID; account = Activity - Organization; kind = Activity - Type; happenedAt = Activity - Due date; contact = Activity - Contact person',
  ]),
  entry('Zoho leads', 'Leads_001.csv', [
    'account',
    'Record Id = zcrm_55000#; Lead Owner = Jo Doe; Company = Firm #; First Name = Ann|Bo|Cy; Last Name = Lee #; Title = CTO|CFO; Email = ann#@firm#.de; Phone = +49 30 12345#; Lead Source = Web|Fair; Lead Status = Contacted|Junk; Industry = Retail|Energy; No. of Employees = 5#; Annual Revenue = 10000#; Created Time = 2024-03-0# 10:12; City = Berlin|Köln; Country = Germany',
    'id = Record Id; name = Company; email = Email; phone = Phone; createdAt = Created Time; city = City; country = Country; firstName = First Name; lastName = Last Name',
  ]),
  entry('Dynamics cases', 'Active Cases 1-5-2026.xlsx', [
    'ticket',
    '(Do Not Modify) Case = 9f0#; (Do Not Modify) Row Checksum = ab#; (Do Not Modify) Modified On = 2025-03-0# 10:12; Case Title = Help # please; Case Number = CAS-0100#; Priority = Normal|High; Origin = Web|Phone; Customer = Firm #; Owner = Jo Doe; Status Reason = In Progress|Problem Solved; Created On = 2025-03-0# 10:12; Resolved On = 2025-03-0# 18:12',
    'id = (Do Not Modify) Case|Case Number; account = Customer; priority = Priority; openedAt = Created On; closedAt = Resolved On',
  ]),
  entry('Dynamics contacts, API', 'contacts.json', [
    'contact',
    'contactid = 9f0#; fullname = Ann Lee #; firstname = Ann|Bo|Cy; lastname = Lee #; emailaddress1 = ann#@firm#.de; telephone1 = +49 30 12345#; jobtitle = CTO|CFO; _parentcustomerid_value = 77#; createdon = 2024-03-0#T10:12:00Z; modifiedon = 2024-04-0#T10:12:00Z; statecode = 0; statuscode = 1',
    'id = contactid; name = fullname; email = emailaddress1; phone = telephone1; title = jobtitle; account = _parentcustomerid_value; createdAt = createdon',
  ]),
  entry('Stripe invoices, API', 'invoices.jsonl', [
    'payment',
    'id = in_1#; object = invoice; account_name = My Shop; amount_due = 12#0; amount_paid = 12#0|0; amount_remaining = 0|12#0; created = 170000000#; currency = eur; customer = cus_#; customer_email = ann#@firm#.de; customer_name = Firm #; due_date = 170100000#; number = A1-00#; status = paid|open; subscription = sub_#; total = 12#0',
    'id = id; amount = total|amount_due|amount_paid; paidAt = created; currency = currency; account = customer; status = status; dueAt = due_date',
  ]),
  entry('Intercom companies, API', 'companies.json', [
    'account',
    'type = company; id = 53f#; company_id = C-#; name = Firm #; website = https://firm#.de; industry = Retail|Energy; size = 5#; created_at = 170000000#; updated_at = 171000000#; last_request_at = 172000000#; session_count = 1#; monthly_spend = 49|99; user_count = 3|5; plan.name = Pro|Basic',
    'id = id|company_id; name = name; domain = website; createdAt = created_at',
  ]),
  entry('Intercom conversations', 'conversations.csv', [
    'ticket',
    'Conversation ID = 215#; Conversation started at = 2025-03-0# 10:12; Conversation state = closed|open; Channel = Chat|Email; User ID = u-#; User email = ann#@firm#.de; Company ID = C-#; Teammate currently assigned = Jo; Conversation rating = 5|1; Conversation tags = bug|; Conversation closed at = 2025-03-0# 18:12',
    'id = Conversation ID; account = Company ID; contact = User ID|User email; openedAt = Conversation started at; closedAt = Conversation closed at; satisfaction = Conversation rating',
  ]),
  entry('Zendesk satisfaction ratings, API', 'satisfaction_ratings.json', [
    'answer',
    'id = 35#; url = https://x.zendesk.com/#; assignee_id = 11; group_id = 3; requester_id = 8812#; ticket_id = 70#; score = good|bad; comment = Thanks # very much; reason = |Too slow; created_at = 2025-03-0#T10:12:00Z; updated_at = 2025-03-0#T10:12:00Z',
    'id = id; contact = requester_id; score = score; text = comment; answeredAt = created_at',
  ]),
  entry('Salesforce contracts, API', 'Contract.csv', [
    'subscription',
    'Id = 8005e0000#; AccountId = 0015e0000#; ContractNumber = 0000010#; Status = Activated|Draft; StartDate = 2024-03-0#; EndDate = 2025-03-0#; ContractTerm = 12|24; OwnerId = 005; CreatedDate = 2024-02-0#T10:12:00.000Z; SystemModstamp = 2024-02-0#T10:12:00.000Z',
    'id = Id|ContractNumber; account = AccountId; status = Status; startedAt = StartDate; endedAt = EndDate',
  ]),
  entry('Paddle subscriptions', 'subscriptions-report.csv', [
    'subscription',
    'subscription_id = sub_0#; customer_id = ctm_0#; customer_email = ann#@firm#.de; status = active|canceled; currency_code = EUR; billing_cycle = monthly|yearly; product_name = Pro|Basic; quantity = 1|3; unit_price = 49|19; started_at = 2024-03-0#T10:12:00Z; next_billed_at = 2025-03-0#T10:12:00Z; canceled_at = |2025-01-0#T10:12:00Z',
    'id = subscription_id; account = customer_id; status = status; plan = product_name; seats = quantity; amount = unit_price; startedAt = started_at; endedAt = canceled_at; currency = currency_code',
  ]),
  entry('Gong calls', 'calls.csv', [
    'activity',
    'Call ID = 77#; Call title = Demo # with buyers; Call date = 2025-03-0# 10:12; Duration (min) = 3#; Host = Jo Doe; Account name = Firm #; Opportunity name = Firm # renewal; Scope = External|Internal; Media = Video|Audio',
    'id = Call ID; account = Account name; happenedAt = Call date; amount = Duration (min)',
  ]),
  entry('Google Forms answers', 'Feedback (Responses).csv', [
    'answer',
    'Timestamp = 2025/03/0# 10:12:00; Email Address = ann#@firm#.de; How satisfied are you with our service? = 5|3|4; What should we improve first? = Better docs # please; Which company do you work for? = Firm #',
    'answeredAt = Timestamp; contact = Email Address; score = How satisfied are you with our service?; text = What should we improve first?',
  ]),
  entry('debtors of a German ledger', 'Debitoren.csv', [
    'account',
    'Konto = 1000#; Name (Adressattyp Unternehmen) = Firma # GmbH; Straße = Hauptstr. #; Postleitzahl = 1011#; Ort = Berlin|Köln; Land = DE; USt-IdNr. = DE12345678#; Telefon = 030/12345#; E-Mail = info@firma#.de; Zahlungsbedingung = 14|30',
    'id = Konto; name = Name (Adressattyp Unternehmen); address = Straße; postcode = Postleitzahl; city = Ort; country = Land; phone = Telefon; email = E-Mail',
  ]),
  entry('invoices in French', 'factures_2025.csv', [
    'payment',
    'N° facture = FA-00#; Date facture = 1#/03/2025; Client = Société # SARL; Code client = C00#; Montant HT = 100,#0; Montant TTC = 120,#0; Échéance = 1#/04/2025; Statut = Payée|En attente',
    'id = N° facture; account = Code client|Client; amount = Montant TTC|Montant HT; paidAt = Date facture; dueAt = Échéance; status = Statut',
  ]),
  entry('orders in Spanish', 'pedidos.csv', [
    'payment',
    'Nº pedido = P-00#; Fecha pedido = 1#/03/2025; Cliente = Empresa # S.L.; NIF = B1234567#; Importe total = 120,#0; Estado pedido = Enviado|Pendiente; Forma de pago = Tarjeta|Transferencia',
    'id = Nº pedido; account = Cliente; amount = Importe total; paidAt = Fecha pedido; status = Estado pedido',
  ]),
  entry('companies in Polish', 'klienci.csv', [
    'account',
    'Numer klienta = 10#7; Nazwa firmy = Firma # Sp. z o.o.; NIP = 525000000#; Ulica = Polna #; Kod pocztowy = 00-00#; Miasto = Warszawa|Gdańsk; Kraj = Polska; Telefon = +48 22 123456#; E-mail = biuro@firma#.pl',
    'id = Numer klienta; name = Nazwa firmy; address = Ulica; postcode = Kod pocztowy; city = Miasto; country = Kraj; phone = Telefon; email = E-mail',
  ]),
  entry('companies in Swedish', 'Kunder.csv', [
    'account',
    'Kundnummer = 10#7; Företagsnamn = Bolag # AB; Organisationsnummer = 556000-000#; Gatuadress = Storgatan #; Postnummer = 111 2#; Ort = Stockholm|Malmö; Land = Sverige; Telefon = 08-12345#; E-post = info@bolag#.se; Antal anställda = 1#',
    'id = Kundnummer; name = Företagsnamn; address = Gatuadress; postcode = Postnummer; city = Ort; country = Land; phone = Telefon; email = E-post',
  ]),
  entry('an ERP table of customers', 'KNA1.csv', [
    'account',
    'KUNNR = 000010000#; NAME1 = Firma # GmbH; ORT01 = Berlin|Köln; PSTLZ = 1011#; LAND1 = DE|AT; STRAS = Hauptstr. #; TELF1 = 030/12345#; ERDAT = 2024030#; BRSCH = 01|02',
    'id = KUNNR; name = NAME1; city = ORT01; postcode = PSTLZ; country = LAND1; address = STRAS; phone = TELF1; createdAt = ERDAT',
  ]),
];
