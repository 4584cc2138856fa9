/** Providers whose addresses say nothing about a company. */
const freeProviders = new Set(
  'gmail.com,googlemail.com,yahoo.com,ymail.com,rocketmail.com,yahoo.co.uk,yahoo.fr,yahoo.de,yahoo.es,yahoo.it,yahoo.in,yahoo.co.in,yahoo.com.br,hotmail.com,hotmail.co.uk,hotmail.fr,hotmail.de,hotmail.it,hotmail.es,outlook.com,outlook.de,outlook.fr,live.com,live.co.uk,live.fr,live.nl,msn.com,aol.com,icloud.com,me.com,mac.com,mail.com,gmx.de,gmx.net,gmx.com,gmx.at,gmx.ch,web.de,t-online.de,freenet.de,arcor.de,posteo.de,mailbox.org,proton.me,protonmail.com,pm.me,zoho.com,yandex.com,yandex.ru,mail.ru,bk.ru,list.ru,inbox.ru,rambler.ru,qq.com,163.com,126.com,sina.com,sohu.com,foxmail.com,naver.com,daum.net,hanmail.net,rediffmail.com,orange.fr,wanadoo.fr,free.fr,sfr.fr,laposte.net,libero.it,virgilio.it,tiscali.it,alice.it,bluewin.ch,hispeed.ch,comcast.net,verizon.net,att.net,sbcglobal.net,bellsouth.net,cox.net,charter.net,earthlink.net,btinternet.com,sky.com,ntlworld.com,virginmedia.com,blueyonder.co.uk,talktalk.net,uol.com.br,bol.com.br,terra.com.br,hotmail.com.br,seznam.cz,wp.pl,o2.pl,onet.pl,interia.pl,ziggo.nl,kpnmail.nl,home.nl,planet.nl,telenet.be,skynet.be,shaw.ca,rogers.com,bigpond.com,optusnet.com.au,fastmail.com,hey.com,tutanota.com,duck.com,example.com,example.org,example.net,test.com'.split(
    ',',
  ),
);
/** Sites on which many companies have a page. */
const sharedHosts = new Set(
  'linkedin.com,facebook.com,instagram.com,twitter.com,x.com,github.io,github.com,wordpress.com,blogspot.com,wixsite.com,google.com,youtube.com,xing.com,medium.com,sharepoint.com,notion.site'.split(
    ',',
  ),
);
const secondLevel = new Set('co,com,org,net,gov,edu,ac,or,ne,gob,gouv'.split(','));

/** The company domain of a web or e-mail address: `https://www.shop.acme.co.uk/x` is `acme.co.uk`; null where it is none's. */
export function domainKey(address: string): string | null {
  // Most cells of a column of domains are bare ones already.
  if (/^[a-z\d-]+\.[a-z]+$/.test(address))
    return freeProviders.has(address) || sharedHosts.has(address) ? null : address;
  const host = address
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^.*@/, '')
    .split(/[/?#:\s]/)[0]
    .replace(/\.$/, '');
  const labels = host.split('.');
  if (labels.length < 2 || labels.some((label) => label === '') || /^\d+$/.test(labels[labels.length - 1])) return null;
  const isCountrySecond =
    labels.length > 2 && labels[labels.length - 1].length === 2 && secondLevel.has(labels[labels.length - 2]);
  const domain = labels.slice(isCountrySecond ? -3 : -2).join('.');
  return freeProviders.has(domain) || sharedHosts.has(domain) ? null : domain;
}
