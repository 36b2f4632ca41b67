/** CRC-32 of the PNG specification, by bytes. */
const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

const crcOf = (bytes: Uint8Array): number => {
  let c = 0xffffffff;
  for (const byte of bytes) c = (crcTable[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
};

const adlerOf = (bytes: Uint8Array): number => {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
};

const word = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);

const chunk = (name: string, body: Uint8Array): Uint8Array => {
  const whole = new Uint8Array(body.length + 12);
  whole.set(word(body.length));
  whole.set(
    Array.from(name, (letter) => letter.charCodeAt(0)),
    4,
  );
  whole.set(body, 8);
  whole.set(word(crcOf(whole.subarray(4, body.length + 8))), body.length + 8);
  return whole;
};

const mostStored = 65535;

/** A zlib stream of stored blocks: nothing is packed, so that every reader and host gives the same bytes. */
const stored = (bytes: Uint8Array): Uint8Array => {
  const blocks: number[] = [0x78, 0x01];
  for (let from = 0; from < bytes.length; from += mostStored) {
    const part = bytes.subarray(from, from + mostStored);
    const isLast = from + mostStored >= bytes.length;
    const size = [part.length & 0xff, part.length >>> 8];
    blocks.push(isLast ? 1 : 0, ...size, ...size.map((byte) => byte ^ 0xff), ...part);
  }
  return Uint8Array.from([...blocks, ...word(adlerOf(bytes))]);
};

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

/** Grey levels, rows from the top, as the address of a PNG (ISO/IEC 15948): 8 bits, no filter. */
export const greyPng = (width: number, height: number, levels: Uint8Array): string => {
  const rows = new Uint8Array((width + 1) * height);
  for (let j = 0; j < height; j += 1) {
    rows.set(levels.subarray(j * width, (j + 1) * width), j * (width + 1) + 1);
  }
  const bytes = [
    ...signature,
    ...chunk('IHDR', Uint8Array.of(...word(width), ...word(height), 8, 0, 0, 0, 0)),
    ...chunk('IDAT', stored(rows)),
    ...chunk('IEND', new Uint8Array(0)),
  ];
  return `data:image/png;base64,${btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''))}`;
};
