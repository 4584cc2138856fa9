import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/intake/decode-text.js';
import { encode } from './encode.js';

const texts = {
  Russian: 'Компания,Город\nООО Ромашка,Москва\nЗАО Север,Санкт-Петербург\nИП Иванов,Казань\n',
  Ukrainian: 'Компанія,Місто\nТОВ Світанок,Київ\nПП Зоря,Львів\nТОВ Південь,Одеса\n',
  Greek: 'Εταιρεία,Πόλη\nΝαυτιλιακή Α.Ε.,Αθήνα\nΤρόφιμα ΕΠΕ,Θεσσαλονίκη\nΚατασκευές,Πάτρα\n',
  Hebrew: 'חברה,עיר\nתנובה,תל אביב\nאגד,ירושלים\nשטראוס,חיפה\n',
  Arabic: 'شركة,مدينة\nشركة النور للتجارة,القاهرة\nمؤسسة الأمل,الرياض\nالبنك الوطني,بغداد\n',
  Thai: 'บริษัท,จังหวัด\nบริษัทไทยการค้า,กรุงเทพ\nบริษัทเชียงใหม่ขนส่ง,เชียงใหม่\n',
  Polish: 'Firma,Miasto\nŻabka,Poznań\nSpółka Łączność,Łódź\nZakład Budowy Maszyn,Kraków\nUsługi Księgowe,Gdańsk\n',
  Czech:
    'Firma,Město\nŠkoda,Mladá Boleslav\nPekařství Dvořák,Brno\nStavební společnost,Plzeň\nÚčetnictví Němec,Děčín\n',
  Hungarian: 'Cég,Város\nErdős és Társa,Győr\nFőnix Építő,Székesfehérvár\nKőműves Szövetkezet,Hódmezővásárhely\n',
  Romanian: 'Firmă,Oraş\nConstrucţii Bucureşti,Bucureşti\nRomână Asigurări,Timişoara\nBanca Ţării,Braşov\n',
  Croatian: 'Tvrtka,Grad\nKovačić gradnja,Šibenik\nPodravka,Đakovo\nBrodogradilište,Čakovec\nŽito,Požega\n',
  Turkish: 'Şirket,Şehir\nYıldız Tekstil,İstanbul\nDoğan Gıda,Diyarbakır\nGüneş Sigorta,Muğla\n',
  Japanese: '会社名,都市\n株式会社さくら,東京\n山田商店,大阪\nトヨタ自動車,名古屋\nソニー,横浜\n',
  Simplified: '公司,城市\n北京科技有限公司,北京\n上海贸易有限公司,上海\n深圳市电子商务,深圳\n杭州网络信息,杭州\n',
  Traditional: '公司,城市\n台灣積體電路製造,新竹\n鴻海精密工業,台北\n長榮海運股份有限公司,桃園\n',
  Korean: '회사,도시\n삼성전자 주식회사,수원\n현대자동차,서울\n네이버,성남\n한국전력공사,나주\n',
};

const western =
  'Firma,Stadt\nMüller & Söhne,Köln\nBäckerei Groß,Düsseldorf\nCafé Crème,Orléans\nL’Oréal,Clichy\nJosé Peña,Málaga\n' +
  'São João,Açores\nConceição,Évora\nIlhas Canárias,Fundão\nØrsted,Århus\nSmörgås,Malmö\nCittà,Forlì\nPerché,Cantù\n';

describe('detectEncoding', () => {
  it.each([
    ['windows-1251', 'Russian'],
    ['koi8-r', 'Russian'],
    ['iso-8859-5', 'Russian'],
    ['ibm866', 'Russian'],
    ['windows-1251', 'Ukrainian'],
    ['windows-1253', 'Greek'],
    ['windows-1255', 'Hebrew'],
    ['windows-1256', 'Arabic'],
    ['windows-874', 'Thai'],
    ['windows-1250', 'Polish'],
    ['iso-8859-2', 'Polish'],
    ['windows-1250', 'Czech'],
    ['windows-1250', 'Hungarian'],
    ['windows-1250', 'Romanian'],
    ['windows-1250', 'Croatian'],
    ['windows-1254', 'Turkish'],
    ['shift_jis', 'Japanese'],
    ['euc-jp', 'Japanese'],
    ['gbk', 'Simplified'],
    ['big5', 'Traditional'],
    ['euc-kr', 'Korean'],
  ] as const)('reads %s: %s', (encoding, language) => {
    const { bytes, invalidAt, notes } = decodeText(encode(texts[language], encoding), { file: 'f' });
    expect(bytes.toString()).toBe(texts[language]);
    expect(invalidAt).toEqual([]);
    expect(notes[0]).toMatch(/^Encoding .* If that is wrong, name the encoding, e\.g\. --encoding windows-1252\.$/);
  });

  it.each([
    ['all of it', western],
    ...western
      .split('\n')
      .slice(1, -1)
      .map((line): [string, string] => [line, `${line}\n`]),
    [
      'Portuguese',
      'não,ação,são,avó,você,coração,informações,português,três,João,pão,mãe,irmã,manhã,amanhã,Fundão\n'.repeat(3),
    ],
    ['Danish', 'Søren,København,Ålborg,Færøerne,Øst,Nørre,Sønder,Århus,Helsingør,Hillerød,Næstved\n'],
    ['signs', '20 °C\n£5\n© Acme\n“so”\nit’s\n5 €\n½\n'],
  ])('leaves Windows-1252 as it is: %s', (_, text) => {
    expect(decodeText(encode(text, 'windows-1252'), { file: 'f' }).bytes.toString()).toBe(text);
  });

  it('reads text of old Apple computers', () => {
    const text = 'Müller & Söhne,Köln\nCafé Crème,Orléans\nJosé Peña,Málaga\nBäckerei Groß,Düsseldorf\n';
    expect(decodeText(encode(text, 'macintosh'), { file: 'f' }).bytes.toString()).toBe(text);
  });

  it('marks bytes that are no characters of the encoding', () => {
    const sound = encode(texts.Greek, 'windows-1253');
    const { bytes, invalidAt } = decodeText(Buffer.concat([sound, Buffer.from([0x61, 0xff, 10])]), { file: 'f' });
    expect(bytes.toString()).toBe(`${texts.Greek}a\ufffd\n`);
    expect(invalidAt).toEqual([Buffer.byteLength(texts.Greek) + 1]);
  });

  it('keeps UTF-8 with a damaged line', () => {
    const { bytes, invalidAt } = decodeText(
      Buffer.concat([Buffer.from(texts.Russian), Buffer.from([0xe0, 0xef, 10])]),
      {
        file: 'f',
      },
    );
    expect(invalidAt).toHaveLength(1);
    expect(bytes.toString().startsWith(texts.Russian)).toBe(true);
  });
});
