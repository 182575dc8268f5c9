// Pasting: whatever comes in becomes words of this one paragraph; only italics, bold and our own note references stay.
import { Fragment, Slice } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { parser, schema } from './schema.js';

/** Return the plugin; `numbers` holds the document's notes by id: a reference to any other is dropped. */
export function pasting(numbers) {
  return new Plugin({
    props: {
      clipboardParser: parser,
      transformPastedHTML: withoutOfficeParts,
      handlePaste(view, _event, slice) {
        const inline = folded(slice.content, numbers);
        view.dispatch(view.state.tr.replaceSelection(new Slice(Fragment.fromArray(inline), 0, 0)).scrollIntoView());
        return true;
      },
    },
  });
}

// Word wraps what it copies in conditional comments and style sheets that would otherwise be read as words.
function withoutOfficeParts(html) {
  return html.replace(/<!--\[if[\s\S]*?<!\[endif\]-->/gi, '').replace(/<(style|script|xml)\b[\s\S]*?<\/\1>/gi, '');
}

function folded(content, numbers) {
  const inline = [];
  const walk = (fragment) => fragment.forEach((node) => {
    if (node.isTextblock && node.childCount) {
      if (inline.length) inline.push(schema.text(' '));
      node.forEach((child) => inline.push(...settled(child, numbers)));
    } else if (node.isInline) inline.push(...settled(node, numbers));
    else walk(node.content);
  });
  walk(content);
  return inline;
}

function settled(node, numbers) {
  if (node.type === schema.nodes.note) {
    const { id } = node.attrs;
    return numbers.has(id) ? [schema.nodes.note.create({ id, number: numbers.get(id) })] : [];
  }
  const words = node.text.replace(/[\s\u200b\ufeff]+/gu, ' ').replace(/\u00ad/g, '');
  return words ? [schema.text(words, node.marks)] : [];
}
