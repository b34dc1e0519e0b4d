// @ts-check
/** What frameworks ask of a host beside its sockets. */

const SYSTEM = {
  platform: 'devtools',
  system: 'iOS 17.0',
  SDKVersion: '3.8.0',
  version: '8.0.50',
  model: 'iPhone',
  brand: 'Apple',
  app: 'alipay',
  language: 'zh_CN',
  pixelRatio: 2,
  windowWidth: 375,
  windowHeight: 667,
  screenWidth: 375,
  screenHeight: 667,
  statusBarHeight: 20,
  safeArea: { top: 20, left: 0, right: 375, bottom: 667, width: 375, height: 647 },
};

/** @param {(callback: () => void) => void} later */
export function restOfHost(later) {
  return {
    getSystemInfoSync: () => ({ ...SYSTEM }),
    getSystemInfo: (/** @type {any} */ options) => options?.success?.({ ...SYSTEM }),
    getWindowInfo: () => ({ ...SYSTEM }),
    getAppBaseInfo: () => ({ ...SYSTEM }),
    getDeviceInfo: () => ({ ...SYSTEM }),
    getSystemSetting: () => ({ ...SYSTEM }),
    getAppAuthorizeSetting: () => ({}),
    getLaunchOptionsSync: () => ({ path: 'pages/index/index', query: {}, scene: 1001, referrerInfo: {} }),
    getEnterOptionsSync: () => ({ path: 'pages/index/index', query: {}, scene: 1001, referrerInfo: {} }),
    getStorageSync: () => '',
    setStorageSync() {},
    canIUse: () => true,
    nextTick: (/** @type {() => void} */ callback) => later(callback),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop' } }),
    createSelectorQuery: () => ({ in: () => ({}), select: () => ({}), exec() {} }),
    getUpdateManager: () => ({ onCheckForUpdate() {}, onUpdateReady() {} }),
    SDKVersion: '2.8.0',
    env: {},
  };
}
