/** As text that UTF-8 can carry: half of a surrogate pair on its own becomes U+FFFD. */
export function toScalars(value: unknown): string {
  return String(value).replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (found) =>
    found[1] ? found : '\ufffd',
  );
}

/** How many bytes a text is in UTF-8; each half of a surrogate pair makes two of the four. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes += unit < 0x80 ? 1 : unit < 0x800 || unit >> 11 === 0xd800 >> 11 ? 2 : 3;
  }
  return bytes;
}
