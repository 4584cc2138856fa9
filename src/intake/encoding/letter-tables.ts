/** The letters of a language that are not ASCII, the most frequent first. */
export interface Language {
  readonly name: string;
  readonly letters: string;
  /** Whether its words are written with such letters only; else they stand among ASCII letters. */
  readonly isOwnScript: boolean;
}

/** An encoding of one byte a character, by its WHATWG name, and the languages that are written with it. */
export interface SingleByteEncoding {
  readonly name: string;
  readonly languages: readonly Language[];
}

const latin = (name: string, letters: string): Language => ({ name, letters, isOwnScript: false });
const script = (name: string, letters: string): Language => ({ name, letters, isOwnScript: true });

const western = [
  latin('German', 'üäöß'),
  latin('French', 'éèàêçôâîûùëïœ'),
  latin('Spanish', 'óíáéñúü'),
  latin('Portuguese', 'ãçáéíóêúõâàô'),
  latin('Italian', 'èàùòéì'),
  latin('Swedish', 'äöåé'),
  latin('Danish', 'øåæé'),
  latin('Dutch', 'ëéïèö'),
  latin('Icelandic', 'íáðóéþúöæý'),
];
const central = [
  latin('Polish', 'łóżąęśćńź'),
  latin('Czech', 'íáéěřýčšžůúňóďť'),
  latin('Slovak', 'áíéčýžšúľťôňóäďĺŕ'),
  latin('Hungarian', 'éáöőóüíúű'),
  latin('Romanian', 'ăîâşţ'),
  latin('Croatian', 'čšžćđ'),
];
const turkish = [latin('Turkish', 'ıüşöçğiâ')];
const cyrillic = [
  script('Russian', 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё'),
  script('Ukrainian', 'оаниіврткесмлудпзьябгчїйєхшжцюєщфґ'),
  script('Bulgarian', 'аиоетнрсвлкдпмзъугябчщцйхшжюфь'),
];
const greek = [script('Greek', 'αοιετσνηυρπκμλόςάίωέγήύδώθχφβξζψϊΐϋΰ')];
const hebrew = [script('Hebrew', 'יוהלארתבשמםנכדקעפגטחזסןצךץף')];
const arabic = [script('Arabic', 'اليمنرتبودعسهفحقكةجشصطأخىزضإغثئذءظؤآ')];
const thai = [script('Thai', 'านรกอเมย่งว้ลัดทสี์ิตะปบคหแจุพชขูใไโผำถณซื็ธศญฐษฟภฝฉึฮ๊')];

/** What a text may be that is not UTF-8. The first is what it is taken for unless the bytes speak for another one. */
export const singleByteEncodings: readonly SingleByteEncoding[] = [
  { name: 'windows-1252', languages: western },
  { name: 'windows-1250', languages: central },
  { name: 'iso-8859-2', languages: central },
  { name: 'windows-1254', languages: turkish },
  { name: 'macintosh', languages: western },
  { name: 'windows-1251', languages: cyrillic },
  { name: 'koi8-r', languages: cyrillic },
  { name: 'iso-8859-5', languages: cyrillic },
  { name: 'ibm866', languages: cyrillic },
  { name: 'windows-1253', languages: greek },
  { name: 'iso-8859-7', languages: greek },
  { name: 'windows-1255', languages: hebrew },
  { name: 'windows-1256', languages: arabic },
  { name: 'windows-874', languages: thai },
];
