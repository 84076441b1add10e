// Loaded by the edit page only. Without this file the form is a plain textarea and works as well.
import { keepers, mountEditor } from "./mount.js";

const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form#article[data-editor]"));
if (form) mountEditor(form);

export { keepers, mountEditor as mount };
