import type { Sensitivity } from '../../model/sensitivity.js';

/** What a column's name says about people. `of` names what is protected. */
export interface SensitiveName {
  readonly sensitivity: Exclude<Sensitivity, 'none'>;
  readonly of: string;
  /** Tried on the words of the name, lower case, without accents, one space apart. */
  readonly words: RegExp;
  /** Names that fit and mean something else: `company age`, `health score`. */
  readonly except?: RegExp;
}

const ofThings =
  /\b(company|companies|account|business|firm|organi[sz]ation|deal|ticket|domain|contract|stage|lead|customer health|opportunity|product|subscription|invoice|cash|debt|days|firma|unternehmen|entreprise|empresa)\b/;

/** The first that fits decides; special categories (GDPR, articles 9 and 10) before protected ones before identifiers. */
export const sensitiveNames: readonly SensitiveName[] = [
  {
    sensitivity: 'special',
    of: 'health',
    words:
      /\b(health|healthcare|medical|disease|illness|diagnos\w*|disab(led|ility|ilities)|handicap\w*|pregnan\w*|medication|allerg\w*|mental|blood (type|group|pressure)|bmi|smok(er|ing)|krankheit\w*|behinder\w*|schwerbehindert\w*|gesundheit\w*|schwanger\w*|sante|maladie|enceinte|grossesse|salud|enfermedad|discapacidad|embaraz\w*|salute|malattia)\b/,
    except:
      /\bhealth(care)?( \w+)* (score|index|status|industry|sector|plan|segment|rating|check|system|vertical)\b|\b(customer|account|engagement|industry|sector) health/,
  },
  {
    sensitivity: 'special',
    of: 'religion or belief',
    words:
      /\b(religio\w*|faith|denomination|church|konfession|glaube|kirchensteuer|culte|croyance|confession|creencia|fe religiosa)\b/,
  },
  {
    sensitivity: 'special',
    of: 'political opinion',
    words:
      /\b(politic\w*|politisch\w*|politique\w*|partei\w*|voter|voting|party (affiliation|membership|registration)|partido politico|parti politique)\b/,
  },
  {
    sensitivity: 'special',
    of: 'trade union membership',
    words:
      /\b(trade union|labou?r union|union (member\w*|status)|gewerkschaft\w*|syndicat|syndique|sindicato|afiliacion sindical)\b/,
  },
  {
    sensitivity: 'special',
    of: 'sex life or orientation',
    words: /\b(sexual\w*|orientation sexuelle|sexuelle orientierung|orientacion sexual|lgbt\w*)\b/,
  },
  {
    sensitivity: 'special',
    of: 'genetic or biometric data',
    words: /\b(genetic\w*|genom\w*|dna|biometri\w*|fingerprint scan|face id|genetisch\w*|genetique|genetico)\b/,
  },
  {
    sensitivity: 'special',
    of: 'criminal record',
    words:
      /\b(criminal\w*|conviction\w*|arrest(s|ed)?|offen[cs]es?|vorstrafe\w*|fuhrungszeugnis|casier judiciaire|antecedentes penales)\b/,
  },
  {
    sensitivity: 'special',
    of: 'ethnic origin',
    words:
      /\b(race|racial|ethnic\w*|ethnie|skin (colou?r|tone)|caste|tribe|tribal|ethnizitat|herkunft|hautfarbe|origine ethnique|origen etnico|raza|etnia)\b/,
    except: /\b(herkunft (lead|quelle)|lead|sponsor\w*|event|type)\b/,
  },
  {
    sensitivity: 'protected',
    of: 'nationality',
    words:
      /\b(nationalit\w*|citizen(ship)?|native country|country of birth|birth country|birthplace|place of birth|immigra\w*|migra(nt|tion background)|visa status|staatsangehorigkeit|staatsburgerschaft|geburtsland|geburtsort|migrationshintergrund|citoyennete|pays de naissance|lieu de naissance|nacionalidad|ciudadania|pais de nacimiento|lugar de nacimiento)\b/,
  },
  {
    sensitivity: 'protected',
    of: 'sex',
    words: /\b(sex|gender|geschlecht|sexe|genre|sexo|genero|pronouns?|is (male|female)|female|male|transgender)\b/,
    except: /\b(genre (of|de) |music|film|book|product|department)\b/,
  },
  {
    sensitivity: 'protected',
    of: 'age',
    words:
      /\b(age|ages|age (group|band|range|bracket)|birth|birth ?(date|day|year)|birthdate|birthday|dob|yob|year of birth|born|date of birth|senior citizens?|seniorcitizen|is senior|pensioners?|rentner(in)?|jubilado|retraitee?|retire(d|e|ment)|alter|altersgruppe|geburtsdatum|geburtstag|geburtsjahr|date de naissance|annee de naissance|naissance|edad|fecha de nacimiento|ano de nacimiento|eta|data di nascita|generation)\b/,
    except: ofThings,
  },
  {
    sensitivity: 'caution',
    of: 'family status',
    words:
      /\b(marital|household( size| members| type| composition)?|haushalt(s)?(grosse|typ)?|foyer|hogar|married|marriage|spouse|divorced|widow\w*|civil (status|state)|family (status|size)|children|child|kids|number children at home|dependents?|dependants?|parent(al|hood)? status|maternity|familienstand|verheiratet|ledig|kinder|anzahl kinder|etat civil|situation (familiale|maritale)|marie|enfants|nombre d enfants|estado civil|casado|hijos|numero de hijos)\b/,
    except:
      /\b(company|companies|account|organi[sz]ation|is child|child (accounts?|companies|tickets?|objects?)|household (income|id|key|number)|income)\b/,
  },
  {
    sensitivity: 'protected',
    of: 'military service',
    words: /\b(veteran|military (status|service)|wehrdienst)\b/,
  },
  {
    sensitivity: 'personal',
    of: 'an official number',
    words:
      /\b(ssn|social security|national (id|insurance)|passport|driver s? ?licen[cs]e|personal id|personalausweis\w*|steuer ?id|sozialversicherung\w*|numero de securite sociale|dni|nie|nif|cpf|curp|aadhaar|identity card)\b/,
  },
  {
    sensitivity: 'personal',
    of: 'a bank account or card',
    words:
      /\b(iban|bic|swift|bank account( number)?|account iban|card (number|no|last 4|last4)|last ?4|cvc|cvv|pan|routing number|kontonummer|carte bancaire|numero de cuenta|tarjeta)\b/,
  },
  {
    sensitivity: 'personal',
    of: 'a person’s name',
    words:
      /\b((first|last|middle|full|given|family|sur|maiden|nick|contact|person|owner|recipient|shipping|billing detail|user|customer contact) ?names?|firstname|lastname|surname|forename|vorname|nachname|familienname|ansprechpartner|prenom|nom de famille|apellidos?|nombre (de pila|completo|contacto)|cognome|username|user name|signature|alias|initials)\b/,
  },
  {
    sensitivity: 'personal',
    of: 'an e-mail address',
    words: /\b(e ?mails?( address)?|e ?mail ?adresse|courriel|correo( electronico)?|receipt email|mail)\b/,
    except:
      /\b(count|opens?|opened|clicks?|clicked|sent|delivered|bounced|bounce|opt|opted|subscri\w*|status|quality|campaigns?|domain|replied|replies|date|type|number of|last|rate|preferences?|marketing|provider|verified|id|subject|text|template|frequency|reason|number|total|newsletter)\b/,
  },
  {
    sensitivity: 'personal',
    of: 'a telephone number',
    words:
      /\b(phone|telephone|mobile|cell|fax|tel|whatsapp|telefon\w*|handy|mobil\w*|portable|telefono|movil|celular)\b/,
    except:
      /\b(service|lines?|count|calls?|verified|type|os|app|device|brand|usage|plan|visits?|platform|internet|contact)\b/,
  },
  {
    sensitivity: 'personal',
    of: 'an address of a home or computer',
    words:
      /\b((street|home|mailing|postal|residential|private) ?address|street|address( line)?( ?\d)?|strasse|anschrift|wohnadresse|rue|adresse|direccion|calle|ip( address)?|remote ip|mac address|latitude|longitude|lat|lng|geolocation|device id|cookie id|user agent|photo( url)?|linkedin( url| profile)?|twitter|facebook|skype|about me)\b/,
    except:
      /\b(count|source|campaign|followers|likes|fans|check|city|state|country|zip|ads?|spend|shares?|clicks|email|web|locator|accuracy|postal code|postcode|region)\b/,
  },
];

