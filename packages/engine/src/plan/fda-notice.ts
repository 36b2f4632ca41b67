/** What the FDA said of radio frequency; stands wherever such a device is planned or refused. */
export const fdaNotice =
  'On 15 October 2025 the FDA warned of burns, scarring, fat loss, disfigurement and nerve damage from RF microneedling; it gives no rate';
