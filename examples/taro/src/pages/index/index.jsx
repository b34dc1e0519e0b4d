import { Button, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import link from '../../link';

export default function Index() {
  const [state, setState] = useState('connecting');
  const [messages, setMessages] = useState([]);

  useEffect(() => {
    const leave = link.then((task) => {
      const showState = () => setState(task.state);
      const showMessage = ({ data }) => setMessages((before) => before.concat(data));
      showState();
      return [task.on('open', showState), task.on('close', showState), task.on('message', showMessage)];
    });
    return () => {
      leave.then((offs) => {
        for (const off of offs) off();
      });
    };
  }, []);

  const hello = () => link.then((task) => task.send('hello'));

  return (
    <View>
      <View>{state}</View>
      <Button onClick={hello}>hello</Button>
      <View>{messages.join(' ')}</View>
    </View>
  );
}
