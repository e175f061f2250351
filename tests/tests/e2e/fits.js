// What cannot be read or reached on the page as it stands: text that is cut and told nowhere else, text over text, text
// and controls that something covers, and what lies outside of the window. The answer is a list of findings.
const SLACK = 1.5;
const found = new Set();
const raised = [...document.querySelectorAll('[data-dialog-content], [data-popover-content], [role=menu]')];
const layer = raised.at(-1) ?? document.body;
const frame = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };

/** How an element is named in a finding. */
function named(element) {
  const id = element.closest('[data-testid]')?.dataset.testid ?? '';
  const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60);
  return `${id} <${element.tagName.toLowerCase()}> “${text}”`;
}

let styles = new Map();
function styleOf(element) {
  if (!styles.has(element)) styles.set(element, getComputedStyle(element));
  return styles.get(element);
}

/** Not shown at all, or there for screen readers alone. */
function isHidden(element) {
  for (let at = element; at; at = at.parentElement) {
    const { visibility, display, opacity, clipPath } = styleOf(at);
    if (visibility === 'hidden' || display === 'none' || Number(opacity) === 0) return true;
    if (clipPath !== 'none' && at.getBoundingClientRect().width <= 1) return true;
  }
  return false;
}

const meet = (a, b) => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});
const isEmpty = ({ left, top, right, bottom }) => right - left < 1 || bottom - top < 1;
const isBeyond = (rect, edge) =>
  rect.left < edge.left - SLACK ||
  rect.right > edge.right + SLACK ||
  rect.top < edge.top - SLACK ||
  rect.bottom > edge.bottom + SLACK;
const middle = ({ left, top, right, bottom }) => [(left + right) / 2, (top + bottom) / 2];

/** Inside its borders, where it cuts what is in it; null where it lets that stand out. */
function edgeOf(element) {
  const { overflowX, overflowY, display, ...style } = styleOf(element);
  const [x, y] = [overflowX !== 'visible', overflowY !== 'visible'];
  const inside = element instanceof SVGElement && element.ownerSVGElement;
  if (!(x || y) || display === 'contents' || inside || element === document.body) return null;
  const rect = element.getBoundingClientRect();
  const border = (side) => parseFloat(styleOf(element)[`border${side}Width`] || 0);
  return {
    left: x ? rect.left + border('Left') : -Infinity,
    right: x ? rect.right - border('Right') : Infinity,
    top: y ? rect.top + border('Top') : -Infinity,
    bottom: y ? rect.bottom - border('Bottom') : Infinity,
  };
}

/** What the elements around it leave of a box, and the one that cuts it without scrolling. */
function within(rect, element) {
  let [left, cutBy] = [{ left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom }, null];
  for (let at = element; at && at !== document.documentElement; at = at.parentElement) {
    const edge = edgeOf(at);
    if (edge) {
      const scrolls = (value) => value === 'auto' || value === 'scroll';
      const { overflowX, overflowY } = styleOf(at);
      const over = {
        x: left.left < edge.left - SLACK || left.right > edge.right + SLACK,
        y: left.top < edge.top - SLACK || left.bottom > edge.bottom + SLACK,
      };
      if ((over.x && !scrolls(overflowX)) || (over.y && !scrolls(overflowY))) cutBy ??= at;
      left = meet(left, edge);
    }
    if (styleOf(at).position === 'fixed') break;
  }
  return { left, cutBy };
}

/** The lines of the text that is an element's own, as boxes. */
function linesOf(element) {
  if (element instanceof SVGElement) return element.tagName === 'text' ? [element.getBoundingClientRect()] : [];
  const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
  return texts.flatMap((text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].filter((rect) => rect.width > 1 && rect.height > 1);
  });
}

/** The whole text is told under the pointer. */
function isHinted(element) {
  const plain = (text) => text.trim().replace(/\s+/g, ' ');
  const hint = element.closest('[data-hint]')?.getAttribute('data-hint') ?? '';
  return hint !== '' && plain(hint).includes(plain(element.textContent ?? ''));
}

/** A cell of a register is as wide as its column; the one with the focus shows its text whole, over those below. */
const isOfRegister = (element) => element.closest('[data-testid=register] td') !== null;

