export default definePageConfig({ navigationBarTitleText: 'mde-websocket' });
