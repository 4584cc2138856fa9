const written =
  /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일号號])?(?:\s*\(?[日月火水木金土一二三四五六월화수목금토일]\)?)?\s*(.*)$/u;
const clock = /^(\d{1,2})\s*[時时点點시]\s*(\d{1,2})\s*[分분]?(?:\s*(\d{1,2})\s*[秒초])?$/u;

/** `2024年1月31日 9時05分` as `2024-1-31 9:05`; `2024年1月` as `2024-01`; also Chinese and Korean. Null for what is no such date. */
export function eastAsianDate(cell: string): string | null {
  const parts = written.exec(cell);
  if (parts === null) return null;
  const [, year, month, day, rest] = parts;
  if (day === undefined) return rest === '' ? `${year}-${month.padStart(2, '0')}` : null;
  if (rest === '') return `${year}-${month}-${day}`;
  const time = clock.exec(rest);
  if (time === null) return `${year}-${month}-${day} ${rest}`;
  const [, hour, minute, second = '00'] = time;
  return `${year}-${month}-${day} ${hour}:${minute.padStart(2, '0')}:${second.padStart(2, '0')}`;
}
