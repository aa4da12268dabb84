import fc from 'fast-check';

/** Values that try to end what they stand in, beside those that are merely hard to write. */
export const escaping: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ...[
        '"',
        "'",
        ' x="',
        " x='",
        '>',
        '/>',
        '</text>',
        '</v>',
        '<e/>',
        '<!--',
        '-->',
        '--',
        ']]>',
        ']]',
        '<![CDATA[',
      ],
      ...['&lt;', '&#60;', '&x;', '<?x?>', '<!DOCTYPE v>', '${k0}', '\n', '\r', '\r\n', '\t', '\0', '\u2028', 'a', ''],
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''));
