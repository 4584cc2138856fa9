/** Words for a good end and for a bad one, folded. What is in neither list is open, or not understood. */
const favourable = new Set(
  'yes,y,true,t,1,won,win,closed won,closedwon,closed - won,kept,retained,renewed,renew,stayed,active,converted,convert,customer,paid,success,successful,accepted,good,positive,purchased,bought,sold,signed,qualified,subscribed,responded,gewonnen,ja,oui,si,sí,gagné,ganado'.split(
    ',',
  ),
);
const unfavourable = new Set(
  'no,n,false,f,0,lost,lose,loss,closed lost,closedlost,closed - lost,churned,churn,cancelled,canceled,left,inactive,not converted,unconverted,did not convert,non-customer,not customer,prospect,unpaid,failure,failed,unsuccessful,rejected,declined,bad,negative,not purchased,unsold,disqualified,unqualified,unsubscribed,expired,lapsed,not renewed,dead,verloren,nein,non,perdu,perdido'.split(
    ',',
  ),
);
/** Words for what has not ended yet. */
const unfinished = new Set(
  'open,pending,in progress,ongoing,new,working,nurturing,negotiation,proposal,demo,qualification,discovery,contacted,trial,trialing,waiting,on hold,undecided,offen,en cours,abierto'.split(
    ',',
  ),
);
/** Columns of which a "yes" is bad news. */
const badNews =
  /(^|[^a-z])(churn\w*|attrition|cancel\w*|lost|loss|left|default(ed)?|fraud|bounced?|unsubscribed?|refund\w*|complain\w*|returned|lapsed|expired|delinquent|late|overdue|exit(ed)?|dropped|inactive)([^a-z]|$)/;
const plainAnswers = new Set([
  'yes',
  'y',
  'true',
  't',
  '1',
  'no',
  'n',
  'false',
  'f',
  '0',
  'ja',
  'nein',
  'oui',
  'non',
  'si',
  'sí',
]);

/** What a value says about how it ended, in a column of that name; null where the words do not tell. */
export function outcomeMeaning(folded: string, column: string): 'favourable' | 'unfavourable' | 'open' | null {
  const isBad = unfavourable.has(folded) || /^(not|non|did not|didn't|no longer)[ _-]/.test(folded);
  const meaning = favourable.has(folded) ? 'favourable' : isBad ? 'unfavourable' : null;
  if (meaning === null) return unfinished.has(folded) ? 'open' : null;
  const name = column.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase();
  if (!plainAnswers.has(folded) || !badNews.test(name)) return meaning;
  return meaning === 'favourable' ? 'unfavourable' : 'favourable';
}
