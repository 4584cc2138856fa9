/** Text from a file for a terminal: control and direction characters, which could rewrite the screen, become `·`. */
export function plainText(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '·');
}
