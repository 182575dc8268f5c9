// Parts of the page, made without markup in strings.

/** Return a new element; `properties` are set as they are, `children` are nodes or texts. */
export function make(tag, properties = {}, ...children) {
  const { attributes = {}, ...rest } = properties;
  const element = Object.assign(document.createElement(tag), rest);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Return a button that is no submit button. */
export const button = (textContent, onclick, className = '') => make('button', { type: 'button', className, textContent, onclick });
