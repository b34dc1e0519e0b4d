// vite.config.js; webpack takes the same `resolve` in module.exports
export default {
  resolve: { alias: { '@websocket': `mde-websocket/${process.env.PLATFORM}` } },
};