/** Columns that are not protected themselves and stand for what is. */
export const proxyNames: readonly { readonly of: string; readonly words: RegExp; readonly except?: RegExp }[] = [
  {
    of: 'sex',
    words:
      /\b(first ?name|given name|vorname|prenom|nombre de pila|salutation|honorific|anrede|civilite|tratamiento|name prefix|maiden ?name)\b/,
  },
  {
    of: 'ethnic origin',
    words:
      /\b(post ?codes?|postal( code)?|zip( ?code)?|plz|postleitzahl|code postal|codigo postal|neighbou?rhood|district|census (tract|block)|borough|ward|school district|stadtteil|quartier|barrio|last ?name|surname|family name|nachname|apellidos?|nom de famille)\b/,
  },
  {
    of: 'nationality',
    words:
      /\b(language|locale|mother tongue|native language|preferred language|sprache|muttersprache|langue|idioma|lengua)\b/,
    except: /\b(programming|product|tech|stack|page|site|website)\b/,
  },
  {
    of: 'age',
    words:
      /\b(graduat\w*|year graduated|school year|years? of experience|tenure at employer|occupation|beruf|profession|ocupacion)\b/,
  },
];

/** Of tables about people only: of companies these words mean something else. */
export const amongPeople: readonly SensitiveName[] = [
  { sensitivity: 'caution', of: 'family status', words: /^(partner|has partner|marital|parent)$/ },
  { sensitivity: 'protected', of: 'nationality', words: /^(origin|heimatland)$/ },
];
