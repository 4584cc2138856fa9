import providers from 'email-providers';
import { getDomain } from 'tldts';

/** Providers whose addresses say nothing about a company, beside those that the list of e-mail providers has. */
const moreProviders =
  `ymail.com rocketmail.com yahoo.in hotmail.nl live.nl mac.com pm.me posteo.de mailbox.org tutanota.com
  duck.com hey.com fastmail.com hispeed.ch kpnmail.nl home.nl planet.nl bigpond.com optusnet.com.au rogers.com shaw.ca
  o2.pl interia.pl daum.net hanmail.net foxmail.com sbcglobal.net bellsouth.net ntlworld.com virginmedia.com
  blueyonder.co.uk talktalk.net hotmail.com.br example.com example.org example.net test.com bk.ru list.ru inbox.ru
  privaterelay.appleid.com gmx.ch sohu.com ziggo.nl`
    .trim()
    .split(/\s+/);
/** Sites on which many companies have a page. */
const sharedHosts = `linkedin.com facebook.com instagram.com twitter.com x.com github.io github.com wordpress.com
  blogspot.com wixsite.com google.com youtube.com xing.com medium.com sharepoint.com notion.site etsy.com linktr.ee`
  .trim()
  .split(/\s+/);
const nobodys: ReadonlySet<string> = new Set([...providers, ...moreProviders, ...sharedHosts]);

/**
 * The company domain of a web or e-mail address: `https://www.shop.acme.co.uk/x` is `acme.co.uk`, `acme.github.io` stays;
 * null where it is no one company's (e-mail providers, social networks) or no address. What counts as one domain is
 * decided by the Public Suffix List.
 */
export function domainKey(address: string): string | null {
  const text = address.trim().toLowerCase();
  const at = text.lastIndexOf('@');
  const domain = getDomain(at < 0 ? text : text.slice(at + 1), { allowPrivateDomains: true });
  return domain === null || nobodys.has(domain) ? null : domain;
}
