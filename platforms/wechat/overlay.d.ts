/// <reference types="miniprogram-api-typings" />

// What the official typings have wrong.

declare namespace WechatMiniprogram {
  interface Wx {
    // The typings want another listener than that of `on`, although it must be the same function.
    // Source: developers.weixin.qq.com/miniprogram/dev/api/device/network/wx.offNetworkStatusChange.html
    offNetworkStatusChange(listener?: OnNetworkStatusChangeCallback): void;
  }
}
