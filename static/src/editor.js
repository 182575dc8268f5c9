// The entry of the page on which an amendment is written.
import './clause-editor/element.js';
