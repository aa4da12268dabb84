/** What would not show, or would make the text around it show in another order. */
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufeff\u202a-\u202e\u2066-\u2069]/gu;

/** Most texts: there is nothing in them to make visible, and each unit is a character. */
const PLAIN = /^[ -~]*$/;

/** The Unicode blocks that show the control characters of ASCII: ␀ to ␟, and ␡. */
function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}

/** A text for one line of an editor: at most `most` characters of it, the last one `…` where it goes on, with its control characters visible. */
export function shortened(text: string, most: number): string {
  // An outline asks for thousands.
  if (text.length <= most && PLAIN.test(text)) return text;
  const characters = Array.from(text.slice(0, 2 * most + 2));
  const whole = characters.length <= most;
  const shown = whole ? characters : [...characters.slice(0, most - 1), '…'];
  return shown.join('').replace(INVISIBLE, picture);
}
