// @ts-check
/** A page as the host makes it of what `Page` or `Component` was given. */

/**
 * @param {any} definition
 * @param {string} route
 * @param {() => void} changed called after every `setData`
 */
export function createPage(definition, route, changed) {
  const { data, methods, lifetimes, behaviors = [], properties, observers: _observers, ...own } = definition;
  const mixed = behaviors.reduce((/** @type {any} */ all, /** @type {any} */ one) => mix(all, one), {});
  const defaults = Object.fromEntries(Object.entries(properties ?? {}).map(([name, rule]) => [name, rule?.value]));
  const page = {
    ...mixed.methods,
    ...own,
    ...methods,
    route,
    is: route,
    __route__: route,
    options: {},
    dataset: {},
    data: structuredCloneOf({ ...mixed.data, ...defaults, ...(typeof data === 'function' ? data() : data) }),
    setData,
    selectComponent: () => null,
    selectAllComponents: () => [],
    createSelectorQuery: () => query,
    getTabBar: () => null,
    triggerEvent() {},
    /** Baidu's way from a component to its parents. */
    dispatch() {},
    nodeId: '1',
    methods: methods ?? {},
    /** Alipay's name of the same. */
    $spliceData: setData,
  };
  page.properties = page.data;
  const life = { ...mixed.lifetimes, ...pick(definition, LIFETIMES), ...lifetimes };

  /** @param {Record<string, any>} part @param {() => void} [done] */
  function setData(part, done) {
    for (const [name, value] of Object.entries(part)) assign(page.data, name, structuredCloneOf(value));
    changed();
    if (done) queueMicrotask(() => done.call(page));
  }

  /** @param {string} name @param {any[]} given */
  const call = (name, ...given) => page[name]?.apply(page, given);

  return {
    page,
    open() {
      life.created?.call(page);
      // Baidu alone, before `attached`. Source: uni-mp-baidu, Taro's swan plugin.
      (life.onInit ?? page.onInit)?.call(page, {});
      for (const name of ['attached', 'didMount']) life[name]?.call(page);
      call('onLoad', {});
      call('onShow');
      life.ready?.call(page);
      call('onReady');
    },
    close() {
      call('onUnload');
      for (const name of ['detached', 'didUnmount']) life[name]?.call(page);
    },
    show: () => call('onShow'),
    hide: () => call('onHide'),
  };
}

const LIFETIMES = ['created', 'attached', 'ready', 'detached', 'didMount', 'didUnmount'];
const query = {
  in: () => query,
  select: () => query,
  selectAll: () => query,
  boundingClientRect: () => query,
  exec() {},
};

/** @param {any} all @param {any} one */
function mix(all, { data, methods, lifetimes, ...rest }) {
  return {
    data: { ...all.data, ...data },
    methods: { ...all.methods, ...methods },
    lifetimes: { ...all.lifetimes, ...pick(rest, LIFETIMES), ...lifetimes },
  };
}

/** @param {any} from @param {string[]} names */
const pick = (from, names) => Object.fromEntries(names.flatMap((name) => (from[name] ? [[name, from[name]]] : [])));

/** What goes to the view is text: functions and undefined stay behind. @param {any} value */
function structuredCloneOf(value) {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** Sets `a.b[0].c`. @param {any} data @param {string} name @param {any} value */
function assign(data, name, value) {
  const steps = name.match(/[^.[\]]+/g) ?? [];
  let place = data;
  steps.slice(0, -1).forEach((step, index) => {
    place[step] ??= /^\d+$/.test(steps[index + 1]) ? [] : {};
    place = place[step];
  });
  place[steps[steps.length - 1]] = value;
}
