import { nameTokens } from '../typing/name-tokens.js';

interface SourceSigns {
  readonly name: string;
  /** Headers that only this tool writes: one is enough. */
  readonly only?: RegExp;
  /** Headers as they stand in its exports, lower case: four of them together tell it. */
  readonly some: string;
}

const sources: readonly SourceSigns[] = [
  {
    name: 'hubspot',
    only: /^(property_\w+|hs_\w+|hubspot[ _]owner.*|company domain name|associated (company|contact|deal|company ids.*)|company owner|deal owner|contact owner|ticket (owner|name|description)|portal_id|hs object id|is closed won|lifecycle stage|lifecyclestage|marketing contact status|deal_pipeline_\w+)$/i,
    some: 'record id|create date|last modified date|deal stage|deal name|pipeline|lead status|num associated contacts|number of employees|annual revenue|time zone|canonical_vid',
  },
  {
    name: 'salesforce',
    only: /^(.+__c|.+__r|stage_?name|is_?won|forecast_?category.*|system_?modstamp|jigsaw\w*|what_?id|who_?id|record_?type_?id|opportunity (id|name|owner)|account owner|billing_?(street|geocode_?accuracy)|billing zip\/postal code|billing state\/province|fiscal period|account site|pricebook_?2_?id|case number|is_?converted|mailing_?street)$/i,
    some: 'account id|account name|last modified by id|last_modified_by_id|created_by_id|createdbyid|owner_id|ownerid|lead_source|lead source|billingcity|billingcountry|billing city|billing country|probability (%)|type|master_record_id|is_deleted|billingstate|billingpostalcode|last activity|stage|close date',
  },
  {
    name: 'pipedrive',
    only: /^(deal|organization|person|lead|activity|product) - .+$/i,
    some: 'org_id|person_id|won_time|lost_time|add_time|update_time|stage_id|pipeline_id|org_name|label|next_activity_date|weighted_value|lost_reason|visible_to|cc_email|open_deals_count',
  },
  {
    name: 'zoho',
    only: /^(.+ owner id|zcrm_.+|.+\.id|(account|deal|contact|lead)s? image|record image|crm_?id|deal_name|account_name\.id|closing[ _]date|modified by id|created by id)$/i,
    some: 'deal name|account name|closing date|created time|modified time|deal owner|account owner|contact owner|lead owner|record id|created by|modified by|tag|last activity time|layout|stage|expected revenue',
  },
  {
    name: 'dynamics',
    only: /^(\(do not modify\).*|est\. (close date|revenue)|potential customer|address 1: .+|parentcustomerid(type)?|customeridtype|.*_yominame|statecode|statuscode|estimatedclosedate|estimatedvalue|new_\w+|relationship type)$/i,
    some: 'account name|main phone|primary contact|topic|status reason|owner|modified on|created on|actual revenue|actual close date|account number|emailaddress1|telephone1|name|websiteurl|revenue',
  },
  {
    name: 'stripe',
    only: /^(.* ?\(utc\)|card (id|brand|last4|funding)|livemode|.*statement_?descriptor|balance_transaction(_id)?|payment_?intent(_?id)?|invoice_prefix|.*\(metadata\)|delinquent|converted amount( refunded)?|.*current_period_(start|end)|billing_cycle_anchor|amount_off|payout_id|connected_account_id|unit_amount(_decimal)?)$/i,
    some: 'customer id|amount|currency|customer_id|created|status|description|seller message|fee|plan|quantity|interval|customer email|card name|metadata|amount refunded|taxes on fee|captured',
  },
  {
    name: 'intercom',
    only: /^(intercom.*|.*web sessions|last seen on .*|conversation (id|started at|rating|state)|teammate.*|user_?id \(intercom\)|unsubscribed from emails|last heard from.*|first seen|has hard bounced|participated in conversation|company last seen|signed up \(.*\)|last contacted( \(.*\))?)$/i,
    some: 'signed up|last seen|city|country|browser|browser language|os|company|user id|email|name|type|owner|first page|utm campaign',
  },
  {
    name: 'zendesk',
    only: /^(requester(_id| id)?|assignee_?id|submitter(_id| id)?|brand_?id|ticket_form_id|via_channel|satisfaction (score|rating)|first reply time.*|full resolution time.*|ticket (created.*|solved.*|group|brand|form|satisfaction.*)|has_incidents|shared_tickets|only_private_comments|ticket organization name|requester (name|email|external id)|organization_?id)$/i,
    some: 'assignee|group|priority|subject|status|via|solved at|created at|updated at|resolution time|reopens|replies|due at|organization|ticket type|tags|locale_id|group_id',
  },
  {
    name: 'pendo',
    only: /^(visitor_?id|guide_id|agent_\w+|poll_id|num_minutes)$/i,
    some: 'num_events|account_id|app_id|remote_ip|server_name|user_agent|first_visit|last_visit|last_updated_at|id_hash',
  },
  {
    name: 'qualtrics',
    only: /^(recipient_?(email|first_?name|last_?name)|responseid|distribution_?channel|user_?language|question_id|mailing_list_id|embedded_data.*|directory_id|externalreference|external_data_reference)$/i,
    some: 'startdate|enddate|status|ipaddress|progress|finished|recordeddate|survey_id|response_id|start_date|end_date|recorded_date',
  },
  {
    name: 'shopify',
    only: /^(lineitem .+|financial status|fulfillment status|accepts (email|sms) marketing|total spent)$/i,
    some: 'name|email|paid at|subtotal|shipping|taxes|total|discount code|billing name|total orders|tax exempt|note|tags',
  },
];

/**
 * The tool that wrote a table, by its headers and what its file is called; null where they do not tell.
 * @returns `headers`: how many of the headers are of that tool.
 */
export function recogniseSource(
  headers: readonly string[],
  fileName: string,
): { name: string | null; headers: number } {
  const lower = headers.map((header) => header.toLowerCase());
  const fileWords = new Set(nameTokens(fileName));
  const scored = sources.map(({ name, only, some }) => {
    const known = new Set(some.split('|'));
    const sure = lower.filter((header) => only?.test(header)).length;
    const likely = lower.filter((header) => known.has(header)).length;
    const isCalled = fileWords.has(name) || (name === 'salesforce' && fileWords.has('sf'));
    return {
      name,
      score: sure * 3 + likely + (isCalled ? 6 : 0),
      isTold: sure > 0 || likely >= 4 || isCalled,
      sure,
      likely,
    };
  });
  const told = scored.filter(({ isTold, score }) => isTold && score >= 3).sort((a, b) => b.score - a.score);
  if (told.length === 0) return { name: null, headers: 0 };
  return { name: told[0].name, headers: told[0].sure + told[0].likely };
}

/** How the tools write their own names. */
export function sourceTitle(name: string): string {
  const titles: Record<string, string> = { hubspot: 'HubSpot' };
  return titles[name] ?? name.charAt(0).toUpperCase() + name.slice(1);
}
