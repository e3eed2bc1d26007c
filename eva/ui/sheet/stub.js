// Draws a sheet with the code and the words that the component beside it has brought into the page. They are most of the
// weight and never change, so that they travel once, and what travels with every answer is the answers.
export default function (component) {
  const root = component.parentElement.querySelector('.sheet');
  const { kit } = component.data;
  const kits = (window[Symbol.for('eva.sheet.kits')] ??= new Map());
  if (!kits.has(kit)) kits.set(kit, Promise.withResolvers());
  root.newest = component;
  kits.get(kit).promise.then(({ Sheet, words, style }) => {
    if (root.newest !== component) return;
    if (root.sheet && !(root.sheet instanceof Sheet)) root.sheet.close();
    root.getRootNode().adoptedStyleSheets = [style];
    root.sheet ??= new Sheet(root);
    root.sheet.update(component, words);
  });
  return () => {
    root.newest = null;
    root.sheet?.close();
  };
}
