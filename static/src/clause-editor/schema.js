// The text of one clause as ProseMirror holds it: one paragraph of words and note references, in italics or bold.
import { DOMParser, DOMSerializer, Schema } from 'prosemirror-model';

export const schema = new Schema({
  nodes: {
    doc: { content: 'clause' },
    clause: { content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', { dir: 'auto' }, 0] },
    text: { group: 'inline' },
    note: {
      group: 'inline', inline: true, atom: true, attrs: { id: {}, number: { default: '?' } },
      parseDOM: [{ tag: 'sup[data-note]', getAttrs: (sup) => ({ id: sup.dataset.note, number: sup.dataset.number ?? '?' }) }],
      toDOM: ({ attrs }) => ['sup', {
        class: 'note-reference', 'data-note': attrs.id, 'data-number': attrs.number, role: 'img', 'aria-label': `note ${attrs.number}`,
      }, String(attrs.number)],
    },
  },
  marks: {
    em: { parseDOM: [{ tag: '[data-italic]', consuming: false }, { tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    strong: {
      parseDOM: [{ tag: '[data-bold]', consuming: false }, { tag: 'strong:not([data-light])' }, { tag: 'b:not([data-light])' }],
      toDOM: () => ['strong', 0],
    },
  },
});

// Deletions tracked by Word, and ours, must not come back as live text.
export const parser = new DOMParser(schema, [
  { tag: 'del', ignore: true, priority: 90 },
  { tag: 's', ignore: true, priority: 90 },
  ...DOMParser.schemaRules(schema),
]);

export const serializer = DOMSerializer.fromSchema(schema);