/** The whole text is shown once the focus comes to it. */
function opensUnderFocus(element) {
  const stop = element.closest('button:not(:disabled), a[href], [tabindex]');
  if (!stop) return false;
  const before = document.activeElement;
  stop.focus({ preventScroll: true });
  styles = new Map();
  const whole = linesOf(element).every((rect) => within(rect, element).cutBy === null);
  before?.focus?.({ preventScroll: true });
  styles = new Map();
  return whole;
}

const isClear = (colour) => /rgba\(.*, 0\)|transparent|none/.test(colour);
function hasGround(element) {
  const { fill, backgroundColor, backgroundImage } = styleOf(element);
  if (element instanceof SVGElement) return element.tagName !== 'svg' && !isClear(fill);
  return !isClear(backgroundColor) || backgroundImage !== 'none';
}

/** What hides the point of an element: neither it, nor what it stands in or is made of. */
function coverAt([x, y], element) {
  for (const top of document.elementsFromPoint(x, y)) {
    if (top === element || top.contains(element) || element.contains(top)) return null;
    // Messages over a screen go by themselves.
    if (layer === document.body && top.closest('.toasts')) continue;
    // A list of suggestions lies over what is entered after its field, and never over what was entered before.
    const list = top.closest('[role=listbox]');
    if (list && list.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) return null;
    if (hasGround(top)) return top;
  }
  return null;
}

/** Rows and heads that stay while the others pass below them. */
function isSticky(element) {
  for (let at = element; at; at = at.parentElement) if (styleOf(at).position === 'sticky') return true;
  return false;
}

function seeCovered(element, seen) {
  const over = isEmpty(seen) ? null : coverAt(middle(seen), element);
  if (over && !isSticky(over) && !(isOfRegister(element) && isOfRegister(over))) found.add(`covered: ${named(element)} by ${named(over)}`);
}

/** Texts in sight, line by line. */
const lines = [];
for (const element of layer.querySelectorAll('*')) {
  const own = element.tagName === 'OPTION' ? [] : linesOf(element);
  if (own.length === 0 || isHidden(element)) continue;
  const rests = own.map((rect) => within(rect, element));
  for (const { left } of rests) {
    if (!isEmpty(left) && isBeyond(left, frame)) found.add(`outside: ${named(element)}`);
    const seen = meet(left, frame);
    if (!isEmpty(seen)) lines.push({ element, seen, list: element.closest('[role=listbox]') });
  }
  const cutBy = rests.find((rest) => rest.cutBy)?.cutBy;
  const isTold = () => isHinted(element) || isOfRegister(element) || opensUnderFocus(element);
  if (cutBy && !isTold()) found.add(`cut: ${named(element)} by ${named(cutBy)}`);
}
const isDrawn = (element) => element.closest('svg') !== null;
for (const [index, one] of lines.entries()) {
  for (const other of lines.slice(index + 1)) {
    if (one.element === other.element || one.list !== other.list) continue;
    const both = meet(one.seen, other.seen);
    if (both.right - both.left <= 2 || both.bottom - both.top <= 3) continue;
    const here = document.elementsFromPoint(...middle(both));
    const isHere = ({ element }) => isDrawn(element) || here.includes(element);
    const covered = coverAt(middle(both), one.element) ?? coverAt(middle(both), other.element);
    if (isHere(one) && isHere(other) && !covered)
      found.add(`over one another: ${named(one.element)} and ${named(other.element)}`);
  }
  if (!isDrawn(one.element)) seeCovered(one.element, one.seen);
}
for (const control of layer.querySelectorAll('button, a[href], input, select, textarea, [role=option], [role=menuitem]')) {
  const rect = control.getBoundingClientRect();
  if (rect.width === 0 || isHidden(control)) continue;
  const { left, cutBy } = within(rect, control);
  if (isEmpty(left)) {
    if (cutBy) found.add(`out of reach: ${named(control)}`);
    continue;
  }
  if (isBeyond(left, frame)) found.add(`outside: ${named(control)}`);
  seeCovered(control, meet(left, frame));
}
return [...found];
