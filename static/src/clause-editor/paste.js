// Pasting: whatever comes in becomes words of this one paragraph; only italics, bold and our own note references stay.
import { Fragment, Slice } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { parser, schema } from './schema.js';

/** Return the plugin; `numbers` holds the document's notes by id: a reference to any other is dropped. */
export function pasting(numbers) {
  return new Plugin({
    props: {
      clipboardParser: parser,
      transformPastedHTML: plainHtml,
      handlePaste(view, _event, slice) {
        const inline = folded(slice.content, numbers);
        view.dispatch(view.state.tr.replaceSelection(new Slice(Fragment.fromArray(inline), 0, 0)).scrollIntoView());
        return true;
      },
    },
  });
}

// Word wraps what it copies in conditional comments and style sheets that would otherwise be read as words. Of attributes
// only ours and the setting stay: the page's policy forbids style attributes, even where HTML is only being read.
function plainHtml(html) {
  return html
    .replace(/<!--\[if[\s\S]*?<!\[endif\]-->/gi, '')
    .replace(/<(style|script|xml)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<([a-z][\w:-]*)([^>]*)>/gi, (_tag, name, attributes) => `<${name}${kept(attributes)}>`);
}

function kept(attributes) {
  const own = attributes.match(/\sdata-(note|number|pm-slice)="[^"]*"/g) ?? [];
  if (/font-style:\s*(italic|oblique)/i.test(attributes)) own.push(' data-italic');
  if (/font-weight:\s*(bold|[6-9]\d\d)/i.test(attributes)) own.push(' data-bold');
  if (/[^-]font-weight:\s*(normal|[1-5]\d\d)/i.test(attributes)) own.push(' data-light'); // Google Docs: <b style="font-weight:normal">
  return own.join('');
}

function folded(content, numbers) {
  const blocks = [[]];
  const walk = (fragment) => fragment.forEach((node) => {
    if (node.isInline) blocks.at(-1).push(...settled(node, numbers));
    else { blocks.push([]); walk(node.content); blocks.push([]); }
  });
  walk(content);
  const said = blocks.filter((block) => block.some((node) => !node.isText || node.text.trim()));
  return said.flatMap((block, at) => (at ? [schema.text(' '), ...block] : block));
}

function settled(node, numbers) {
  if (node.type === schema.nodes.note) {
    const { id } = node.attrs;
    return numbers.has(id) ? [schema.nodes.note.create({ id, number: numbers.get(id) })] : [];
  }
  const words = node.text.replace(/[\s\u200b\ufeff]+/gu, ' ').replace(/\u00ad/g, '');
  return words ? [schema.text(words, node.marks)] : [];
}
