// Wakes the islands of a page. Everything on it works without this.
const tag = document.querySelector("script[data-wasm]");

async function wake(node, module, parents) {
  for (const child of [...node.children]) {
    const name = child.tagName === "LEPTOS-ISLAND" && child.dataset.component;
    if (name && module[name]) {
      parents.at(-1)?.();
      await module[name](child);
    }
    const holds = child.tagName === "LEPTOS-CHILDREN" && child.$$on_hydrate;
    await wake(child, module, holds ? [...parents, holds] : parents);
  }
}

const module = await import(tag.dataset.glue);
await module.default({ module_or_path: tag.dataset.wasm });
module.hydrate();
await wake(document.body, module, []);
document.documentElement.dataset.hydrated = "true";
