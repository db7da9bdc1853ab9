import { h } from "./dom.js";

/** A field of a filter, with its label. */
export type Field = { readonly name: string; readonly label: string; readonly value: string } & (
  | { readonly type: "search" | "date" }
  | { readonly type: "select"; readonly options: readonly string[] }
);

/** Time in ms that a reader rests before what is typed is looked for. */
const REST = 140;

/** A form of fields that tells its values as they change: choices at once, typing after a rest. */
export function filterForm(
  label: string,
  fields: readonly Field[],
  onChange: (values: Readonly<Record<string, string>>) => void,
): HTMLFormElement {
  const inputs = fields.map((field) => {
    const id = `filter-${field.name}`;
    const input =
      field.type === "select"
        ? h(
            "select",
            { id, name: field.name },
            h("option", { value: "" }, "any"),
            ...field.options.map((option) => h("option", { value: option }, option)),
          )
        : h("input", { id, name: field.name, type: field.type, autocomplete: "off", spellcheck: "false" });
    input.value = field.value;
    return { field, input };
  });
  let timer = 0;
  const tell = (): void => onChange(Object.fromEntries(inputs.map(({ field, input }) => [field.name, input.value])));
  const form = h(
    "form",
    { class: "filters", "aria-label": label },
    ...inputs.map(({ field, input }) =>
      h("label", { class: `field ${field.type}` }, h("span", {}, field.label), input),
    ),
    h("button", { type: "reset" }, "Clear"),
  );
  form.addEventListener("input", (event) => {
    clearTimeout(timer);
    if ((event.target as HTMLInputElement).type === "search") timer = setTimeout(tell, REST);
    else tell();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    tell();
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const { input } of inputs) input.value = "";
    tell();
  });
  return form;
}
