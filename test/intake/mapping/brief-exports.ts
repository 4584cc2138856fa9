import { cellsFrom } from './table-of.js';

/** An export with the fields that matter: those by which its rows are joined and counted. */
export interface BriefExport {
  readonly title: string;
  readonly file: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly entity: string;
  /** Field → column; `a|b`: either is right. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A table in three lines: entity, cells, fields. */
export const entry = (title: string, file: string, [entity, cells, fields]: [string, string, string]): BriefExport => ({
  title,
  file,
  entity,
  cells: cellsFrom(cells),
  fields: cellsFrom(fields),
});

/** Tools and languages beyond the usual CRMs. Headers as the tools write them, cells made up. */
export const briefExports: readonly BriefExport[] = [
  entry('Freshdesk tickets', 'export.csv', [
    'ticket',
    'Ticket ID = 70#; Subject = Help # please; Status = Open|Closed; Priority = Low|High; Source = Email|Phone; Type = Question|Incident; Agent = Jo Doe; Group = Support; Created time = 2025-03-0# 10:12:00; Due by Time = 2025-03-1# 10:12:00; Resolved time = 2025-03-0# 18:12:00; Last update time = 2025-03-0# 19:12:00; Initial response time = 2025-03-0# 11:12:00; Tags = vip|; Full name = Ann Lee #; Email = ann#@firm#.de; Work phone = +49 30 12345#; Company = Firm #; Contact ID = 8812#',
    'id = Ticket ID; priority = Priority; kind = Type; openedAt = Created time; closedAt = Resolved time; account = Company; contact = Contact ID|Email',
  ]),
  entry('Freshdesk tickets, API', 'export.json', [
    'ticket',
    'id = 70#; subject = Help # please; status = 2|5; priority = 1|3; source = 1|2; type = Question|Incident; requester_id = 8812#; responder_id = 11; group_id = 3; company_id = 90012#; due_by = 2025-03-1#T10:12:00Z; created_at = 2025-03-0#T10:12:00Z; updated_at = 2025-03-0#T19:12:00Z; is_escalated = false|true',
    'id = id; priority = priority; kind = type; openedAt = created_at; account = company_id; contact = requester_id',
  ]),
  entry('Chargebee subscriptions, API', 'export.csv', [
    'subscription',
    'id = AzZ#; customer_id = CU#7; plan_id = pro-monthly|basic; plan_quantity = #; plan_unit_price = 4900|1900; status = active|cancelled; currency_code = EUR; started_at = 170000000#; current_term_start = 172000000#; current_term_end = 173000000#; cancelled_at = |171500000#; mrr = 4900|1900; auto_collection = on',
    'id = id; account = customer_id; plan = plan_id; status = status; amount = mrr|plan_unit_price; startedAt = started_at; endedAt = cancelled_at; seats = plan_quantity',
  ]),
  entry('Chargebee customers', 'Customers.csv', [
    'account',
    'Customer Id = CU#7; First Name = Ann|Bo|Cy; Last Name = Lee #; Email = ann#@firm#.de; Phone = +49 30 12345#; Company = Firm #; Created At = 2024-03-0# 10:12; Auto Collection = On; Billing Address City = Berlin|Köln; Billing Address Country = DE|AT; Net Term Days = 30|14',
    'id = Customer Id; name = Company; email = Email; phone = Phone; createdAt = Created At; city = Billing Address City; country = Billing Address Country',
  ]),
  entry('Recurly accounts in a warehouse', 'account_history_data.csv', [
    'account',
    '_fivetran_synced = 2024-01-01 00:00:00; id = 51bcc#; created_at = 2024-02-0#T21:18:40Z; updated_at = 2024-03-0#T21:18:40Z; deleted_at = ; code = acbd#; bill_to = self; state = active|closed; account_first_name = Ann|Bo|Cy; account_last_name = Lee #; email = ann#@firm#.de; company = Firm #; vat_number = DE123#; tax_exempt = false; account_country = DE|AT',
    'id = id; name = company; email = email; createdAt = created_at; country = account_country',
  ]),
  entry('Recurly subscriptions in a warehouse', 'subscription_history_data.csv', [
    'subscription',
    '_fivetran_synced = 2024-01-01 00:00:00; id = 99b1#; created_at = 2024-02-0#T09:28:17Z; updated_at = 2024-03-0#T09:28:17Z; activated_at = 2024-02-0#T09:28:17Z; canceled_at = |2024-04-0#T09:28:17Z; expires_at = |2024-05-0#T09:28:17Z; account_id = 4458#; plan_id = 1c85|455b; uuid = d203#; state = active|expired; current_period_started_at = 2024-04-0#T09:28:17Z; current_period_ends_at = 2024-05-0#T09:28:17Z; auto_renew = true; currency = USD; unit_amount = 99.0|29.0; quantity = 1|3; subtotal = 99.0|87.0; collection_method = manual|automatic',
    'id = id; account = account_id; plan = plan_id; status = state; amount = unit_amount|subtotal; seats = quantity; startedAt = activated_at; endedAt = expires_at|canceled_at',
  ]),
  entry('Shopify customers', 'customers_export.csv', [
    'account',
    'Customer ID = 90138086607#; First Name = Ann|Bo|Cy; Last Name = Lee #; Email = ann#@firm#.de; Accepts Email Marketing = yes|no; Default Address Company = Firm #; Default Address Address1 = High Street #; Default Address City = Utrecht|Leiden; Default Address Province Code = UT|ZH; Default Address Country Code = NL; Default Address Zip = 1234A#; Phone = +31 6 1234567#; Total Spent = 120.#0; Total Orders = #; Tags = vip|; Note = ; Tax Exempt = no',
    'id = Customer ID; email = Email; phone = Phone; city = Default Address City; country = Default Address Country Code; postcode = Default Address Zip; address = Default Address Address1; firstName = First Name; lastName = Last Name',
  ]),
  entry('Mailchimp audience', 'subscribed_members_export.csv', [
    'contact',
    'Email Address = ann#@firm#.de; First Name = Ann|Bo|Cy; Last Name = Lee #; Company = Firm #; Phone Number = +49 30 12345#; MEMBER_RATING = 2|4; OPTIN_TIME = 2024-01-0# 10:00:00; OPTIN_IP = 10.0.0.#; CONFIRM_TIME = 2024-01-0# 10:05:00; LAST_CHANGED = 2024-02-0# 10:05:00; LEID = 1#; EUID = ab#; TAGS = buyers|',
    'email = Email Address; account = Company; firstName = First Name; lastName = Last Name; phone = Phone Number',
  ]),
  entry('SurveyMonkey responses', 'Customer Satisfaction.csv', [
    'answer',
    'Respondent ID = 11409876#; Collector ID = 4210; Date Created = 2025-03-0# 10:12; Date Modified = 2025-03-0# 10:14; IP Address = 10.0.0.#; Email Address = ann#@firm#.de; First Name = Ann|Bo|Cy; Last Name = Lee #; How likely is it that you would recommend us to a friend or colleague? = 9|6|10; What could we do better? = Please make export number # faster',
    'id = Respondent ID; answeredAt = Date Created|Date Modified; contact = Email Address; score = How likely is it that you would recommend us to a friend or colleague?; text = What could we do better?',
  ]),
  entry('Delighted NPS', 'nps_responses.csv', [
    'answer',
    'Person ID = 55#; Email = ann#@firm#.de; Name = Ann Lee #; Survey Response ID = 77#; Score = 9|6|10; Comment = Love feature number # a lot; Response Time = 2025-03-0# 10:12; Company = Firm #; Plan = Pro|Basic',
    'id = Survey Response ID; contact = Person ID|Email; account = Company; score = Score; text = Comment; answeredAt = Response Time',
  ]),
  entry('Typeform results', 'responses.csv', [
    'answer',
    '\\# = a1b#; How likely are you to recommend us? = 9|6|10; What is the main reason for your score? = Because reason # matters to us; Your email = ann#@firm#.de; Start Date (UTC) = 2025-03-0# 10:12:00; Submit Date (UTC) = 2025-03-0# 10:14:00; Network ID = 9f#',
    'answeredAt = Submit Date (UTC); score = How likely are you to recommend us?; text = What is the main reason for your score?; contact = Your email',
  ]),
  entry('Mixpanel events', 'export.csv', [
    'activity',
    'Event = Page View|Signup|Export; Time = 170000000#; Distinct ID = u-#; Browser = Chrome|Safari; City = Berlin|Köln; Country = DE; Current URL = https://app.x.io/p#; Insert ID = 77#; Company ID = C-#',
    'kind = Event; happenedAt = Time; account = Company ID; contact = Distinct ID',
  ]),
  entry('Segment tracks in a warehouse', 'tracks.csv', [
    'activity',
    'id = 9f#; anonymous_id = 3b#; user_id = u-#; event = order_completed|signed_up; event_text = Order Completed|Signed Up; received_at = 2025-03-0# 10:12:00; sent_at = 2025-03-0# 10:12:01; timestamp = 2025-03-0# 10:11:59; context_page_url = https://x.io/p#; context_ip = 10.0.0.#; context_library_name = analytics.js',
    'id = id; kind = event; happenedAt = timestamp|received_at; contact = user_id',
  ]),
  entry('Close leads', 'leads.csv', [
    'account',
    'id = lead_#x; display_name = Firm #; description = ; url = https://firm#.de; status_label = Qualified|Bad Fit; date_created = 2024-03-0# 10:12; date_updated = 2024-04-0# 10:12; primary_contact_name = Ann Lee #; primary_contact_primary_email = ann#@firm#.de; num_opportunities = 1|2',
    'id = id; name = display_name; domain = url; createdAt = date_created',
  ]),
  entry('Freshsales deals', 'export.csv', [
    'deal',
    'Id = 50#; Name = Firm # renewal; Amount = 12#0.00; Sales account = Firm #; Primary contact = Ann Lee #; Deal stage = Won|Lost|New; Expected close date = 2025-05-0#; Closed date = 2025-05-0#; Deal type = New Business|Renewal; Lost reason = |Price; Probability (%) = 100|0|20; Created at = 2025-01-0# 10:12; Sales owner = Jo Doe; Source = Web|Referral',
    'id = Id; name = Name; amount = Amount; account = Sales account; stage = Deal stage; closedAt = Closed date; createdAt = Created at',
  ]),
  entry('Copper opportunities', 'opportunities.csv', [
    'deal',
    'Opportunity Id = 50#; Name = Firm # renewal; Company = Firm #; Company Id = 90#; Primary Contact = Ann Lee #; Owned By = Jo Doe; Pipeline = Sales; Stage = Qualified|Proposal; Status = Won|Lost|Open; Value = 12#0; Close Date = 2025-05-0#; Loss Reason = |Price; Created At = 2025-01-0#; Updated At = 2025-02-0#',
    'id = Opportunity Id; account = Company Id; stage = Stage; isWon = Status; amount = Value; closedAt = Close Date; createdAt = Created At',
  ]),
  entry('SugarCRM accounts', 'Accounts.csv', [
    'account',
    'ID = 8f#a; Name = Firm #; Website = www.firm#.de; Office Phone = +49 30 12345#; Billing Street = Ringstraße #; Billing City = Berlin|Köln; Billing State = BE|NW; Billing Postal Code = 1011#; Billing Country = Germany; Industry = Retail|Energy; Employees = 5#; Date Created = 2024-03-0# 10:12; Type = Customer|Prospect; Assigned User Name = jo',
    'id = ID; name = Name; domain = Website; phone = Office Phone; address = Billing Street; city = Billing City; postcode = Billing Postal Code; country = Billing Country; createdAt = Date Created',
  ]),
  entry('QuickBooks invoices', 'Invoice List.csv', [
    'payment',
    'Date = 2025-03-0#; Transaction Type = Invoice; Num = 100#; Customer = Firm #; Memo/Description = ; Due Date = 2025-04-0#; Amount = 12#0.00; Open Balance = 0.00|12#0.00; Status = Paid|Overdue',
    'id = Num; account = Customer; amount = Amount; paidAt = Date; dueAt = Due Date; status = Status',
  ]),
  entry('Xero invoices', 'SalesInvoices.csv', [
    'payment',
    '*ContactName = Firm #; EmailAddress = ann#@firm#.de; InvoiceNumber = INV-00#; Reference = ; InvoiceDate = 2025-03-0#; DueDate = 2025-04-0#; Total = 12#0.00; TaxTotal = 19#.00; InvoiceAmountPaid = 12#0.00|0.00; Currency = EUR; Type = Sales invoice; Status = Paid|Awaiting Payment',
    'id = InvoiceNumber; account = *ContactName; amount = Total; paidAt = InvoiceDate; dueAt = DueDate; currency = Currency; status = Status',
  ]),
  entry('WooCommerce orders', 'orders-export.csv', [
    'payment',
    'Order Number = 100#; Order Status = Completed|Refunded; Order Date = 2025-03-0# 10:12; Customer Note = ; First Name (Billing) = Ann|Bo|Cy; Last Name (Billing) = Lee #; Company (Billing) = Firm #; Email (Billing) = ann#@firm#.de; Country Code (Billing) = DE; Order Subtotal Amount = 100.#0; Order Total Amount = 119.#0; Customer User ID = 44#',
    'id = Order Number; status = Order Status; paidAt = Order Date; amount = Order Total Amount; account = Customer User ID|Company (Billing)|Email (Billing)',
  ]),
  entry('ActiveCampaign deals, API', 'deals.json', [
    'deal',
    'id = 50#; hash = 9f#; title = Firm # renewal; value = 12#000; currency = eur; status = 0|1|2; stage = 3|4; group = 1; contact = 8812#; account = 90012#; organization = ; owner = 2; cdate = 2025-01-0#T10:12:00-05:00; mdate = 2025-02-0#T10:12:00-05:00; nextdate = ; percent = 20|80',
    'id = id; name = title; amount = value; currency = currency; stage = stage; account = account; contact = contact; createdAt = cdate',
  ]),
  entry('clients in Italian', 'Clienti.csv', [
    'account',
    'Codice cliente = C00#; Ragione sociale = Ditta # S.r.l.; Partita IVA = IT0123456789#; Indirizzo = Via Roma #; CAP = 2012#; Città = Milano|Torino; Provincia = MI|TO; Nazione = Italia; Telefono = 02 12345#; Fatturato = 120.000,0#; Settore = Commercio|Industria',
    'id = Codice cliente; name = Ragione sociale; address = Indirizzo; postcode = CAP; city = Città; region = Provincia; country = Nazione; phone = Telefono',
  ]),
  entry('customers in Dutch', 'Klanten.csv', [
    'account',
    'Klantnummer = K-10#; Bedrijfsnaam = Bedrijf # B.V.; Straat = Dorpsstraat #; Postcode = 1234 A#; Plaats = Utrecht|Leiden; Land = Nederland; Telefoonnummer = 030-12345#; E-mailadres = info@bedrijf#.nl; Website = www.bedrijf#.nl; Branche = Handel|Zorg; Aantal medewerkers = 1#',
    'id = Klantnummer; name = Bedrijfsnaam; address = Straat; postcode = Postcode; city = Plaats; country = Land; phone = Telefoonnummer; email = E-mailadres; domain = Website',
  ]),
  entry('customers in Portuguese', 'clientes_2025.csv', [
    'account',
    'Código do Cliente = 10#7; Nome da Empresa = Empresa # Ltda; CNPJ = 12.345.678/0001-0#; Endereço = Rua Augusta #; Cidade = São Paulo|Rio de Janeiro; Estado = SP|RJ; CEP = 01305-00#; País = Brasil; Telefone = (11) 91234-567#; Data de cadastro = 1#/03/2024; Segmento = Varejo|Serviços',
    'id = Código do Cliente; name = Nome da Empresa; address = Endereço; city = Cidade; region = Estado; postcode = CEP; country = País; phone = Telefone; createdAt = Data de cadastro',
  ]),
];
