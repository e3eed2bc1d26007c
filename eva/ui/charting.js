/* Draws a diagram with Plotly in the colours of the page, again when these or the width change, and saves it as a file. */
const NARROW = 560, EXPORTED = 1200, LINE = 40;
const CONFIG = { displayModeBar: false, responsive: false, scrollZoom: false, doubleClick: false, showTips: false };

/* One script for the whole tab, from the package that is installed beside the app. */
function loaded(address) {
  window.evaPlotly ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => { window.evaPlotly = undefined; reject(new Error(address)); };
    document.head.append(script);
  });
  return window.evaPlotly;
}

/* Any colour of the style sheet as Plotly reads it, as it is where the probe stands. */
function painter(probe) {
  const seen = new Map();
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const colour = (written) => {
    probe.style.color = written;
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return `rgb(${red},${green},${blue})`;
  };
  const painted = (value) => {
    if (typeof value === 'string') {
      if (!value.includes('var(--')) return value;
      if (!seen.has(value)) seen.set(value, colour(value));
      return seen.get(value);
    }
    if (Array.isArray(value)) return value.map(painted);
    if (value && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, painted(each)]));
    }
    return value;
  };
  return painted;
}

/* Whether the style sheet of the page has come: until then its colours would all be that of the text. */
const dressed = (probe) => getComputedStyle(probe).getPropertyValue('--page').trim() !== '';

/* Lines of at most so many signs; what stands in brackets stays together where it fits. */
function wrapped(text, most) {
  const lines = [''];
  const words = (piece) => (piece.length <= most ? [piece] : piece.split(' ').flatMap(broken));
  const broken = (word) => (word.length <= most ? [word] : [`${word.slice(0, most - 1)}-`, ...broken(word.slice(most - 1))]);
  for (const word of (text.match(/\([^)]*\)|[^\s(]\S*/g) ?? []).flatMap(words)) {
    const line = lines.at(-1);
    if (line && line.length + word.length + 1 > most) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.join('<br>');
}

/* The layout at a width: on a narrow screen labels are short, and what stands for parts of it takes their place. */
function fitted(diagram, width) {
  const narrow = width < NARROW;
  const layout = structuredClone(diagram.layout);
  if (narrow) for (const [part, keys] of Object.entries(diagram.narrow)) Object.assign(layout[part], keys);
  const longest = Math.max(...layout.yaxis.ticktext.map((each) => each.length));
  const most = narrow ? 19 : 28;
  layout.width = width;
  layout.margin.l = Math.min(longest, most) * (narrow ? 6.6 : 7.4) + 16;
  layout.font.size = narrow ? 11.5 : 13;
  if (narrow) layout.margin.r = 22;
  layout.yaxis.ticktext = layout.yaxis.ticktext.map((each) => wrapped(each, most));
  const tallest = Math.max(...layout.yaxis.ticktext.map((each) => each.split('<br>').length));
  const [first] = layout.yaxis.range;
  layout.height += Math.max(0, tallest * 1.35 * layout.font.size + 4 - LINE) * (first + 0.5);
  for (const each of layout.annotations ?? []) if (each.name === 'heading') each.xshift = 2 - layout.margin.l;
  return layout;
}

/* The same for a file: light, of one width, under its title, its sentence and what explains it. */
function titled(diagram) {
  const layout = fitted(diagram, EXPORTED);
  const plain = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const said = [diagram.sentence, ...diagram.notes].map((each) => plain(wrapped(each, 130)).replaceAll('&lt;br>', '<br>')).join('<br>');
  const room = 64 + 20 * said.split('<br>').length;
  layout.title = { text: `<b>${diagram.title}</b>`, x: 0, xref: 'container', xanchor: 'left', pad: { l: 16, t: 16 } };
  layout.title = { ...layout.title, y: 1, yref: 'container', yanchor: 'top', subtitle: { text: said } };
  layout.margin.t += room;
  layout.margin.l += 16;
  layout.height += room;
  for (const each of layout.annotations ?? []) if (each.name === 'heading') each.xshift = 18 - layout.margin.l;
  return layout;
}

function save(name, address) {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}

/* Opens the table below at the figure that was pressed, on the answers that made it. */
function lead(ident, skipped, place) {
  const numbers = document.getElementById(`${ident}-numbers`);
  if (!numbers || !place) return;
  const [body, row, cell] = place;
  const fold = numbers.querySelector('table').tBodies[body].rows[row + skipped].cells[cell + 1].querySelector('details');
  if (!fold) return;
  numbers.open = fold.open = true;
  const summary = fold.querySelector('summary');
  summary.focus({ preventScroll: true });
  summary.scrollIntoView({ block: 'center' });
}

export default function ({ data, parentElement }) {
  const find = (what) => parentElement.querySelector(what);
  const [plot, probe, light, status] = ['.plot', '.probe', '.probe.light', '[role=status]'].map(find);
  const { diagram, words } = data;
  let alive = true;
  let width = 0;
  plot.setAttribute('aria-label', `${diagram.title}. ${diagram.sentence}`);
  plot.style.minHeight = `${diagram.layout.height}px`;
  find('[role=group]').setAttribute('aria-label', words.save);
  find('.save').textContent = words.save;

  const draw = async () => {
    try {
      const Plotly = await loaded(data.script);
      if (!alive || !plot.clientWidth) return;
      if (!dressed(probe)) { setTimeout(draw, 60); return; }
      width = plot.clientWidth;
      const painted = painter(probe);
      await Plotly.react(plot, painted(diagram.traces), painted(fitted(diagram, width)), CONFIG);
      plot.removeAllListeners('plotly_click');
      plot.on('plotly_click', (event) => lead(diagram.ident, data.skipped, event.points[0]?.customdata));
      plot.dataset.drawn = diagram.sentence;
      status.textContent = '';
    } catch {
      status.textContent = words.failed;
    }
  };
  const picture = async (format) => {
    const Plotly = await loaded(data.script);
    const painted = painter(light);
    const layout = titled(diagram);
    const figure = { data: painted(diagram.traces), layout: painted(layout), config: CONFIG };
    const size = { width: EXPORTED, height: layout.height, scale: format === 'png' ? 2 : 1 };
    save(`${data.file}.${format}`, await Plotly.toImage(figure, { format, ...size }));
  };
  const numbers = async () => {
    const address = URL.createObjectURL(new Blob(['\ufeff', data.spreadsheet], { type: 'text/csv;charset=utf-8' }));
    save(`${data.file}.csv`, address);
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  const ways = { png: () => picture('png'), svg: () => picture('svg'), csv: numbers };
  for (const button of parentElement.querySelectorAll('button')) {
    button.textContent = words[button.name];
    button.setAttribute('aria-label', `${words[button.name]}: ${diagram.title}`);
    button.onclick = () => ways[button.name]().catch(() => { status.textContent = words.failed; });
  }

  const sized = new ResizeObserver(() => { if (plot.clientWidth !== width) draw(); });
  sized.observe(plot);
  /* The page takes the colours of the system a little after the system has changed them. */
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const turned = () => [60, 300, 900].forEach((later) => setTimeout(() => alive && draw(), later));
  dark.addEventListener('change', turned);
  draw();
  return () => {
    alive = false;
    sized.disconnect();
    dark.removeEventListener('change', turned);
  };
}
