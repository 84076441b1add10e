// Tables as Markdown has them: a head row, plain cells with one line of text, an alignment per column.
import { Node } from "@tiptap/core";
import { tableEditing, goToNextCell, addRowAfter, addColumnAfter, deleteRow, deleteColumn, deleteTable, isInTable } from "@tiptap/pm/tables";

const cell = (/** @type {string} */ name, /** @type {string} */ tag, /** @type {string} */ role) => Node.create({
  name,
  content: "inline*",
  isolating: true,
  addAttributes: () => ({
    align: { default: null, parseHTML: (el) => el.dataset.align ?? el.getAttribute("align"), renderHTML: ({ align }) => (align ? { "data-align": align, class: align === "right" ? "n" : null } : {}) },
    // Markdown has no merged cells; prosemirror-tables still reads these three.
    colspan: { default: 1, rendered: false }, rowspan: { default: 1, rendered: false }, colwidth: { default: null, rendered: false },
  }),
  parseHTML: () => [{ tag }],
  renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  extendNodeSchema: (extension) => (extension.name === name ? { tableRole: role } : {}),
});

const Cell = cell("tableCell", "td", "cell");
const Header = cell("tableHeader", "th", "header_cell");
const Row = Node.create({
  name: "tableRow", content: "(tableCell | tableHeader)*",
  parseHTML: () => [{ tag: "tr" }], renderHTML: ({ HTMLAttributes }) => ["tr", HTMLAttributes, 0],
  extendNodeSchema: (extension) => (extension.name === "tableRow" ? { tableRole: "row" } : {}),
});

export const Table = Node.create({
  name: "table", group: "block", content: "tableRow+", isolating: true,
  parseHTML: () => [{ tag: "table" }],
  renderHTML: ({ HTMLAttributes }) => ["table", HTMLAttributes, ["tbody", 0]],
  extendNodeSchema: (extension) => (extension.name === "table" ? { tableRole: "table" } : {}),
  addExtensions: () => [Row, Header, Cell],
  addProseMirrorPlugins: () => [tableEditing()],
  addKeyboardShortcuts() {
    const run = (/** @type {any} */ command) => () => command(this.editor.state, this.editor.view.dispatch);
    const down = () => {
      if (!isInTable(this.editor.state)) return false;
      const { $from } = this.editor.state.selection;
      const column = $from.index(-1), row = $from.index(-2);
      if (row + 1 < $from.node(-2).childCount) { for (let i = 0; i < $from.node(-1).childCount; i++) run(goToNextCell(1))(); return true; }
      run(addRowAfter)();
      for (let i = column; i < column + $from.node(-1).childCount; i++) run(goToNextCell(1))();
      return true;
    };
    return {
      Tab: () => run(goToNextCell(1))() || (isInTable(this.editor.state) && run(addRowAfter)() && run(goToNextCell(1))()),
      "Shift-Tab": run(goToNextCell(-1)),
      Enter: down,
    };
  },
});

/** What the Table menu offers inside a table. @type {[string, any][]} */
export const tableSteps = [["Row below", addRowAfter], ["Column to the right", addColumnAfter], ["Take this row out", deleteRow], ["Take this column out", deleteColumn], ["Take the table out", deleteTable]];

/** @param {import("prosemirror-model").Schema} schema @param {number} rows @param {number} columns */
export function newTable(schema, rows = 3, columns = 3) {
  const { table, tableRow, tableHeader, tableCell } = schema.nodes;
  const row = (/** @type {any} */ type) => tableRow.create(null, Array.from({ length: columns }, () => type.create()));
  return table.create(null, [row(tableHeader), ...Array.from({ length: rows - 1 }, () => row(tableCell))]);
}

/** @param {any} state @param {import("prosemirror-model").Node} node */
export function serializeTable(state, node) {
  const width = node.firstChild?.childCount ?? 0;
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
  /** @type {string[]} */
  const lines = [];
  node.forEach((row, _, at) => {
    /** @type {string[]} */
    const cells = [];
    row.forEach((cell) => cells.push(inline(state, cell)));
    lines.push(line([...cells, ...Array(Math.max(0, width - cells.length)).fill("")]));
    if (at === 0) {
      const rules = Array.from({ length: width }, (_, i) => ({ left: ":---", right: "---:", center: ":---:" })[/** @type {"left"} */ (row.child(i).attrs.align)] ?? "---");
      lines.push(line(rules));
    }
  });
  lines.forEach((text, i) => { if (i) state.ensureNewLine(); state.write(text); });
  state.closeBlock(node);
}

/** One cell on one line; a bar in it is escaped. @param {any} state @param {any} cell */
function inline(state, cell) {
  const { out, delim, closed } = state;
  Object.assign(state, { out: "", delim: "", closed: null });
  state.renderInline(cell, false);
  const text = state.out.replace(/\\?\n/g, " ").replace(/\|/g, "\\|").trim();
  Object.assign(state, { out, delim, closed });
  return text;
}
