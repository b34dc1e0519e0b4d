/// <reference types="minigame-api-typings" />

// What the official typings have wrong.

declare namespace WechatMinigame {
  interface Wx {
    // As in a mini program: the same listener as that of `on`.
    // Source: developers.weixin.qq.com/minigame/dev/api/device/network/wx.offNetworkStatusChange.html
    offNetworkStatusChange(listener?: OnNetworkStatusChangeCallback): void;
  }
}
