// The classes of characters that a text is cut by: the server's own table, so that a browser's Unicode does not matter.
import table from '../../../drafting/text/character-classes.json' with { type: 'json' };

/** The signs of a class: `inner`, `stops` or `closers`. */
export const signs = (name) => new Set(table[name]);

/** Return a class (`blank`, `solo`, `extend`, `letter`) as it stands between the brackets of a regular expression. */
export function members(name) {
  let edge = 0;
  return table[name].map((length, at) => {
    edge += length;
    return at % 2 ? `-\\u{${(edge - 1).toString(16)}}` : `\\u{${edge.toString(16)}}`;
  }).join('');
}
