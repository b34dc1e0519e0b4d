import { Button, Input, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useLink } from './use-link';
import './index.css';

export default function Index() {
  const { ready, state, latency, lines, send, drop, close, reconnect } = useLink();
  const [text, setText] = useState('hello');

  return (
    <View className="page">
      <View className={`bar ${state}`}>
        <Text className="state">{state}</Text>
        <Text className="latency">{latency === null ? '–' : `${latency} ms`}</Text>
      </View>

      <View className="row">
        <Input className="text" value={text} onInput={({ detail }) => setText(detail.value)} />
        <Button size="mini" type="primary" disabled={!ready} onClick={() => send(text)}>
          Send 发送
        </Button>
      </View>

      <View className="row">
        <Button size="mini" disabled={state !== 'open'} onClick={drop}>
          Drop 断线
        </Button>
        <Button size="mini" disabled={!ready || state === 'closed'} onClick={close}>
          Close 关闭
        </Button>
        <Button size="mini" disabled={!ready} onClick={reconnect}>
          Reconnect 重连
        </Button>
      </View>

      {lines.map(({ id, kind, text: line }) => (
        <View key={id} className={`line ${kind}`}>
          {line}
        </View>
      ))}
    </View>
  );
}
